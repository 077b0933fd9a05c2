import type { z } from 'zod';
import type { OptionsOf } from './actions.ts';

/** Where `src/commands` declares its registry: core imports no command, and its calls are checked all the same. */
// biome-ignore lint/suspicious/noEmptyInterface: what is in it is declared where the commands are
export interface Registered {}

type Registry = Registered extends { commands: readonly (infer C extends Declared)[] } ? C : never;
interface Declared {
  name: string;
  options: z.ZodObject;
  actions?: unknown;
}

/** The names of all commands. */
export type CommandName = Registry['name'];

/** A value as a call holds it: of a closed choice one of its keys, of all else what one would type. */
type Said<Value> = [Value] extends [boolean] ? 'yes' | 'no' : [Value] extends [string] ? Value : string;

/** None has to be there, as a form asks for what is missing; but which action is meant is said. */
type SaidOptions<Options, By> = Options extends unknown
  ? Pick<Options, keyof Options & By> & {
      [Name in Exclude<keyof Options, By>]?: Said<NonNullable<Options[Name]>> | undefined;
    }
  : never;

type Called<C extends Declared> = SaidOptions<
  OptionsOf<C['options'], C['actions']>,
  C['actions'] extends { by: infer By } ? By : never
>;

/** The options that a call of this command may have: of a command with actions, those of one of them. */
export type CallOptions<Name extends CommandName> = Called<Extract<Registry, { name: Name }>>;

type Names<Options> = Options extends unknown ? keyof Options : never;
/** The names of them: a select's choice fills one. */
export type OptionName<Name extends CommandName> = Names<CallOptions<Name>> & string;

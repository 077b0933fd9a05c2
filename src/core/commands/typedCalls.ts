import type { z } from 'zod';

/** Where `src/commands` declares its registry: core imports no command, and its calls are checked all the same. */
// biome-ignore lint/suspicious/noEmptyInterface: what is in it is declared where the commands are
export interface Registered {}

type Registry = Registered extends { commands: readonly (infer C extends Declared)[] } ? C : never;
interface Declared {
  name: string;
  options: z.ZodObject;
}

/** The names of all commands. */
export type CommandName = Registry['name'];

/** A value as a call holds it: of a closed choice one of its keys, of all else what one would type. */
type Said<Value> = [Value] extends [boolean] ? 'yes' | 'no' : [Value] extends [string] ? Value : string;

type SaidOptions<Options> = { [Name in keyof Options]?: Said<NonNullable<Options[Name]>> };

/** The options that a call of this command may have. */
export type CallOptions<Name extends CommandName> = SaidOptions<z.output<Extract<Registry, { name: Name }>['options']>>;

/** The names of them: a select's choice fills one. */
export type OptionName<Name extends CommandName> = keyof CallOptions<Name> & string;

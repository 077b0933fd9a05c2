import type { z } from 'zod';
import type { RawOptions } from './call.ts';
import type { FormOf } from './command.ts';

/** What one action takes of its command's options: all others are left aside. */
export interface Action<Field extends string = string> {
  /** Without these there is nothing to do: each with the sentence that asks for it. */
  needs?: { readonly [Name in Field]?: string };
  takes?: readonly Field[];
  /** Opens where a call of this action asks for a form; what the action needs is required in it. */
  form?: FormOf<Field>;
}

/** A command's actions, told apart by one of its options. */
export interface Actions<Field extends string = string> {
  /** The option that says which action is meant. */
  by: Field;
  /** The actions, each by the value that means it. */
  of: { readonly [Value in string]?: Action<Field> };
  /** Where it says nothing, or a value that has no action of its own. */
  otherwise: Action<Field>;
}

/** The action that this value means. */
export const actionOf = (actions: Actions, value: unknown): Action =>
  (typeof value === 'string' && Object.hasOwn(actions.of, value) && actions.of[value]) || actions.otherwise;

/** The action that a call means, as far as what was given for it is one of its values. */
export const calledAction = (actions: Actions | undefined, given: RawOptions): Action | undefined =>
  actions && actionOf(actions, given[actions.by]?.trim());

/** The options that an action needs, with the sentence that asks for each. */
export const needsOf = (action: Action | undefined): [string, string][] =>
  Object.entries(action?.needs ?? {}).flatMap(([name, asks]) => (asks === undefined ? [] : [[name, asks]]));

type Needed<A> = A extends { needs: infer N } ? keyof N : never;
type Taken<A> = A extends { takes: readonly (infer T)[] } ? T : never;
type Values<Options, By> = By extends keyof Options ? NonNullable<Options[By]> : never;

/** One action's options: `By` says the action, what it needs is there, what it takes may be. */
type OptionsOfAction<Options, By extends string, Value, A> = { [Name in By]: Value } & {
  [Name in Needed<A> & keyof Options]: NonNullable<Options[Name]>;
} & { [Name in Taken<A> & keyof Options]?: Options[Name] };

/** What a command's run gets: all its options, or one of a union by its action where it has actions. */
export type OptionsOf<S extends z.ZodObject, A> = A extends { by: infer By extends string; of: infer Of }
  ?
      | { [V in keyof Of & string]: OptionsOfAction<z.output<S>, By, V, Of[V]> }[keyof Of & string]
      | (A extends { otherwise: infer Other }
          ? Otherwise<z.output<S>, By, Exclude<Values<z.output<S>, By>, keyof Of>, Other>
          : never)
  : z.output<S>;

type Otherwise<Options, By extends string, Value, A> = { [Name in By]?: Value } & {
  [Name in Taken<A> & keyof Options]?: Options[Name];
};

import type { z } from 'zod';
import { own } from '../../domain/words/own.ts';
import type { RawOptions } from './call.ts';
import type { FormOf } from './command.ts';

/** What one action takes of its command's options: with any other it is refused. */
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
  /** Where `by` says nothing, what else was given says it: the one action that takes all of that. */
  implied?: true;
}

/** The action that this value means. */
const actionOf = (actions: Actions, value: string | undefined): Action =>
  (value !== undefined && own(actions.of, value)) || actions.otherwise;

/** An action with the value of `by` that means it. */
export interface Meant {
  value: string | undefined;
  action: Action;
}

/**
 * The actions that a call can mean: the one that `value` says; where it says nothing and what else was given implies it,
 * those that take all of that and need the most of it; none where no action does.
 * @param value what `by` says @param given the names of what was given
 */
export function meantActions(actions: Actions, value: string | undefined, given: readonly string[]): Meant[] {
  const { by, otherwise, implied } = actions;
  const isImplied = implied && value === undefined && leftBy(otherwise, by, given).length > 0;
  return isImplied ? needingMost(fittingActions(actions, given), given) : [{ value, action: actionOf(actions, value) }];
}

/** The actions that take all that was given. */
export const fittingActions = (actions: Actions, given: readonly string[]): Meant[] =>
  actionsOf(actions).filter(({ action }) => leftBy(action, actions.by, given).length === 0);

/** The actions that each take a part of what was given that nothing else does, and can be carried out with it. */
export const partActions = (actions: Actions, given: readonly string[]): Meant[] => {
  const telling = leftBy(actions.otherwise, actions.by, given);
  const takesSome = (action: Action) => leftBy(action, actions.by, telling).length < telling.length;
  const isReady = (action: Action) => needsOf(action).every(([name]) => given.includes(name));
  return needingMost(
    actionsOf(actions).filter(({ action }) => isReady(action) && takesSome(action)),
    given,
  );
};

const actionsOf = ({ of }: Actions): { value: string; action: Action }[] =>
  Object.entries(of).flatMap(([value, action]) => (action ? [{ value, action }] : []));

function needingMost(meant: readonly Meant[], given: readonly string[]): Meant[] {
  const needed = ({ action }: Meant) => needsOf(action).filter(([name]) => given.includes(name)).length;
  const most = Math.max(...meant.map(needed));
  return meant.filter(one => needed(one) === most);
}

/** What was given and the action does not take. */
export function leftBy(action: Action, by: string, given: readonly string[]): string[] {
  const taken = [by, ...needsOf(action).map(([name]) => name), ...(action.takes ?? [])];
  return given.filter(name => !taken.includes(name));
}

/** The names of what was given, blanks left out. */
export const namesGiven = (given: RawOptions): string[] => Object.keys(given).filter(name => given[name]?.trim());

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

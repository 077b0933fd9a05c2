import type { LogEntry } from '../../notebook.ts';
import { placeKey } from '../../people/places.ts';
import { type Fact, type Facts, factNames, personFacts } from '../facts.ts';
import type { Mended, PersonVoice } from '../voices.ts';
import { voicesOf } from '../voices.ts';
import { type Move, tell } from './move.ts';
import { type About, movesWith } from './personMoves.ts';

/** Moves that are made together, and what they change in the facts. */
export interface Choice {
  moves: Move[];
  delta: Delta;
}
export type Delta = readonly (readonly [Fact, number])[];

export const deltaOf = (before: Partial<Facts>, after: Partial<Facts>): Delta =>
  factNames.flatMap(name => {
    const change = (after[name] ?? 0) - (before[name] ?? 0);
    return change === 0 ? [] : [[name, change] as const];
  });

/** What is logged of somebody. */
export interface Logged {
  entries: readonly LogEntry[];
  mended: readonly Mended[];
}

/**
 * All sets of moves with one person that change anything, the smallest first; of those that change the same, the first.
 */
export function choicesWith(about: About, { entries, mended }: Logged): Choice[] {
  const { person, voice, scene, check } = about;
  const heard = new Map<string, PersonVoice | undefined>();
  const before = factsOf(voice, scene);
  const found = new Map<string, Choice>();
  for (const moves of setsOf(movesWith(about))) {
    const delta = deltaOf(before, factsAfter(moves));
    const key = delta.join();
    if (delta.length > 0 && !found.has(key)) found.set(key, { moves, delta });
  }
  return [...found.values()];

  function factsAfter(moves: readonly Move[]): Partial<Facts> {
    const said = moves.filter(({ makes }) => makes.entry ?? makes.closed);
    const key = said.map(({ id }) => id).join();
    if (!heard.has(key)) heard.set(key, voiceAfter(said));
    const after = heard.get(key);
    const places = moves.flatMap(({ makes }) =>
      makes.inUs === undefined ? [] : [[placeKey(makes.inUs), true] as const],
    );
    const inUs = places.length > 0 ? new Map([...(scene.inUs ?? []), ...places]) : scene.inUs;
    return factsOf(after && { ...after, person: tell(person, moves) }, { ...scene, ...(inUs && { inUs }) });
  }

  function voiceAfter(said: readonly Move[]): PersonVoice | undefined {
    if (said.length === 0) return voice;
    const more = said.map(({ makes }) => makes);
    return voicesOf(
      [person],
      [...entries, ...more.flatMap(({ entry }) => entry ?? [])],
      [...mended, ...more.flatMap(({ closed }) => closed ?? [])],
    )[0];
  }

  function factsOf(one: PersonVoice | undefined, where: About['scene']): Partial<Facts> {
    return one ? personFacts(one, where, check.today) : {};
  }
}

/** All sets, the smallest first, with one move of a kind at most. */
function setsOf(moves: readonly Move[]): Move[][] {
  const sets: Move[][] = [[]];
  for (const move of moves)
    sets.push(...sets.filter(set => set.every(({ kind }) => kind !== move.kind)).map(set => [...set, move]));
  return sets.slice(1).toSorted((one, other) => one.length - other.length);
}

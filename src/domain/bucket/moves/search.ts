import { type Facts, factNames, helps } from '../facts.ts';
import type { Choice, Delta } from './choices.ts';
import { byKind, type Move } from './move.ts';

/** What is looked for: whether these facts are good enough. More of what helps, or less of what harms, never undoes it. */
export type Goal = (facts: Facts) => boolean;

/** What there is to choose with one person, or of one thing: one of these, or nothing. */
export type Person = readonly Choice[];

/** One choice of a pile of people who are alike in all that the table looks at. */
interface Item {
  pile: number;
  index: number;
  first: Move;
  cost: number;
  delta: Delta;
}

/** A search among these people for sets of moves that lead from the facts to a goal. */
export function searchAmong(people: readonly Person[], start: Facts) {
  // Who has the same to choose from is one pile: the search need not tell them apart.
  const piles = [
    ...Map.groupBy(people, choices =>
      choices.map(({ moves, delta }) => `${moves.map(({ kind }) => kind)}:${delta.join()}`).join('|'),
    ).values(),
  ];
  const items = piles
    .flatMap(([one = []], pile) =>
      one.map(({ moves, delta }, index): Item => ({ pile, index, first: moves[0]!, cost: moves.length, delta })),
    )
    .toSorted((one, other) => byKind(one.first, other.first));
  const best = bestFrom(items);

  return {
    /**
     * The first set of exactly so many moves after which the goal is reached, in the order of the kinds of moves; of
     * each person one choice at most. All sets are tried but those that cannot lead there whatever is still chosen.
     */
    smallest(size: number, goal: Goal): Move[] | undefined {
      const left = piles.map(members => members.length);
      const facts = { ...start };
      const atMost = { ...start };
      const chosen: Item[] = [];
      return search(0, size) ? movesIn(chosen, piles) : undefined;

      function search(from: number, budget: number): boolean {
        if (budget === 0) return goal(facts);
        for (let at = from; at < items.length; at++) {
          if ((at === from || best[at] !== best[at - 1]) && !goal(fill(atMost, facts, best[at]!, budget))) return false;
          const item = items[at]!;
          if (item.cost > budget || left[item.pile] === 0) continue;
          left[item.pile]! -= 1;
          chosen.push(item);
          add(facts, item.delta, 1);
          if (search(at, budget - item.cost)) return true;
          add(facts, item.delta, -1);
          chosen.pop();
          left[item.pile]! += 1;
        }
        return false;
      }
    },

    /**
     * A set after which the goal is reached, where it takes many moves: all that could be made, less what is not needed.
     * undefined: not even all of them lead there.
     */
    any(goal: Goal): Move[] | undefined {
      const facts = { ...start };
      for (const choices of people) add(facts, choices.at(-1)?.delta ?? [], 1);
      if (!goal(facts)) return undefined;
      const needed: Move[] = [];
      for (const choices of people.toReversed()) {
        add(facts, choices.at(-1)?.delta ?? [], -1);
        const enough = [{ moves: [], delta: [] }, ...choices].find(({ delta }) => {
          add(facts, delta, 1);
          if (goal(facts)) return true;
          add(facts, delta, -1);
          return false;
        });
        needed.push(...(enough?.moves ?? []));
      }
      return needed.toSorted(byKind);
    },
  };
}

function add(facts: Facts, delta: Delta, times: number): void {
  for (const [name, amount] of delta) facts[name] += times * amount;
}

/** For each place in the list, the most that any one choice from there on does for each fact. */
function bestFrom(items: readonly Item[]): Partial<Facts>[] {
  const all: Partial<Facts>[] = [];
  let best: Partial<Facts> = {};
  for (let at = items.length - 1; at >= 0; at--) {
    const better = items[at]!.delta.filter(([name, amount]) =>
      helps(name) ? amount > (best[name] ?? 0) : amount < (best[name] ?? 0),
    );
    if (better.length > 0) best = { ...best, ...Object.fromEntries(better) };
    all[at] = best;
  }
  return all;
}

/** Fills the first with better than the facts can be after so many choices. */
function fill(atMost: Facts, facts: Facts, best: Partial<Facts>, budget: number): Facts {
  for (const name of factNames) atMost[name] = Math.max(0, facts[name] + budget * (best[name] ?? 0));
  return atMost;
}

/** The moves of what was chosen, each of somebody else. */
function movesIn(chosen: readonly Item[], piles: readonly Person[][]): Move[] {
  const next = piles.map(() => 0);
  return chosen.flatMap(({ pile, index }) => piles[pile]![next[pile]!++]![index]!.moves).toSorted(byKind);
}

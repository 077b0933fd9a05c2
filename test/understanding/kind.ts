import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Reading } from '../../src/domain/words/reading.ts';

/** Something that somebody said, where they said it, and what it is: a value written out, `asked` or `refused`. */
export interface Case {
  said: string;
  /** What else the reader is to know, if it is not what the corpus says for all. */
  where?: Record<string, string>;
  is: string;
}

/** What became of a case: a value written out as the corpus writes it, or no value. */
export type Outcome = { understood: string } | 'asked' | 'refused';

/** `missed` and `false` are for what looks for something: not found where it is, found where it is not. */
export type Verdict = 'right' | 'asked' | 'refused' | 'wrong' | 'missed' | 'false';

/** A kind of words, with all that was collected of them. */
export interface Kind {
  name: string;
  cases: readonly Case[];
  /** The share that must be right, 0 to 1. */
  bar: number;
  /** The share that may be `false`, 0 to 1. */
  mostFalse?: number;
  read(one: Case): Outcome | Promise<Outcome>;
  /** What the outcome means; a value other than the one written down is wrong unless said otherwise here. */
  judge?(one: Case, outcome: Outcome): Verdict;
}

/** The cases of `corpora/<name>.yaml`. */
export function corpus(name: string): Case[] {
  const cases: unknown = parse(readFileSync(new URL(`corpora/${name}.yaml`, import.meta.url), 'utf8'));
  if (!Array.isArray(cases)) throw new Error(`corpora/${name}.yaml is no list`);
  return cases.map(({ said, where, is }) => ({ said: String(said), is: String(is), ...(where && { where }) }));
}

/** A reading with its value written out. */
export const outcomeOf = <T>(reading: Reading<T>, write: (value: T) => string): Outcome =>
  reading.outcome === 'understood' ? { understood: write(reading.value) } : reading.outcome;

export function judge(one: Case, outcome: Outcome): Verdict {
  if (typeof outcome === 'string') return outcome === one.is ? 'right' : outcome;
  return outcome.understood === one.is ? 'right' : 'wrong';
}

export interface Measured {
  one: Case;
  outcome: Outcome;
  verdict: Verdict;
}

export async function measure(kind: Kind): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const one of kind.cases) {
    const outcome = await kind.read(one);
    measured.push({ one, outcome, verdict: (kind.judge ?? judge)(one, outcome) });
  }
  return measured;
}

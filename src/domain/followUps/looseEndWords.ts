import type { LooseEndKind } from '../vocabulary.ts';
import { type Asking, dayAhead, dayPhrases } from '../words/dayWords.ts';

/** The verbs that say what kind it is. */
const VERBS: readonly [LooseEndKind, RegExp][] = [
  [
    'apology',
    /\b(?:apolog\w{1,6}|sorry|make (?:it|things|this) right|make amends|make (?:it )?up (?:for|to|with)|own up|forgive\w*|clear the air|smooth (?:it|things) over|patch (?:it|things) up)\b/i,
  ],
  ['thank-you', /\b(?:thank\w*|thx|grateful|gratitude|appreciat\w{1,4})\b/i],
  [
    'growth',
    /\b(?:improv\w{1,6}|grow|growth|practi[cs]e|get better|do better|work on|prove|redeem myself|show (?:them|him|her|dr|that|i|my|growth)|redo|brush up)\b/i,
  ],
];

/** What kind of loose end words say, by their verb; undefined where they say none, or several. */
export function looseEndKindIn(text: string): LooseEndKind | undefined {
  const [kind, ...others] = VERBS.flatMap(([kind, verb]) => (verb.test(text) ? [kind] : []));
  return others.length === 0 ? kind : undefined;
}

/** Before a day, by which something is due. */
const BY = /(?:[,;]?\s*\b(?:by|before|until|till|due|no later than|on|for))?[\s,]*$/i;

/** The day at the end of what is to be done, by when it is due, and the words without it. */
export function dueIn(text: string, asking: Asking): { about: string; due?: Temporal.PlainDate } {
  const last = dayPhrases(text, asking).at(-1);
  const isEnd = last && /^[\s.!,]*$/.test(text.slice(last.to));
  const due = last && isEnd ? dayAhead(text.slice(last.from, last.to), asking) : undefined;
  if (!last || !due) return { about: text };
  const start = Math.max(0, last.from - LONGEST);
  return { about: `${text.slice(0, start)}${text.slice(start, last.from).replace(BY, '')}`, due };
}
/** No words before a day are longer. */
const LONGEST = 40;

import type { Asking } from '../words/dayWords.ts';
import { asked, type Reading, understood } from '../words/reading.ts';
import { type Known, readMet, type SaidPerson } from './met.ts';

/** Who is named by words that name nobody and nothing else, and where they work if that stands beside a name. */
export interface People {
  people: SaidPerson[];
  place?: string;
}

/**
 * The people in "Dr. Patel, Kim and nurse Joy". What is in quotes as a whole is one name as it stands; words that are no
 * name are asked about, and nobody is made of a comma.
 */
export function readPeople(text: string, asking: Asking, known?: Known): Reading<People> {
  const [, verbatim] = /^\s*"([^"]+)"\s*$/.exec(text) ?? [];
  if (verbatim) return understood({ people: [{ name: verbatim.trim() }] });
  const { people, question, place, words, day } = readMet(text, asking, known);
  if (question) return question;
  const left = [words, day].filter(Boolean).join(', ');
  if (left === '' && people.length > 0) return understood({ people, ...(place && { place }) });
  const whole = { label: `All of it: "${text}"`, words: `"${text.replaceAll('"', "'")}"` };
  if (people.length === 0) return asked(`I found no name in "${text}". Is it one?`, whole);
  const names = people.map(({ name }) => name);
  return asked(
    `What is "${left}" in "${text}"?`,
    { label: `Not the name, ${names.join(' and ')} is`, words: names.join('; ') },
    whole,
  );
}

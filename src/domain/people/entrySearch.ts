import { type Dimension, dimensions, type Role, roles, roleWord, type Stance, stances } from '../vocabulary.ts';
import { choiceKey } from '../words/choice.ts';
import type { Asking } from '../words/dayWords.ts';
import { type Period, periodIn } from '../words/period.ts';

/** Something that was logged, as far as it is looked for. */
export interface Findable {
  contact: { name: string; role: Role; place: string | null };
  stance: Stance;
  worry: Dimension | null;
  dimensions: readonly Dimension[];
  sentence: string | null;
  place: string | null;
  day: Temporal.PlainDate;
}

/** Words that were typed to find entries. */
export interface EntryQuery {
  period?: Period;
  /** Whether an entry has all the words, whatever the day. */
  matches(entry: Findable): boolean;
}

type Test = (entry: Findable, text: string) => boolean;

/** What says nothing of what is looked for. */
const FILLER = new Set(
  `a an the all any of at in on from by with about to for and or my me who what entries entry logged log history said
  says everything everyone show find`.split(/\s+/),
);
const LONGEST_PHRASE = 6;

type Entries<Key extends string> = Record<Key, { label: string; said?: readonly string[] }>;

/** Each phrase for an entry of a list, with the entries that it may stand for. */
function phrasesOf<Key extends string>(list: Entries<Key>): Map<string, Set<Key>> {
  const found = new Map<string, Set<Key>>();
  for (const [key, { label, said = [] }] of Object.entries<Entries<Key>[Key]>(list))
    for (const phrase of [key, label, ...said].map(choiceKey))
      found.set(phrase, (found.get(phrase) ?? new Set()).add(key as Key));
  return found;
}

const stancePhrases = phrasesOf(stances);
const rolePhrases = phrasesOf(roles);
const dimensionPhrases = phrasesOf(dimensions);

/** Reads words by which entries are found: a time, a tone, a role, what it is about, and whatever stands in them. */
export function readEntryQuery(text: string, asking: Asking): EntryQuery {
  const timed = periodIn(text, asking);
  const words = choiceKey(timed ? timed.rest : text)
    .split(' ')
    .filter(word => word !== '');
  const tests: Test[] = [];
  for (let at = 0; at < words.length; ) {
    const { length, test } = phraseAt(words, at);
    if (test) tests.push(test);
    at += length;
  }
  return {
    ...(timed && { period: timed.period }),
    matches(entry) {
      const said = textOf(entry);
      return tests.every(test => test(entry, said));
    },
  };
}

function phraseAt(words: readonly string[], at: number): { length: number; test: Test | undefined } {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length--) {
    const phrase = words.slice(at, at + length).join(' ');
    const [tones, ranks, abouts] = [stancePhrases.get(phrase), rolePhrases.get(phrase), dimensionPhrases.get(phrase)];
    if (!tones && !ranks && !abouts) continue;
    const test: Test = (entry, said) =>
      tones?.has(entry.stance) === true ||
      ranks?.has(entry.contact.role) === true ||
      [entry.worry, ...entry.dimensions].some(one => one !== null && abouts?.has(one)) ||
      said.includes(phrase);
    return { length, test };
  }
  const [word = ''] = words.slice(at, at + 1);
  return { length: 1, test: FILLER.has(word) ? undefined : (_, said) => said.includes(word) };
}

/** All that can be read in an entry, as words are compared. */
const textOf = ({ contact, stance, worry, dimensions: about, sentence, place }: Findable): string => {
  const spoken = [...about, ...(worry ? [worry] : [])].map(one => dimensions[one].label);
  const { label, phrase } = stances[stance];
  const all = [contact.name, sentence, place, contact.place, roleWord(contact.role), label, phrase, ...spoken];
  return choiceKey(all.filter(Boolean).join(' '));
};

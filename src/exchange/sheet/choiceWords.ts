import { clip } from '../../core/cards/clip.ts';
import { choicesOf } from '../../core/commands/choices.ts';
import type { Reading } from '../../domain/words/reading.ts';
import { count } from '../../domain/words/sentences.ts';
import type { Answers, Question } from '../questions.ts';

/** Words of a column that stand for one of a closed list. */
export interface ChoiceWords<Key extends string> {
  /** What a cell stands for; undefined where that is not known. */
  of(text: string): Key | undefined;
  questions: Question[];
}

interface Asking<Key extends string> {
  /** Begins the keys of its questions. */
  topic: string;
  list: Record<Key, { label: string }>;
  read(text: string): Reading<Key>;
  /** The question about a word; how many rows have it. */
  ask(word: string, rows: string): string;
  /** Whether rows with an unknown word stay out. */
  waits: boolean;
  answers: Answers;
}

/** So many words are asked about: a column of more that are not known is none of this kind. */
const MOST_ASKED = 20;
const LONGEST = 100;

/** Reads every word of a column once: what is not known, or may be two things, is asked once each. */
export function understandWords<Key extends string>(
  texts: readonly string[],
  { topic, list, read, ask, waits, answers }: Asking<Key>,
): ChoiceWords<Key> {
  const keys = choicesOf(list).map(({ value }) => value);
  const known = new Map<string, Key>();
  const questions: Question[] = [];
  const groups = Map.groupBy(
    texts.filter(text => text !== ''),
    plain,
  );
  for (const [word, same] of groups) {
    const reading: Reading<Key> = word.length > LONGEST ? { outcome: 'refused', because: '' } : read(word);
    const key = `${topic}:${word.slice(0, LONGEST)}`;
    const value = reading.outcome === 'understood' ? reading.value : keys.find(one => one === answers[key]);
    if (value !== undefined) known.set(word, value);
    else if (questions.length < MOST_ASKED)
      questions.push({
        key,
        ask: ask(clip(same[0] ?? word, 40), count(same.length, 'row', 'rows')),
        answers: fair(reading, read, list),
        waits,
      });
  }
  return { of: text => known.get(plain(text)), questions };
}

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** The fair readings of a word, where it has some, else all of the list. */
function fair<Key extends string>(
  reading: Reading<Key>,
  read: (text: string) => Reading<Key>,
  list: Record<Key, { label: string }>,
): Question['answers'] {
  if (reading.outcome !== 'asked') return choicesOf(list);
  return reading.answers.flatMap(({ label, words }) => {
    const each = read(words);
    return each.outcome === 'understood' ? [{ value: each.value, label }] : [];
  });
}

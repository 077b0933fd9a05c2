import { clip } from '../../core/cards/clip.ts';
import { readZone } from '../../domain/time/zones.ts';
import type { Reading } from '../../domain/words/reading.ts';
import type { Answers, Question } from '../questions.ts';

/** Reads the zones of a file; letters that several zones go by are asked about once. */
export type Zones = ReturnType<typeof createZones>;

export function createZones(answers: Answers) {
  const known = new Map<string, Reading<string>>();
  const questions: Question[] = [];

  function read(text: string): Reading<string> {
    const words = text.trim().toLowerCase();
    const before = known.get(words);
    if (before) return before;
    const reading = readZone(text);
    const key = `zone:${words.slice(0, 100)}`;
    const answer = reading.outcome === 'asked' ? answers[key] : undefined;
    const found = answer === undefined ? reading : readZone(answer);
    known.set(words, found);
    if (found.outcome === 'asked')
      questions.push({
        key,
        ask: `"${clip(text, 30)}" is the name of more than one time zone. Which one is meant?`,
        answers: found.answers.map(({ label, words: own }) => ({ value: own, label })),
        waits: true,
      });
    return found;
  }

  return { read, questions };
}

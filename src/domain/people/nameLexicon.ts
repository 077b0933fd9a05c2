import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A list of people's names, given and of families, that others keep: one a line. */
const listed = new URL(
  './dict/people-names.txt',
  `file://${createRequire(import.meta.url).resolve('@cspell/dict-people-names')}`,
);
/** Those that are everyday words too, such as "will" and "young": the test beside this says how they were found. */
const everyday = new URL('./everydayNames.txt', import.meta.url);

const lines = (file: URL): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map(line => line.trim().toLowerCase())
    .filter(line => /^\p{L}/u.test(line));
const names = new Set(lines(listed));
const words = new Set(lines(everyday));

/** Whether a word is somebody's name, written in any case; one that is an everyday word too is a name by its capital alone. */
export function isName(word: string): boolean {
  const plain = word.toLowerCase();
  return names.has(plain) && (!words.has(plain) || /^\p{Lu}\p{Ll}/u.test(word));
}

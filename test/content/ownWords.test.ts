import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HASH_BYTES, hashesOf, readHashes, sharedRuns } from './ownWords.ts';

/*
 * The content retells an article in words of its own. article-runs.bin holds a hash of every run of eight words in that
 * article, so that the article itself need not be here: words are [a-z0-9']+ in lower case with straight apostrophes,
 * joined by one blank; runs with four or more words that have a figure are left out; of the SHA-256 of the rest the first
 * six bytes are kept, sorted, one after another.
 */
const root = join(import.meta.dirname, '../..');
const bytes = await readFile(join(import.meta.dirname, 'article-runs.bin'));

test('the list of hashes is whole, sorted and without doubles', () => {
  const hashes = [...readHashes(bytes)];
  expect(bytes.length).toBe(hashes.length * HASH_BYTES);
  expect(hashes.length).toBeGreaterThan(3000);
  expect(hashes).toEqual(hashes.toSorted());
});

test('a run that is in the list is found, whatever its case, apostrophes and punctuation', () => {
  const hashes = new Set([...readHashes(bytes), ...hashesOf("We can't tell what a river says at night.")]);
  expect(sharedRuns('They wrote: "We can’t tell, what a RIVER says\n- at night"', hashes)).toEqual([
    "we can't tell what a river says at",
    "can't tell what a river says at night",
  ]);
});

test('seven words in a row, and rows of figures, are nobody’s wording', () => {
  const hashes = hashesOf('one two three four five six seven eight. M3 40 M4 65 PGY1 80 PGY2 90 PGY3 95');
  expect(sharedRuns('one two three four five six seven', hashes)).toEqual([]);
  expect(sharedRuns('M3 40 M4 65 PGY1 80 PGY2 90 PGY3 95', hashes)).toEqual([]);
});

test('no text of ours shares eight words in a row with the article', async () => {
  const hashes = readHashes(bytes);
  const names = (await readdir(join(root, 'src'), { recursive: true }))
    .filter(name => /\.(?:md|ts|ya?ml|json|html|txt)$/.test(name) && !name.includes('generated'))
    .map(name => join('src', name));
  const docs = (await readdir(root)).filter(name => name.endsWith('.md'));
  const shared: string[] = [];
  for (const name of [...names, ...docs]) {
    const text = await readFile(join(root, name), 'utf8');
    shared.push(...sharedRuns(text, hashes).map(run => `${name}: "${run}"`));
  }
  expect(names.length).toBeGreaterThan(50);
  expect(shared).toEqual([]);
});

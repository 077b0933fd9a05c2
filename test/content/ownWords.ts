import { createHash } from 'node:crypto';

/** So many words in a row are somebody's wording. */
const RUN = 8;
/** Rows with so many figures are facts. */
const FIGURES = 4;
/** So much of a run's SHA-256 is kept. */
export const HASH_BYTES = 6;

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .match(/[a-z0-9']+/g) ?? [];

/** The runs of eight words in a text, each joined by blanks; those made mostly of figures are left out. */
function runsOf(text: string): string[] {
  const words = wordsOf(text);
  return words
    .map((_, start) => words.slice(start, start + RUN))
    .filter(run => run.length === RUN && run.filter(word => /\d/.test(word)).length < FIGURES)
    .map(run => run.join(' '));
}

/** A run as the list keeps it: the first six bytes of the SHA-256 of its words, in hex. */
const hashRun = (run: string): string =>
  createHash('sha256').update(run).digest().subarray(0, HASH_BYTES).toString('hex');

export const hashesOf = (text: string): Set<string> => new Set(runsOf(text).map(hashRun));

/** Reads `article-runs.bin`: hashes of six bytes each, ascending, with nothing between them. */
export function readHashes(bytes: Buffer): Set<string> {
  const count = bytes.length / HASH_BYTES;
  return new Set(
    Array.from({ length: count }, (_, index) =>
      bytes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES).toString('hex'),
    ),
  );
}

/** The runs of a text that are in the list. */
export const sharedRuns = (text: string, hashes: ReadonlySet<string>): string[] =>
  runsOf(text).filter(run => hashes.has(hashRun(run)));

import { describe, expect, test } from 'vitest';
import { LONGEST_FILE_OPTION } from '../../src/core/commands/givenFile.ts';
import { readFileApart } from '../../src/exchange/readFile.ts';
import { isLong } from '../support/long.ts';
import { worstFiles } from './worstFiles.ts';

const now = Temporal.Instant.from('2026-10-14T17:00:00Z');
const how = { now, zone: 'America/Chicago', known: [], zones: {}, answers: {} };

/** Reads a file, and says how often others had their turn meanwhile. */
async function reading(file: string) {
  let turns = 0;
  const started = performance.now();
  const others = setInterval(() => {
    turns += 1;
  }, 1);
  const result = await readFileApart(file, how).catch((error: Error) => error);
  clearInterval(others);
  return { result, turns, ms: performance.now() - started };
}
describe('F26: a file of the allowed size holds nobody else up', () => {
  // Each kind of reader once; all of them in the long form.
  const names = Object.keys(worstFiles);
  test.each(isLong ? names : names.filter((_, index) => index % 3 === 2))(
    '%s',
    async name => {
      const file = worstFiles[name] ?? '';
      expect(file.length).toBeLessThanOrEqual(LONGEST_FILE_OPTION);
      const { result, turns, ms } = await reading(file);
      // It is read, or refused in words; never a failure of ours.
      if (result instanceof Error) expect(result.name).toBe('UserError');
      else expect(result.rows.version).toBe(1);
      // Read in place, nobody would have had a turn before it was done.
      expect(turns).toBeGreaterThanOrEqual(Math.min(5, Math.floor(ms / 20)));
    },
    90_000,
  );

  test('what is read apart is what is read in place', async () => {
    const lines = [
      'name,role,place',
      ...Array.from({ length: 200 }, (_, index) => `Person ${index},chief,Lakeside`),
    ].join('\n');
    const { result } = await reading(lines);
    if (result instanceof Error) throw result;
    expect(result.rows.tables.Contact).toHaveLength(200);
    expect(result.mistakes).toEqual([]);
  });
});

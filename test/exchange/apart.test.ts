import { describe, expect, test } from 'vitest';
import { readFileApart } from '../../src/exchange/readFile.ts';

const now = Temporal.Instant.from('2026-10-14T17:00:00Z');
const how = { now, zone: 'America/Chicago', known: [] };
const MOST = 2_000_000;

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
const rows = (count: number, row: (index: number) => string) => Array.from({ length: count }, (_, index) => row(index));
const notebook = (tables: object) => JSON.stringify({ version: 1, exportedAt: 'x', profile: {}, tables });

/** The worst files of the allowed size that we could think of. */
const files: Record<string, string> = {
  'thousands of rows that could point to patients': [
    'who,they,day,sentence',
    ...rows(4600, index => `Ann Lee${index},good,yesterday,pt John Smith${index} coded`),
  ].join('\n'),
  'names that share their words': ['name,role', ...rows(9000, index => `John Smith pt John ${index},nurse`)].join('\n'),
  'one line': `who,they,day,${'x'.repeat(MOST - 100)}`,
  'a quote that never ends': `who,they,day\n"${'Ann,good,yesterday\n'.repeat(100_000)}`,
  'many columns': `${rows(10_000, index => `c${index}`).join(',')}\n${','.repeat(10_000)}`,
  'nothing but separators': ','.repeat(MOST - 1),
  'nothing but line breaks': 'who,they,day'.padEnd(MOST - 1, '\n'),
  'a deep notebook': `{"version":1,"tables":${'['.repeat(900_000)}${']'.repeat(900_000)}}`,
  'a notebook of too many rows': notebook({
    Contact: rows(40_000, index => `{"id":"${index}"}`).map(text => JSON.parse(text)),
  }),
  'long notes': ['who,they,day,sentence', ...rows(1900, () => `Ann,good,yesterday,${'pt John '.repeat(120)}`)].join(
    '\n',
  ),
  'at signs': ['who,they,day,sentence', ...rows(1900, () => `Ann,good,yesterday,${'@a.'.repeat(330)}`)].join('\n'),
};

describe('F26: a file of the allowed size holds nobody else up', () => {
  test.each(Object.keys(files))('%s', async name => {
    const file = files[name] ?? '';
    expect(file.length).toBeLessThanOrEqual(MOST);
    const { result, turns, ms } = await reading(file);
    // It is read, or refused in words; never a failure of ours.
    if (result instanceof Error) expect(result.name).toBe('UserError');
    else expect(result.rows.version).toBe(1);
    // Read in place, nobody would have had a turn before it was done.
    expect(turns).toBeGreaterThanOrEqual(Math.min(5, Math.floor(ms / 20)));
  });

  test('what is read apart is what is read in place', async () => {
    const lines = ['name,role,place', ...rows(200, index => `Person ${index},chief,Lakeside`)].join('\n');
    const { result } = await reading(lines);
    if (result instanceof Error) throw result;
    expect(result.rows.tables.Contact).toHaveLength(200);
    expect(result.mistakes).toEqual([]);
  });
});

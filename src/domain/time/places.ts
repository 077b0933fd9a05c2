import { isSlip } from '../people/recognize.ts';
import { cityAliases } from './cityAliases.ts';
import { areasNamed, byPeople, citiesNamed, keysLike, type Place, partsOf, placeKey } from './gazetteer.ts';
import { statesOf } from './regions.ts';

/** What a name means on the map: cities, and the parts of countries and states. */
export interface PlacesNamed {
  cities: readonly Place[];
  /** What stands for a country or a state, or for the parts of it that keep one clock each. */
  parts: readonly Place[];
  /** The ids of the countries and states among them. */
  areas: readonly string[];
}

/** All places of that name, the largest first; undefined where there is none. */
export function placesNamed(words: string): PlacesNamed | undefined {
  const key = placeKey(words);
  if (key.length < 2) return undefined;
  const areas = areasNamed(key);
  const cities = [...citiesNamed(key), ...(aliased.get(key) ?? []).flatMap(cityOf)].toSorted(byPeople);
  if (cities.length + areas.length === 0) return undefined;
  return { cities, parts: areas.flatMap(partsOf), areas: areas.map(({ id }) => id) };
}

/** The states of that postal code, in the US and Canada: "MA". */
export function statesCoded(code: string): PlacesNamed | undefined {
  const names = Object.entries(statesOf).flatMap(([country, states]) => {
    const name = states.get(code.toUpperCase());
    return name ? areasNamed(placeKey(name)).filter(({ id }) => id === `${country}-${code.toUpperCase()}`) : [];
  });
  return names.length > 0 ? { cities: [], parts: names.flatMap(partsOf), areas: names.map(({ id }) => id) } : undefined;
}

/** By alias, the cities that it stands for. */
const aliased = new Map<string, string[]>();
for (const [city, names] of Object.entries(cityAliases))
  for (const name of names.split(', ')) aliased.set(placeKey(name), [...(aliased.get(placeKey(name)) ?? []), city]);

/** The cities with an alias that begins so, by `placeKey`. */
export const aliasesLike = (key: string): Place[] =>
  [...aliased].flatMap(([name, cities]) => (name.startsWith(key) ? cities.flatMap(cityOf) : []));

/** The city of a line of the aliases: "Mumbai, IN". */
function cityOf(line: string): Place[] {
  const [name = '', ...ids] = line.split(', ');
  return citiesNamed(placeKey(name)).filter(({ within }) => within.at(-1) === ids.join('-'));
}

/** How large a city is that somebody may have meant with another name. */
const KNOWN_THOUSANDS = 100;

/** Of fewer letters any may be any. */
const SHORTEST_SLIP = 4;

/** Cities whose name differs from this one as by a slip of the finger, the largest first. */
export function placesNear(words: string, limit: number): Place[] {
  const key = placeKey(words);
  if (key.length < SHORTEST_SLIP || !/^\p{L}/u.test(words)) return [];
  const names = [...new Set(keysLike(key))].filter(name => isSlip(name, key));
  return names
    .flatMap(name => citiesNamed(name))
    .filter(({ thousands }) => thousands >= KNOWN_THOUSANDS)
    .toSorted(byPeople)
    .slice(0, limit);
}

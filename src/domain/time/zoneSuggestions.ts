import { areasLike, citiesNamed, type Place, placeKey } from './gazetteer.ts';
import { aliasesLike, placesNear } from './places.ts';
import { meantByPlace } from './zoneClaims.ts';
import { zoneLabel } from './zoneNames.ts';
import { readZone, zoneWords } from './zones.ts';
import { zonesByName } from './zoneWords.ts';

export interface ZoneSuggestion {
  /** "Boston, Massachusetts (Eastern)". */
  label: string;
  /** What `readZone` understands: "Boston, Massachusetts". */
  value: string;
}

/** Nobody types more of a city to find it. */
const LONGEST_TYPED = 100;
/** What is offered before anything is typed: the zones of the United States, then where most others are from. */
export const likelyZones: readonly string[] = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
  'America/Toronto',
  'Asia/Kolkata',
  'Asia/Karachi',
  'Asia/Dhaka',
  'Asia/Kathmandu',
  'Asia/Dubai',
  'Asia/Riyadh',
  'Asia/Manila',
  'Africa/Cairo',
  'Africa/Lagos',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Kyiv',
  'America/Jamaica',
  'America/Mexico_City',
  'America/Bogota',
  'America/Sao_Paulo',
];
/** So many zones come before the cities. */
const MOST_ZONES = 6;
/** How many times its size a city counts in the United States, where the programs are. */
const AT_HOME = 10;

/** Zones and cities that begin with what was typed, likely ones first; else those with nearly that name. */
export function suggestZones(text: string, limit: number): ZoneSuggestion[] {
  const typed = text.trim();
  if (typed.length > LONGEST_TYPED) return [];
  const key = placeKey(typed);
  if (!key) return likelyZones.slice(0, limit).map(byZone);
  const zones = [...zonesByName].filter(([name]) => name.startsWith(key)).flatMap(([, all]) => all);
  const places = beginningWith(key, typed);
  const found = [...[...new Set(zones)].slice(0, MOST_ZONES).map(byZone), ...places.slice(0, limit).map(byPlace)];
  if (found.length > 0) return unique(found).slice(0, limit);
  const reading = readZone(typed);
  if (reading.outcome === 'understood') return [{ label: `${typed} (${zoneLabel(reading.value)})`, value: typed }];
  return placesNear(typed, limit).map(byPlace);
}

/** Cities, states and countries, the largest first; behind a comma the rest of their names too. */
function beginningWith(key: string, typed: string): Place[] {
  const first = placeKey(typed.split(',')[0] ?? '');
  const cities = citiesNamed(first, { begins: true }).filter(
    ({ name }) => first === key || placeKey(name).startsWith(key),
  );
  const weight = ({ thousands, within }: Place) => thousands * (within[0] === 'US' ? AT_HOME : 1);
  return [...areasLike(key), ...cities, ...aliasesLike(key)].toSorted((one, other) => weight(other) - weight(one));
}

const byZone = (zone: string): ZoneSuggestion => ({ label: zoneLabel(zone), value: zoneWords(zone) });
const byPlace = (place: Place): ZoneSuggestion => {
  const { label, words } = meantByPlace(place);
  return { label, value: words };
};

const unique = (all: readonly ZoneSuggestion[]): ZoneSuggestion[] => [
  ...new Map(all.map(one => [one.value, one])).values(),
];

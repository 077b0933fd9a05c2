/**
 * What people call zones, by the zone: in the United States first, whose programs are meant where nothing else is said.
 * A name under several zones has several fair readings. "Time", "standard time" and "daylight time" may follow each.
 */
const NAMES: Readonly<Record<string, string>> = {
  'America/New_York': 'et, est, edt, est5edt, eastern, us eastern, eastern us, east coast',
  'America/Chicago': 'ct, cst, cdt, cst6cdt, central, us central, central us',
  'America/Denver': 'mt, mst, mdt, mst7mdt, mountain, us mountain, mountain us',
  'America/Los_Angeles': 'pt, pst, pdt, pst8pdt, pacific, us pacific, pacific us, west coast',
  'America/Anchorage': 'akt, akst, akdt, alaska, alaskan',
  'Pacific/Honolulu': 'ht, hst, hast, hawaii, hawaiian, hawaii aleutian',
  'America/Puerto_Rico': 'ast, atlantic',
  'America/Halifax': 'ast, adt, atlantic',
  'America/St_Johns': 'nst, ndt, newfoundland',
  UTC: 'utc, gmt, z, zulu, greenwich, greenwich mean, universal, coordinated universal',
  'Asia/Kolkata': 'ist, indian standard, india standard',
  'Europe/London': 'bst, british summer',
  'Europe/Dublin': 'ist, irish summer, irish standard',
  'Europe/Lisbon': 'western european',
  'Europe/Paris': 'cet, cest, central european, central europe, middle european',
  'Europe/Athens': 'eet, eest, eastern european, eastern europe',
  'Africa/Cairo': 'eet, eest',
  'Europe/Istanbul': 'trt',
  'Europe/Moscow': 'msk',
  'Asia/Jerusalem': 'ist, idt, israel standard',
  'Asia/Karachi': 'pkt, pakistan standard',
  'Asia/Dhaka': 'bst, bdt, bangladesh standard',
  'Asia/Kathmandu': 'npt',
  'Asia/Colombo': 'slst',
  'Asia/Kabul': 'aft',
  'Asia/Tehran': 'irst, irdt',
  'Asia/Dubai': 'gst, gulf',
  'Asia/Riyadh': 'ast, arabia, arabian, arab',
  'Asia/Manila': 'pht',
  'Asia/Singapore': 'sgt',
  'Asia/Hong_Kong': 'hkt',
  'Asia/Tokyo': 'jst',
  'Asia/Seoul': 'kst',
  'Asia/Bangkok': 'ict, indochina',
  'Asia/Jakarta': 'wib, western indonesia',
  'Africa/Lagos': 'wat, west africa, west african',
  'Africa/Nairobi': 'eat, east africa, east african',
  'Africa/Maputo': 'cat, central africa, central african',
  'Africa/Johannesburg': 'sast',
  'America/Sao_Paulo': 'brt, brst, brasilia',
  'America/Argentina/Buenos_Aires': 'art',
  'America/Bogota': 'cot',
  'America/Lima': 'pet',
  'America/Caracas': 'vet',
  'Australia/Sydney': 'aest, aedt, australian eastern',
  'Australia/Brisbane': 'aest, australian eastern',
  'Australia/Adelaide': 'acst, acdt',
  'Australia/Perth': 'awst, australian western',
  'Pacific/Auckland': 'nzt, nzst, nzdt',
};

/** What people call places and whoever lives there: more exact than a zone's name said with it. */
const PLACES: Readonly<Record<string, string>> = {
  'America/Phoenix': 'arizona, az',
  'Pacific/Honolulu': 'hawaii',
  'America/Puerto_Rico': 'puerto rico, puerto rican',
  'Europe/London': 'british, uk, gb, u k, united kingdom, great britain, england',
  'Europe/Dublin': 'irish, ireland',
  'Africa/Cairo': 'egypt, egyptian',
  'Europe/Istanbul': 'turkey, turkish, turkiye',
  'Asia/Jerusalem': 'israel, israeli',
  'Asia/Kolkata': 'india, indian',
  'Asia/Karachi': 'pakistan, pakistani',
  'Asia/Dhaka': 'bangladesh, bangladeshi',
  'Asia/Kathmandu': 'nepal, nepali',
  'Asia/Colombo': 'sri lanka, sri lankan',
  'Asia/Dubai': 'uae, emirates',
  'Asia/Riyadh': 'saudi, ksa, saudi arabia',
  'Asia/Manila': 'philippine, philippines',
  'Asia/Shanghai': 'china, chinese',
  'Asia/Tokyo': 'japan, japanese',
  'Asia/Seoul': 'korea, korean',
  'Asia/Bangkok': 'thailand, thai',
  'Africa/Lagos': 'nigeria, nigerian',
  'Africa/Nairobi': 'kenya, kenyan',
  'Africa/Johannesburg': 'south africa, south african',
  'America/Bogota': 'colombia, colombian',
  'America/Lima': 'peru, peruvian',
};

/** The zones in which people of a country live that has several: asked, unless more is said. */
const COUNTRIES: Readonly<Record<string, readonly string[]>> = {
  'us, usa, us a, united states, america, united states of america': [
    'America/New_York',
    'America/Chicago',
    'America/Denver',
    'America/Los_Angeles',
    'America/Anchorage',
    'Pacific/Honolulu',
  ],
  canada: ['America/Toronto', 'America/Winnipeg', 'America/Edmonton', 'America/Vancouver', 'America/Halifax'],
};

/** Said after a zone: they add nothing to it. */
export const zoneFiller: ReadonlySet<string> = new Set([
  'time',
  'timezone',
  'time zone',
  'zone',
  'tz',
  'standard',
  'standard time',
  'daylight',
  'daylight time',
  'daylight saving time',
  'daylight savings time',
  'daylight savings',
  'summer time',
  'us and canada',
  'us canada',
  'u s canada',
]);

/** Words that are a zone in capitals alone, inside a sentence: else they are English, or a hospital's. */
export const ordinaryWords: ReadonlySet<string> = new Set(
  'art, cat, cot, eat, pet, vet, wat, z, ist, aft, ast, ht, mt, cet, gulf, universal, pacific us'.split(', '),
);

/** By what is said, in plain small letters: the zones that it may mean. */
export const zonesByName = byName(Object.entries(NAMES), []);
export const zonesByPlace = byName(Object.entries(PLACES), Object.entries(COUNTRIES));

type Entries<Value> = readonly (readonly [string, Value])[];

function byName(named: Entries<string>, countries: Entries<readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const pairs = [...named.map(([zone, names]) => [names, [zone]] as const), ...countries];
  for (const [names, zones] of pairs)
    for (const name of names.split(', ')) found.set(name, [...(found.get(name) ?? []), ...zones]);
  return found;
}

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

/** Postal codes of states that are said alone without any state being meant. */
export const replies: ReadonlySet<string> = new Set('hi, in, me, oh, ok, on, or'.split(', '));

/** Postal codes of states that are words too: they are states in capitals, or at the end. */
export const englishWords: ReadonlySet<string> = new Set(
  'al, as, co, de, hi, id, in, la, ma, me, mi, ms, no, oh, ok, on, or, pa'.split(', '),
);

/** By what is said, in plain small letters: the zones that it may mean. */
export const zonesByName: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ...Map.groupBy(
      Object.entries(NAMES).flatMap(([zone, names]) => names.split(', ').map(name => ({ name, zone }))),
      ({ name }) => name,
    ),
  ].map(([name, all]) => [name, all.map(({ zone }) => zone)]),
);

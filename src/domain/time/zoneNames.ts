/** In English, by the letters that the runtime has for what keeps those clocks: "America/Detroit" too is "ET". */
const WORDS: Readonly<Record<string, string>> = {
  ET: 'Eastern',
  CT: 'Central',
  MT: 'Mountain',
  PT: 'Pacific',
  AKT: 'Alaska',
  HST: 'Hawaii',
};

/** Some zones were called otherwise once: Juneau kept Pacific time. */
const LATELY = Date.UTC(2026, 0, 15);

const generic = new Map<string, string>();

/** What the runtime calls a zone whatever the season: "ET", "India Time", "GMT+5:30". */
function genericName(zone: string): string {
  const found = generic.get(zone) ?? spelled(zone);
  generic.set(zone, found);
  return found;
}

function spelled(zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'shortGeneric' }).formatToParts(
    LATELY,
  );
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  return name.replace('United Kingdom', 'UK').replace('United Arab Emirates', 'UAE');
}

/** "Eastern" for what keeps New York's clocks, and so on; undefined outside the six zones of the United States. */
export const usZoneWord = (zone: string): string | undefined => WORDS[genericName(zone)];

/** Whose clocks the letters mean: what shows another hour at a moment is called by its city. */
const REFERENCES: Readonly<Record<string, string>> = {
  ET: 'America/New_York',
  CT: 'America/Chicago',
  MT: 'America/Denver',
  PT: 'America/Los_Angeles',
  AKT: 'America/Anchorage',
  HST: 'Pacific/Honolulu',
};
const SHORTER: Readonly<Record<string, string>> = { HST: 'HT' };

/**
 * What a zone is called beside an hour at that moment: "CT", "India time", "GMT+5:30". What never changes its clocks is
 * called by its place, since "MST" is taken for Denver's time: "Arizona time".
 */
export function shortZone(moment: Temporal.Instant, zone: string): string {
  if (zone === 'UTC') return zone;
  const name = genericName(zone);
  const offset = (of: string) => moment.toZonedDateTimeISO(of).offsetNanoseconds;
  const reference = REFERENCES[name];
  if (reference && offset(reference) === offset(zone)) return SHORTER[name] ?? name;
  if (name.startsWith('GMT')) return name;
  if (name.endsWith(' Time')) return name.replace(/ Time$/, ' time');
  return `${zone === 'America/Phoenix' ? 'Arizona' : cityOf(zone)} time`;
}

/** The city in IANA's name of a zone. */
const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** What a zone is called in a list: "Eastern (New York)", "Kolkata (India time)", "UTC+5:30". */
export function zoneLabel(zone: string): string {
  if (zone === 'UTC') return zone;
  if (/^[+-]/.test(zone)) return genericName(zone).replace('GMT', 'UTC');
  const city = cityOf(zone);
  const word = usZoneWord(zone);
  if (word) return `${word} (${city})`;
  const name = genericName(zone);
  const ofCountry = / Time$/.test(name) && !name.startsWith(city);
  return ofCountry ? `${city} (${name.replace(/ Time$/, ' time')})` : city;
}

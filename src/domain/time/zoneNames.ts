/** In English, by the letters that the runtime has for what keeps those clocks: "America/Detroit" too is "ET". */
const WORDS: Readonly<Record<string, string>> = {
  ET: 'Eastern',
  CT: 'Central',
  MT: 'Mountain',
  PT: 'Pacific',
  AKT: 'Alaska',
  HST: 'Hawaii',
};

const generic = new Map<string, string>();

/** What the runtime calls a zone whatever the season: "ET", "India Time", "GMT+5:30". */
function genericName(zone: string): string {
  const found = generic.get(zone) ?? spelled(zone);
  generic.set(zone, found);
  return found;
}

function spelled(zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'shortGeneric' }).formatToParts(0);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  return name.replace('United Kingdom', 'UK').replace('United Arab Emirates', 'UAE');
}

/** "Eastern" for what keeps New York's clocks, and so on; undefined outside the six zones of the United States. */
export const usZoneWord = (zone: string): string | undefined => WORDS[genericName(zone)];

/** What a zone is called in a list: "Eastern (New York)", "Kolkata (India time)", "UTC+5:30". */
export function zoneLabel(zone: string): string {
  if (zone === 'UTC') return zone;
  if (/^[+-]/.test(zone)) return genericName(zone).replace('GMT', 'UTC');
  const city = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
  const word = usZoneWord(zone);
  if (word) return `${word} (${city})`;
  const name = genericName(zone);
  const ofCountry = / Time$/.test(name) && !name.startsWith(city);
  return ofCountry ? `${city} (${name.replace(/ Time$/, ' time')})` : city;
}

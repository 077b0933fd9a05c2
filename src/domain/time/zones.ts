/** Every IANA zone that the runtime knows, by its canonical name. */
const zoneNames: readonly string[] = Intl.supportedValuesOf('timeZone');

/** No zone or city has a longer name. */
const LONGEST_NAME = 100;

const squash = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');

/** What people in the United States call their zones. */
const COMMON = new Map(
  Object.entries({
    eastern: 'America/New_York',
    central: 'America/Chicago',
    mountain: 'America/Denver',
    pacific: 'America/Los_Angeles',
    alaska: 'America/Anchorage',
    hawaii: 'Pacific/Honolulu',
    utc: 'UTC',
  }),
);

/** The zone of this name or city ("America/Chicago", "chicago", "Eastern time"); undefined where there is none. */
export function readZone(text: string): string | undefined {
  if (text.length > LONGEST_NAME) return undefined;
  const wanted = squash(text.replace(/\btime\b/i, ''));
  if (!wanted) return undefined;
  const byCity = (zone: string) => squash(zone.split('/').at(-1) ?? '') === wanted;
  const known = COMMON.get(wanted) ?? zoneNames.find(zone => squash(zone) === wanted) ?? zoneNames.find(byCity);
  if (known) return known;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text.trim() }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** Zones whose name or city holds the text, for completion. */
export function suggestZones(text: string, limit: number): string[] {
  const wanted = squash(text.slice(0, LONGEST_NAME));
  return zoneNames.filter(zone => squash(zone).includes(wanted)).slice(0, limit);
}

/** A zone in short, as one says it beside an hour: "ET". What has no such name keeps its own: "GMT+5:30". */
export function shortZone(zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'shortGeneric' }).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

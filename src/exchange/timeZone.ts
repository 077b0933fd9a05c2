/** How many years of clock changes a calendar is told. */
const YEARS = 10;

/**
 * A time zone as a calendar file describes it (RFC 5545, 3.6.5): what its clocks show from a year before `from` on,
 * each change by itself, since few zones keep to one rule.
 */
export function timeZoneText(zone: string, from: Temporal.PlainDate): string {
  const start = from.subtract({ years: 1 }).toZonedDateTime(zone);
  const end = start.add({ years: YEARS });
  const observed = [observance(start, start)];
  let change = start.getTimeZoneTransition('next');
  while (change && Temporal.ZonedDateTime.compare(change, end) < 0) {
    observed.push(observance(change, change.subtract({ nanoseconds: 1 })));
    change = change.getTimeZoneTransition('next');
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observed.flat(), 'END:VTIMEZONE'].join('\n');
}

/** From a moment on, which is said on the clock as it was before. */
function observance(at: Temporal.ZonedDateTime, before: Temporal.ZonedDateTime): string[] {
  const local = at.withTimeZone(before.offset).toPlainDateTime().toString({ smallestUnit: 'second' });
  const kind = at.offsetNanoseconds > before.offsetNanoseconds ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${local.replaceAll(/[-:]/g, '')}`,
    `TZOFFSETFROM:${before.offset.replace(':', '')}`,
    `TZOFFSETTO:${at.offset.replace(':', '')}`,
    `END:${kind}`,
  ];
}

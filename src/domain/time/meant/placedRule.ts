import { formatDay } from '../localTime.ts';
import { firstOccurrence, isRule, weekdayCodes } from '../recurrence.ts';
import { type DayWords, nothingSaid, type Said } from '../said/said.ts';
import { durationOf } from './durations.ts';
import { andThen, type Fair, none, one } from './fair.ts';
import type { MomentAsking } from './moment.ts';
import { momentOf } from './momentOf.ts';

/** How often, and on which days: the parts of an RFC 5545 rule, by their names. */
export type Rhythm = Readonly<Record<string, string>>;

interface Placed {
  at: Temporal.PlainDateTime;
  rule: string;
}

/** The order in which the parts of a rule are written. */
const ORDER = ['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTH', 'BYMONTHDAY', 'COUNT', 'UNTIL'];
const written = (rhythm: Rhythm): string =>
  ORDER.flatMap(name => (rhythm[name] ? [`${name}=${rhythm[name]}`] : [])).join(';');

/** A rhythm from its first day to its last, on the member's clock. */
export function placedRule(rhythm: Rhythm, time: Temporal.PlainTime, said: Said, asking: MomentAsking): Fair<Placed> {
  if (!isRule(written(rhythm))) return none('No calendar holds that. Try "every Friday at 5 pm".');
  const zone = said.zone?.outcome === 'understood' ? said.zone.value : asking.zone;
  const here = asking.now.toZonedDateTimeISO(zone).toPlainDateTime();
  const today = here.toPlainDate().toPlainDateTime(time);
  const soonest = Temporal.PlainDateTime.compare(today, here) > 0 ? today : today.add({ days: 1 });
  return andThen(dayIn(said.starts, { ...asking, isStart: true }), starts =>
    andThen(dayIn(said.until, asking), until => {
      const begins = starts?.toPlainDateTime(time);
      const from = begins && Temporal.PlainDateTime.compare(begins, soonest) > 0 ? begins : soonest;
      // "every other Tuesday" begins on the first Tuesday, whatever the week.
      const first = firstOccurrence(from, written({ ...rhythm, INTERVAL: '' }));
      if (!first) return none('No calendar holds that. Try "every Friday at 5 pm".');
      const last = until ?? lastDay(first.toPlainDate(), said);
      if (last && Temporal.PlainDate.compare(last, first.toPlainDate()) < 0)
        return none(`It would end on ${formatDay(last)}, before it begins.`);
      const ended: Rhythm = {
        ...rhythm,
        ...(said.times && { COUNT: String(said.times) }),
        ...(last && { UNTIL: last.toString().replaceAll('-', '') }),
      };
      if (said.times && last) return none('Give either the last day or how many times.');
      return zone === asking.zone ? one({ at: first, rule: written(ended) }) : onOwnClock(ended, first, zone, asking);
    }),
  );
}

/** "for two weeks": the last day of them. */
function lastDay(first: Temporal.PlainDate, { lasting }: Said): Temporal.PlainDate | undefined {
  return lasting && first.add(durationOf(lasting)).subtract({ days: 1 });
}

/** The day that a rhythm begins or ends on; nothing where none was said. */
function dayIn(words: DayWords | undefined, asking: MomentAsking): Fair<Temporal.PlainDate | undefined> {
  if (!words) return one(undefined);
  return andThen(momentOf({ ...nothingSaid(), on: words }, asking), ({ day }) => one(day));
}

const MONTHS_LOOKED_AT = 12;

/** A rule of another zone, on the member's clock: as long as the two clocks change together. */
function onOwnClock(rhythm: Rhythm, first: Temporal.PlainDateTime, zone: string, asking: MomentAsking): Fair<Placed> {
  const there = first.toZonedDateTime(zone);
  const apart = (moment: Temporal.ZonedDateTime) =>
    moment.offsetNanoseconds - moment.withTimeZone(asking.zone).offsetNanoseconds;
  const months = Array.from({ length: MONTHS_LOOKED_AT }, (_, index) => there.add({ months: index }));
  if (months.some(month => apart(month) !== apart(there)))
    return none(
      `The clocks there change on other days than yours. Give the hour on your own clock, in ${asking.zone}.`,
    );
  const at = there.withTimeZone(asking.zone).toPlainDateTime();
  const shift = first.toPlainDate().until(at.toPlainDate()).days;
  if (shift === 0 || rhythm.FREQ === 'DAILY') return one({ at, rule: written(rhythm) });
  if (rhythm.FREQ !== 'WEEKLY')
    return none(
      `On your clock that is another day of the month at times. Give the hour on your own clock, in ${asking.zone}.`,
    );
  const days = rhythm.BYDAY?.split(',').map(code => weekdayCodes[(weekdayCodes.indexOf(code) + shift + 7) % 7]);
  return one({ at, rule: written({ ...rhythm, ...(days && { BYDAY: days.join() }) }) });
}

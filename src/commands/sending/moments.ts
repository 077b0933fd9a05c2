import { UserError } from '../../core/ports/errors.ts';
import { clocksDiffer } from '../../domain/time/bothClocks.ts';
import { formatClock, formatDay } from '../../domain/time/localTime.ts';
import type { SaidTime } from '../../domain/time/readTime.ts';

/** What was said, to the minute: on the clock of the zone that was said with it, else of this one. */
export function momentIn({ at }: SaidTime, zone: string): Temporal.ZonedDateTime {
  if (at instanceof Temporal.PlainDateTime) return at.toZonedDateTime(zone);
  if (at instanceof Temporal.ZonedDateTime)
    return clocksDiffer(at.toInstant(), at.timeZoneId, zone) ? at : at.withTimeZone(zone);
  return at.toZonedDateTimeISO(zone).round({ smallestUnit: 'minute', roundingMode: 'floor' });
}

/** @throws UserError that asks, where the words and the field beside them name clocks that differ */
export function assertOneZone({ at }: SaidTime, field: string | undefined, option: 'when' | 'by'): void {
  if (!(at instanceof Temporal.ZonedDateTime) || !field || !clocksDiffer(at.toInstant(), at.timeZoneId, field)) return;
  const [inWords, inField] = [at.withTimeZone(field), at.toPlainDateTime().toZonedDateTime(field)];
  const clock = formatClock(at.toPlainTime());
  const question = `Your words say ${clock} in ${at.timeZoneId}, and the time zone says ${field}. Which is it?`;
  throw new UserError(
    question,
    { [option]: question },
    {
      option,
      answers: [
        { label: `${clock} (${at.timeZoneId})`, words: written(inWords) },
        { label: `${clock} (${field})`, words: written(inField) },
      ],
    },
  );
}

/** Written so that a form reads it again in any year. */
export const written = (moment: Temporal.ZonedDateTime | Temporal.PlainDateTime): string =>
  `${moment.toPlainDate()} ${moment.toPlainTime().toString({ smallestUnit: 'minute' })}`;

/** What was read by a rule, and what of it is not kept, in sentences; undefined where there is nothing to say. */
export const remarks = ({ notes, ends }: SaidTime): string | undefined =>
  [...notes, ends && `It ends at ${formatClock(ends)}; only the start is kept.`].filter(Boolean).join(' ') || undefined;

/**
 * A moment with its year, on the clock of the place and, where it differs, on the reader's: "Tue 3 Nov 2026, 9:00 AM
 * (America/Chicago), 10:00 AM for you". The day is said again where it is another one.
 */
export function absolutely(moment: Temporal.Instant, placeZone: string, ownZone: string): string {
  const [there, here] = [placeZone, ownZone].map(zone => moment.toZonedDateTimeISO(zone).toPlainDateTime());
  const said = `${formatDay(there!.toPlainDate())}, ${formatClock(there!.toPlainTime())} (${placeZone})`;
  if (!clocksDiffer(moment, placeZone, ownZone)) return said;
  const sameDay = there!.toPlainDate().equals(here!.toPlainDate());
  return `${said}, ${sameDay ? '' : `${formatDay(here!.toPlainDate())}, `}${formatClock(here!.toPlainTime())} for you`;
}

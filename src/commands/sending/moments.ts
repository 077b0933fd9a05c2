import { UserError } from '../../core/ports/errors.ts';
import { clocksDiffer, forYou } from '../../domain/time/bothClocks.ts';
import { formatClock, formatDay } from '../../domain/time/localTime.ts';
import type { SaidTime } from '../../domain/time/readTime.ts';
import { shortZone } from '../../domain/time/zoneNames.ts';

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
  const question = `Your words say ${clock} ${nameAt(at)}, and the time zone beside them says ${nameAt(inField)}. Which is it?`;
  throw new UserError(
    question,
    { [option]: question },
    {
      option,
      answers: [
        { label: `${clock} ${nameAt(at)}`, words: written(inWords) },
        { label: `${clock} ${nameAt(inField)}`, words: written(inField) },
      ],
    },
  );
}

const nameAt = (moment: Temporal.ZonedDateTime): string => shortZone(moment.toInstant(), moment.timeZoneId);

/** Written so that a form reads it again in any year. */
export const written = (moment: Temporal.ZonedDateTime | Temporal.PlainDateTime): string =>
  `${moment.toPlainDate()} ${moment.toPlainTime().toString({ smallestUnit: 'minute' })}`;

/** What was read by a rule, and what of it is not kept, in sentences; undefined where there is nothing to say. */
export const remarks = ({ notes, ends }: SaidTime): string | undefined =>
  [...notes, ends && `It ends at ${formatClock(ends)}; only the start is kept.`].filter(Boolean).join(' ') || undefined;

/**
 * A moment with its year, on the clock of the place and, where it differs, on the reader's: "Tue, Nov 3, 2026, 9 AM CT,
 * 10 AM for you".
 */
export function absolutely(moment: Temporal.Instant, placeZone: string, ownZone: string): string {
  const there = moment.toZonedDateTimeISO(placeZone);
  const said = `${formatDay(there.toPlainDate())}, ${formatClock(there.toPlainTime())} ${shortZone(moment, placeZone)}`;
  return `${said}${forYou(moment, placeZone, ownZone, formatDay)}`;
}

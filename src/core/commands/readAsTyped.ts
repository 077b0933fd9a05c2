import { formatBoth } from '../../domain/time/bothClocks.ts';
import { formatClock, formatDay } from '../../domain/time/localTime.ts';
import type { Side } from '../../domain/time/meant/dates.ts';
import type { SaidTime } from '../../domain/time/readTime.ts';
import { readZone } from '../../domain/time/zones.ts';
import type { Reading } from '../../domain/words/reading.ts';
import { askingOf } from './calendarOf.ts';
import type { RawOptions } from './call.ts';
import type { Choice } from './choices.ts';
import type { Command, Context } from './command.ts';
import type { OptionSpec } from './options.ts';
import { readKind } from './parse.ts';

/** What one might begin with where nothing is typed. */
const examples: Record<'dateTime' | Side, readonly string[]> = {
  back: ['today', 'yesterday', 'last Friday'],
  since: ['last week', 'last month', 'July 1'],
  ahead: ['tomorrow', 'Friday', 'in 2 weeks'],
  dateTime: ['tomorrow 9 am', 'Friday 5 pm', 'in 48 hours'],
};

/** How the words typed for a day, or a day and an hour, are read so far: one choice, or one for each fair reading. */
export async function suggestDays(
  command: Command,
  spec: OptionSpec,
  text: string,
  given: RawOptions,
  context: Context,
): Promise<Choice[]> {
  const words = text.trim();
  const tried = words ? [words] : examples[spec.kind === 'dateTime' ? 'dateTime' : (spec.side ?? 'ahead')];
  const asking = await askingOf(command, { ...given, [spec.name]: words }, context);
  return tried.flatMap(one => {
    const reading = readKind(spec, one, asking, given) as Reading<Temporal.PlainDate | SaidTime>;
    return choicesOfReading(one, reading, value => sayMoment(value, given, context));
  });
}

/** What was typed, as it is understood; or what it may be. Nothing where it is not understood so far. */
export function choicesOfReading<T>(words: string, reading: Reading<T>, say: (value: T) => string): Choice[] {
  if (reading.outcome === 'refused') return [];
  if (reading.outcome === 'understood') return [{ label: `${words} = ${say(reading.value)}`, value: words }];
  return reading.answers.map(({ label, words: meant }) => ({ label, value: meant }));
}

function sayMoment(value: Temporal.PlainDate | SaidTime, given: RawOptions, { zone, user }: Context): string {
  if (value instanceof Temporal.PlainDate) return formatDay(value);
  const { at } = value;
  if (at instanceof Temporal.Instant) return formatBoth(at, zone, zone);
  if (at instanceof Temporal.ZonedDateTime)
    return formatBoth(at.toInstant(), at.timeZoneId, user.zone ?? at.timeZoneId);
  const said = readZone(given.zone ?? '');
  if (said.outcome === 'understood')
    return formatBoth(at.toZonedDateTime(said.value).toInstant(), said.value, user.zone ?? said.value);
  return `${formatDay(at.toPlainDate())}, ${formatClock(at.toPlainTime())}`;
}

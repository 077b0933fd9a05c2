import type { OfficialDate } from '../domain/season/officialDates.ts';
import { box, colors, MARGIN, text, WIDTH } from './canvas.ts';

/** How sure an official date is, or that it is the reader's own. */
export type DateLabel = OfficialDate['label'] | 'yours';

interface Year {
  today: Temporal.PlainDate;
  /** The parts of the year in order, without gaps. */
  parts: { starts: Temporal.PlainDate; ends: Temporal.PlainDate; isNow: boolean }[];
  dates: { day: Temporal.PlainDate; label: DateLabel }[];
}

const TOP = 186;
const TALL = 36;
const WIDE = WIDTH - 2 * MARGIN;

/** A cycle of the season as a strip to scale: its parts, its months, its official dates and the reader's, and today. */
export function drawYear({ today, parts, dates }: Year): string {
  const first = parts[0]!.starts;
  const last = parts.at(-1)!.ends;
  const at = (day: Temporal.PlainDate) => MARGIN + (WIDE * daysFrom(first, day)) / (daysFrom(first, last) + 1);
  const todayAt = at(today);
  const label = Math.min(Math.max(todayAt, MARGIN + 40), WIDTH - MARGIN - 40);
  return [
    ...parts.map(({ starts, ends, isNow }) => {
      const from = at(starts);
      const color = isNow ? colors.deepSlate : isBefore(ends, today) ? colors.faint : colors.paleSlate;
      return box(from, TOP, at(ends.add({ days: 1 })) - from - 3, TALL, color, 4);
    }),
    ...monthsBetween(first, last).map(month =>
      text(at(month.with({ day: 15 })), TOP + TALL + 36, initials.charAt(month.month - 1), {
        size: 28,
        anchor: 'middle',
        fill: colors.quiet,
      }),
    ),
    ...dates
      .filter(({ day }) => !isBefore(last, day))
      .map(({ day, label }) => drawDate(at(day), TOP + TALL / 2, label)),
    `<path d="M${todayAt} ${TOP - 4}v${TALL + 8}" stroke="${colors.amber}" stroke-width="8" stroke-linecap="round"/>`,
    text(label, TOP - 16, 'today', { size: 28, bold: true, anchor: 'middle' }),
  ].join('');
}

/** The sign of a date: a diamond that is hollow while it is expected and filled once it is confirmed, a dot for one's own. */
export function drawDate(x: number, y: number, label: DateLabel): string {
  if (label === 'yours')
    return `<circle cx="${x}" cy="${y}" r="10" fill="${colors.sage}" stroke="white" stroke-width="3"/>`;
  const fill = label === 'confirmed' ? colors.ink : 'white';
  return `<path d="M${x} ${y - 11}l11 11l-11 11l-11 -11z" fill="${fill}" stroke="${colors.ink}" stroke-width="3"/>`;
}

const initials = 'JFMAMJJASOND';

/** The months whose middle lies in the year. */
function monthsBetween(first: Temporal.PlainDate, last: Temporal.PlainDate): Temporal.PlainDate[] {
  return Array.from({ length: 14 }, (_, index) => first.with({ day: 15 }).add({ months: index })).filter(
    day => !isBefore(day, first) && !isBefore(last, day),
  );
}

const daysFrom = (first: Temporal.PlainDate, day: Temporal.PlainDate): number =>
  first.until(day, { largestUnit: 'days' }).days;

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) < 0;

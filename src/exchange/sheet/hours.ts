import { clip } from '../../core/cards/clip.ts';
import { type Reading, refused, understood } from '../../domain/words/reading.ts';
import { type Cell, textOf } from '../file/table.ts';
import { type Clock, type SaidMoment, timeIn } from './words.ts';

type SaidTime = Omit<SaidMoment, 'day'>;

const LONGEST = 100;
/** "9:00 AM - 12:00 PM": what comes behind the sign is when it ends. */
const SPAN = /\s*(?:→|–|—|-|\bto\b|\buntil\b)\s*(?=\d|noon)/i;
const HALF = /\b([ap])\.?m?\.?\b(?=[^\d]*$)/i;

/** The hour at which something begins, from a cell of hours: "9:00 AM - 12 PM", 0.375 in a workbook. */
export function hourIn(cell: Cell, day: Temporal.PlainDate, clock: Clock): Reading<SaidTime> {
  if (cell instanceof Temporal.PlainDateTime) return understood({ time: cell.toPlainTime(), zone: null });
  if (typeof cell === 'number' && cell > 0 && cell < 1)
    return understood({ time: new Temporal.PlainTime().add({ minutes: Math.round(cell * 24 * 60) }), zone: null });
  const text = textOf(cell);
  if (text.length > LONGEST) return refused(`"${clip(text, 40)}" is no hour such as 2:30 PM`);
  const [start = '', end, ...more] = text.split(SPAN);
  if (end === undefined || more.length > 0) return timeIn(text, day, clock);
  return spanned(start.trim(), end.trim(), day, clock) ?? refused(`"${clip(text, 40)}" is no hour such as 2:30 PM`);
}

/** "9-10 AM" begins at 9 AM, "11-1 PM" at 11 AM; a zone behind the end is that of both. */
function spanned(start: string, end: string, day: Temporal.PlainDate, clock: Clock): Reading<SaidTime> | undefined {
  const until = timeIn(end, day, clock);
  if (until.outcome !== 'understood') return undefined;
  const half = HALF.exec(start) ? '' : (HALF.exec(end.replace(/\([^)]*\)/, ''))?.[1] ?? '');
  const [same, other] = [start, ...(half ? [`${start} ${half}m`] : [])]
    .toReversed()
    .map(words => timeIn(words, day, clock));
  const found = same && isBefore(same, until) ? same : (other ?? same);
  if (found?.outcome !== 'understood') return undefined;
  return understood({ time: found.value.time, zone: found.value.zone ?? until.value.zone });
}

const isBefore = (one: Reading<SaidTime>, other: Reading<SaidTime>): boolean =>
  one.outcome === 'understood' &&
  other.outcome === 'understood' &&
  one.value.time !== null &&
  other.value.time !== null &&
  Temporal.PlainTime.compare(one.value.time, other.value.time) < 0;

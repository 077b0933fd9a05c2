import { list } from '../words/sentences.ts';
import { formatClock, formatDay, weekdayNames } from './localTime.ts';
import { type Recurrence, weekdayCodes } from './recurrence.ts';

const places: Record<string, string> = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', 5: 'fifth', '-1': 'last' };
const units: Record<string, string> = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' };
const workdays = weekdayCodes.slice(0, 5).join();

/** "every second Friday at 7 AM", "every weekday at 8 AM", "every month on the 3rd at 9 AM" */
export function describeRule({ at, rule }: Recurrence & { rule: string }): string {
  const parts: Record<string, string | undefined> = Object.fromEntries(rule.split(';').map(part => part.split('=')));
  const times = parts.COUNT && `, ${parts.COUNT} times`;
  return `${rhythmOf(parts)} at ${formatClock(at.toPlainTime())}${untilOf(parts.UNTIL)}${times ?? ''}`;
}

function rhythmOf({
  FREQ = '',
  INTERVAL = '1',
  BYDAY,
  BYMONTHDAY,
  BYMONTH,
}: Record<string, string | undefined>): string {
  const unit = units[FREQ] ?? 'day';
  const interval = Number(INTERVAL);
  const days = BYDAY?.split(',') ?? [];
  const monthDays = BYMONTHDAY?.split(',') ?? [];
  const months = BYMONTH?.split(',').map(monthName) ?? [];
  if (unit === 'week' && BYDAY === workdays && interval === 1) return 'every weekday';
  if (unit === 'week' && days.length > 0 && interval <= 2) return `${again(interval)} ${list(days.map(dayName), 7)}`;
  const spell = interval <= 2 ? `${again(interval)} ${unit}` : `every ${interval} ${unit}s`;
  const on = [...days.map(dayName), ...monthDays.map(dayOfMonth)];
  const inMonths =
    months.length > 0 ? ` ${unit === 'year' && days.length === 0 ? 'of' : 'in'} ${list(months, 12)}` : '';
  return on.length > 0 ? `${spell} on ${list(on, 31)}${inMonths}` : `${spell}${inMonths}`;
}

const again = (interval: number): string => (interval === 1 ? 'every' : 'every second');

/** `FR` -> "Friday", `+1MO` -> "the first Monday" */
function dayName(code: string): string {
  const name = weekdayNames[weekdayCodes.indexOf(code.slice(-2))] ?? code;
  const nth = code.slice(0, -2).replace('+', '');
  return nth ? `the ${places[nth] ?? `${nth}th`} ${name}` : name;
}

const ENDINGS = new Intl.PluralRules('en', { type: 'ordinal' });
const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };

/** `3` -> "the 3rd", `-1` -> "the last day" */
const dayOfMonth = (day: string): string =>
  day === '-1' ? 'the last day' : `the ${day}${endings[ENDINGS.select(Number(day))] ?? 'th'}`;

const monthName = (month: string): string =>
  /^([1-9]|1[0-2])$/.test(month)
    ? new Temporal.PlainYearMonth(2026, Number(month)).toLocaleString('en-US', { month: 'long', calendar: 'iso8601' })
    : month;

/** `20261220` -> ", until Sun, Dec 20, 2026" */
function untilOf(until: string | undefined): string {
  if (!until) return '';
  try {
    return `, until ${formatDay(Temporal.PlainDate.from(until.slice(0, 8)))}`;
  } catch {
    return `, until ${until}`;
  }
}

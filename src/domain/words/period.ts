import { readDay } from '../time/readDay.ts';
import { type Asking, dayPhrases, plainDay } from './dayWords.ts';

/** Some days that have been, both ends within. */
export interface Period {
  from: Temporal.PlainDate;
  until: Temporal.PlainDate;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec';
/** Names and verbs that are months too, unless "in" stands before them. */
const UNSURE = /^(?:march|april|may|june|august|mar|jan|dec)$/i;

type Days = (today: Temporal.PlainDate, words: readonly string[]) => Period | undefined;
const week = (day: Temporal.PlainDate): Temporal.PlainDate => day.subtract({ days: day.dayOfWeek - 1 });
const back = (today: Temporal.PlainDate, amount: string | undefined, unit = 'week'): Period => ({
  from: today.subtract({ [`${unit.toLowerCase().replace(/s$/, '')}s`]: Number(amount ?? 1) }),
  until: today,
});

/** How people say a stretch of time, each with the days that it means. */
const phrases: readonly [RegExp, Days][] = [
  [
    /\b(?:last|previous) week\b/i,
    today => ({ from: week(today).subtract({ days: 7 }), until: week(today).subtract({ days: 1 }) }),
  ],
  [/\bthis week\b/i, today => ({ from: week(today), until: today })],
  [
    /\b(?:last|the) weekend\b/i,
    today => ({ from: week(today).subtract({ days: 2 }), until: week(today).subtract({ days: 1 }) }),
  ],
  [
    /\blast month\b/i,
    today => {
      const month = today.subtract({ months: 1 });
      return { from: month.with({ day: 1 }), until: month.with({ day: month.daysInMonth }) };
    },
  ],
  [/\bthis month\b/i, today => ({ from: today.with({ day: 1 }), until: today })],
  [
    /\b(?:in |over |for |within )?(?:the )?(?:last|past) (?:(\d{1,3}) )?(days?|weeks?|months?)\b/i,
    (today, [, amount, unit]) => back(today, amount, unit),
  ],
  [
    new RegExp(`\\b(in |during |from |last )?(${MONTH})\\b(?! \\d)`, 'i'),
    (today, [, before, name = '']) => {
      if (!before && UNSURE.test(name)) return undefined;
      const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
      const year = month > today.month ? today.year - 1 : today.year;
      const from = Temporal.PlainDate.from({ year, month, day: 1 });
      return { from, until: from.with({ day: from.daysInMonth }) };
    },
  ],
];

/** The days that words speak of, and the words without them; undefined where they speak of none. */
export function periodIn(text: string, asking: Asking): { period: Period; rest: string } | undefined {
  const today = asking.now.toZonedDateTimeISO(asking.zone).toPlainDate();
  for (const [pattern, days] of phrases) {
    const found = pattern.exec(text);
    const period = found && days(today, found);
    if (found && period)
      return { period: sided(period, text, found.index, today), rest: without(text, found.index, found[0].length) };
  }
  const [day] = dayPhrases(text, asking);
  const said = day && readDay(plainDay(text.slice(day.from, day.to)), { ...asking, side: 'back' });
  if (!day || said?.outcome !== 'understood') return undefined;
  const period = sided({ from: said.value, until: said.value }, text, day.from, today);
  return { period, rest: without(text, day.from, day.to - day.from) };
}

const SINCE = /(?:since|from|after|starting)\s+$/i;
const BEFORE = /(?:before|until|till|up to)\s+$/i;
const EARLIEST = Temporal.PlainDate.from('1970-01-01');

/** "since October" lasts until today, "before Oct 3" ends the day before. */
function sided(period: Period, text: string, at: number, today: Temporal.PlainDate): Period {
  const before = text.slice(Math.max(0, at - 12), at);
  if (SINCE.test(before)) return { from: period.from, until: today };
  return BEFORE.test(before) ? { from: EARLIEST, until: period.from.subtract({ days: 1 }) } : period;
}

const without = (text: string, at: number, length: number): string =>
  `${text.slice(0, Math.max(0, at - 12))}${text.slice(Math.max(0, at - 12), at).replace(/(?:\b(?:since|from|after|starting|before|until|till|up to|on|in))?\s*$/i, '')} ${text.slice(at + length)}`.trim();

import { readDay } from '../../time/readDay.ts';

export interface ReadAgainst {
  now: Temporal.Instant;
  /** The reader's own. */
  zone: string;
}

/** A day that is named in a statement, from `start` to before `end`. */
export interface DaySaid {
  start: number;
  end: number;
  /** Null where it may be one of several, or is none that any calendar has. */
  day: Temporal.PlainDate | null;
  /** Those that it may be. */
  either: readonly Temporal.PlainDate[];
}

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\b\\.?';
const NAMED = `\\b(?:(?<weekday>${WEEKDAY}),? (?:the )?)?`;
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const MORE = '(?: ?(?:-|and|&|or) ?(?<more>\\d{1,2})(?:st|nd|rd|th)?(?! ?(?:am|pm|:|\\d)))?';

const DATES = [
  `${NAMED}(?<month>${MONTH}) (?:the )?${DAY}\\b${MORE}(?:,? (?<year>20\\d\\d))?(?![\\d:])(?: \\(?(?<after>${WEEKDAY})\\)?)?`,
  `${NAMED}${DAY}[ -](?:of )?(?<month>${MONTH})(?:[ ,-]{1,2}(?<year>20\\d\\d))?`,
  `${NAMED}(?<month>\\d{1,2})[/.](?<day>\\d{1,2})(?:[/.](?<year>(?:20)?\\d\\d))?(?![\\d/.]\\d)(?! ?(?:am|pm|%))`,
  `${NAMED}(?<year>20\\d\\d)-(?<month>\\d\\d)-(?<day>\\d\\d)(?!\\d)`,
  `\\b(?<near>today|tonight|tomorrow)\\b`,
  `\\b(?:(?<which>this|next|coming|following) )?(?<weekday>${WEEKDAY})(?! ?(?:through|thru|to|-) ?(?:${WEEKDAY}))`,
].map(pattern => new RegExp(pattern, 'gi'));

/** The days that a statement names, with or without a year, in their order. */
export function daysIn(text: string, against: ReadAgainst): DaySaid[] {
  const found: DaySaid[] = [];
  for (const pattern of DATES)
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some(other => start < other.end && other.start < end)) continue;
      const meant = meantBy(match.groups ?? {}, against);
      if (meant) found.push({ start, end, ...meant });
    }
  return found.toSorted((one, other) => one.start - other.start);
}

/** The day ahead that the words mean, or the one that has just passed; null where they mean no one day. */
function nearestDay(words: string, against: ReadAgainst): Temporal.PlainDate | null {
  for (const side of ['ahead', 'back'] as const) {
    const read = readDay(words, { ...against, side });
    if (read.outcome === 'understood') return read.value;
  }
  return null;
}

type Parts = Partial<Record<'weekday' | 'after' | 'month' | 'day' | 'more' | 'year' | 'near' | 'which', string>>;

function meantBy(parts: Parts, { now, zone }: ReadAgainst): Pick<DaySaid, 'day' | 'either'> | undefined {
  const { near, month, day, more, year, weekday, which } = parts;
  const read = (words: string) => nearestDay(words, { now, zone });
  if (near) return { day: read(near.toLowerCase() === 'tonight' ? 'today' : near), either: [] };
  if (month && day) {
    const written = read(dateWords(month, day, year));
    if (!written) return { day: null, either: [] };
    const other = more && read(dateWords(month, more, year));
    if (other) return { day: null, either: [written, other] };
    const named = weekday ?? parts.after;
    return !named || isCalled(written, named)
      ? { day: written, either: [] }
      : { day: null, either: [nearestCalled(written, named), written] };
  }
  // "Sat" and "sun" may be anything.
  if (!weekday || (weekday.length <= 4 && !which)) return undefined;
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const first = today.add({ days: (numberOf(weekday) + 7 - today.dayOfWeek) % 7 });
  const isOpen = first.equals(today) || (which !== undefined && !/^this/i.test(which));
  return isOpen ? { day: null, either: [first, first.add({ weeks: 1 })] } : { day: first, either: [] };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const numberIn = (names: readonly string[], word: string): number =>
  names.findIndex(name => word.toLowerCase().startsWith(name)) + 1;
const numberOf = (weekday: string): number => numberIn(WEEKDAYS, weekday);

/** As `readDay` takes it, in one of its many ways: "8 dec 2026". */
function dateWords(month: string, day: string, year: string | undefined): string {
  const number = /^\d/.test(month) ? Number(month) : numberIn(MONTHS, month);
  const full = year?.length === 2 ? `20${year}` : year;
  return [Number(day), MONTHS[number - 1] ?? '?', full].filter(Boolean).join(' ');
}

const isCalled = (day: Temporal.PlainDate, weekday: string): boolean => day.dayOfWeek === numberOf(weekday);

function nearestCalled(day: Temporal.PlainDate, weekday: string): Temporal.PlainDate {
  const ahead = (numberOf(weekday) + 7 - day.dayOfWeek) % 7;
  return day.add({ days: ahead > 3 ? ahead - 7 : ahead });
}

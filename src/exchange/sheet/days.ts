import { clip } from '../../core/cards/clip.ts';
import { formatDay } from '../../domain/time/localTime.ts';
import { asked, type Reading, refused, understood } from '../../domain/words/reading.ts';
import { type Cell, textOf } from '../file/table.ts';
import type { Answers, Question } from '../questions.ts';
import type { DayOrder } from './heads.ts';
import { dateOf, type NumericDay, numericDay } from './numericDay.ts';
import { type Clock, dayAlone, hourIn, momentIn, type SaidMoment, type Side } from './words.ts';

/** A column of days, as far as it is to be understood. */
export interface DayCells {
  head: string;
  side: Side;
  cells: readonly Cell[];
  isWorkbook: boolean;
  /** The order that its head shows. */
  order?: DayOrder | undefined;
}

export interface UnderstoodDays {
  /** How its figures are read, where there are any that may be read otherwise; and whether its days prove it. */
  order?: DayOrder | undefined;
  isProven: boolean;
  read(cell: Cell): Reading<SaidMoment>;
}

interface Looked extends DayCells {
  /** Its days in figures that differ by their order. */
  open: NumericDay[];
  /** The orders that some of its days prove. */
  proven: ReadonlySet<DayOrder>;
  isSerials: boolean;
}

const ORDER_KEY = 'days';
const SERIAL_KEY = 'serials';
/** No day has a longer name. */
const LONGEST = 120;
/** Excel's numbers for days: 1954 to 2064. */
const [FIRST_SERIAL, LAST_SERIAL] = [20_000, 60_000];
const SERIAL = /^\d{5}(?:\.\d{1,12})?$/;
/** A plan lies in this season: not further off than so, on either side. */
const SEASON = { days: 183 };

/**
 * Reads columns of days as wholes: one day over 12 says the order of its column, and of the others that are written
 * alike. What stays open is asked once for all of them.
 */
export function understandDays(
  columns: readonly DayCells[],
  clock: Clock,
  answers: Answers,
): { columns: UnderstoodDays[]; questions: Question[] } {
  const today = clock.now.toZonedDateTimeISO(clock.zone).toPlainDate();
  const looked = columns.map(column => look(column, today));
  const decided = looked.map(column => orderOf(column, looked, today, answered(answers)));
  const undecided = looked.filter(
    ({ open, proven }, index) => open.length > 0 && proven.size < 2 && decided[index] === undefined,
  );
  const serials = looked.filter(({ isSerials }) => isSerials);
  const [doubtful, numbers] = [undecided[0], serials[0]];
  return {
    columns: looked.map((column, index) => {
      const order = decided[index];
      return {
        ...(column.open.length > 0 && { order }),
        isProven: column.proven.size > 0,
        read: cell => readCell(cell, column, order),
      };
    }),
    questions: [
      ...(doubtful ? [orderQuestion(doubtful)] : []),
      ...(numbers && answers[SERIAL_KEY] === undefined ? [serialQuestion(numbers)] : []),
    ],
  };

  function readCell(cell: Cell, column: Looked, order: DayOrder | undefined): Reading<SaidMoment> {
    if (typeof cell === 'number' && column.isWorkbook) return serialDay(cell);
    if (cell instanceof Temporal.PlainDateTime) return momentOf(cell);
    const text = textOf(cell);
    if (column.isSerials && SERIAL.test(text)) {
      const answer = answers[SERIAL_KEY];
      return answer === undefined
        ? asked(serialQuestion(column).ask)
        : answer === 'yes'
          ? serialDay(Number(text))
          : no(text);
    }
    return readText(text, column, order);
  }

  function readText(text: string, column: Looked, order: DayOrder | undefined): Reading<SaidMoment> {
    if (text.length > LONGEST) return no(text);
    const said = numericDay(text, today, nearestTo(today, column.side));
    if (!said) return momentIn(text, column.side, clock);
    const possible = ORDERS.filter(each => said.readings[each] !== null);
    const isOpen = isAmbiguous(said);
    if (isOpen && column.proven.size > 1) return no(text, 'its column has days of both orders');
    if (isOpen && order === undefined) return asked(`"${clip(text)}" can be read two ways`);
    const reading = isOpen ? order : possible[0];
    const day = reading && said.readings[reading];
    return day ? withTime(day, said.rest, clock) : no(text);
  }
}

const ORDERS: readonly DayOrder[] = ['day first', 'month first'];

const no = (text: string, why = 'that is no day that I can read'): Reading<never> => refused(`"${clip(text)}": ${why}`);

/** The same file read with its days the other way round. */
export const otherWay = (order: DayOrder): Answers => ({ [ORDER_KEY]: ORDERS.find(each => each !== order) ?? order });

const answered = (answers: Answers): DayOrder | undefined => ORDERS.find(order => order === answers[ORDER_KEY]);

function look(column: DayCells, today: Temporal.PlainDate): Looked {
  const texts = column.cells.map(textOf).filter(text => text !== '' && text.length <= LONGEST);
  const days = texts.flatMap(text => numericDay(text, today, nearestTo(today, column.side)) ?? []);
  const proven = days.flatMap(({ readings, sign }) => {
    const possible = ORDERS.filter(order => readings[order] !== null);
    return sign !== '' && possible.length === 1 ? possible : [];
  });
  const isSerials =
    !column.isWorkbook && texts.length > 0 && texts.every(text => SERIAL.test(text) && isSerial(Number(text)));
  return { ...column, open: days.filter(isAmbiguous), proven: new Set(proven), isSerials };
}

function isAmbiguous({ readings }: NumericDay): boolean {
  const [one, other] = ORDERS.map(order => readings[order]);
  return one != null && other != null && !one.equals(other);
}

/** Its own days say it, else the answer, else its head, the days of another column, or that only one makes sense. */
function orderOf(
  column: Looked,
  all: readonly Looked[],
  today: Temporal.PlainDate,
  answer: DayOrder | undefined,
): DayOrder | undefined {
  if (column.proven.size > 0) return column.proven.size === 1 ? [...column.proven][0] : undefined;
  if (answer ?? column.order) return answer ?? column.order;
  const alike = all.filter(({ open, proven }) => open[0]?.sign === column.open[0]?.sign && proven.size === 1);
  const others = new Set(alike.flatMap(({ proven }) => [...proven]));
  if (others.size === 1) return [...others][0];
  const fair = ORDERS.filter(order => column.open.every(({ readings }) => isFair(readings[order], column.side, today)));
  return fair.length === 1 ? fair[0] : undefined;
}

/** Whether a log or a plan may be of that day. */
function isFair(day: Temporal.PlainDate | null, side: Side, today: Temporal.PlainDate): boolean {
  const { compare } = Temporal.PlainDate;
  if (!day) return false;
  if (side === 'behind') return compare(day, today) <= 0;
  return compare(day, today.subtract(SEASON)) >= 0 && compare(day, today.add(SEASON)) <= 0;
}

/** Of a day without a year: the last one for what lies behind, the nearest for what a season holds. */
const nearestTo = (today: Temporal.PlainDate, side: Side) => (month: number, day: number) => {
  const years = [-1, 0, 1].flatMap(more => dateOf(today.year + more, month, day) ?? []);
  const far = (date: Temporal.PlainDate) => Math.abs(today.until(date).days);
  const fitting = years.filter(date => side === 'ahead' || Temporal.PlainDate.compare(date, today) <= 0);
  return fitting.toSorted((one, other) => far(one) - far(other))[0] ?? null;
};

const isSerial = (value: number): boolean => value >= FIRST_SERIAL && value <= LAST_SERIAL;

function serialDay(value: number): Reading<SaidMoment> {
  if (!isSerial(value)) return no(String(value));
  const minutes = Math.round((value % 1) * 24 * 60);
  const midnight = new Temporal.PlainDateTime(1899, 12, 30).add({ days: Math.floor(value) });
  return momentOf(midnight.add({ minutes }));
}

function momentOf(at: Temporal.PlainDateTime): Reading<SaidMoment> {
  if (at.year < 1901)
    return refused(`"${at.toPlainTime().toString({ smallestUnit: 'minute' })}" is an hour and no day`);
  const time = at.toPlainTime();
  return understood({ ...dayAlone(at.toPlainDate()), time: time.equals(MIDNIGHT) ? null : time });
}
/** What a day without an hour has in a workbook; nobody is interviewed then. */
const MIDNIGHT = new Temporal.PlainTime();

function withTime(day: Temporal.PlainDate, rest: string, clock: Clock): Reading<SaidMoment> {
  if (rest === '') return understood(dayAlone(day));
  // As programs write a moment: "09:00:00.000Z".
  const [, written, isUtc] = /^(\d\d:\d\d)(?::\d\d(?:\.\d{1,9})?)?(Z)?$/.exec(rest) ?? [];
  const hour = written === undefined ? hourIn(rest, day, clock) : undefined;
  if (hour) return hour.outcome === 'understood' ? understood({ day, ...hour.value }) : hour;
  const time = Temporal.PlainTime.from(written ?? '00:00');
  if (time.equals(MIDNIGHT)) return understood(dayAlone(day));
  return understood({ ...dayAlone(day), time, zone: isUtc ? 'UTC' : null });
}

function orderQuestion({ open, head }: Looked): Question {
  const [example] = open;
  const label = (order: DayOrder) => (example?.readings[order] ? formatDay(example.readings[order]) : order);
  return {
    key: ORDER_KEY,
    ask: `The days under "${clip(head, 40)}" can be read two ways. Which is the first one?`,
    answers: ORDERS.toReversed().map(order => ({ value: order, label: label(order) })),
    waits: true,
  };
}

function serialQuestion({ cells, head }: Looked): Question {
  const example = textOf(cells.find(cell => textOf(cell) !== ''));
  const day = serialDay(Number(example));
  return {
    key: SERIAL_KEY,
    ask: `"${clip(head, 40)}" holds numbers such as ${example}. As Excel’s number for a day that is ${day.outcome === 'understood' ? formatDay(day.value.day) : 'none'}. Are they days?`,
    answers: [
      { value: 'yes', label: 'They are days' },
      { value: 'no', label: 'They are not' },
    ],
    waits: true,
  };
}

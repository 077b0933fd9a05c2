import { clip } from '../../core/cards/clip.ts';
import { asked, type Reading as Read, refused, understood } from '../../domain/words/reading.ts';
import { type Cell, textOf } from '../file/table.ts';
import type { Question } from '../questions.ts';
import { understandDays } from './days.ts';
import { hourIn } from './hours.ts';
import { daysAs, type Reading, type RowCells } from './reading.ts';
import type { Shape } from './shape.ts';
import type { SaidMoment } from './words.ts';

const HOUR_KEY = 'hour';
const OFF = /\b(?:cancell?ed|declined|withdr(?:ew|awn)|dropped)\b/i;

/** When an interview is, as it is stored. */
interface Kept {
  day: string;
  time: string;
  zone: string;
  /** How long it takes, where that is said. */
  minutes: number | null;
  followUpSentOn: null;
}

/** Reads the interviews of a table of programs; its days as a column, an hour that is missing asked for once. */
export function createInterviews(shape: Shape, { clock, answers, zoneOf }: Reading) {
  const { rows, columns, isWorkbook } = shape;
  const { index = -1, head = '', order, zone: ofDays } = columns.day ?? {};
  const cells = rows.map(row => row.cells[index] ?? '');
  const days = understandDays([{ head, side: 'ahead', cells, isWorkbook, order }], clock, answers);
  const [column] = days.columns;
  const isOff = (status: Cell) => OFF.test(textOf(status));
  // A column in which there is no day at all is another matter than a day that cannot be read.
  const isOfDays = cells.some(cell => cell !== '' && column?.read(cell).outcome !== 'refused');

  const lacking = rows.filter(row => {
    const [day, status] = [row.cells[index] ?? '', row.cells[columns.status?.index ?? -1] ?? ''];
    const said = day === '' ? undefined : column?.read(day);
    const hasHour = (row.cells[columns.time?.index ?? -1] ?? '') !== '';
    return said?.outcome === 'understood' && !said.value.time && !hasHour && !isOff(status);
  }).length;
  const questions = [
    ...(isOfDays ? days.questions : []),
    ...(lacking > 0 && !answers[HOUR_KEY] ? [hourQuestion(lacking)] : []),
  ];

  /** The interview of a row; null where it has none. */
  function of({ cell, text }: RowCells, program: string): Read<Kept | null> {
    if (cell('day') === '') return cell('time') === '' ? understood(null) : refused('an hour is said, and no day');
    if (!isOfDays) return understood(null);
    if (isOff(cell('status'))) return refused(`"${clip(text('status'), 40)}": its interview is left out`);
    const said = column?.read(cell('day')) ?? refused('no day is said');
    if (said.outcome !== 'understood') return said;
    const moment = withHour(said.value, cell('time'));
    if (moment.outcome !== 'understood') return moment;
    const zone = zoneAt(text('zone'), moment.value.zone, program);
    if (zone.outcome !== 'understood') return zone;
    const { day, time } = moment.value;
    const minutes = /^[1-9]\d{0,3}$/.test(text('minutes')) ? Number(text('minutes')) : null;
    return understood({ day: `${day}`, time: `${time}`, zone: zone.value, minutes, followUpSentOn: null });
  }

  function withHour({ day, time, zone }: SaidMoment, cell: Cell): Read<SaidMoment> {
    if (cell !== '') {
      const hour = hourIn(cell, day, clock);
      if (hour.outcome !== 'understood') return hour;
      const isOther = time !== null && !hour.value.time?.equals(time);
      return isOther
        ? refused('two hours are said')
        : understood({ day, ...hour.value, zone: hour.value.zone ?? zone });
    }
    if (time) return understood({ day, time, zone });
    const answer = answers[HOUR_KEY];
    if (answer === undefined) return asked('no hour is said for its interview');
    return HOURS.includes(answer)
      ? understood({ day, time: Temporal.PlainTime.from(answer), zone })
      : refused('no hour is said, so its interview is left out');
  }

  /** The zone of the cell beside it, of its own words, of its column, of the program, or the member's own. */
  function zoneAt(text: string, ofMoment: string | null, program: string): Read<string> {
    const beside = text === '' ? undefined : clock.zones.read(text);
    if (beside && beside.outcome !== 'understood') return beside;
    const said = beside?.value ?? ofMoment;
    if (said && ofMoment && said !== ofMoment) return refused(`its hour and "${clip(text, 30)}" are in two time zones`);
    return understood(said ?? columns.time?.zone ?? ofDays ?? zoneOf(program) ?? clock.zone);
  }

  const leftOut = isOfDays || head === '' ? [] : [{ head, why: 'there is no day in it' }];
  return { questions, of, leftOut, days: daysAs(column) };
}

const HOURS = ['08:00', '09:00'];

const hourQuestion = (lacking: number): Question => ({
  key: HOUR_KEY,
  ask: `${lacking === 1 ? 'One interview has' : `${lacking} interviews have`} a day and no hour. I need one to remind you; you can change it later. When do they begin?`,
  answers: [
    { value: '08:00', label: 'At 8:00 AM' },
    { value: '09:00', label: 'At 9:00 AM' },
    { value: 'none', label: 'Leave them out' },
  ],
  waits: true,
});

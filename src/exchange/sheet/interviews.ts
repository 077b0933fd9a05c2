import { clip } from '../../core/cards/clip.ts';
import { asked, type Reading as Read, refused, understood } from '../../domain/words/reading.ts';
import { type Cell, textOf } from '../file/table.ts';
import type { Question } from '../questions.ts';
import { hourOf } from './hours.ts';
import type { ProgramDays } from './programDays.ts';
import { type Reading, type RowCells, rowCells } from './reading.ts';
import type { Shape } from './shape.ts';
import { isUnsaid, type SaidMoment } from './words.ts';

const HOUR_KEY = 'hour';
const OFF = /\b(?:cancell?ed|declined|withdr(?:ew|awn)|dropped)\b/i;

/** Whether a row says that what was planned is over. */
export const isOff = (status: Cell): boolean => OFF.test(textOf(status).slice(0, 200));

/** When an interview is, as it is stored. */
interface Kept {
  day: string;
  time: string;
  zone: string;
  /** How long it takes, where that is said. */
  minutes: number | null;
  followUpSentOn: null;
}

/** The interviews of a table of programs; an hour that is missing is asked for once. */
export function createInterviews(shape: Shape, reading: Reading, days: ProgramDays) {
  const { clock, answers } = reading;
  const zoneAt = zonesOf(shape, reading);
  const lacking = shape.rows.filter(row => {
    const { cell } = rowCells(shape, row);
    const said = days.read('day', cell('day'));
    return said?.outcome === 'understood' && !said.value.time && isUnsaid(cell('time')) && !isOff(cell('status'));
  }).length;
  const questions = lacking > 0 && !answers[HOUR_KEY] ? [hourQuestion(lacking)] : [];

  /** The interview of a row; null where it has none. */
  function of(cells: RowCells, program: string): Read<Kept | null> {
    const { cell, text } = cells;
    const said = days.read('day', cell('day'));
    if (!said) return isUnsaid(cell('time')) ? understood(null) : refused('an hour is said, and no day');
    if (isOff(cell('status'))) return refused(`"${clip(text('status'), 40)}": its interview is left out`);
    if (said.outcome !== 'understood') return said;
    const moment = withHour(said.value, cell('time'));
    if (moment.outcome !== 'understood') return moment;
    const { day, time, minutes } = moment.value;
    const zone = zoneAt(cells, moment.value.zone, program);
    if (zone.outcome !== 'understood') return zone;
    const length = text('minutes') === '' ? minutes : minutesIn(text('minutes'));
    if (length === undefined) return refused(`"${clip(text('minutes'), 30)}" is no length such as 90 min or 3 hours`);
    return understood({ day: `${day}`, time: `${time}`, zone: zone.value, minutes: length, followUpSentOn: null });
  }

  function withHour(said: SaidMoment, cell: Cell): Read<SaidMoment> {
    if (!isUnsaid(cell)) {
      const hour = hourOf(cell, said.day, clock);
      if (hour.outcome !== 'understood') return hour;
      const { time, zone, minutes } = hour.value;
      if (said.time && !said.time.equals(time)) return refused('two hours are said');
      return understood({ ...said, time, zone: zone ?? said.zone, minutes: minutes ?? said.minutes });
    }
    if (said.time) return understood(said);
    const answer = answers[HOUR_KEY];
    if (answer === undefined) return asked('no hour is said for its interview');
    return HOURS.includes(answer)
      ? understood({ ...said, time: Temporal.PlainTime.from(answer) })
      : refused('no hour is said, so its interview is left out');
  }

  return { questions, of };
}

/** The zone of the cell beside a moment, of its own words, of its column, of the program, or the member's own. */
export const zonesOf =
  ({ columns }: Shape, { clock, zoneOf }: Reading) =>
  ({ cell, text }: RowCells, ofMoment: string | null, program: string): Read<string> => {
    const beside = isUnsaid(cell('zone')) ? undefined : clock.zones.read(text('zone'));
    if (beside && beside.outcome !== 'understood') return beside;
    const said = beside?.value ?? ofMoment;
    if (said && ofMoment && said !== ofMoment)
      return refused(`its hour and "${clip(text('zone'), 30)}" are in two time zones`);
    return understood(said ?? columns.time?.zone ?? columns.day?.zone ?? zoneOf(program) ?? clock.zone);
  };

const LENGTH = /^(\d{1,4}(?:\.\d{1,2})?)\s*(?:(m|min|mins|minutes?)|(h|hrs?|hours?))?\.?$/i;
const LONGEST_MINUTES = 24 * 60;

/** "90", "90 min", "1.5 hours"; undefined where it is none. */
function minutesIn(text: string): number | undefined {
  const [, amount = '', , hours] = LENGTH.exec(text) ?? [];
  const minutes = Math.round(Number(amount) * (hours ? 60 : 1));
  return minutes > 0 && minutes <= LONGEST_MINUTES ? minutes : undefined;
}

const HOURS = ['08:00', '09:00'];

const hourQuestion = (lacking: number): Question => ({
  key: HOUR_KEY,
  ask: `${lacking === 1 ? 'One interview has' : `${lacking} interviews have`} a day and no hour. I need one to remind you; you can change it later. When do they begin?`,
  answers: [
    { value: '08:00', label: 'At 8 AM' },
    { value: '09:00', label: 'At 9 AM' },
    { value: 'none', label: 'Leave them out' },
  ],
  waits: true,
});

import { type Reading, understood } from '../../domain/words/reading.ts';
import { type Cell, textOf } from '../file/table.ts';
import { type Clock, hourIn, type SaidHour } from './words.ts';

/** The hour in a cell of hours: as text, or as a workbook has it, 0.375 for 9 AM. */
export function hourOf(cell: Cell, day: Temporal.PlainDate, clock: Clock): Reading<SaidHour> {
  const said = { zone: null, minutes: null };
  if (cell instanceof Temporal.PlainDateTime) return understood({ time: cell.toPlainTime(), ...said });
  if (typeof cell === 'number' && cell > 0 && cell < 1)
    return understood({ time: new Temporal.PlainTime().add({ minutes: Math.round(cell * 24 * 60) }), ...said });
  return hourIn(textOf(cell), day, clock);
}

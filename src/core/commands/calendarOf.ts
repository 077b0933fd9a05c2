import { officialDates } from '../../domain/season/officialDates.ts';
import { cycleOf } from '../../domain/season/season.ts';
import type { Calendar } from '../../domain/time/meant/events.ts';
import type { Context } from './command.ts';

/** What a time may be counted from: this person's own meetings, and the official dates of this cycle and the next. */
export async function calendarOf({
  notebook,
  season,
  today,
}: Pick<Context, 'notebook' | 'season' | 'today'>): Promise<Calendar> {
  const [interviews, programs] = await Promise.all([notebook.interviews.all(), notebook.programs.all()]);
  const cycle = cycleOf(today, season);
  return { interviews, programs, dates: [cycle, cycle + 1].flatMap(each => officialDates(each, season)) };
}

import { officialDates } from '../../domain/season/officialDates.ts';
import { cycleOf } from '../../domain/season/season.ts';
import type { Calendar } from '../../domain/time/meant/events.ts';
import { saysEvent } from '../../domain/time/understand.ts';
import type { RawOptions } from './call.ts';
import type { Command, Context } from './command.ts';
import { type OptionSpec, optionSpecs } from './options.ts';
import type { Asking } from './parse.ts';

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

/** Whether an option's words may be counted from an interview or an official date, so that these have to be looked up. */
export const countsFromEvents = ({ kind }: OptionSpec, words: string, now: Temporal.Instant): boolean =>
  (kind === 'date' || kind === 'dateTime') && saysEvent(words, now);

/** What the options given are read against: with a calendar where one of them is counted from it. */
export async function askingOf({ options }: Command, given: RawOptions, context: Context): Promise<Asking> {
  const counts = optionSpecs(options).some(spec => countsFromEvents(spec, given[spec.name] ?? '', context.now));
  return counts ? { ...context, calendar: await calendarOf(context) } : context;
}

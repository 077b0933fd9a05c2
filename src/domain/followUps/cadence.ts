import type { Defender, LogEntry } from '../notebook.ts';
import type { Phase } from '../season/season.ts';
import { formatDay, formatShortDay } from '../time/localTime.ts';
import { capital, count } from '../words/sentences.ts';

/** How many people who would say yes at once are enough, and how many are looked after. */
const DEFENDERS_ENOUGH = 2;
export const DEFENDERS_TARGET = 3;

const outOfSeason = { days: 42, why: 'no calls are being made in these weeks' };
const callsAreMade = { days: 28, why: 'calls are made in these weeks, and about once a month keeps you in mind' };

/**
 * How long a defender may go without a word, in days. The shortest spell is where the calls are made; it is four weeks
 * and not less, because more letters than that are a burden to the person who gets them.
 */
export const quietSpells: Record<Phase, { days: number; why: string }> = {
  preparation: { days: 42, why: 'the calls are still far off' },
  early: { days: 35, why: 'the first interviews are near' },
  middle: callsAreMade,
  late: callsAreMade,
  ranking: { days: 42, why: 'the lists are being made, and most calls are over' },
  'match-week': outOfSeason,
  wait: outOfSeason,
  'residency-start': outOfSeason,
};

/** `lastWord`: the last interaction or update, see `lastWordWith`. */
export interface DefenderWord {
  contactId: string;
  name: string;
  since: Temporal.PlainDate;
  lastWord: Temporal.PlainDate | null;
}

interface DefenderDue {
  contactId: string;
  name: string;
  due: boolean;
  /** The first day on which a word is due, by the spell of this phase. */
  dueOn: Temporal.PlainDate;
  /** Days since the last word, or since they were named where there was none. */
  quietDays: number;
  reason: string;
}

export interface Cadence {
  /** "2 of 3. Dr. Patel is due a word." */
  answer: string;
  have: number;
  enough: boolean;
  /** The longest quiet first. */
  defenders: DefenderDue[];
}

/** The last day on which there was a word: any logged interaction, or an update that was sent. */
export function lastWordWith(
  defender: Defender,
  entries: readonly Pick<LogEntry, 'contactId' | 'day'>[],
): Temporal.PlainDate | null {
  const days = entries.filter(({ contactId }) => contactId === defender.contactId).map(({ day }) => day);
  if (defender.updatedOn) days.push(defender.updatedOn);
  return days.toSorted(Temporal.PlainDate.compare).at(-1) ?? null;
}

/** Which defenders are due a word today, and when the others will be. */
export function defendersDue(defenders: readonly DefenderWord[], today: Temporal.PlainDate, phase: Phase): Cadence {
  const list = defenders
    .map(defender => dueFor(defender, today, phase))
    .toSorted((one, other) => Temporal.PlainDate.compare(one.dueOn, other.dueOn) || (one.name < other.name ? -1 : 1));
  const have = defenders.length;
  return { answer: answerFor(list), have, enough: have >= DEFENDERS_ENOUGH, defenders: list };
}

function dueFor(
  { contactId, name, since, lastWord }: DefenderWord,
  today: Temporal.PlainDate,
  phase: Phase,
): DefenderDue {
  const { days, why } = quietSpells[phase];
  const from = lastWord ?? since;
  const dueOn = from.add({ days });
  const due = Temporal.PlainDate.compare(dueOn, today) <= 0;
  const quietDays = Math.max(0, from.until(today, { largestUnit: 'days' }).days);
  const spell = `${count(days, 'day', 'days')} is the longest quiet spell now: ${why}`;
  const word = lastWord
    ? `The last word was on ${formatDay(lastWord)}`
    : `Named on ${formatDay(since)}, and no word is logged since`;
  const when = due ? `${count(quietDays, 'day', 'days')} ago` : `the next one is due ${formatShortDay(dueOn)}`;
  return { contactId, name, due, dueOn, quietDays, reason: `${word}${due ? ', ' : '; '}${when}. ${spell}.` };
}

function answerFor(defenders: readonly DefenderDue[]): string {
  if (defenders.length === 0) return 'None of 3 yet. Who would say yes at once?';
  const due = defenders.filter(defender => defender.due);
  const first = due[0] ? `${capital(due[0].name)} is due a word` : 'Nobody is due a word today';
  const more = due.length > 1 ? `, and ${count(due.length - 1, 'other', 'others')}` : '';
  return `${defenders.length} of ${DEFENDERS_TARGET}. ${first}${more}.`;
}

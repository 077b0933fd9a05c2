import type { Defender, LogEntry } from '../notebook.ts';
import { type Phase, phaseOn, phasesOf, type SeasonRules } from '../season/season.ts';
import { formatDay, formatShortDay } from '../time/localTime.ts';
import { capital, count } from '../words/sentences.ts';

/** How many people who would say yes at once are enough, and how many are looked after. */
const DEFENDERS_ENOUGH = 2;
export const DEFENDERS_TARGET = 3;

const betweenCalls = { days: 42, why: 'calls are made in these weeks, and each word should bring something new' };
const offSeason = { days: 70, why: 'no calls are being made in these weeks' };

/**
 * How long a defender may go without a word, in days: six to ten weeks, the shortest where the calls are made. More
 * letters than that are a burden to the person who gets them. This part is ours, and no rule of anybody's.
 */
export const quietSpells: Record<Phase, { days: number; why: string }> = {
  preparation: { days: 70, why: 'the calls are still far off' },
  early: { days: 56, why: 'the first interviews are near' },
  middle: betweenCalls,
  late: betweenCalls,
  ranking: { days: 56, why: 'the lists are being made, and most calls are over' },
  'match-week': offSeason,
  wait: offSeason,
  'residency-start': offSeason,
};

/** So many days before the calls begin, everybody is due one word who had none for so long before it. */
const BEFORE_CALLS = { days: 14 };
const HEARD_LATELY = { days: 28 };

/** What the season says of the rhythm on a day. */
export interface Pace {
  phase: Phase;
  /** The first day of this cycle on which the calls are made. */
  callsBegin: Temporal.PlainDate;
}

export function paceOn(today: Temporal.PlainDate, season: SeasonRules): Pace {
  const { id, cycle, starts } = phaseOn(today, season);
  const callsBegin = phasesOf(cycle, season).find(phase => phase.id === 'middle')?.starts ?? starts;
  return { phase: id, callsBegin };
}

/** `lastWord`: the last interaction or update, see `lastWordWith`. `everyDays`: one's own rhythm with them. */
export interface DefenderWord {
  contactId: string;
  name: string;
  since: Temporal.PlainDate;
  lastWord: Temporal.PlainDate | null;
  everyDays?: number | null;
}

interface DefenderDue {
  contactId: string;
  name: string;
  due: boolean;
  /** The first day on which a word is due, by the spell of this phase. */
  dueOn: Temporal.PlainDate;
  /** Days since the last word, or since they were named where there was none. */
  quietDays: number;
  /** Why then: their rhythm, in one sentence. */
  why: string;
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
export function defendersDue(defenders: readonly DefenderWord[], today: Temporal.PlainDate, pace: Pace): Cadence {
  const list = defenders
    .map(defender => dueFor(defender, today, pace))
    .toSorted((one, other) => Temporal.PlainDate.compare(one.dueOn, other.dueOn) || (one.name < other.name ? -1 : 1));
  const have = defenders.length;
  return { answer: answerFor(list), have, enough: have >= DEFENDERS_ENOUGH, defenders: list };
}

function dueFor(defender: DefenderWord, today: Temporal.PlainDate, pace: Pace): DefenderDue {
  const { contactId, name, since, lastWord } = defender;
  const from = lastWord ?? since;
  const { dueOn, why } = nextWord(defender, from, pace);
  const due = Temporal.PlainDate.compare(dueOn, today) <= 0;
  const quietDays = Math.max(0, from.until(today, { largestUnit: 'days' }).days);
  const word = lastWord
    ? `The last word was on ${formatDay(lastWord)}`
    : `Named on ${formatDay(since)}, and no word is logged since`;
  const when = due ? `${count(quietDays, 'day', 'days')} ago` : `the next one is due ${formatShortDay(dueOn)}`;
  return { contactId, name, due, dueOn, quietDays, why, reason: `${word}${due ? ', ' : '; '}${when}. ${why}` };
}

/** By one's own rhythm with them, else by the season's, and once shortly before the calls begin. */
function nextWord({ everyDays }: DefenderWord, from: Temporal.PlainDate, { phase, callsBegin }: Pace) {
  if (everyDays) return { dueOn: from.add({ days: everyDays }), why: `You chose every ${weeks(everyDays)}.` };
  const { days, why } = quietSpells[phase];
  const bySpell = from.add({ days });
  const beforeCalls = callsBegin.subtract(BEFORE_CALLS);
  const isAhead = phase === 'preparation' || phase === 'early';
  const isQuiet = Temporal.PlainDate.compare(from.add(HEARD_LATELY), beforeCalls) <= 0;
  return isAhead && isQuiet && Temporal.PlainDate.compare(beforeCalls, bySpell) < 0
    ? { dueOn: beforeCalls, why: `The calls begin about ${formatShortDay(callsBegin)}: one word before that.` }
    : { dueOn: bySpell, why: `About ${weeks(days)} is long enough now: ${why}.` };
}

/** "six weeks". */
export const weeks = (days: number): string => count(Math.round(days / 7), 'week', 'weeks');

function answerFor(defenders: readonly DefenderDue[]): string {
  if (defenders.length === 0) return 'None of 3 yet. Who would say yes right away?';
  const due = defenders.filter(defender => defender.due);
  const first = due[0] ? `${capital(due[0].name)} is due a word` : 'Nobody is due a word today';
  const more = due.length > 1 ? `, and ${count(due.length - 1, 'other', 'others')}` : '';
  return `${defenders.length} of ${DEFENDERS_TARGET}. ${first}${more}.`;
}

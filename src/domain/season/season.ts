import { type ApplicantType, applicantTypes } from '../vocabulary.ts';

/**
 * The season as rules over plain data (src/content/season.yaml). A cycle is named by the year of its Match, and is a
 * whole number of weeks, Monday to Sunday, of which Match Week is number 37. So it turns over on a Monday from 2 to 8
 * July: 1 July, the day a matched class starts work, still belongs to that class's cycle, and the next one begins right
 * after it.
 */

/** The parts of a cycle, in order; together they cover every day. `account`: the window is one account's, not official. */
export const phases = {
  preparation: { label: 'preparation', account: false },
  early: { label: 'early phase', account: true },
  middle: { label: 'middle phase', account: true },
  late: { label: 'late phase', account: true },
  ranking: { label: 'ranking', account: false },
  'match-week': { label: 'Match Week and the days before it', account: false },
  wait: { label: 'the wait for July', account: false },
  'residency-start': { label: 'residency starts', account: false },
} as const;
export type Phase = keyof typeof phases;

/** How sure a fact is. A `low` one is never stated: it is a link to the official page. */
export type Sureness = 'high' | 'medium' | 'low';

/** A day by rule. `year` is 0 for the Match year, -1 for the one before. */
export type DayRule =
  /** "MM-DD"; on a weekend, the next or the last working day (Monday to Friday) instead. */
  | { on: string; year: number; weekend?: 'next' | 'last' }
  /** The nth weekday (1 Monday to 7 Sunday) of a month. */
  | { nth: number; weekday: number; month: number; year: number }
  /** So many days from another event. */
  | { from: string; days: number };

export interface EventRule {
  id: string;
  title: string;
  day: DayRule;
  /** "HH:MM" in the rules' zone; without it the whole day is meant. */
  time?: string;
  /** The last day, for what lasts several. */
  until?: DayRule;
  sureness: Sureness;
  /** A key of `sources`. */
  source: string;
}

interface PhaseRule {
  id: Phase;
  /** The first day; the phase lasts until the next one starts. */
  starts: DayRule;
  /** What programs do now, and what there is to do, one sentence each. */
  programs: string;
  you: string;
  /** What there is to do for a US senior, where what others do is not for them. */
  senior?: string;
  /** The same where the Match does not apply, if it reads otherwise there. */
  elsewhere?: { label?: string; programs: string; you: string };
}

export interface SeasonRules {
  zone: string;
  sources: Record<string, { name: string; url: string }>;
  events: EventRule[];
  /** In the order of `phases`. The first one's start is the cycle's. */
  phases: PhaseRule[];
  /** A community's own track: its phases and weeks come so many days later, or earlier where it is negative. */
  shiftDays?: number;
  /** False where the official dates do not apply: another country, or programs outside the NRMP. */
  official?: boolean;
  /** Official dates as announced, by cycle and event: "2027-03-03" or "2027-03-03T21:00". They win over the rule. */
  confirmed?: Record<string, Record<string, string>>;
}

/** A phase of one cycle, on the rules' track. */
export interface PhaseSpan {
  id: Phase;
  label: string;
  /** First and last day. */
  starts: Temporal.PlainDate;
  ends: Temporal.PlainDate;
  programs: string;
  you: string;
  senior?: string;
}

export interface PhaseOnDay extends PhaseSpan {
  cycle: number;
  /** Weeks of seven days since the phase started, the first is 1. */
  week: number;
}

type Day = Temporal.PlainDate | Temporal.ZonedDateTime;

/** The cycle a local day belongs to, by its Match year: 29 Oct 2026 -> 2027. */
export function cycleOf(date: Day, rules: SeasonRules): number {
  return cycleOfDay(onTrack(date, rules), rules);
}

/** The day by which a community's own track reads the rules. */
const onTrack = (date: Day, { shiftDays = 0 }: SeasonRules): Temporal.PlainDate =>
  dayOf(date).subtract({ days: shiftDays });

function cycleOfDay(day: Temporal.PlainDate, rules: SeasonRules): number {
  const nextHasBegun = Temporal.PlainDate.compare(day, cycleStart(day.year + 1, rules)) >= 0;
  return nextHasBegun ? day.year + 1 : day.year;
}

/** The phases of a cycle, in order, with their words. */
export function phasesOf(cycle: number, rules: SeasonRules): PhaseSpan[] {
  const shift = { days: rules.shiftDays ?? 0 };
  const starts = rules.phases.map(phase => dayByRule(phase.starts, cycle, rules).add(shift));
  const next = firstDayOf(cycle + 1, rules);
  return rules.phases.map(({ id, programs, you, senior, elsewhere }, index) => ({
    id,
    label: phases[id].label,
    programs,
    you,
    ...(rules.official === false ? elsewhere : senior !== undefined && { senior }),
    starts: starts[index]!,
    ends: (starts[index + 1] ?? next).subtract({ days: 1 }),
  }));
}

/** The first day of a cycle on the rules' track. */
export const firstDayOf = (cycle: number, rules: SeasonRules): Temporal.PlainDate =>
  cycleStart(cycle, rules).add({ days: rules.shiftDays ?? 0 });

/** The phase on a local day, with its window and its words. */
export function phaseOn(date: Day, rules: SeasonRules): PhaseOnDay {
  const [day, cycle] = [dayOf(date), cycleOf(date, rules)];
  const begun = ({ starts }: PhaseSpan) => Temporal.PlainDate.compare(starts, day) <= 0;
  const phase = phasesOf(cycle, rules).findLast(begun)!;
  return { ...phase, cycle, week: weeksFrom(phase.starts, day) };
}

/** What there is to do in a phase for an applicant of this type; what is for independent applicants is not a senior's. */
export const youNow = ({ you, senior }: PhaseSpan, type: ApplicantType | null): string =>
  type !== null && !applicantTypes[type].independent ? (senior ?? you) : you;

/** The week of the cycle, Monday to Sunday, 1 to 52; Match Week is 37. About one cycle in six has a week 53. */
export function weekOfSeason(date: Day, rules: SeasonRules): number {
  const day = onTrack(date, rules);
  return weeksFrom(cycleStart(cycleOfDay(day, rules), rules), day);
}

/** The day a rule gives in a cycle. Throws a RangeError where it counts from something that is no event. */
export function dayByRule(rule: DayRule, cycle: number, rules: SeasonRules): Temporal.PlainDate {
  if ('from' in rule) return eventDay(rule.from, cycle, rules).add({ days: rule.days });
  if ('nth' in rule) {
    const first = new Temporal.PlainDate(cycle + rule.year, rule.month, 1);
    return first.add({ days: ((rule.weekday - first.dayOfWeek + 7) % 7) + 7 * (rule.nth - 1) });
  }
  const day = Temporal.PlainDate.from(`${cycle + rule.year}-${rule.on}`);
  const daysIntoWeekend = day.dayOfWeek - 5;
  if (!rule.weekend || daysIntoWeekend <= 0) return day;
  return rule.weekend === 'last' ? day.subtract({ days: daysIntoWeekend }) : day.add({ days: 3 - daysIntoWeekend });
}

function eventDay(id: string, cycle: number, rules: SeasonRules): Temporal.PlainDate {
  const announced = rules.confirmed?.[cycle]?.[id];
  if (announced) return Temporal.PlainDate.from(announced);
  const event = rules.events.find(candidate => candidate.id === id);
  if (!event) throw new RangeError(`A rule of the season counts from ${id}, which is no event`);
  return dayByRule(event.day, cycle, rules);
}

function cycleStart(cycle: number, rules: SeasonRules): Temporal.PlainDate {
  return dayByRule(rules.phases[0]!.starts, cycle, rules);
}

function weeksFrom(start: Temporal.PlainDate, day: Temporal.PlainDate): number {
  return Math.floor(start.until(day, { largestUnit: 'days' }).days / 7) + 1;
}

/** The day on the date's own clock. */
export function dayOf(date: Day): Temporal.PlainDate {
  return date instanceof Temporal.PlainDate ? date : date.toPlainDate();
}

import { afterQuietHours } from '../../time/localTime.ts';
import type { NotebookFacts, Source } from '../nudgeFacts.ts';
import type { Nudge } from '../nudgeKinds.ts';
import { type Check, evening, localDay, type NudgeRule } from './rule.ts';

/** The days of somebody's first week that say something, the day they came being the first: what, and for how long. */
const lessons = {
  start: { day: 3, hours: 48, why: 'It is your third day here, and nothing is logged yet.' },
  have: { day: 7, hours: 72, why: 'It is your seventh day here, and there is something to look at.' },
} as const;
type Lesson = keyof typeof lessons;

/** Which lesson an occurrence is. */
export const lessonOf = (occurrence: string): Lesson => (occurrence === 'start' ? 'start' : 'have');

const moments: Source = ({ since, zone, quiet }) => {
  if (!since) return [];
  const first = localDay(since, zone);
  return Object.entries(lessons).map(([occurrence, { day, hours, why }]): Nudge => {
    const dueAt = afterQuietHours(evening(first.add({ days: day - 1 }), zone), quiet, zone);
    return { kind: 'first-week', subject: '', occurrence, dueAt, graceUntil: dueAt.add({ hours }), why };
  });
};

/** Whether there is anything in the notebook to look at. */
const holdsSomething = ({ logged, ranked, ...lists }: NotebookFacts): boolean =>
  logged + ranked > 0 ||
  [lists.interviews, lists.invitations, lists.offers, lists.looseEnds, lists.defenders].some(
    ({ length }) => length > 0,
  );

const stillHolds: Record<Lesson, (facts: NotebookFacts) => string | undefined> = {
  start: ({ logged }) => (logged > 0 ? 'something is logged' : undefined),
  have: facts => (holdsSomething(facts) ? undefined : 'there is nothing to look at yet'),
};

const check: Check = ({ occurrence }, { facts }) => stillHolds[lessonOf(occurrence)](facts);

/** Twice in somebody's first week: a beginning where nothing is logged, and what there is by now. */
export const firstWeek: NudgeRule<'first-week'> = { moments, checks: { 'first-week': check } };

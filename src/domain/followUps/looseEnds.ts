import type { Person } from '../bucket/voices.ts';
import { knowsSomebodyAt, worksAt } from '../bucket/where.ts';
import type { Interview, LooseEnd, ProgramFacts } from '../notebook.ts';
import { formatShortDay } from '../time/localTime.ts';
import type { LooseEndKind } from '../vocabulary.ts';
import { interviewKinds, keysOf, looseEndKinds } from '../vocabulary.ts';
import { capital, count } from '../words/sentences.ts';

/** How each kind is done well. */
export const guidance: Record<LooseEndKind, { steps: string[]; advice: string }> = {
  apology: {
    steps: [
      'Under a minute, in a quiet place, at a time that suits them.',
      'Say what you did, what it cost them, and what you do now. Leave the reasons out.',
      'Ask for nothing back.',
    ],
    advice: 'how-to-apologize',
  },
  'thank-you': {
    steps: [
      'Two or three lines, with the one thing they did for you.',
      'Someone at a program you interview with? Check first whether it welcomes notes.',
      'Ask for nothing back.',
    ],
    advice: 'thank-you-notes',
  },
  growth: {
    steps: [
      'Choose one habit that answers the old story.',
      'Keep it up where the same people can see it.',
      'Log the better moment, with its date.',
    ],
    advice: 'let-people-see-it',
  },
  other: {
    steps: ['Write down the one next step.', 'Do it while it is small, and close it with what happened.'],
    advice: 'close-loose-ends',
  },
};

/** A loose end that is open, with when it should be closed and why. */
export interface OpenEnd {
  looseEnd: LooseEnd;
  person: Person | null;
  /** The next meeting at a program where they work or know somebody. */
  before: { interview: Interview; program: Pick<ProgramFacts, 'id' | 'name'> } | null;
  /** The earlier of its own day and the day before that meeting; null where there is neither. */
  dueOn: Temporal.PlainDate | null;
  overdue: boolean;
  reason: string;
  steps: string[];
  advice: string;
}

export interface OpenEnds {
  /** "Two are open. One is due before the interview at Lakeside on Tue, Nov 3." */
  answer: string;
  /** The soonest due first; then apologies before the rest, and the oldest first. */
  open: OpenEnd[];
}

interface Notebook {
  looseEnds: readonly LooseEnd[];
  people: readonly Person[];
  interviews: readonly Interview[];
  programs: readonly Pick<ProgramFacts, 'id' | 'name'>[];
}

/** What is open on the user's own day. Interviews of today still count, earlier ones don't. */
export function openLooseEnds(
  { looseEnds, people, interviews, programs }: Notebook,
  today: Temporal.PlainDate,
): OpenEnds {
  const personOf = new Map(people.filter(person => !person.removed).map(person => [person.id, person]));
  const coming = interviews
    .filter(({ day }) => Temporal.PlainDate.compare(day, today) >= 0)
    .toSorted(
      (one, other) =>
        Temporal.PlainDate.compare(one.day, other.day) || Temporal.PlainTime.compare(one.time, other.time),
    );
  const open = looseEnds
    .filter(({ closedOn }) => closedOn === null)
    .map(looseEnd => openEnd(looseEnd, personOf.get(looseEnd.contactId ?? '') ?? null))
    .toSorted(byUrgency);
  return { answer: answerFor(open), open };

  function openEnd(looseEnd: LooseEnd, person: Person | null): OpenEnd {
    const { dueOn: own, kind } = looseEnd;
    const before = person && nextMeeting(person);
    const eve = before && later(before.interview.day.subtract({ days: 1 }), today);
    const dueOn = own && eve ? earlier(own, eve) : (own ?? eve);
    const overdue = own !== null && Temporal.PlainDate.compare(own, today) < 0;
    const reasons = [
      own && `You set ${formatShortDay(own)}${overdue ? ', which has passed' : ''}.`,
      before && sayMeeting(person, before),
    ].filter(reason => reason !== null);
    const reason = reasons.join(' ') || `Open since ${formatShortDay(looseEnd.openedOn)}, with no day set.`;
    return { looseEnd, person, before, dueOn, overdue, reason, ...guidance[kind] };
  }

  function nextMeeting(person: Person): OpenEnd['before'] {
    const known = (name: string) => worksAt(person, name) || knowsSomebodyAt(person, name);
    for (const interview of coming) {
      const program = programs.find(({ id }) => id === interview.programId);
      if (program && known(program.name)) return { interview, program };
    }
    return null;
  }
}

function sayMeeting(person: Person, { interview, program }: NonNullable<OpenEnd['before']>): string {
  const link = worksAt(person, program.name) ? 'works' : 'knows somebody';
  return `${capital(person.name)} ${link} at ${program.name}, and the ${interviewKinds[interview.kind].label} there is on ${formatShortDay(interview.day)}.`;
}

function byUrgency(one: OpenEnd, other: OpenEnd): number {
  const kinds = keysOf(looseEndKinds);
  return (
    byDay(one.dueOn, other.dueOn) ||
    kinds.indexOf(one.looseEnd.kind) - kinds.indexOf(other.looseEnd.kind) ||
    Temporal.PlainDate.compare(one.looseEnd.openedOn, other.looseEnd.openedOn) ||
    (one.looseEnd.id < other.looseEnd.id ? -1 : 1)
  );
}

/** No day comes after every day. */
function byDay(one: Temporal.PlainDate | null, other: Temporal.PlainDate | null): number {
  if (one && other) return Temporal.PlainDate.compare(one, other);
  return Number(one === null) - Number(other === null);
}

function answerFor(open: readonly OpenEnd[]): string {
  if (open.length === 0) return 'Nothing is open. Is there anybody you still owe a word?';
  const start = `${capital(count(open.length, 'is', 'are'))} open.`;
  const overdue = open.filter(end => end.overdue).length;
  const { before } = open.find(end => end.before) ?? {};
  const more = [
    overdue > 0 && `${capital(count(overdue, 'is', 'are'))} past the day you set.`,
    before &&
      `Before the ${interviewKinds[before.interview.kind].label} at ${before.program.name} on ${formatShortDay(before.interview.day)}, ${count(
        open.filter(end => end.before?.interview.id === before.interview.id).length,
        'should be closed',
        'should be closed',
      )}.`,
  ].filter(line => line !== false && line !== undefined);
  return [start, ...more].join(' ');
}

const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) <= 0 ? one : other;
const later = (one: Temporal.PlainDate, other: Temporal.PlainDate) => (earlier(one, other) === one ? other : one);

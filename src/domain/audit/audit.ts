import type { Because } from '../bucket/evidence.ts';
import type { Mended, Person } from '../bucket/voices.ts';
import { isGood, speaksAgainst } from '../bucket/voices.ts';
import type { AuditAnswer, LoggedEntry } from '../notebook.ts';
import { formatDay } from '../time/localTime.ts';
import type { Dimension, OwnAnswer } from '../vocabulary.ts';
import { auditAnswers, dimensions, keysOf, stances } from '../vocabulary.ts';
import { capital, count } from '../words/sentences.ts';
import { type AuditQuestion, auditQuestions } from './auditQuestions.ts';

export interface AuditLine extends AuditQuestion {
  dimension: Dimension;
  /** The newest answer; null where there is none. */
  own: OwnAnswer | null;
  /** Good words that name it, and worries that do. */
  for: Because[];
  against: Because[];
  /** How many people have a worry that nothing has answered yet. */
  openWorries: number;
  /** The row of the rule below that holds: own answer set against the log. */
  state: string;
  reason: string;
}

export interface Audit {
  /** "Look at reliability first. One person has a worry about it that is still open." */
  answer: string;
  weakest: AuditLine;
  /** In the order of `dimensions`. */
  lines: AuditLine[];
}

type Facts = Pick<AuditLine, 'own' | 'openWorries'> & { seen: number };

/** The first row that holds is the state; the weakest dimension is the one whose state comes first. */
export const auditStates: readonly { id: string; holds(facts: Facts): boolean; says(facts: Facts): string }[] = [
  {
    id: 'several-worries',
    holds: ({ openWorries }) => openWorries > 1,
    says: ({ openWorries }) =>
      `${capital(count(openWorries, 'person has', 'people have'))} a worry about it that is still open.`,
  },
  {
    id: 'worry',
    holds: ({ openWorries }) => openWorries === 1,
    says: () => 'One person has a worry about it that is still open.',
  },
  { id: 'not-yet', holds: ({ own }) => own === 'not-yet', says: () => 'You said "not yet" yourself.' },
  {
    id: 'unknown',
    holds: ({ own, seen }) => own === null && seen === 0,
    says: () => 'You have not answered, and nobody in your log speaks of it. What is unknown counts as weak.',
  },
  { id: 'sometimes', holds: ({ own }) => own === 'sometimes', says: () => 'You said "sometimes".' },
  {
    id: 'not-seen',
    holds: ({ seen }) => seen === 0,
    says: ({ own }) => `You said "${own && auditAnswers[own].label}", and nobody in your log speaks of it yet.`,
  },
  {
    id: 'not-answered',
    holds: ({ own }) => own === null,
    says: ({ seen }) => `${saySeen(seen)}, and you have not answered yourself.`,
  },
  { id: 'mostly', holds: ({ own }) => own === 'mostly', says: ({ seen }) => `You said "mostly". ${saySeen(seen)}.` },
  { id: 'always', holds: () => true, says: ({ seen }) => `You said "always". ${saySeen(seen)}.` },
];

/** Own answers on the five dimensions, set against what the log shows. Being treated badly is no evidence of anything. */
export function auditOf(
  answers: readonly AuditAnswer[],
  people: readonly Person[],
  entries: readonly LoggedEntry[],
  mended: readonly Mended[] = [],
): Audit {
  const nameOf = new Map(people.filter(person => !person.removed).map(({ id, name }) => [id, name]));
  const counted = entries.filter(({ personId, stance }) => nameOf.has(personId) && stance !== 'treated-badly');
  const lines = keysOf(dimensions).map(lineFor);
  const weakest = lines.toSorted(
    (one, other) => stateOrder(one) - stateOrder(other) || other.openWorries - one.openWorries,
  )[0]!;
  return { answer: answerFor(weakest), weakest, lines };

  function lineFor(dimension: Dimension): AuditLine {
    const own = newestAnswer(answers, dimension);
    const good = counted.filter(entry => speaksFor(entry, dimension));
    const bad = counted.filter(entry => speaksAgainst(entry, dimension));
    const open = bad.filter(entry => !isAnswered(entry, dimension));
    const facts = {
      own,
      openWorries: new Set(open.map(({ personId }) => personId)).size,
      seen: new Set(good.map(({ personId }) => personId)).size,
    };
    const state = auditStates.find(({ holds }) => holds(facts))!;
    return {
      ...auditQuestions[dimension],
      dimension,
      own,
      for: good.map(entry => because(entry)),
      against: bad.map(entry => because(entry, open.includes(entry) ? ' (still open)' : ' (answered since)')),
      openWorries: facts.openWorries,
      state: state.id,
      reason: state.says(facts),
    };
  }

  /** A loose end closed that day or later, or a later day with good words from the same person and not that worry. */
  function isAnswered(entry: LoggedEntry, dimension: Dimension): boolean {
    const later = counted.filter(
      other => other.personId === entry.personId && Temporal.PlainDate.compare(other.day, entry.day) > 0,
    );
    const spoiled = (day: Temporal.PlainDate) =>
      later.some(other => other.day.equals(day) && (!isGood(other) || speaksAgainst(other, dimension)));
    return (
      mended.some(
        ({ personId, day }) => personId === entry.personId && Temporal.PlainDate.compare(day, entry.day) >= 0,
      ) || later.some(other => isGood(other) && !spoiled(other.day))
    );
  }

  function because(entry: LoggedEntry, note = ''): Because {
    const text = `${nameOf.get(entry.personId)}, ${stances[entry.stance].phrase}, ${formatDay(entry.day)}${note}`;
    return { kind: 'entry', id: entry.entryId, text };
  }
}

function speaksFor(entry: LoggedEntry, dimension: Dimension): boolean {
  return isGood(entry) && (entry.dimensions?.includes(dimension) ?? false) && entry.worry !== dimension;
}

/** Of two answers on one day the later in the list. */
function newestAnswer(answers: readonly AuditAnswer[], dimension: Dimension): OwnAnswer | null {
  return (
    answers
      .filter(answer => answer.dimension === dimension)
      .toSorted((one, other) => Temporal.PlainDate.compare(one.day, other.day))
      .at(-1)?.answer ?? null
  );
}

const stateOrder = ({ state }: AuditLine) => auditStates.findIndex(({ id }) => id === state);

function saySeen(seen: number): string {
  return `${capital(count(seen, 'person in your log speaks', 'people in your log speak'))} for it`;
}

function answerFor({ state, dimension, reason }: AuditLine): string {
  const { label } = dimensions[dimension];
  if (state === 'mostly' || state === 'always')
    return `Nothing stands out. ${capital(label)} is a good one to keep up. ${reason}`;
  return `Look at ${label} first. ${reason}`;
}

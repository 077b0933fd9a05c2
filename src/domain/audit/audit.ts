import type { Evidence } from '../bucket/evidence.ts';
import type { Mended, Person } from '../bucket/voices.ts';
import { isGood, speaksAgainst } from '../bucket/voices.ts';
import type { AuditAnswer, LogEntry } from '../notebook.ts';
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
  for: Evidence[];
  against: Evidence[];
  /** How many people have a worry that nothing has answered yet. */
  openWorries: number;
  /** The row of the rule below that applies: own answer set against the log. */
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
export const auditStates: readonly { id: string; applies(facts: Facts): boolean; explain(facts: Facts): string }[] = [
  {
    id: 'several-worries',
    applies: ({ openWorries }) => openWorries > 1,
    explain: ({ openWorries }) =>
      `${capital(count(openWorries, 'person has', 'people have'))} a worry about it that is still open.`,
  },
  {
    id: 'worry',
    applies: ({ openWorries }) => openWorries === 1,
    explain: () => 'One person has a worry about it that is still open.',
  },
  { id: 'not-yet', applies: ({ own }) => own === 'not-yet', explain: () => 'You said "not yet" yourself.' },
  {
    id: 'unknown',
    applies: ({ own, seen }) => own === null && seen === 0,
    explain: () => 'You have not answered, and nobody in your log speaks of it. What is unknown counts as weak.',
  },
  { id: 'sometimes', applies: ({ own }) => own === 'sometimes', explain: () => 'You said "sometimes".' },
  {
    id: 'not-seen',
    applies: ({ seen }) => seen === 0,
    explain: ({ own }) => `You said "${own && auditAnswers[own].label}", and nobody in your log speaks of it yet.`,
  },
  {
    id: 'not-answered',
    applies: ({ own }) => own === null,
    explain: ({ seen }) => `${saySeen(seen)}, and you have not answered yourself.`,
  },
  {
    id: 'mostly',
    applies: ({ own }) => own === 'mostly',
    explain: ({ seen }) => `You said "mostly". ${saySeen(seen)}.`,
  },
  { id: 'always', applies: () => true, explain: ({ seen }) => `You said "always". ${saySeen(seen)}.` },
];

/** Own answers on the five dimensions, set against what the log shows. Being treated badly is no evidence of anything. */
export function auditOf(
  answers: readonly AuditAnswer[],
  people: readonly Person[],
  entries: readonly LogEntry[],
  mended: readonly Mended[] = [],
): Audit {
  const nameOf = new Map(people.filter(person => !person.removed).map(({ id, name }) => [id, name]));
  const counted = entries.filter(({ contactId, stance }) => nameOf.has(contactId) && stance !== 'treated-badly');
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
      openWorries: new Set(open.map(({ contactId }) => contactId)).size,
      seen: new Set(good.map(({ contactId }) => contactId)).size,
    };
    const state = auditStates.find(({ applies }) => applies(facts))!;
    return {
      ...auditQuestions[dimension],
      dimension,
      own,
      for: good.map(entry => evidence(entry)),
      against: bad.map(entry => evidence(entry, open.includes(entry) ? ' (still open)' : ' (answered since)')),
      openWorries: facts.openWorries,
      state: state.id,
      reason: state.explain(facts),
    };
  }

  /** A loose end closed that day or later, or a later day with good words from the same person and not that worry. */
  function isAnswered(entry: LogEntry, dimension: Dimension): boolean {
    const later = counted.filter(
      other => other.contactId === entry.contactId && Temporal.PlainDate.compare(other.day, entry.day) > 0,
    );
    const spoiled = (day: Temporal.PlainDate) =>
      later.some(other => other.day.equals(day) && (!isGood(other) || speaksAgainst(other, dimension)));
    return (
      mended.some(
        ({ contactId, day }) => contactId === entry.contactId && Temporal.PlainDate.compare(day, entry.day) >= 0,
      ) || later.some(other => isGood(other) && !spoiled(other.day))
    );
  }

  function evidence(entry: LogEntry, note = ''): Evidence {
    const text = `${nameOf.get(entry.contactId)}, ${stances[entry.stance].phrase}, ${formatDay(entry.day)}${note}`;
    return { kind: 'entry', id: entry.id, text };
  }
}

function speaksFor(entry: LogEntry, dimension: Dimension): boolean {
  return isGood(entry) && entry.dimensions.includes(dimension) && entry.worry !== dimension;
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

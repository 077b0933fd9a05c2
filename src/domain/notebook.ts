import { AuditAnswer, BucketCheck, Reminder, SelfAnswers } from './entities/own.ts';
import { Contact, Defender, LogEntry, LooseEnd } from './entities/people.ts';
import { Clue, Interview, Invitation, Offer, Program, type ProgramFacts } from './entities/programs.ts';
import { keysOf } from './vocabulary.ts';

/**
 * What a user keeps in their notebook, by table, what is hung on before what hangs on it. Days are local days of the
 * user, unless a zone stands beside them.
 */
export const entities = {
  Contact,
  LogEntry,
  Program,
  LooseEnd,
  Defender,
  Interview,
  Invitation,
  Offer,
  Clue,
  Reminder,
  AuditAnswer,
  SelfAnswers,
  BucketCheck,
};
export type EntityName = keyof typeof entities;

/** What is called so, or was when it was written down: then by the name that its table still has. */
export const entityNamed = (name: string): EntityName | undefined =>
  keysOf(entities).find(key => key === name || entities[key].table === name);

/** Rows under the names that their kinds have today; what nothing is called stays as it is. */
export const underTodaysNames = <Row>(rows: Readonly<Record<string, readonly Row[]>>): Record<string, Row[]> =>
  Object.fromEntries(
    [...Map.groupBy(Object.keys(rows), name => entityNamed(name) ?? name)].map(([name, names]) => [
      name,
      names.flatMap(one => rows[one] ?? []),
    ]),
  );

export type {
  AuditAnswer,
  Clue,
  Contact,
  Defender,
  Interview,
  Invitation,
  LogEntry,
  LooseEnd,
  Offer,
  ProgramFacts,
  Reminder,
  SelfAnswers,
};

import { AuditAnswer, BucketCheck, Reminder, SelfAnswers } from './entities/own.ts';
import { Contact, Defender, LogEntry, LooseEnd } from './entities/people.ts';
import { Interview, Offer, Program, type ProgramFacts, Signal } from './entities/programs.ts';

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
  Offer,
  Signal,
  Reminder,
  AuditAnswer,
  SelfAnswers,
  BucketCheck,
};
export type EntityName = keyof typeof entities;
export type {
  AuditAnswer,
  Contact,
  Defender,
  Interview,
  LogEntry,
  LooseEnd,
  Offer,
  ProgramFacts,
  Reminder,
  SelfAnswers,
  Signal,
};

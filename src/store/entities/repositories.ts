import type { Contact, Reminder, Repositories } from '../../core/ports/notebook.ts';
import type { AuditAnswer, Defender, Interview, LooseEnd, Offer, ProgramFacts, Signal } from '../../domain/notebook.ts';
import { dimensions, interviewKinds } from '../../domain/vocabulary.ts';
import type { RequestScope } from '../notebook/idempotent.ts';
import { records } from './records.ts';
import { createRepository, type RepositoryKind } from './repository.ts';

const { compare } = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

export const people: RepositoryKind<Contact> = {
  table: 'Contact',
  record: records.Contact,
  limit: 500,
  one: 'person',
  many: 'people',
  label: ({ name }) => name,
  order: (one, other) => compare(one.name, other.name),
};
export const programs: RepositoryKind<ProgramFacts> = {
  table: 'Program',
  record: records.Program,
  limit: 200,
  one: 'program',
  many: 'programs',
  label: ({ name }) => name,
};
const looseEnds: RepositoryKind<LooseEnd> = {
  table: 'LooseEnd',
  record: records.LooseEnd,
  limit: 300,
  one: 'loose end',
  many: 'loose ends',
  label: () => 'The loose end',
};
const defenders: RepositoryKind<Defender & { id: string }> = {
  table: 'Defender',
  record: records.Defender,
  limit: 100,
  one: 'defender',
  many: 'defenders',
  label: () => 'The defender',
};
const interviews: RepositoryKind<Interview> = {
  table: 'Interview',
  record: records.Interview,
  limit: 100,
  one: 'interview',
  many: 'interviews',
  label: ({ kind }) => `The ${interviewKinds[kind].label}`,
};
const offers: RepositoryKind<Offer> = {
  table: 'Offer',
  record: records.Offer,
  limit: 100,
  one: 'offer',
  many: 'offers',
  label: () => 'The offer',
};
const signals: RepositoryKind<Signal> = {
  table: 'Signal',
  record: records.Signal,
  limit: 300,
  one: 'signal',
  many: 'signals',
  label: () => 'The signal',
};
const audit: RepositoryKind<AuditAnswer & { id: string }> = {
  table: 'AuditAnswer',
  record: records.AuditAnswer,
  limit: 1000,
  one: 'answer',
  many: 'answers about yourself',
  label: ({ dimension }) => `Your answer about ${dimensions[dimension].label}`,
};
const reminders: RepositoryKind<Reminder> = {
  table: 'Reminder',
  record: records.Reminder,
  limit: 100,
  one: 'reminder',
  many: 'reminders',
  label: () => 'The reminder',
};

/** Every kind, what is hung on before what hangs on it. */
export const repositoryKinds = {
  people,
  programs,
  looseEnds,
  defenders,
  interviews,
  offers,
  signals,
  audit,
  reminders,
};

export const createRepositories = (scope: RequestScope): Repositories => ({
  people: createRepository(scope, people),
  programs: createRepository(scope, programs),
  looseEnds: createRepository(scope, looseEnds),
  defenders: createRepository(scope, defenders),
  interviews: createRepository(scope, interviews),
  offers: createRepository(scope, offers),
  signals: createRepository(scope, signals),
  audit: createRepository(scope, audit),
  reminders: createRepository(scope, reminders),
});

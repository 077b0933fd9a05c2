import type { Notebook, Repositories } from '../../../src/core/ports/notebook.ts';
import type { Repository } from '../../../src/core/ports/repository.ts';
import { unknownProgram } from '../../../src/domain/entities/programs.ts';
import type { Dimension } from '../../../src/domain/vocabulary.ts';
import type { OpenStore } from '../../../src/store/open.ts';
import { DAY, NOW, newcomer } from '../databases.ts';

const zone = 'America/Chicago';
export const blankProgram = unknownProgram;

interface Ids {
  contactId: string;
  programId: string;
}
type Item<Name extends keyof Repositories> =
  Repositories[Name] extends Repository<infer Kept> ? Omit<Kept, 'id'> : never;
type Sample<Name extends keyof Repositories> = (ids: Ids) => {
  item: Item<Name>;
  change: Partial<Item<Name>>;
  /** How the sentence of an undo begins. */
  label: string;
};

/** One thing of each kind, and how it is changed. */
export const samples: { [Name in keyof Repositories]: Sample<Name> } = {
  people: () => ({
    item: {
      name: 'Dr. Núñez',
      role: 'dean',
      place: null,
      trainedAt: ['Rice'],
      knownAt: ['Emory', 'Duke'],
      letter: true,
      letterAskedOn: null,
    },
    change: {
      name: 'Dr. Ibáñez',
      role: 'chief',
      place: 'Rush',
      trainedAt: [],
      knownAt: [],
      letter: false,
      letterAskedOn: null,
    },
    label: 'Dr. Núñez',
  }),
  programs: () => ({
    item: { ...blankProgram, name: 'Emory', market: 'outside', rotated: true },
    change: {
      ...{ specialty: 'IM', market: null, school: 'known', rotated: false, thankYou: 'welcome', note: 'Nights' },
      ...{ wish: 'maybe', mood: 'tired', redFlag: 'some', knewName: true, debrief: 'Kind', debriefedOn: DAY },
      ...{ applied: true, signal: 'gold', rankPlace: 2 },
    },
    label: 'Emory',
  }),
  looseEnds: ({ contactId }) => ({
    item: { contactId, kind: 'apology', text: 'Late', openedOn: DAY, dueOn: DAY, closedOn: null, outcome: null },
    change: { contactId: null, dueOn: null, closedOn: DAY.add({ days: 2 }), outcome: 'Said sorry' },
    label: 'The loose end',
  }),
  defenders: ({ contactId }) => ({
    item: { contactId, since: DAY, updatedOn: null, everyDays: 42 },
    change: { updatedOn: DAY },
    label: 'The defender',
  }),
  interviews: ({ programId }) => ({
    item: {
      programId,
      kind: 'social',
      day: DAY,
      time: Temporal.PlainTime.from('18:30'),
      zone,
      minutes: 90,
      followUpSentOn: null,
    },
    change: { day: DAY.add({ days: 1 }), time: Temporal.PlainTime.from('07:00'), followUpSentOn: DAY },
    label: 'The social',
  }),
  invitations: ({ programId }) => ({
    item: {
      programId,
      receivedAt: NOW,
      replyBy: NOW.add({ hours: 48 }),
      zone,
      state: 'open',
      day: DAY,
      time: Temporal.PlainTime.from('09:00'),
      minutes: 240,
    },
    change: { replyBy: null, state: 'declined', day: null, time: null, minutes: null },
    label: 'The invitation',
  }),
  offers: ({ programId }) => ({
    item: { programId, receivedOn: DAY, replyBy: NOW.add({ hours: 48 }), zone, state: 'open' },
    change: { replyBy: null, state: 'accepted' },
    label: 'The offer',
  }),
  clues: ({ programId }) => ({
    item: { programId, kind: 'other', note: 'They knew my mentor', day: DAY },
    change: { kind: 'insider-detail', note: null },
    label: 'The clue',
  }),
  audit: () => ({
    item: { dimension: 'team-fit', answer: 'mostly', day: DAY },
    change: { answer: 'always' },
    label: 'Your answer about team fit',
  }),
  reminders: () => ({
    item: {
      text: 'Write to Kim',
      at: Temporal.PlainDateTime.from('2026-12-01T09:30'),
      zone,
      rule: 'FREQ=WEEKLY;BYDAY=FR',
      state: 'open',
      about: null,
      link: 'https://applicants.slack.com/archives/C1/p1760000000000100',
    },
    change: {
      rule: null,
      link: null,
      state: 'done',
      text: 'Call Kim',
      at: Temporal.PlainDateTime.from('2026-12-02T08:00'),
    },
    label: 'The reminder',
  }),
};
export const shelfNames = Object.keys(samples) as (keyof Repositories)[];

/** A shelf of any kind, for what holds for all of them. */
export const shelfOf = (notebook: Notebook, name: keyof Repositories): Repository<{ id: string }> => notebook[name];

/** Somebody who keeps one person and one program. */
export async function keeper(store: OpenStore) {
  const person = await newcomer(store);
  const contact = await person.fresh().people.add({
    name: 'Kim',
    role: 'chief',
    place: null,
    trainedAt: [],
    knownAt: [],
    letter: false,
    letterAskedOn: null,
  });
  const program = await person.fresh().programs.add({ ...blankProgram, name: 'Baylor' });
  return { ...person, ids: { contactId: contact.value.id, programId: program.value.id } };
}

/** Somebody who keeps something of every kind. */
export async function fullNotebook(store: OpenStore) {
  const person = await keeper(store);
  const { fresh, ids } = person;
  for (const name of shelfNames) await shelfOf(fresh(), name).add(samples[name](ids).item);
  await fresh().logInteraction({ who: 'Kim', stance: 'warn', sentence: 'Late twice.', place: 'Rush', day: DAY });
  const dimensions: Dimension[] = ['reliability', 'team-fit'];
  await fresh(1).logInteraction({ who: 'Kim', stance: 'good', worry: 'reliability', dimensions, day: DAY });
  await fresh().answer({ paper: 'weak' });
  await fresh().changeProfile({ muted: ['eve'], pausedUntil: DAY });
  const checked = { bucket: null, rules: ['R4'], fingerprint: 'f' };
  await fresh().recordCheck({ programId: ids.programId, checked });
  await fresh().recordCheck({ programId: null, checked });
  await fresh().keepPendingCall({ command: 'log', options: {} });
  await store.unanswered.keep(person.account, 'T1', 'words', NOW);
  return person;
}

import type { DefenderWord } from '../domain/cadence.ts';
import type { NotebookFacts, NudgeFacts } from '../domain/nudges/nudgeFacts.ts';
import type { Client } from './client.ts';
import { itemsOf } from './deliveryItems.ts';
import { records } from './records.ts';
import { dateOf } from './rows.ts';

const WEEK = { hours: 7 * 24 };
/** How far back it matters what was sent, and what was to be: longer than any grace time. */
const RECENT = { hours: 8 * 24 };

/** What was planned for these users in the last days. */
export async function readRecent(
  client: Client,
  userIds: string[],
  now: Temporal.Instant,
): Promise<(userId: string) => NudgeFacts['recent']> {
  const rows = await client.delivery.findMany({
    where: { userId: { in: userIds }, dueAt: { gte: dateOf(now.subtract(RECENT)) } },
    select: { userId: true, items: true, status: true, doneAt: true },
  });
  const of = grouped(rows);
  return userId =>
    of(userId).flatMap(({ items, status, doneAt }) => {
      const sent = status !== 'skipped' && status !== 'undelivered';
      return itemsOf(items).map(({ why: _, ...item }) => ({ ...item, sent, done: doneAt !== null }));
    });
}

/**
 * What the notebooks of these users say that decides about messages, read at once for all of them: nine queries at most,
 * however many they are. Names are opened only where a rule asks for them, and no free text is read at all.
 */
export async function readNotebookFacts(
  client: Client,
  userIds: string[],
  now: Temporal.Instant,
): Promise<(userId: string) => NotebookFacts> {
  const theirs = { userId: { in: userIds } };
  const [interviews, offers, looseEnds, defenders, reminders] = await Promise.all([
    client.interview.findMany({ where: { ...theirs, day: { gte: dayText(now.subtract(RECENT)) } } }),
    client.offer.findMany({ where: { ...theirs, state: { in: ['open', 'accepted'] } } }),
    client.looseEnd.findMany({ where: { ...theirs, closedOn: null }, select: unsealed.looseEnd }),
    client.defender.findMany({ where: theirs }),
    client.reminder.findMany({ where: { ...theirs, state: 'open' }, select: unsealed.reminder }),
  ]);
  const people = [...looseEnds, ...defenders].map(({ contactId }) => contactId).filter(id => id !== null);
  const [contacts, words, programs, logged] = await Promise.all([
    found(people, id => client.contact.findMany({ where: { id } })),
    found(
      defenders.map(({ contactId }) => contactId),
      id => client.logEntry.groupBy({ by: ['contactId'], where: { contactId: id }, _max: { day: true } }),
    ),
    found(
      interviews.map(({ programId }) => programId),
      id => client.program.findMany({ where: { id } }),
    ),
    client.logEntry.groupBy({
      by: ['userId'],
      where: { ...theirs, loggedAt: { gte: dateOf(now.subtract(WEEK)) } },
      _count: { _all: true },
    }),
  ]);
  const lastDay = new Map(words.map(({ contactId, _max }) => [contactId, _max.day]));
  const contactOf = new Map(contacts.map(row => [row.id, records.Contact.toItem(row)]));

  const of = {
    interviews: grouped(interviews),
    offers: grouped(offers),
    looseEnds: grouped(looseEnds),
    defenders: grouped(defenders),
    reminders: grouped(reminders),
    people: grouped(contacts),
    programs: grouped(programs),
  };
  const loggedBy = new Map(logged.map(({ userId, _count }) => [userId, _count._all]));

  const wordOf = (row: (typeof defenders)[number]): DefenderWord => {
    const { contactId, since, updatedOn } = records.Defender.toItem(row);
    const days = [lastDay.get(contactId), updatedOn?.toString()].filter(day => typeof day === 'string').sort();
    const last = days.at(-1);
    const name = contactOf.get(contactId)?.name ?? '';
    return { contactId, name, since, lastWord: last ? Temporal.PlainDate.from(last) : null };
  };

  return userId => ({
    interviews: of.interviews(userId).map(records.Interview.toItem),
    offers: of.offers(userId).map(records.Offer.toItem),
    looseEnds: of.looseEnds(userId).map(row => records.LooseEnd.toItem({ ...row, text: '', outcome: null })),
    defenders: of.defenders(userId).map(wordOf),
    reminders: of.reminders(userId).map(row => records.Reminder.toItem({ ...row, text: '' })),
    people: of.people(userId).map(row => {
      const { place, ...contact } = records.Contact.toItem(row);
      return { ...contact, ...(place && { place }) };
    }),
    programs: of.programs(userId).map(records.Program.toItem),
    logged: loggedBy.get(userId) ?? 0,
  });
}

/** Columns that hold no text of the user's. */
const unsealed = {
  looseEnd: { id: true, userId: true, contactId: true, kind: true, openedOn: true, dueOn: true, closedOn: true },
  reminder: { id: true, userId: true, at: true, zone: true, rule: true, state: true, about: true },
} as const;

const dayText = (moment: Temporal.Instant): string => moment.toZonedDateTimeISO('UTC').toPlainDate().toString();

/** Nothing is asked where nothing is wanted. */
const found = async <Row>(ids: string[], find: (id: { in: string[] }) => Promise<Row[]>): Promise<Row[]> =>
  ids.length > 0 ? find({ in: ids }) : [];

function grouped<Row extends { userId: string | null }>(rows: Row[]): (userId: string) => Row[] {
  const byUser = Map.groupBy(rows, ({ userId }) => userId);
  return userId => byUser.get(userId) ?? [];
}

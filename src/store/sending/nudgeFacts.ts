import type { DefenderWord } from '../../domain/followUps/cadence.ts';
import { entities } from '../../domain/notebook.ts';
import type { NotebookFacts, NudgeFacts, UnreadableRow } from '../../domain/nudges/nudgeFacts.ts';
import { isRule } from '../../domain/time/recurrence.ts';
import type { BatchReads } from '../driver/batchReads.ts';
import { dateOf } from '../entities/rows.ts';
import { Prisma } from '../generated/sqlite/client.ts';
import { itemsOf } from './deliveryItems.ts';

const WEEK = { hours: 7 * 24 };
/** How far back it matters what was sent, and what was to be: longer than any grace time. */
const RECENT = { hours: 8 * 24 };

/** What was planned for these users in the last days. */
export async function readRecent(
  reads: BatchReads,
  userIds: string[],
  now: Temporal.Instant,
): Promise<(userId: string) => NudgeFacts['recent']> {
  const rows = await reads.rows('Delivery', 'userId', userIds, {
    and: Prisma.sql`AND "dueAt" >= ${dateOf(now.subtract(RECENT))}`,
    columns: ['userId', 'items', 'status', 'doneAt'],
  });
  const of = grouped(rows);
  return userId =>
    of(userId).flatMap(({ items, status, doneAt }) => {
      const sent = status !== 'skipped' && status !== 'undelivered';
      return itemsOf(items).map(({ why: _, ...item }) => ({ ...item, sent, done: doneAt !== null }));
    });
}

/**
 * What the notebooks of these users say that decides about messages, read at once for all of them: eleven queries at most,
 * however many they are. Names are opened only where a rule asks for them, and no free text is read at all.
 */
export async function readNotebookFacts(
  reads: BatchReads,
  userIds: string[],
  now: Temporal.Instant,
): Promise<(userId: string) => NotebookFacts> {
  const open = Prisma.sql`AND "state" = 'open'`;
  const [interviews, invitations, offers, looseEnds, defenders, reminders, loggedBy, rankedBy] = await Promise.all([
    reads.rows('Interview', 'userId', userIds, { and: Prisma.sql`AND "day" >= ${dayText(now.subtract(RECENT))}` }),
    reads.rows('Invitation', 'userId', userIds, { and: open }),
    reads.rows('Offer', 'userId', userIds, { and: Prisma.sql`AND "state" IN ('open', 'accepted')` }),
    reads.rows('LooseEnd', 'userId', userIds, { and: Prisma.sql`AND "closedOn" IS NULL`, columns: unsealed.looseEnd }),
    reads.rows('Defender', 'userId', userIds),
    reads.rows('Reminder', 'userId', userIds, { and: open, columns: unsealed.reminder }),
    reads.each<number | bigint>(
      'LogEntry',
      'userId',
      userIds,
      Prisma.sql`COUNT(*)`,
      Prisma.sql`AND "loggedAt" >= ${dateOf(now.subtract(WEEK))}`,
    ),
    reads.each<number | bigint>(
      'Program',
      'userId',
      userIds,
      Prisma.sql`COUNT(*)`,
      Prisma.sql`AND "rankPlace" IS NOT NULL AND "market" = 'inside'`,
    ),
  ]);
  const involved = [...looseEnds, ...defenders].map(({ contactId }) => contactId).filter(id => id !== null);
  const defending = defenders.map(({ contactId }) => contactId);
  const [contacts, lastDay, programs] = await Promise.all([
    reads.rows('Contact', 'id', [...new Set(involved)]),
    reads.each<string>('LogEntry', 'contactId', defending, Prisma.sql`MAX("day")`),
    reads.rows('Program', 'id', [...new Set([...interviews, ...offers].map(({ programId }) => programId))]),
  ]);
  const unreadable = new Map<string, UnreadableRow[]>();
  /** Each row by itself: one that cannot be read is named, and the others are not lost with it. */
  function read<Row extends { id: string; userId: string }, Item>(
    model: string,
    rows: Row[],
    toItem: (row: Row) => Item,
  ): (userId: string) => Item[] {
    const items = new Map<string, Item[]>();
    for (const row of rows) {
      try {
        push(items, row.userId, toItem(row));
      } catch {
        push(unreadable, row.userId, { model, id: row.id });
      }
    }
    return userId => items.get(userId) ?? [];
  }

  const people = read('Contact', contacts, row => entities.Contact.toItem(row));
  const contactOf = new Map(contacts.flatMap(({ userId }) => people(userId)).map(contact => [contact.id, contact]));
  const wordOf = (row: (typeof defenders)[number]): DefenderWord => {
    const { contactId, since, updatedOn, everyDays } = entities.Defender.toItem(row);
    const days = [lastDay.get(contactId), updatedOn?.toString()].filter(day => typeof day === 'string').sort();
    const last = days.at(-1);
    const name = contactOf.get(contactId)?.name ?? '';
    return { contactId, name, since, lastWord: last ? Temporal.PlainDate.from(last) : null, everyDays };
  };

  const of = {
    interviews: read('Interview', interviews, row => entities.Interview.toItem(row)),
    invitations: read('Invitation', invitations, row => entities.Invitation.toItem(row)),
    offers: read('Offer', offers, row => entities.Offer.toItem(row)),
    looseEnds: read('LooseEnd', looseEnds, row => entities.LooseEnd.toItem({ ...row, text: '', outcome: null })),
    defenders: read('Defender', defenders, wordOf),
    reminders: read('Reminder', reminders, row => comingReminder({ ...row, text: '' })),
    programs: read('Program', programs, row => entities.Program.toItem(row)),
  };
  return userId => ({
    interviews: of.interviews(userId),
    invitations: of.invitations(userId),
    offers: of.offers(userId),
    looseEnds: of.looseEnds(userId),
    defenders: of.defenders(userId),
    reminders: of.reminders(userId),
    people: people(userId),
    programs: of.programs(userId),
    ranked: Number(rankedBy.get(userId) ?? 0),
    logged: Number(loggedBy.get(userId) ?? 0),
    unreadable: unreadable.get(userId) ?? [],
  });
}

/** @throws Error where no calendar holds its rule: it is kept to be seen and mended, and never comes. */
function comingReminder(row: object) {
  const reminder = entities.Reminder.toItem(row);
  if (reminder.rule !== null && !isRule(reminder.rule)) throw new RangeError('no rule');
  return reminder;
}

const push = <Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void => {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
};

/** Columns that hold no text of the user's. */
const unsealed = {
  looseEnd: ['id', 'userId', 'contactId', 'kind', 'openedOn', 'dueOn', 'closedOn'],
  reminder: ['id', 'userId', 'at', 'zone', 'rule', 'state', 'about'],
} as const;

const dayText = (moment: Temporal.Instant): string => moment.toZonedDateTimeISO('UTC').toPlainDate().toString();

function grouped<Row extends { userId: string | null }>(rows: Row[]): (userId: string) => Row[] {
  const byUser = Map.groupBy(rows, ({ userId }) => userId);
  return userId => byUser.get(userId) ?? [];
}

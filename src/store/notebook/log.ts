import { AlreadyDone, UserError } from '../../core/ports/errors.ts';
import type { HistoryItem, Logged, NewLogEntry, Notebook } from '../../core/ports/notebook.ts';
import { newId } from '../../core/runtime/id.ts';
import { list } from '../../domain/words/sentences.ts';
import type { ScopedClient, ScopedTransaction } from '../driver/scopedClient.ts';
import { readable } from '../entities/records.ts';
import { people } from '../entities/repositories.ts';
import { dateOf, instantOf, toContact, toEntry } from '../entities/rows.ts';
import type { Contact as ContactRow, LogEntry as LogEntryRow } from '../generated/sqlite/client.ts';
import type { Change } from './applyUndo.ts';
import type { RequestScope } from './idempotent.ts';
import { type Done, write } from './undo.ts';

/** Far above what a season brings; they keep one person from filling the disk. */
export const limits = { entries: 5000, contacts: people.limit };

type LogVerbs = Pick<Notebook, 'logInteraction' | 'logInteractions' | 'history' | 'countEntries' | 'removeEntry'>;

export function logVerbs(scope: RequestScope): LogVerbs {
  const { client, now } = scope;
  return {
    logInteraction: entry =>
      write(scope, `logInteraction:${scope.nameKey(entry.who)}`, (tx, writeId) => log(scope, tx, writeId, entry)),

    logInteractions: (entries, { replaces, unlessSince } = {}) =>
      write(scope, 'logInteractions', async (tx, writeId) => {
        const earlier = unlessSince && (await loggedSince(scope, tx, entries, unlessSince));
        if (earlier) throw new AlreadyDone(earlier);
        const replaced = replaces === undefined ? undefined : await removeEntry(tx, replaces);
        const at = replaced?.value.loggedAt ?? now;
        const done: Done<Logged>[] = [];
        for (const entry of entries) done.push(await log(scope, tx, writeId, entry, at));
        const names = list(done.map(({ value }) => value.contact.name));
        const gone = done.length === 1 ? `The entry about ${names} is gone.` : `The entries about ${names} are gone.`;
        return {
          value: done.map(({ value }) => value),
          what: replaced ? `The entry about ${replaced.value.contact.name} is as it was.` : gone,
          changes: [...(replaced?.changes ?? []), ...done.flatMap(({ changes }) => changes)],
        };
      }),

    async history({ limit, before }) {
      const last = before === undefined ? null : await client.logEntry.findUnique({ where: { id: before } });
      const rows = await client.logEntry.findMany({
        where: last ? olderThan(last) : {},
        orderBy: [{ day: 'desc' }, { loggedAt: 'desc' }, { id: 'desc' }],
        take: limit,
      });
      return withContacts(client, rows);
    },

    countEntries: since => client.logEntry.count({ where: since ? { loggedAt: { gte: dateOf(since) } } : {} }),

    removeEntry: entryId => write(scope, `removeEntry:${entryId}`, tx => removeEntry(tx, entryId)),
  };

  async function removeEntry(tx: ScopedTransaction, id: string): Promise<Done<HistoryItem>> {
    const row = await tx.logEntry.findUnique({ where: { id } });
    if (!row) throw new UserError('That entry is not there any more.');
    const [value] = await withContacts(tx, [row]);
    if (!value) throw new UserError('That entry can’t be read any more.');
    await tx.logEntry.delete({ where: { id } });
    return {
      value,
      what: `The entry about ${value.contact.name} is back.`,
      changes: [{ table: 'LogEntry', op: 'insert', id, values: row }],
    };
  }

  async function log(
    { account }: RequestScope,
    tx: ScopedTransaction,
    writeId: string,
    { who, role, stance, worry, dimensions, sentence, place, day }: NewLogEntry,
    at = now,
  ): Promise<Done<Logged>> {
    if ((await tx.logEntry.count()) >= limits.entries)
      throw new UserError(`Your log holds ${limits.entries} entries, which is all it can; remove some old ones first.`);
    const met = await meet(scope, tx, writeId, { name: who, role, place });
    const entry = await tx.logEntry.create({
      data: {
        id: newId(),
        userId: account.userId,
        contactId: met.contact.id,
        stance,
        worry: worry ?? null,
        dimensions: dimensions?.join(',') ?? '',
        sentence: sentence ?? null,
        place: place ?? null,
        day: day.toString(),
        loggedAt: dateOf(at),
        writeId,
      },
    });
    return {
      value: { entry: toEntry(entry), contact: toContact(met.contact), newContact: met.isNew },
      what: `The entry about ${met.contact.name} is gone.`,
      changes: [{ table: 'LogEntry', op: 'delete', id: entry.id }, ...met.changes],
    };
  }
}

/** Somebody known by this name, told what is new of them, or somebody new. */
async function meet(
  { account, now, nameKey }: RequestScope,
  tx: ScopedTransaction,
  writeId: string,
  { name, role, place }: { name: string; role?: string | undefined; place?: string | undefined },
): Promise<{ contact: ContactRow; isNew: boolean; changes: Change[] }> {
  const { userId } = account;
  const key = nameKey(name);
  const known = await tx.contact.findUnique({ where: { userId_nameKey: { userId, nameKey: key } } });
  if (!known) {
    if ((await tx.contact.count()) >= limits.contacts)
      throw new UserError(`You keep ${limits.contacts} people already, which is all there is room for.`);
    const contact = await tx.contact.create({
      data: {
        id: newId(),
        userId,
        name: name.trim(),
        nameKey: key,
        role: role ?? 'other',
        place: place ?? null,
        createdAt: dateOf(now),
        writeId,
      },
    });
    return { contact, isNew: true, changes: [{ table: 'Contact', op: 'delete', id: contact.id, optional: true }] };
  }
  const after = { role: role ?? known.role, place: known.place ?? place ?? null };
  if (after.role === known.role && after.place === known.place) return { contact: known, isNew: false, changes: [] };
  const contact = await tx.contact.update({ where: { id: known.id }, data: { ...after, writeId } });
  const values = { role: known.role, place: known.place, writeId: known.writeId };
  return { contact, isNew: false, changes: [{ table: 'Contact', op: 'update', id: known.id, values, optional: true }] };
}

/** When the last of these was logged, where each of them was, word for word, since then; else undefined. */
async function loggedSince(
  { nameKey }: RequestScope,
  tx: ScopedTransaction,
  entries: readonly NewLogEntry[],
  since: Temporal.Instant,
): Promise<Temporal.Instant | undefined> {
  const times: Temporal.Instant[] = [];
  for (const { who, role, stance, worry, dimensions, sentence, place, day } of entries) {
    const contact = await tx.contact.findFirst({ where: { nameKey: nameKey(who) } });
    if (!contact || (role && role !== contact.role)) return undefined;
    const recent = await tx.logEntry.findMany({
      where: { contactId: contact.id, stance, day: day.toString(), loggedAt: { gte: dateOf(since) } },
    });
    const same = recent.find(
      row =>
        row.sentence === (sentence ?? null) &&
        row.place === (place ?? null) &&
        row.worry === (worry ?? null) &&
        row.dimensions === (dimensions ?? []).join(','),
    );
    if (!same) return undefined;
    times.push(instantOf(same.loggedAt));
  }
  return times.toSorted(Temporal.Instant.compare).at(-1);
}

/** What comes after this row, newest first. */
const olderThan = ({ day, loggedAt, id }: LogEntryRow) => ({
  OR: [{ day: { lt: day } }, { day, loggedAt: { lt: loggedAt } }, { day, loggedAt, id: { lt: id } }],
});

/** Rows are read flat, so the contacts of several entries come in one query more. */
async function withContacts(
  client: Pick<ScopedClient, 'contact'> | ScopedTransaction,
  entries: LogEntryRow[],
): Promise<HistoryItem[]> {
  const ids = [...new Set(entries.map(entry => entry.contactId))];
  const rows = await client.contact.findMany({ where: { id: { in: ids } } });
  const contacts = new Map(readable(rows, toContact).map(contact => [contact.id, contact]));
  return readable(entries, toEntry).flatMap(entry => {
    const contact = contacts.get(entry.contactId);
    return contact ? [{ ...entry, contact }] : [];
  });
}

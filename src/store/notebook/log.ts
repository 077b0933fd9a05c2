import { UserError } from '../../core/ports/errors.ts';
import type { Contact, HistoryItem, HistoryPage, Notebook } from '../../core/ports/notebook.ts';
import type { Repository } from '../../core/ports/repository.ts';
import { type Dimension, keyIn, looseEndKinds } from '../../domain/vocabulary.ts';
import { list } from '../../domain/words/sentences.ts';
import type { ScopedTransaction } from '../driver/scopedClient.ts';
import { readable } from '../entities/records.ts';
import { dateOf, toContact, toEntry } from '../entities/rows.ts';
import type { LogEntry as LogEntryRow } from '../generated/sqlite/client.ts';
import type { Change } from './applyUndo.ts';
import type { RequestScope } from './idempotent.ts';
import { log, MOST_ENTRIES, readTally } from './logWrites.ts';
import { readInTurns } from './readInTurns.ts';
import { type Done, write } from './undo.ts';

/** So many rows are read at once. */
const SLICE = 500;

type LogVerbs = Pick<
  Notebook,
  | 'logInteraction'
  | 'logInteractions'
  | 'history'
  | 'countEntries'
  | 'openEndsWith'
  | 'loggedBy'
  | 'tellEntries'
  | 'removeEntry'
>;

export function logVerbs(scope: RequestScope, people: Pick<Repository<Contact>, 'all'>): LogVerbs {
  const { client, now } = scope;
  const whole = scope.reads.kept('history', ['LogEntry', 'Contact'], () => readHistory({ limit: MOST_ENTRIES }));
  return {
    logInteraction: entry =>
      write(scope, `logInteraction:${scope.nameKey(entry.who)}`, async (tx, writeId) => {
        const { value, changes } = await log(scope, tx, writeId, [entry]);
        const [logged] = value;
        if (!logged) throw new Error('nobody was logged');
        return { value: logged, what: `The entry about ${logged.contact.name} is gone.`, changes };
      }),

    logInteractions: (entries, { replaces, unlessSince } = {}) =>
      write(scope, 'logInteractions', async (tx, writeId) => {
        const replaced = replaces === undefined ? undefined : await removeEntry(tx, replaces);
        const at = replaced?.value.loggedAt ?? now;
        const { value, changes } = await log(scope, tx, writeId, entries, { at, ...(unlessSince && { unlessSince }) });
        const names = list(value.map(({ contact }) => contact.name));
        const gone = value.length === 1 ? `The entry about ${names} is gone.` : `The entries about ${names} are gone.`;
        return {
          value,
          what: replaced ? `The entry about ${replaced.value.contact.name} is as it was.` : gone,
          changes: [...(replaced?.changes ?? []), ...changes],
        };
      }),

    history: page => (page.limit < MOST_ENTRIES || page.before || page.about ? readHistory(page) : whole()),

    countEntries: since => client.logEntry.count({ where: since ? { loggedAt: { gte: dateOf(since) } } : {} }),

    async openEndsWith(contactIds) {
      const rows = await client.looseEnd.findMany({
        where: { contactId: { in: [...contactIds] }, closedOn: null },
        select: { id: true, contactId: true, kind: true },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      });
      return rows.flatMap(({ id, contactId, kind: text }) => {
        const kind = keyIn(looseEndKinds, text);
        return kind ? [{ id, contactId, kind, closedOn: null }] : [];
      });
    },

    async loggedBy(undoId) {
      const rows = await client.logEntry.findMany({ where: { writeId: undoId }, orderBy: { id: 'asc' } });
      const known = await withContacts(await people.all(), rows);
      const tally = await readTally(client);
      return known.map(({ contact, ...entry }) => {
        const earlier = tally.of(contact.id);
        const own = known.filter(other => other.contact.id === contact.id);
        for (const { stance } of own) earlier[stance] = (earlier[stance] ?? 0) - 1;
        const newContact = Object.values(earlier).every(many => many === 0);
        return { entry, contact, newContact, number: tally.total, earlier };
      });
    },

    tellEntries: (entryIds, told) =>
      write(scope, `tellEntries:${entryIds.join()}`, async (tx, writeId) => {
        const rows = await tx.logEntry.findMany({ where: { id: { in: [...entryIds] } } });
        if (rows.length === 0) throw new UserError('That entry is not there any more.');
        const after: LogEntryRow[] = [];
        for (const row of rows) after.push(await tellEntry(tx, writeId, row, told));
        const contacts = await tx.contact.findMany({ where: { id: { in: rows.map(({ contactId }) => contactId) } } });
        const changes = rows.map(
          ({ id, worry, dimensions, writeId }): Change => ({
            table: 'LogEntry',
            op: 'update',
            id,
            values: { worry, dimensions, writeId },
          }),
        );
        const value = await withContacts(readable(contacts, toContact), after);
        return { value, what: 'The entry speaks of what it spoke of before.', changes };
      }),

    removeEntry: entryId => write(scope, `removeEntry:${entryId}`, tx => removeEntry(tx, entryId)),
  };

  /** In slices: the rows of thousands of entries at once would hold up everybody else. */
  async function readHistory({ limit, before, about }: HistoryPage): Promise<HistoryItem[]> {
    const everybody = people.all();
    const find = (after: LogEntryRow | null, take: number) =>
      client.logEntry.findMany({
        where: { ...(after && olderThan(after)), ...(about !== undefined && { contactId: about }) },
        orderBy: [{ day: 'desc' }, { loggedAt: 'desc' }, { id: 'desc' }],
        take,
      });
    const items: HistoryItem[] = [];
    let last = before === undefined ? null : await client.logEntry.findUnique({ where: { id: before } });
    for (let left = limit; left > 0; left -= SLICE) {
      const rows = await find(last, Math.min(left, SLICE));
      items.push(...(await withContacts(await everybody, rows)));
      last = rows.at(-1) ?? null;
      if (rows.length < SLICE) break;
    }
    return items;
  }

  async function removeEntry(tx: ScopedTransaction, id: string): Promise<Done<HistoryItem>> {
    const row = await tx.logEntry.findUnique({ where: { id } });
    if (!row) throw new UserError('That entry is not there any more.');
    const contact = await tx.contact.findUnique({ where: { id: row.contactId } });
    const [value] = await withContacts(readable(contact ? [contact] : [], toContact), [row]);
    if (!value) throw new UserError('That entry can’t be read any more.');
    await tx.logEntry.delete({ where: { id } });
    return {
      value,
      what: `The entry about ${value.contact.name} is back.`,
      changes: [{ table: 'LogEntry', op: 'insert', id, values: row }],
    };
  }
}

function tellEntry(
  tx: ScopedTransaction,
  writeId: string,
  { id, dimensions }: LogEntryRow,
  told: { dimension: Dimension } | { worry: Dimension },
): Promise<LogEntryRow> {
  const spoken = dimensions.split(',').filter(Boolean);
  const data =
    'worry' in told ? { worry: told.worry } : { dimensions: [...new Set([...spoken, told.dimension])].join() };
  return tx.logEntry.update({ where: { id }, data: { ...data, writeId } });
}

/** What comes after this row, newest first. */
const olderThan = ({ day, loggedAt, id }: LogEntryRow) => ({
  OR: [{ day: { lt: day } }, { day, loggedAt: { lt: loggedAt } }, { day, loggedAt, id: { lt: id } }],
});

/** Entries each with its contact. */
async function withContacts(people: readonly Contact[], entries: LogEntryRow[]): Promise<HistoryItem[]> {
  const contacts = new Map(people.map(contact => [contact.id, contact]));
  return (await readInTurns(entries, toEntry)).flatMap(entry => {
    const contact = contacts.get(entry.contactId);
    return contact ? [{ ...entry, contact }] : [];
  });
}

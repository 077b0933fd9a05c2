import { UserError } from '../../core/ports/errors.ts';
import type { Contact, NewLogEntry } from '../../core/ports/notebook.ts';
import { newId } from '../../core/runtime/id.ts';
import { entities } from '../../domain/notebook.ts';
import type { ScopedTransaction } from '../driver/scopedClient.ts';
import { dateOf, toContact } from '../entities/rows.ts';
import type { Contact as ContactRow } from '../generated/sqlite/client.ts';
import type { Change } from './applyUndo.ts';
import type { RequestScope } from './idempotent.ts';

/** Somebody whom the command has read already, and of whom the entry says nothing new. */
const isAsKnown = ({ contact, role, place }: NewLogEntry): boolean =>
  contact !== undefined && (!role || role === contact.role) && (!place || contact.place !== null);

/** Those whom these entries name and who are known, by the keys of their names; who is as known need not be read. */
export async function readNamed(
  { nameKey }: RequestScope,
  tx: ScopedTransaction,
  entries: readonly NewLogEntry[],
): Promise<Map<string, ContactRow>> {
  const keys = [...new Set(entries.filter(entry => !isAsKnown(entry)).map(({ who }) => nameKey(who)))];
  const rows = keys.length > 0 ? await tx.contact.findMany({ where: { nameKey: { in: keys } } }) : [];
  return new Map(rows.map(row => [row.nameKey, row]));
}

interface Met {
  /** In the order of the entries. */
  people: { entry: NewLogEntry; contact: Contact; isNew: boolean }[];
  changes: Change[];
}

/** Whom each entry is about: somebody known, told what is new of them, or somebody new. */
export async function meet(
  scope: RequestScope,
  tx: ScopedTransaction,
  writeId: string,
  entries: readonly NewLogEntry[],
  named: ReadonlyMap<string, ContactRow>,
): Promise<Met> {
  const told = tellAll(scope, writeId, entries, named);
  const met = [...told.values()];
  const changes: Change[] = [];
  for (const row of met) {
    const before = named.get(row.nameKey);
    if (!before || before === row) continue;
    const { id, role, place } = row;
    await tx.contact.update({ where: { id }, data: { role, place, writeId }, select: { id: true } });
    const values = { role: before.role, place: before.place, writeId: before.writeId };
    changes.push({ table: 'Contact', op: 'update', id, values, optional: true });
  }
  const unknown = met.filter(({ nameKey }) => !named.has(nameKey));
  if (unknown.length > 0) {
    if ((await tx.contact.count()) + unknown.length > entities.Contact.limit)
      throw new UserError(`You keep ${entities.Contact.limit} people already, which is all there is room for.`);
    await tx.contact.createMany({ data: unknown });
    changes.push(...unknown.map(({ id }): Change => ({ table: 'Contact', op: 'delete', id, optional: true })));
  }
  const seen = new Set<string>();
  return {
    people: entries.flatMap(entry => {
      const key = scope.nameKey(entry.who);
      const row = told.get(key);
      const contact = row ? toContact(row) : entry.contact;
      const isNew = row !== undefined && !named.has(key) && !seen.has(key);
      seen.add(key);
      return contact ? [{ entry, contact, isNew }] : [];
    }),
    changes,
  };
}

/** The rows of those who are not as known, with what the entries tell of them, by the keys of their names. */
function tellAll(
  { account: { userId }, now, nameKey }: RequestScope,
  writeId: string,
  entries: readonly NewLogEntry[],
  named: ReadonlyMap<string, ContactRow>,
): Map<string, ContactRow> {
  const told = new Map<string, ContactRow>();
  const newcomer = {
    userId,
    role: 'other',
    place: null,
    trainedAt: null,
    knownAt: null,
    letter: false,
    letterAskedOn: null,
    createdAt: dateOf(now),
    writeId,
  };
  for (const entry of entries.filter(one => !isAsKnown(one))) {
    const { who, role, place } = entry;
    const key = nameKey(who);
    const before = told.get(key) ?? named.get(key) ?? { ...newcomer, id: newId(), name: who.trim(), nameKey: key };
    const after = { role: role ?? before.role, place: before.place ?? place ?? null };
    const isSame = after.role === before.role && after.place === before.place;
    told.set(key, isSame ? before : { ...before, ...after, writeId });
  }
  return told;
}

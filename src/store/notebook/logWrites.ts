import { AlreadyDone, UserError } from '../../core/ports/errors.ts';
import type { Logged, NewLogEntry } from '../../core/ports/notebook.ts';
import { newId } from '../../core/runtime/id.ts';
import { entities } from '../../domain/notebook.ts';
import { keyIn, type Stance, stances } from '../../domain/vocabulary.ts';
import { isDangling } from '../driver/client.ts';
import type { ScopedTransaction } from '../driver/scopedClient.ts';
import { dateOf, instantOf, toEntry } from '../entities/rows.ts';
import type { Contact as ContactRow } from '../generated/sqlite/client.ts';
import type { Change } from './applyUndo.ts';
import type { RequestScope } from './idempotent.ts';
import { meet, readNamed } from './meet.ts';

/** Far above what a season brings; it keeps one person from filling the disk. */
export const MOST_ENTRIES = entities.LogEntry.limit;

interface How {
  /** When they were logged; now unless told otherwise. */
  at?: Temporal.Instant;
  /** Where all of them were logged since then, word for word, nothing is written. */
  unlessSince?: Temporal.Instant;
}

/** Logs entries, however many in as many statements as one. @throws UserError where there is no room, AlreadyDone */
export async function log(
  scope: RequestScope,
  tx: ScopedTransaction,
  writeId: string,
  entries: readonly NewLogEntry[],
  { at = scope.now, unlessSince }: How = {},
): Promise<{ value: Logged[]; changes: Change[] }> {
  const named = await readNamed(scope, tx, entries);
  const tally = await readTally(tx);
  const earlier = unlessSince && (await loggedSince(scope, tx, entries, named, tally, unlessSince));
  if (earlier) throw new AlreadyDone(earlier);
  if (tally.total + entries.length > MOST_ENTRIES)
    throw new UserError(`Your log holds ${MOST_ENTRIES} entries, which is all it can; remove some old ones first.`);
  const met = await meet(scope, tx, writeId, entries, named);
  const data = met.people.map(({ entry, contact }) => ({
    id: newId(),
    userId: scope.account.userId,
    contactId: contact.id,
    stance: entry.stance,
    worry: entry.worry ?? null,
    dimensions: (entry.dimensions ?? []).join(','),
    sentence: entry.sentence ?? null,
    place: entry.place ?? null,
    day: entry.day.toString(),
    loggedAt: dateOf(at),
    writeId,
  }));
  const rows = await tx.$insert('LogEntry', data).catch((error: unknown) => {
    if (isDangling(error)) throw new UserError('That person is not in your notebook any more.');
    throw error;
  });
  const value = rows.flatMap((row, index): Logged[] => {
    const person = met.people[index];
    if (!person) return [];
    const { contact, isNew } = person;
    const number = tally.total + index + 1;
    return [{ entry: toEntry(row), contact, newContact: isNew, number, earlier: tally.of(contact.id) }];
  });
  return {
    value,
    changes: [...data.map(({ id }): Change => ({ table: 'LogEntry', op: 'delete', id })), ...met.changes],
  };
}

type Tally = Awaited<ReturnType<typeof readTally>>;

/** How many entries there are, in all and by whom they are about and what they say: counted where they lie. */
export async function readTally(tx: Pick<ScopedTransaction, '$countEntries'>) {
  const groups = await tx.$countEntries();
  return {
    total: groups.reduce((sum, { many }) => sum + many, 0),
    of: (contactId: string): Partial<Record<Stance, number>> =>
      Object.fromEntries(
        groups.flatMap(group => {
          const stance = group.contactId === contactId && keyIn(stances, group.stance);
          return stance ? [[stance, group.many]] : [];
        }),
      ),
    /** When something of this kind was logged of them last. */
    lastOf: (contactId: string, stance: Stance): Date | null =>
      groups.find(group => group.contactId === contactId && group.stance === stance)?.last ?? null,
  };
}

/** When the last of these was logged, where each of them was, word for word, since then; else undefined. */
async function loggedSince(
  { nameKey }: RequestScope,
  tx: ScopedTransaction,
  entries: readonly NewLogEntry[],
  named: ReadonlyMap<string, ContactRow>,
  tally: Tally,
  since: Temporal.Instant,
): Promise<Temporal.Instant | undefined> {
  const times: Temporal.Instant[] = [];
  for (const { who, contact: known, role, stance, worry, dimensions, sentence, place, day } of entries) {
    const contact = named.get(nameKey(who)) ?? known;
    if (!contact || (role && role !== contact.role)) return undefined;
    const last = tally.lastOf(contact.id, stance);
    if (!last || last < dateOf(since)) return undefined;
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

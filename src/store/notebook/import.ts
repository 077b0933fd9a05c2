import { UserError } from '../../core/ports/errors.ts';
import type { Counts, Notebook } from '../../core/ports/notebook.ts';
import type { Profile } from '../../core/ports/users.ts';
import type { ScopedTransaction } from '../driver/scopedClient.ts';
import { profile, readProfile } from '../entities/records.ts';
import { repositoryKinds } from '../entities/repositories.ts';
import { rowsOf, type TableName } from '../entities/tables.ts';
import type { Change } from './applyUndo.ts';
import type { RequestScope } from './idempotent.ts';
import { type Added, planImport, readRow } from './importPlan.ts';
import { MOST_ENTRIES } from './logWrites.ts';
import { changeProfile } from './profile.ts';
import { write } from './undo.ts';

export function importVerbs(scope: RequestScope): Pick<Notebook, 'previewImport' | 'importAll'> {
  return {
    async previewImport(file) {
      const { added, known } = await planImport(scope, scope.client, file);
      await refuseTooMany(scope.client, added);
      return { adds: countsOf(added), known };
    },

    importAll: file =>
      write(scope, 'importAll', async (tx, writeId) => {
        const { added } = await planImport(scope, tx, file);
        await refuseTooMany(tx, added);
        const changes: Change[] = [];
        for (const { table, rows } of added) {
          await rowsOf(tx, table).createMany({ data: rows.map(row => ({ ...row, writeId })) });
          changes.push(...rows.map(({ id }): Change => ({ table, op: 'delete', id })));
        }
        const settings = await newSettings(scope, tx, file.profile);
        if (Object.keys(settings).length > 0) {
          const done = await changeProfile(scope, tx, writeId, settings);
          changes.push(...done.changes.map(change => ({ ...change, optional: true })));
        }
        return { value: countsOf(added), what: 'What was imported is gone.', changes };
      }),
  };
}

const countsOf = (added: Added[]): Counts =>
  Object.fromEntries(added.flatMap(({ table, rows }) => (rows.length > 0 ? [[table, rows.length]] : [])));

const room: Partial<Record<TableName, { limit: number; many: string }>> = {
  ...Object.fromEntries(Object.values(repositoryKinds).map(kind => [kind.table, kind])),
  LogEntry: { limit: MOST_ENTRIES, many: 'entries' },
};

async function refuseTooMany(client: object, added: Added[]): Promise<void> {
  for (const { table, rows } of added) {
    const there = await rowsOf(client, table).count();
    const { limit, many } = room[table] ?? { limit: 5000, many: 'rows' };
    if (there + rows.length > limit)
      throw new UserError(
        `A notebook has room for ${limit} ${many}: with this file it would be ${there + rows.length}.`,
      );
  }
}

/** The settings of a file that the user has not made themselves. */
async function newSettings(
  { account }: RequestScope,
  tx: ScopedTransaction,
  given: unknown,
): Promise<Partial<Profile>> {
  const own = readProfile(await tx.user.findUniqueOrThrow({ where: { id: account.userId } }));
  const wanted = readRow('profile', 0, () => profile.toItem(given));
  const [mine, unmade, theirs] = [own, profile.toItem({}), wanted].map(profile.toColumns);
  const isNew = (name: string) => mine?.[name] === unmade?.[name] && theirs?.[name] !== mine?.[name];
  return Object.fromEntries(Object.entries(wanted).filter(([name]) => isNew(name)));
}

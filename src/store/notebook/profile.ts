import type { Notebook } from '../../core/ports/notebook.ts';
import type { Profile, User } from '../../core/ports/users.ts';
import { settings } from '../../domain/entities/settings.ts';
import type { ScopedTransaction } from '../driver/scopedClient.ts';
import { toUser } from '../entities/rows.ts';
import type { RequestScope } from './idempotent.ts';
import { type Done, write } from './undo.ts';

export function profileVerbs(scope: RequestScope): Pick<Notebook, 'profile' | 'changeProfile'> {
  const { client, account } = scope;
  return {
    profile: async () => toUser(await client.user.findUniqueOrThrow({ where: { id: account.userId } })),
    changeProfile: change =>
      write(scope, 'changeProfile', (tx, writeId) => changeProfile(scope, tx, writeId, change), { apart: true }),
  };
}

export async function changeProfile(
  { account }: RequestScope,
  tx: ScopedTransaction,
  writeId: string,
  change: Partial<Profile>,
): Promise<Done<User>> {
  const id = account.userId;
  const before = await tx.user.findUniqueOrThrow({ where: { id } });
  const data = {
    ...settings.toColumns(change),
    ...(change.remind !== undefined && { deliverTo: account.id }),
    writeId,
  };
  const after = await tx.user.update({ where: { id }, data });
  const values = Object.fromEntries(Object.entries(before).filter(([column]) => column in data));
  return {
    value: toUser(after),
    what: 'Your settings are as they were.',
    changes: [{ table: 'User', op: 'update', id, values }],
  };
}

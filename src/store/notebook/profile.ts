import type { Notebook, Profile, User } from '../../core/store.ts';
import type { RequestScope } from '../once.ts';
import type { OwnedTransaction } from '../owned.ts';
import { dateOf, toUser } from '../rows.ts';
import { type Done, write } from '../undo.ts';

/** What decides when a user is planned for next. */
const moment: readonly (keyof Profile)[] = ['remind', 'digestDay', 'digestHour', 'zone'];

export function profileVerbs(scope: RequestScope): Pick<Notebook, 'profile' | 'changeProfile'> {
  const { client, account } = scope;
  return {
    profile: async () => toUser(await client.user.findUniqueOrThrow({ where: { id: account.userId } })),
    changeProfile: change => write(scope, 'changeProfile', (tx, writeId) => changeProfile(scope, tx, writeId, change)),
  };
}

export async function changeProfile(
  { account, now }: RequestScope,
  tx: OwnedTransaction,
  writeId: string,
  change: Partial<Profile>,
): Promise<Done<User>> {
  const id = account.userId;
  const before = await tx.user.findUniqueOrThrow({ where: { id } });
  const remind = change.remind ?? before.remind;
  const nextPlanAt = remind === 'nothing' ? null : dateOf(now);
  const data = {
    ...change,
    ...(moment.some(name => change[name] !== undefined) && { nextPlanAt }),
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

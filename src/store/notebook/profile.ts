import type { Notebook, Profile } from '../../core/store.ts';
import type { RequestScope } from '../once.ts';
import { dateOf, toUser } from '../rows.ts';
import { write } from '../undo.ts';

/** What decides when a user is planned for next. */
const moment: readonly (keyof Profile)[] = ['remind', 'digestDay', 'digestHour', 'zone'];

export function profileVerbs(scope: RequestScope): Pick<Notebook, 'profile' | 'changeProfile'> {
  const { client, account, now } = scope;
  const id = account.userId;
  return {
    profile: async () => toUser(await client.user.findUniqueOrThrow({ where: { id } })),

    changeProfile: change =>
      write(scope, 'changeProfile', async (tx, writeId) => {
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
      }),
  };
}

import type { Counts } from '../../core/ports/notebook.ts';
import type { Client, Transaction } from '../driver/client.ts';
import { ownerColumn, rowsOf, tableNames } from '../entities/tables.ts';
import type { Account } from '../generated/sqlite/client.ts';

/**
 * Removes a person: their notebook, accounts, memberships, codes and all that was or is to be sent to them. What the
 * communities share stays. The proof is a second count in the same transaction.
 * @returns how many rows there were, by table
 * @throws Error with nothing removed, where a row would be left
 */
export function erase(client: Client, userId: string): Promise<Counts> {
  return client.$transaction(async tx => {
    // Waits for what they are writing, and lets what comes after find nobody.
    await tx.user.updateMany({ where: { id: userId }, data: { revision: { increment: 1 } } });
    const accounts = await tx.account.findMany({ where: { userId } });
    const before = await count(tx, userId, accounts);
    await tx.delivery.deleteMany({ where: sentTo(userId) });
    await tx.setAside.deleteMany({ where: { ownerId: userId } });
    await tx.unansweredRequest.deleteMany({ where: askedBy(accounts) });
    await tx.user.deleteMany({ where: { id: userId } });
    const left = Object.entries(await count(tx, userId, accounts)).filter(([, rows]) => rows > 0);
    if (left.length > 0) throw new Error(`erasing would leave ${left.map(([table]) => table).join(', ')}`);
    return before;
  });
}

async function count(tx: Transaction, userId: string, accounts: Account[]): Promise<Counts> {
  const accountIds = accounts.map(({ id }) => id);
  const counts: Counts = {
    Account: await tx.account.count({ where: { id: { in: accountIds } } }),
    Organizer: await tx.organizer.count({ where: { accountId: { in: accountIds } } }),
    Membership: await tx.membership.count({ where: { userId } }),
    Delivery: await tx.delivery.count({ where: sentTo(userId) }),
    SetAside: await tx.setAside.count({ where: { ownerId: userId } }),
    UnansweredRequest: await tx.unansweredRequest.count({ where: askedBy(accounts) }),
  };
  for (const table of tableNames)
    counts[table] = await rowsOf(tx, table).count({ where: { [ownerColumn(table)]: userId } });
  return counts;
}

const askedBy = (accounts: Account[]) => ({
  OR: accounts.map(({ platform, scope, externalId }) => ({ platform, scope, externalId })),
});
const sentTo = (userId: string) => ({ OR: [{ userId }, { recipientKey: `user:${userId}` }] });

import { newId } from '../../core/id.ts';
import type { Linked, Linking, LinkRefusal } from '../../core/ports/linking.ts';
import type { Account } from '../../core/ports/users.ts';
import { type Client, isTaken, type Transaction } from '../driver/client.ts';
import { dateOf, toAccount } from '../entities/rows.ts';
import { newCode, newTakeAway, readTyped } from './codes.ts';
import { join, lockUsers } from './join.ts';
import { part, readMoved } from './part.ts';

/** How long a code works, and within how long wrong ones are counted. */
const MINUTES = 10;
const TRIES = 5;

/** One account, and what is needed to join it with another. */
export interface LinkScope {
  client: Client;
  account: Account;
  now: Temporal.Instant;
  /** A keyed digest, under which codes are kept. */
  digest(text: string): string;
  nameKeyOf(userId: string, name: string): string;
}

export function createLinking(scope: LinkScope): Linking {
  const { client, account, now, digest, nameKeyOf } = scope;
  const { userId } = account;
  const codeHash = (typed: string) => digest(`link code ${readTyped(typed)}`);
  const takeAwayHash = (typed: string) => digest(`take-away code ${readTyped(typed)}`);

  return {
    async issueCode() {
      const code = newCode();
      const row = { id: newId(), userId, codeHash: codeHash(code), expiresAt: dateOf(now.add({ minutes: MINUTES })) };
      try {
        await client.$transaction(async tx => {
          await tx.linkCode.deleteMany({ where: { userId } });
          await tx.linkCode.create({ data: row });
        });
        return code;
      } catch (error) {
        // Somebody else was shown the same digits.
        if (isTaken(error)) return this.issueCode();
        throw error;
      }
    },

    async issueTakeAway() {
      const code = newTakeAway();
      const row = { id: newId(), userId, codeHash: takeAwayHash(code), createdAt: dateOf(now) };
      await client.$transaction(async tx => {
        await tx.takeAway.deleteMany({ where: { userId } });
        await tx.takeAway.create({ data: row });
      });
      return code;
    },

    redeem: typed => open(tx => tx.linkCode.findUnique({ where: { codeHash: codeHash(typed) } })),
    openTakeAway: typed => open(tx => tx.takeAway.findUnique({ where: { codeHash: takeAwayHash(typed) } })),

    unlink: linkId =>
      client.$transaction(async tx => {
        const link = await tx.link.findFirst({ where: { id: linkId, userId } });
        if (link) await part({ tx, nameKeyOf, now }, link);
        return link !== null;
      }),

    async linkedAccounts() {
      const others = await client.account.findMany({ where: { userId, NOT: { id: account.id } } });
      const links = await client.link.findMany({ where: { userId }, orderBy: [{ at: 'desc' }] });
      const broughtBy = links.map(link => ({ id: link.id, accounts: readMoved(link).accounts }));
      const parts = (accounts: string[], id: string) => accounts.includes(id) !== accounts.includes(account.id);
      return others.map(row => ({
        account: toAccount(row),
        linkId: broughtBy.find(({ accounts }) => parts(accounts, row.id))?.id ?? null,
      }));
    },
  };

  /** Joins this account with the user whose code it is, if it is one. */
  async function open(
    find: (tx: Transaction) => Promise<{ userId: string; expiresAt?: Date } | null>,
  ): Promise<Linked> {
    if ((await countTry()) > TRIES) return refused('too-many-tries');
    return client.$transaction(async (tx): Promise<Linked> => {
      const code = await find(tx);
      if (!code) return refused('wrong');
      if (code.userId === userId) return refused('own');
      if (code.expiresAt && code.expiresAt < dateOf(now)) return refused('expired');
      await lockUsers(tx, [code.userId, userId]);
      // Somebody else may have used it while this one waited.
      const linkId = (await find(tx)) && (await join({ tx, nameKeyOf, now }, code.userId, userId));
      if (!linkId) return refused('wrong');
      await tx.account.update({ where: { id: account.id }, data: { tries: 0, triedSince: null } });
      return { linked: true, linkId };
    });
  }

  /** How many tries this account has had within the ten minutes, this one counted. It counts whatever comes of it. */
  async function countTry(): Promise<number> {
    const { id } = account;
    const ago = dateOf(now.subtract({ minutes: MINUTES }));
    await client.account.updateMany({
      where: { id, OR: [{ triedSince: null }, { triedSince: { lt: ago } }] },
      data: { tries: 0, triedSince: dateOf(now) },
    });
    return (await client.account.update({ where: { id }, data: { tries: { increment: 1 } } })).tries;
  }
}

const refused = (why: LinkRefusal): Linked => ({ linked: false, why });

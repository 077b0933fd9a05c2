import { CODE_MINUTES, type Linked, type Linking, type LinkRefusal } from '../../core/ports/linking.ts';
import type { Account } from '../../core/ports/users.ts';
import { newId } from '../../core/runtime/id.ts';
import { type Client, isTaken, type Transaction } from '../driver/client.ts';
import { dateOf, toAccount } from '../entities/rows.ts';
import { attempt, type Code, findAgain, linkColumns, takeAwayColumns } from './attempt.ts';
import { newCode, newTakeAway } from './codes.ts';
import { linkAccounts, lockUsers } from './link.ts';
import { createTries } from './tries.ts';
import { readMoved, unlinkAccount } from './unlink.ts';

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
  const made = () => ({ id: newId(), userId, accountId: account.id });
  const tries = createTries(scope);

  /** A code whose first group is another's is made anew. */
  async function issue(make: () => string, keep: (tx: Transaction, code: string) => Promise<unknown>): Promise<string> {
    const code = make();
    try {
      await client.$transaction(tx => keep(tx, code));
      return code;
    } catch (error) {
      if (isTaken(error)) return issue(make, keep);
      throw error;
    }
  }

  return {
    issueCode: () =>
      issue(newCode, async (tx, code) => {
        const expiresAt = dateOf(now.add({ minutes: CODE_MINUTES }));
        await tx.linkCode.deleteMany({ where: { userId } });
        await tx.linkCode.create({ data: { ...made(), ...linkColumns(code, digest), expiresAt } });
      }),

    issueTakeAway: () =>
      issue(newTakeAway, async (tx, code) => {
        await tx.takeAway.deleteMany({ where: { userId } });
        await tx.takeAway.create({ data: { ...made(), ...takeAwayColumns(code, digest), createdAt: dateOf(now) } });
      }),

    async redeem(typed) {
      if (!(await tries.count())) return refused('too-many-tries');
      const code = await attempt(typed, scope);
      if (typeof code === 'string') return refused(code);
      const result = await open(code, typed);
      if (result.linked) await tries.forget();
      return result;
    },

    unlink: linkId =>
      client.$transaction(async tx => {
        const link = await tx.link.findFirst({ where: { id: linkId, userId } });
        if (link) await unlinkAccount({ tx, nameKeyOf, now }, link);
        return link !== null;
      }),

    linkedAccounts: () => linkedAccounts(client, account),
  };

  /** Joins this account with the user whose code it is. Who has joined by it before is told so again. */
  function open(code: Code, typed: string): Promise<Linked> {
    return client.$transaction(async (tx): Promise<Linked> => {
      await lockUsers(tx, [...new Set([code.userId, userId])]);
      // Somebody else, or a twin of this request, may have used it while this one waited.
      const still = await findAgain(tx, code, typed);
      const me = await tx.account.findUnique({ where: { id: account.id } });
      if (!still || !me) return refused('wrong');
      if (still.userId === me.userId && code.accountId === me.id) return refused('own');
      if (still.userId === me.userId) return { linked: true, linkId: await linkTo(tx, toAccount(me), code) };
      if (still.isUsed || still.userId !== code.userId || me.userId !== userId) return refused('wrong');
      if (code.isOver) return refused('expired');
      const linkId = await linkAccounts({ tx, nameKeyOf, now }, { codeId: code.id, owner: code.userId, joiner: me });
      return linkId ? { linked: true, linkId } : refused('wrong');
    });
  }
}

/** The joining between an account and the one that made a code. */
async function linkTo(tx: Transaction, me: Account, { accountId }: Code): Promise<string | null> {
  const others = await linkedAccounts(tx, me);
  return (others.find(other => other.account.id === accountId) ?? others[0])?.linkId ?? null;
}

async function linkedAccounts(client: Client | Transaction, { id, userId }: Account) {
  const others = await client.account.findMany({ where: { userId, NOT: { id } } });
  const links = await client.link.findMany({ where: { userId }, orderBy: [{ at: 'desc' }] });
  const broughtBy = links.map(link => ({ id: link.id, accounts: readMoved(link).accounts }));
  const parts = (accounts: string[], other: string) => accounts.includes(other) !== accounts.includes(id);
  return others.map(row => ({
    account: toAccount(row),
    linkId: broughtBy.find(({ accounts }) => parts(accounts, row.id))?.id ?? null,
  }));
}

const refused = (why: LinkRefusal): Linked => ({ linked: false, why });

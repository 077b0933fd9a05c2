import { CODE_TRIES } from '../../core/ports/linking.ts';
import type { Transaction } from '../driver/client.ts';
import { dateOf } from '../entities/rows.ts';
import { handleOf, isLong, readTyped } from './codes.ts';
import type { LinkScope } from './linking.ts';
import { tell } from './notices.ts';

/** How long wrong tries close a take-away code: to end it would take a notebook away from who lost an account. */
const CLOSED = { hours: 1 };

/** A code as it was after a try at it. */
export interface Code {
  id: string;
  userId: string;
  /** The account that made it; null where that was not kept yet. */
  accountId: string | null;
  codeHash: string;
  /** It has joined somebody. */
  isUsed: boolean;
  /** Its time is over. */
  isOver: boolean;
}

type Scope = Pick<LinkScope, 'client' | 'now' | 'digest'>;
type Digest = LinkScope['digest'];

/** What a code is kept as: nothing of it can be read. */
export const linkColumns = (code: string, digest: Digest) => ({
  codeHash: digest(`link code ${readTyped(code)}`),
  handle: digest(`link handle ${handleOf(code)}`),
});
export const takeAwayColumns = (code: string, digest: Digest) => ({
  codeHash: digest(`take-away code ${readTyped(code)}`),
  handle: digest(`take-away handle ${handleOf(code)}`),
});

/**
 * Counts a try at the code that begins as what was typed, whoever makes it, before it is looked at: of many at once
 * no more than a few are. A wrong one is told to the account that made the code.
 * @returns the code where it is the right one; else why not
 */
export async function attempt(typed: string, scope: Scope): Promise<Code | 'wrong' | 'too-many-tries'> {
  const { client, digest, now } = scope;
  const columns = isLong(typed) ? takeAwayColumns(typed, digest) : linkColumns(typed, digest);
  return client.$transaction(async tx => {
    const tried = await (isLong(typed) ? tryTakeAway(tx, columns, now) : tryLinkCode(tx, columns, now));
    if (!tried) return 'wrong';
    const { code, tries } = tried;
    if (code.codeHash !== columns.codeHash && !code.isUsed && !code.isOver) await tellOwner(tx, code, now);
    if (tries > CODE_TRIES) return 'too-many-tries';
    return code.codeHash === columns.codeHash ? code : 'wrong';
  });
}

type Tried = { code: Code; tries: number } | undefined;
type Columns = ReturnType<typeof linkColumns>;

/** The same code as it is by now: whose, and whether it has joined somebody. */
export async function findAgain(
  tx: Transaction,
  { id }: Code,
  typed: string,
): Promise<Pick<Code, 'userId' | 'isUsed'> | undefined> {
  if (isLong(typed)) {
    const row = await tx.takeAway.findUnique({ where: { id } });
    return row ? { userId: row.userId, isUsed: false } : undefined;
  }
  const row = await tx.linkCode.findUnique({ where: { id } });
  return row ? { userId: row.userId, isUsed: row.usedAt !== null } : undefined;
}

async function tryLinkCode(tx: Transaction, { handle }: Columns, now: Temporal.Instant): Promise<Tried> {
  await tx.linkCode.updateMany({ where: { handle }, data: { tries: { increment: 1 } } });
  const row = await tx.linkCode.findUnique({ where: { handle } });
  if (!row) return undefined;
  const code = { ...row, isUsed: row.usedAt !== null, isOver: row.expiresAt < dateOf(now) };
  // What has joined already is only asked whether it has.
  return { code, tries: code.isUsed ? 0 : row.tries };
}

async function tryTakeAway(tx: Transaction, { handle, codeHash }: Columns, now: Temporal.Instant): Promise<Tried> {
  // One from before first groups were kept is known by itself alone.
  const where = { OR: [{ handle }, { codeHash }] };
  const ago = dateOf(now.subtract(CLOSED));
  await tx.takeAway.updateMany({ where, data: { tries: { increment: 1 } } });
  const row = await tx.takeAway.findFirst({ where });
  if (!row) return undefined;
  const begins = row.triedSince === null || row.triedSince < ago;
  if (begins) await tx.takeAway.update({ where: { id: row.id }, data: { tries: 1, triedSince: dateOf(now) } });
  return { code: { ...row, isUsed: false, isOver: false }, tries: begins ? 1 : row.tries };
}

/** Once for a code and day. */
async function tellOwner(tx: Transaction, { id, userId, accountId }: Code, now: Temporal.Instant): Promise<void> {
  const accounts = await tx.account.findMany({ where: { userId }, orderBy: [{ lastSeenAt: 'desc' }] });
  const owner = accounts.find(account => account.id === accountId) ?? accounts[0];
  if (owner) await tell(tx, [owner], { kind: 'wrong-code', about: `${id} ${now.toString().slice(0, 10)}`, now });
}

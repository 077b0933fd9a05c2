import type { Client } from '../driver/client.ts';
import { dateOf } from '../entities/rows.ts';
import type { Account } from '../generated/sqlite/client.ts';
import { tell } from '../linking/notices.ts';
import { erase } from './erase.ts';

/** How long a notebook is kept after its owner's last request, and how long before it goes they are warned. */
const KEPT = { months: 12 };
const WARNED = { hours: 24 * 30 };
/** So many are warned in an hour: the first time there may be hundreds. */
const AT_ONCE = 50;

const monthsAgo = (now: Temporal.Instant): Temporal.Instant => now.toZonedDateTimeISO('UTC').subtract(KEPT).toInstant();

/**
 * Erases notebooks whose owner has not been here for a year, on any account, and was warned a month before. Whoever comes
 * back keeps theirs, and has a year again. Says how many went.
 */
export async function tendIdleNotebooks(
  client: Client,
  now: Temporal.Instant,
  failed: (what: string, error: unknown) => number,
): Promise<number> {
  const idle = await readIdle(client, monthsAgo(now.add(WARNED)));
  const warnings = await client.delivery.findMany({
    where: { kind: 'idle', userId: { in: idle.map(({ userId }) => userId) } },
    select: { userId: true, occurrence: true, dueAt: true },
  });
  const warnedAt = new Map(warnings.map(({ userId, occurrence, dueAt }) => [`${userId} ${occurrence}`, dueAt]));
  let [removed, warned] = [0, 0];
  for (const account of idle) {
    const at = warnedAt.get(`${account.userId} ${aboutOf(account)} ${account.id}`);
    const alone = (work: () => Promise<number>) => work().catch(error => failed('User', error));
    if (at === undefined && warned < AT_ONCE) warned += await alone(() => warn(client, account, now));
    else if (at && at <= dateOf(now.subtract(WARNED)) && account.lastSeenAt < dateOf(monthsAgo(now)))
      removed += await alone(() => eraseIdle(client, account, now));
  }
  return removed;
}

/** The day of their last request: who came back and went again is warned again. */
const aboutOf = ({ lastSeenAt }: Account): string => lastSeenAt.toISOString().slice(0, 10);

/** Of each user whom nobody has seen since then, the account that was seen last. */
async function readIdle(client: Client, since: Temporal.Instant): Promise<Account[]> {
  const at = dateOf(since);
  const accounts = await client.account.findMany({
    where: { lastSeenAt: { lt: at }, user: { accounts: { none: { lastSeenAt: { gte: at } } } } },
    orderBy: [{ lastSeenAt: 'asc' }, { id: 'asc' }],
  });
  return [...new Map(accounts.map(account => [account.userId, account])).values()];
}

async function warn(client: Client, account: Account, now: Temporal.Instant): Promise<number> {
  await client.$transaction(tx => tell(tx, [account], { kind: 'idle', about: aboutOf(account), now, grace: WARNED }));
  return 1;
}

async function eraseIdle(client: Client, { userId }: Account, now: Temporal.Instant): Promise<number> {
  const isBack = { userId, lastSeenAt: { gte: dateOf(monthsAgo(now)) } };
  if ((await client.account.count({ where: isBack })) > 0) return 0;
  await erase(client, userId);
  return 1;
}

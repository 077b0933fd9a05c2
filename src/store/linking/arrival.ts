import { accountNotices } from '../../core/ports/ledger.ts';
import type { Identity } from '../../core/ports/users.ts';
import type { Client } from '../driver/client.ts';
import { accountColumns, userColumns } from '../entities/rows.ts';
import { Prisma } from '../generated/sqlite/client.ts';

type Models = Prisma.TypeMap['model'];
type RowOf<Model extends keyof Models> = Models[Model]['payload']['scalars'];

const columns = {
  Account: [...accountColumns, 'lastSeenAt', 'restsSince'],
  User: [...userColumns, 'revision'],
  Community: Object.values(Prisma.CommunityScalarFieldEnum),
} as const;
const selected = Object.entries(columns).flatMap(([model, names]) =>
  names.map(name => `"${model}"."${name}" AS "${model}.${name}"`),
);

type Row = Record<string, unknown> & { seenAt: Date | null; organizer: string | null; unseen: string | null };
const partOf = <Model extends keyof typeof columns>(row: Row, model: Model) =>
  Object.fromEntries(columns[model].map(name => [name, row[`${model}.${name}`]])) as Pick<
    RowOf<Model>,
    (typeof columns)[Model][number] & keyof RowOf<Model>
  >;

export type Known = NonNullable<Awaited<ReturnType<typeof readKnown>>>;

/**
 * All that is known of who arrives, in one statement, for it comes before every request. The community is the one with
 * this id or, where none is given, the one in which they were seen last.
 */
export async function readKnown(
  client: Client,
  { platform, scope, externalId }: Identity,
  where: { externalId: string } | null,
) {
  const there = where
    ? Prisma.sql`"Community"."platform" = ${platform} AND "Community"."externalId" = ${where.externalId}`
    : Prisma.sql`"Community"."id" = (
        SELECT "communityId" FROM "Membership" WHERE "userId" = "User"."id" ORDER BY "seenAt" DESC LIMIT 1)`;
  const [row] = await client.$rows<Row>`
    SELECT ${Prisma.raw(selected.join(', '))}, "Membership"."seenAt", "Organiser"."accountId" AS "organizer", (
      SELECT "id" FROM "Delivery"
      WHERE "userId" = "User"."id" AND "status" = 'undelivered' AND "toldAt" IS NULL
        AND ("kind" NOT IN (${Prisma.join(Object.keys(accountNotices))}) OR "accountId" = "Account"."id")
      LIMIT 1) AS "unseen"
    FROM "Account" JOIN "User" ON "User"."id" = "Account"."userId"
    LEFT JOIN "Community" ON ${there}
    LEFT JOIN "Membership" ON "Membership"."communityId" = "Community"."id" AND "Membership"."userId" = "User"."id"
    LEFT JOIN "Organiser" ON "Organiser"."communityId" = "Community"."id" AND "Organiser"."accountId" = "Account"."id"
    WHERE "Account"."platform" = ${platform} AND "Account"."scope" = ${scope} AND "Account"."externalId" = ${externalId}`;
  if (!row) return undefined;
  const community = partOf(row, 'Community');
  return {
    account: partOf(row, 'Account'),
    user: partOf(row, 'User'),
    community: community.id === null ? null : client.$opened('Community', community),
    seenAt: row.seenAt,
    isOrganizer: row.organizer !== null,
    hasUnseenFailures: row.unseen !== null,
  };
}

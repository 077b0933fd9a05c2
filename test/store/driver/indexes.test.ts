import type { SqlQuery } from '@prisma/driver-adapter-utils';
import { expect, onTestFinished, test } from 'vitest';
import { type BareClient, encryptedClient } from '../../../src/store/driver/client.ts';
import { directClient } from '../../../src/store/driver/direct.ts';
import { sqliteAdapter } from '../../../src/store/driver/sqlite.ts';
import { migrateSqlite } from '../../../src/store/driver/sqliteMigrations.ts';
import { sqlitePath } from '../../../src/store/driver/url.ts';
import { createFieldCipher } from '../../../src/store/encryption/cipher.ts';
import { PrismaClient } from '../../../src/store/generated/sqlite/client.ts';
import { createLedger } from '../../../src/store/sending/ledger.ts';
import { databases, KEY, NOW, scratch } from '../databases.ts';

/** A ledger whose every statement is first explained by SQLite itself. */
async function explained() {
  const [{ create }] = databases;
  const path = sqlitePath((await scratch(create)).url) ?? '';
  await migrateSqlite(path);
  const factory = sqliteAdapter(path);
  const plans: string[] = [];
  const explaining = {
    ...factory,
    async connect() {
      const adapter = await factory.connect();
      async function queryRaw(query: SqlQuery) {
        const { rows } = await adapter.queryRaw({ ...query, sql: `EXPLAIN QUERY PLAN ${query.sql}` });
        plans.push(rows.map(row => row.at(-1)).join('; '));
        return adapter.queryRaw(query);
      }
      return { ...adapter, queryRaw };
    },
  };
  const client = directClient(explaining, adapter => new PrismaClient({ adapter }));
  onTestFinished(() => client.$disconnect());
  await seed(client);
  plans.length = 0;
  return { ledger: createLedger(encryptedClient(client, createFieldCipher(KEY)), 'sqlite'), plans };
}

/** One of each that is due: for an empty list of ids Prisma asks another question. */
async function seed(client: BareClient) {
  const at = new Date(NOW.epochMilliseconds);
  const times = { createdAt: at, lastSeenAt: at };
  const name = createFieldCipher(KEY).seal('Aurora', { table: 'Community', column: 'name', id: 'c' });
  const delivery = { kind: 'digest', recipientKey: 'user:u', userId: 'u', accountId: 'a', communityId: 'c' };
  await client.user.create({ data: { id: 'u', createdAt: at, nextPlanAt: at } });
  await client.account.create({
    data: { id: 'a', userId: 'u', platform: 'slack', scope: 'T1', externalId: 'U1', ...times },
  });
  await client.community.create({
    data: { id: 'c', platform: 'slack', externalId: 'T1', name, nextPlanAt: at, createdAt: at },
  });
  await client.membership.create({ data: { communityId: 'c', userId: 'u', seenAt: at } });
  await client.delivery.create({
    data: {
      id: 'd',
      ...delivery,
      occurrence: '1',
      lane: 'slack:T1',
      status: 'due',
      dueAt: at,
      graceUntil: at,
      tryAt: at,
    },
  });
}

test.each([
  ['dueSubjects', 'User USING COVERING INDEX User_nextPlanAt_id_idx (nextPlanAt<?)'],
  ['dueSubjects', 'Community USING COVERING INDEX Community_nextPlanAt_id_idx (nextPlanAt<?)'],
  ['lease', 'Delivery USING COVERING INDEX Delivery_status_lane_tryAt_id_idx (status=? AND lane=? AND tryAt<?)'],
  ['lanesDue', 'Delivery USING COVERING INDEX Delivery_status_lane_tryAt_id_idx (status=?)'],
  ['interrupted', 'Delivery USING INDEX Delivery_status_lane_tryAt_id_idx (status=? AND lane=?'],
] as const)('%s reads what is due alone: %s', async (verb, search) => {
  const { ledger, plans } = await explained();
  const ask = {
    dueSubjects: () => ledger.dueSubjects(NOW, 10),
    lease: () => ledger.lease('slack:T1', NOW, 10),
    lanesDue: () => ledger.lanesDue(NOW),
    interrupted: () => ledger.interrupted('slack:T1', NOW),
  };
  expect(await ask[verb]()).toHaveLength({ dueSubjects: 2, lease: 1, lanesDue: 1, interrupted: 0 }[verb]);
  expect(plans.join('\n')).toContain(search);
  expect(plans.filter(plan => verb !== 'interrupted' && /SCAN main/.test(plan))).toEqual([]);
});

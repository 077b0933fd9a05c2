import { expect, onTestFinished, test } from 'vitest';
import { blankPostgres } from '../store/databases.ts';
import { type KillResult, runKills } from './scenario.ts';

const nothingLost = ({ entriesLost, entriesDoubled, messagesLost, messagesDoubled }: KillResult) =>
  expect({ entriesLost, entriesDoubled, messagesLost, messagesDoubled }).toEqual({
    entriesLost: [],
    entriesDoubled: [],
    messagesLost: [],
    messagesDoubled: [],
  });

// F5. The full form, a hundred kills, is `npm run test:kill`.
test('F5: killed five times with -9 on SQLite, it loses and doubles nothing', { timeout: 180_000 }, async () => {
  const result = await runKills({ kills: 5, lifeMs: 6000, messages: 60 });
  nothingLost(result);
  expect(result.acknowledged).toBeGreaterThan(0);
});

test('F5: killed three times with -9 on PostgreSQL, it loses and doubles nothing', { timeout: 240_000 }, async () => {
  const { url, remove } = await blankPostgres();
  onTestFinished(remove);
  const result = await runKills({ databaseUrl: url, kills: 3, lifeMs: 12_000, messages: 60 });
  nothingLost(result);
  expect(result.acknowledged).toBeGreaterThan(0);
});

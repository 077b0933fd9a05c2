import { expect, onTestFinished } from 'vitest';
import { blankPostgres } from '../store/databases.ts';
import { longTest } from '../support/long.ts';
import { type KillResult, runKills } from './scenario.ts';

const nothingLost = ({ entriesLost, entriesDoubled, messagesLost, messagesDoubled }: KillResult) =>
  expect({ entriesLost, entriesDoubled, messagesLost, messagesDoubled }).toEqual({
    entriesLost: [],
    entriesDoubled: [],
    messagesLost: [],
    messagesDoubled: [],
  });

// F5. The full form, a hundred kills, is `npm run test:kill`.
longTest('F5: killed with -9 on SQLite, it loses and doubles nothing', { timeout: 180_000 }, async () => {
  const result = await runKills({ kills: 2, lifeMs: 5000, messages: 30 });
  nothingLost(result);
  expect(result.acknowledged).toBeGreaterThan(0);
});

longTest('F5: killed with -9 on PostgreSQL, it loses and doubles nothing', { timeout: 240_000 }, async () => {
  const { url, remove } = await blankPostgres();
  onTestFinished(remove);
  const result = await runKills({ databaseUrl: url, kills: 1, lifeMs: 8000, messages: 30 });
  nothingLost(result);
  expect(result.acknowledged).toBeGreaterThan(0);
});

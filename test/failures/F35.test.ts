import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Work } from '../../src/dispatcher/dispatcher.ts';
import { pgBossDispatcher } from '../../src/dispatcher/pgBoss.ts';
import { openStore } from '../../src/store/open.ts';
import { startDiscord } from '../standins/discord/index.ts';
import { startSlack } from '../standins/slack/index.ts';
import { blankPostgres, databases, freshStore, NOW } from '../store/databases.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';
import { SEED_KEY, seed, statesOf } from '../support/seed.ts';
import { tally } from '../support/tally.ts';

const until = async (probe: () => boolean): Promise<void> => {
  while (!probe()) await sleep(50);
};
const clock = () => movableClock(Temporal.Now.zonedDateTimeISO('UTC').toString());

async function shared() {
  const { url, remove } = await blankPostgres();
  onTestFinished(remove);
  const environment = { DATABASE_URL: url, ENCRYPTION_KEY: SEED_KEY.toString('base64'), PLAYGROUND: 'off' };
  return { url, environment };
}

test('F35: of two Slack tokens on one database each process sends in its own workspace alone', {
  timeout: 90_000,
}, async () => {
  const { url, environment } = await shared();
  const slack = await startSlack({ botToken: 'xoxb-1', eventRetryDelaysMs: [] });
  const teams = [slack.team, slack.addTeam({ name: 'Others', botToken: 'xoxb-2' })];
  const people = teams.flatMap(team =>
    Array.from({ length: 10 }, (_, index) => ({ team, person: slack.addUser({ name: `S${index}`, team }) })),
  );
  const due = [Date.now() - 1000];
  await seed(
    url,
    people.map(({ team, person }) => ({ platform: 'slack', scope: team.id, externalId: person.id, due })),
  );
  const bots: Bot[] = [];
  onTestFinished(async () => {
    for (const bot of bots) await bot.remove();
    await slack.close();
  });
  const start = async (token: string) => {
    const tokens = { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: 'xapp-1-A', SLACK_API_URL: slack.apiUrl };
    bots.push(await startBot({ ...environment, ...tokens }, clock()));
  };
  await start('xoxb-2');
  const arrived = (of: typeof people) => tally({ slack: of.map(({ person }) => person) }).size;
  await until(() => arrived(people.slice(10)) === 10);
  // The other workspace's wait for their own process.
  await sleep(2500);
  expect(await statesOf(url)).toEqual({ sent: 10, due: 10 });
  await start('xoxb-1');
  await until(() => arrived(people) === 20);
  const asked = slack.requests.filter(({ method }) => method === 'conversations.open' || method === 'chat.postMessage');
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter(({ error }) => error)).toEqual([]);
});

test('F35: of two Discord bots on one database the first sends, and the second says so', {
  timeout: 90_000,
}, async () => {
  const { url, environment } = await shared();
  const [first, second] = await Promise.all([startDiscord({ identifyMs: 0 }), startDiscord({ identifyMs: 0 })]);
  first.addGuild({ name: 'Residency', channels: ['general'] });
  const people = Array.from({ length: 10 }, (_, index) => first.addUser({ name: `D${index}` }));
  await seed(
    url,
    people.map(person => ({
      ...{ platform: 'discord' as const, scope: '', externalId: person.id },
      ...{ directChannel: first.directChannel(person), due: [Date.now() - 1000] },
    })),
  );
  const start = (apiUrl: string) =>
    startBot({ ...environment, DISCORD_TOKEN: 'good-token', DISCORD_API_URL: apiUrl }, clock());
  // The second starts, and could send, while the first sends nothing yet.
  const store = await openStore({ databaseUrl: url, encryptionKey: SEED_KEY });
  expect(await store.leaseLane('discord', first.bot.id, Temporal.Now.instant())).toBe(true);
  await store.close();
  const bots = [await start(second.apiUrl)];
  onTestFinished(async () => {
    for (const bot of bots) await bot.remove();
    await Promise.all([first.close(), second.close()]);
  });
  await sleep(3000);
  expect(await statesOf(url)).toEqual({ due: 10 });
  bots.unshift(await start(first.apiUrl));
  await until(() => tally({ discord: people }).size === 10);
  expect(second.requests.filter(({ path }) => path.includes('/users/@me/channels'))).toEqual([]);
  expect(bots.map(({ lines }) => lines.some(line => line.includes('another bot')))).toEqual([false, true]);
});

test('F35: pg-boss gives a lane to those whose own it is', { timeout: 60_000 }, async () => {
  const { url, remove } = await blankPostgres();
  onTestFinished(remove);
  const drained: string[] = [];
  const workOf = (name: string, lane: string): Work => ({
    async *tick() {
      yield [lane];
    },
    due: async () => [lane],
    drain: async drainedLane => void drained.push(`${name} ${drainedLane}`),
    report: () => {},
  });
  for (const [name, lane] of [
    ['one', 'slack:T1'],
    ['other', 'slack:T2'],
    ['third', 'slack:T2'],
  ] as const) {
    const dispatcher = pgBossDispatcher(url, 1);
    onTestFinished(() => dispatcher.stop());
    await dispatcher.start(workOf(name, lane));
  }
  await until(() => drained.filter(line => line.endsWith('T1')).length > 3 && drained.length > 8);
  expect(
    [...new Set(drained)].filter(line => !['one slack:T1', 'other slack:T2', 'third slack:T2'].includes(line)),
  ).toEqual([]);
});

describe('F35: a lane that several bots could send in', () => {
  test('on PostgreSQL is the first one’s, until it was not heard of for three hours', async () => {
    const store = await freshStore(databases[1].create);
    const claim = (owner: string, hours: number) => store.leaseLane('discord', owner, NOW.add({ hours }));
    expect(await Promise.all([claim('A', 0), claim('A', 0)])).toEqual([true, true]);
    expect(await claim('B', 1)).toBe(false);
    expect(await claim('A', 2)).toBe(true);
    expect(await claim('B', 5)).toBe(false);
    expect(await claim('B', 6)).toBe(true);
    expect(await claim('A', 6)).toBe(false);
    expect(await store.leaseLane('slack:T1', 'C', NOW)).toBe(true);
  });

  test('on SQLite, which one process uses alone, is whoever’s asks', async () => {
    const store = await freshStore(databases[0].create);
    expect(await store.leaseLane('discord', 'A', NOW)).toBe(true);
    expect(await store.leaseLane('discord', 'B', NOW)).toBe(true);
  });
});

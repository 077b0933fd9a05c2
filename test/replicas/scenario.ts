import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDiscord } from '../standins/discord/index.ts';
import { spawnBot } from '../support/process.ts';
import { SEED_KEY, seed, statesOf } from '../support/seed.ts';
import { compare, tally } from '../support/tally.ts';

export interface ReplicaOptions {
  databaseUrl: string;
  processes: number;
  due: number;
  /** One of them is killed with -9 so often, and started again; none where it is left out. */
  killEveryMs?: number;
  report?(line: string): void;
}

/** Several processes share one PostgreSQL and one bot, each with a part of the gateway, while much is due. */
export async function runReplicas({ databaseUrl, processes, due, killEveryMs, report = () => {} }: ReplicaOptions) {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-replicas-'));
  const discord = await startDiscord({ identifyMs: 0 });
  discord.addGuild({ name: 'Residency', channels: ['general'] });
  const people = Array.from({ length: due }, (_, index) => discord.addUser({ name: `D${index}` }));
  const now = Date.now();
  const ids = await seed(
    databaseUrl,
    people.map(person => ({
      platform: 'discord' as const,
      scope: '',
      externalId: person.id,
      directChannel: discord.directChannel(person),
      due: [now],
    })),
  );
  const start = (part: number) =>
    spawnBot(
      {
        DATABASE_URL: databaseUrl,
        ENCRYPTION_KEY: SEED_KEY.toString('base64'),
        PORT: '0',
        PLAYGROUND: 'off',
        TICK_SECONDS: '1',
        LOG_LEVEL: 'error',
        DISCORD_TOKEN: 'good-token',
        DISCORD_API_URL: discord.apiUrl,
        DISCORD_SHARDS: `${part}/${processes}`,
      },
      folder,
    );
  const bots = Array.from({ length: processes }, (_, part) => start(part));
  const begun = performance.now();
  const sent = () => tally({ discord: people }).size;
  let [seen, since] = [0, performance.now()];
  let kills = 0;
  for (let next = begun + (killEveryMs ?? Number.POSITIVE_INFINITY); sent() < due; await sleep(250)) {
    const count = sent();
    if (count !== seen) [seen, since] = [count, performance.now()];
    if (performance.now() - since > 90_000) break;
    if (performance.now() < next) continue;
    const part = kills % processes;
    await bots[part]?.kill();
    bots[part] = start(part);
    kills += 1;
    next += killEveryMs ?? 0;
    report(`${((performance.now() - begun) / 1000).toFixed(0)} s: ${count} of ${due} sent, replica ${part} killed`);
  }
  const seconds = (performance.now() - begun) / 1000;
  await sleep(3000); // in which nothing may come a second time
  await Promise.all(bots.map(bot => bot.kill('SIGTERM')));
  const { lost, doubled } = compare(ids, tally({ discord: people }));
  const states = await statesOf(databaseUrl);
  const result = { processes, due, kills, seconds, lost, doubled, states, provoked429: discord.provoked429 };
  await discord.close();
  rmSync(folder, { recursive: true, force: true });
  return result;
}

import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { createCounters } from '../../src/core/runtime/counters.ts';
import { backoffMs } from '../../src/core/sending/backoff.ts';
import { createDiscord } from '../../src/doors/discord/index.ts';
import { patient, startDiscord } from '../standins/discord/index.ts';

test('F18: after a refused token the next try comes later each time, an hour at most', () => {
  const waits = Array.from({ length: 12 }, (_, tries) => backoffMs(tries, 0) / 1000);
  expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600, 3600, 3600]);
  expect(backoffMs(0, 1)).toBe(37_500);
  // In the first day a bad token is shown to Discord this often.
  let [passed, tries] = [0, 0];
  for (; passed < 24 * 3600_000; tries += 1) passed += backoffMs(tries, 0);
  expect(tries).toBeLessThan(40);
});

test('F18: the message names the variable, and the same door connects once the token is taken', async () => {
  const discord = await startDiscord(patient);
  onTestFinished(() => discord.close());
  discord.faults.next('GET', /^\/gateway\/bot$/, { status: 401 });
  const door = createDiscord({
    core: { commands: [], now: Temporal.Now.instant } as never,
    counters: createCounters(),
    log: pino({ level: 'silent' }),
    announce: () => {},
    claimCode: () => '',
    unanswered: { keep: async () => '', forget: async () => {}, take: async () => [] },
    installation: { left: async () => {}, isIn: async () => {}, opened: async () => {}, leaseLane: async () => true },
    config: { token: 'good-token', apiUrl: discord.apiUrl, firstMessagesPerMinute: 10, shards: undefined },
  });
  await expect(door.start()).rejects.toThrow('DISCORD_TOKEN was refused by Discord.');
  const asked = discord.requests.length;
  await door.start();
  onTestFinished(() => door.stop());
  expect(discord.gateway.identified).toBe(1);
  expect(asked).toBe(1);
});

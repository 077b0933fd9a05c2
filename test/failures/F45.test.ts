import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { loadContent } from '../../src/content/load.ts';
import { plainText } from '../../src/core/cards/plaintext.ts';
import { type Call, call } from '../../src/core/commands/call.ts';
import { type Core, createCore } from '../../src/core/commands/dispatch.ts';
import type { Platform } from '../../src/core/ports/notifier.ts';
import type { Door, Request } from '../../src/core/ports/request.ts';
import { type OpenStore, openDatabase, openStore } from '../../src/store/open.ts';
import { databases, KEY, scratch } from '../store/databases.ts';
import { dump } from '../store/raw.ts';

const NOW = Temporal.Instant.from('2026-11-22T18:00:00Z');
/** Longer than whoever was killed would have taken, and within the quarter of an hour in which it can be shown. */
const SOON = NOW.add({ minutes: 1 });

/** The bot that is going to be killed, and what it said. */
function start(url: string, slow: string) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'unanswered/bot.ts'), NOW.toString()], {
    env: { PATH: process.env.PATH, DATABASE_URL: url, ENCRYPTION_KEY: KEY.toString('base64'), SLOW: slow },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stdout.on('data', data => {
    said += data;
  });
  return {
    said: () => said,
    async says(words: RegExp) {
      while (!words.test(said)) await Promise.race([once(child.stdout, 'data'), ended.then(() => fail(said))]);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
const fail = (said: string) => {
  throw new Error(`it ended by itself: ${said}`);
};

/** What somebody is shown by a process that takes up what was left at this moment. */
async function resumed(
  store: OpenStore,
  now: Temporal.Instant,
  door?: Parameters<Core['resume']>[2],
): Promise<string[]> {
  const shown: string[] = [];
  const core = createCore({ store, content: await loadContent(), commands, now: () => now, report: () => {} });
  await core.resume(
    'discord',
    { typed: name => `/${name}` } as Door,
    door ?? (async (target, { card }) => void shown.push(`${target}: ${plainText(card)}`)),
  );
  return shown;
}

const names = async (store: OpenStore): Promise<string[]> => {
  const { account } = await store.arrive({ platform: 'discord', scope: '', externalId: '1' }, null, NOW);
  const history = await store.notebook({ account, requestId: 'read', now: NOW }).history({ limit: 10 });
  return history.map(({ contact }) => contact.name);
};

/** The database as a bot leaves it that was killed at this point. */
async function killed(create: (typeof databases)[number]['create'], slow: string, said: RegExp) {
  const { url } = await scratch(create);
  const bot = start(url, slow);
  await bot.says(/acknowledged\n/);
  await bot.says(said);
  await bot.kill();
  expect(bot.said()).not.toContain('shown');
  const store = await openStore({ databaseUrl: url, encryptionKey: KEY });
  onTestFinished(store.close);
  return store;
}
const NOT_SAVED = ['before the save', /not saved yet/] as const;
const points = [NOT_SAVED, ['after the save', /saved\n/]] as const;

describe.each(databases)(
  'F45: killed with -9 after the acknowledgement, on $name',
  { timeout: 60_000 },
  ({ create }) => {
    test.each(points)('%s: answered once after the restart, and saved once', async (slow, said) => {
      const store = await killed(create, slow, said);
      const shown = await resumed(store, SOON);
      expect(shown).toHaveLength(1);
      expect(shown[0]).toMatch(/^here: Logged\n.*Dr. Quillfeather: good things/);
      expect(await resumed(store, SOON.add({ minutes: 1 }))).toEqual([]);
      expect(await names(store)).toEqual(['Dr. Quillfeather']);
    });

    test('too late to be answered: told that it was not saved, once, and it was not', async () => {
      const store = await killed(create, ...NOT_SAVED);
      const later = NOW.add({ hours: 2 });
      const shown = await resumed(store, later);
      expect(shown).toHaveLength(1);
      expect(shown[0]).toContain('nothing was saved');
      expect(await resumed(store, later.add({ minutes: 1 }))).toEqual([]);
      expect(await names(store)).toEqual([]);
    });
  },
);

describe.each(databases)('F45: what was acknowledged and not answered, on $name', ({ create }) => {
  const request = (externalId: string, call: Call): Request => ({
    ...{ call, via: 'command', requestId: `r-${externalId}`, where: null, mayOrganise: false },
    who: { platform: 'discord', scope: '', externalId },
  });
  const left = ({ unanswered }: OpenStore, now: Temporal.Instant, platform: Platform = 'discord') =>
    unanswered.take(platform, now.subtract({ seconds: 30 }), now);
  const log = call('log', { who: 'Dr. Quillfeather', they: 'good' });
  async function arrange() {
    const { url } = await scratch(create);
    let store = await openStore({ databaseUrl: url, encryptionKey: KEY });
    onTestFinished(() => store.close());
    /** Looks at the database, or into it, while no store has it open. */
    async function beside<T>(work: (url: string) => Promise<T>) {
      await store.close();
      const result = await work(url);
      store = await openStore({ databaseUrl: url, encryptionKey: KEY });
      return { result, store };
    }
    const keep = (externalId: string) => {
      const { who, ...asked } = request(externalId, log);
      const kept = { ...asked, target: `to ${externalId}`, expiresAt: NOW.add({ minutes: 15 }).toString() };
      return store.unanswered.keep(who, JSON.stringify(kept), NOW);
    };
    return { store, beside, keep };
  }

  test('is sealed, and gone with the person', async () => {
    const { beside, keep } = await arrange();
    await keep('1');
    await keep('2');
    const { result, store } = await beside(dump);
    expect(result.UnansweredRequest).toHaveLength(2);
    expect(JSON.stringify(result)).not.toMatch(/Quillfeather|to 1/);
    const { account } = await store.arrive({ platform: 'discord', scope: '', externalId: '1' }, null, NOW);
    const counts = await store.notebook({ account, requestId: 'e', now: NOW }).eraseAll();
    expect(counts.UnansweredRequest).toBe(1);
    expect((await left(store, SOON)).map(({ who }) => who.externalId)).toEqual(['2']);
  });

  test('is nothing where the answer came in time to be the acknowledgement', async () => {
    const { store } = await arrange();
    const core = createCore({ store, content: await loadContent(), commands, now: () => NOW, report: () => {} });
    const door = { typed: (name: string) => `/${name}` } as Door;
    const reply = await core.answerSoon(request('1', log), door, { target: 'here', minutes: 15 }, 15_000);
    expect('card' in reply && reply.card.title).toBe('Logged');
    expect(await left(store, SOON)).toEqual([]);
    const late = await core.answerSoon(request('1', call('history')), door, { target: 'here', minutes: 15 }, 0);
    if (!('card' in late)) {
      expect(late.isKept).toBe(true);
      await late.answer;
      await late.shown();
    }
    expect(await left(store, SOON)).toEqual([]);
  });

  test('is nobody else’s while somebody answers it, and taken up by one of two', async () => {
    const { store, keep } = await arrange();
    await keep('1');
    expect(await left(store, NOW.add({ seconds: 20 }))).toEqual([]);
    expect(await left(store, SOON, 'slack')).toEqual([]);
    const taken = await Promise.all([left(store, SOON), left(store, SOON)]);
    expect(taken.flat()).toHaveLength(1);
  });

  test('is swept a day after it could be answered', async () => {
    const { store, keep } = await arrange();
    await keep('1');
    await store.sweep(NOW.add({ hours: 24 }));
    expect(await left(store, SOON)).toHaveLength(1);
    await store.sweep(NOW.add({ hours: 25 }));
    expect(await left(store, SOON.add({ hours: 1 }))).toEqual([]);
  });

  test('is tried again where its door could not show it, and left alone after the fourth time', async () => {
    const { store, keep } = await arrange();
    await keep('1');
    let tries = 0;
    for (let minute = 1; minute < 8; minute += 1)
      await resumed(store, NOW.add({ minutes: minute }), async () => {
        tries += 1;
        throw new Error('refused');
      });
    expect(tries).toBe(4);
    expect(await names(store)).toEqual(['Dr. Quillfeather']);
  });

  test('does not hold up the others where it cannot be opened any more', async () => {
    const { beside, keep } = await arrange();
    const id = await keep('1');
    await keep('2');
    const { store } = await beside(async url => {
      const { client, close } = await openDatabase(url);
      await client.unansweredRequest.update({ where: { id }, data: { request: 'rotten' } });
      await close();
    });
    expect((await resumed(store, SOON)).map(line => line.slice(0, 4))).toEqual(['to 2']);
  });
});

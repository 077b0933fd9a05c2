import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { loadContent } from '../../src/content/load.ts';
import { createCore } from '../../src/core/dispatch.ts';
import { createSlack } from '../../src/slack/index.ts';
import { type OpenStore, openStore } from '../../src/store/open.ts';
import { type Slack, startSlack } from '../standins/slack/index.ts';

let folder: string;
let store: OpenStore;
let slack: Slack;
let door: ReturnType<typeof createSlack>;
/** What the store gives while it is slow: nothing, until it is let go. */
const stuck = Promise.withResolvers<never>();

beforeAll(async () => {
  slack = await startSlack({ botToken: 'xoxb-1' });
  folder = await mkdtemp(join(tmpdir(), 'slow-'));
  store = await openStore({ databaseUrl: `file:${join(folder, 'test.db')}`, encryptionKey: Buffer.alloc(32, 7) });
  const core = createCore({
    store: { ...store, arrive: () => stuck.promise },
    content: await loadContent(),
    commands,
    now: Temporal.Now.instant,
    report() {},
  });
  door = createSlack({
    core,
    log: pino({ level: 'silent' }),
    announce() {},
    presence: { left: async () => {}, isIn: async () => {}, opened: async () => {} },
    claimCode: () => '',
    config: {
      botToken: 'xoxb-1',
      appToken: 'xapp-1-A',
      signingSecret: undefined,
      apiUrl: slack.apiUrl,
      commandPrefix: '',
      organisers: [],
    },
    hasOrganiser: async () => true,
    uploads: store.uploads,
  });
  await door.start();
});
afterAll(async () => {
  stuck.reject(new Error('closing'));
  await door.stop();
  await store.close();
  await slack.close();
  await rm(folder, { recursive: true });
});

test('a form opens, and suggests what is typed, while the store does not answer', async () => {
  const ana = slack.addUser({ name: 'Ana' });
  const modal = await ana.shortcut('log').modal();
  const started = performance.now();
  expect((await ana.suggest(modal, 'value', 'Pat')).map(({ text }) => text.text)).toEqual(['Add "Pat"']);
  expect(performance.now() - started).toBeLessThan(2500);
});

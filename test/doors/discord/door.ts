import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { loadContent } from '../../../src/content/load.ts';
import type { Command } from '../../../src/core/commands/command.ts';
import { createCore } from '../../../src/core/commands/dispatch.ts';
import type { Store } from '../../../src/core/ports/store.ts';
import { createDiscord } from '../../../src/doors/discord/index.ts';
import { openStore } from '../../../src/store/open.ts';
import { startDiscord } from '../../standins/discord/index.ts';

/** The door alone, connected to a stand-in, with these commands and a store that may behave otherwise in part. */
export async function startDoor(commands: readonly Command[], instead: Partial<Store> = {}) {
  const discord = await startDiscord({ identifyMs: 0 });
  const guild = discord.addGuild({ name: 'G', channels: ['general'] });
  const folder = await mkdtemp(join(tmpdir(), 'backchannel-discord-'));
  const store = await openStore({ databaseUrl: `file:${join(folder, 'test.db')}`, encryptionKey: Buffer.alloc(32, 7) });
  const core = createCore({
    store: { ...store, ...instead },
    content: await loadContent(),
    commands,
    now: Temporal.Now.instant,
    report() {},
  });
  /** Log lines, and what the operator was told. */
  const lines: Record<string, unknown>[] = [];
  const told: string[] = [];
  const log = pino({ level: 'debug', base: null }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const door = createDiscord({
    core,
    log,
    announce: line => told.push(line),
    presence: { left: async () => {}, isIn: async () => {}, opened: async () => {} },
    claimCode: () => '',
    config: { token: 'good-token', apiUrl: discord.apiUrl, firstMessagesPerMinute: 10, shards: undefined },
  });
  await door.start();
  return {
    discord,
    guild,
    door,
    lines,
    told,
    /** Lines about what Discord said no to. */
    refusals: () => lines.filter(({ msg }) => msg === 'Discord refused'),
    async close() {
      await door.stop();
      await store.close();
      await discord.close();
      await rm(folder, { recursive: true });
    },
  };
}

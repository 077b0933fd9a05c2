import { pino } from 'pino';
import { screens } from '../../../src/commands/around/index.ts';
import type { Command } from '../../../src/core/commands/command.ts';
import { createCore } from '../../../src/core/commands/dispatch.ts';
import type { Store } from '../../../src/core/ports/store.ts';
import type { Unanswered } from '../../../src/core/ports/unanswered.ts';
import { createCounters } from '../../../src/core/runtime/counters.ts';
import { createDiscord } from '../../../src/doors/discord/index.ts';
import { startDiscord } from '../../standins/discord/index.ts';
import { lendStore, sqlite } from '../../store/databases.ts';
import { content } from '../../support/content.ts';

interface Parts {
  /** What the store does otherwise. */
  instead?: Partial<Store>;
  unanswered?: Unanswered;
  now?: () => Temporal.Instant;
}

/** A stand-in for Discord with one guild, and a store, on which doors are started. */
export async function startSurroundings() {
  const discord = await startDiscord({ identifyMs: 0 });
  const guild = discord.addGuild({ name: 'G', channels: ['general'] });
  const { store, remove } = await lendStore(sqlite);
  return {
    discord,
    guild,
    store,
    async close() {
      await store.close();
      await discord.close();
      await remove();
    },
  };
}

/** The door alone, connected to a stand-in, with these commands: a process of its own. */
export async function startDoorIn(
  { discord, store }: Pick<Awaited<ReturnType<typeof startSurroundings>>, 'discord' | 'store'>,
  commands: readonly Command[],
  { instead = {}, unanswered = store.unanswered, now = Temporal.Now.instant }: Parts = {},
) {
  const core = createCore({
    store: { ...store, ...instead },
    content,
    commands,
    screens,
    now,
    report() {},
  });
  /** Log lines, and what the operator was told. */
  const lines: Record<string, unknown>[] = [];
  const told: string[] = [];
  const log = pino({ level: 'debug', base: null }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const door = createDiscord({
    core,
    counters: createCounters(),
    log,
    announce: line => told.push(line),
    installation: { left: async () => {}, isIn: async () => {}, opened: async () => {}, leaseLane: async () => true },
    claimCode: () => '',
    unanswered,
    config: { token: 'good-token', apiUrl: discord.apiUrl, firstMessagesPerMinute: 10, shards: undefined },
  });
  await door.start();
  return {
    door,
    lines,
    told,
    /** Lines about what Discord said no to. */
    refusals: () => lines.filter(({ msg }) => msg === 'Discord refused'),
  };
}

/** The same in surroundings of its own. */
export async function startDoor(commands: readonly Command[], parts: Parts = {}) {
  const surroundings = await startSurroundings();
  const started = await startDoorIn(surroundings, commands, parts);
  return {
    ...surroundings,
    ...started,
    async close() {
      await started.door.stop();
      await surroundings.close();
    },
  };
}

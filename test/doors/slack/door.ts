import { pino } from 'pino';
import { screens } from '../../../src/commands/around/index.ts';
import type { Command } from '../../../src/core/commands/command.ts';
import { createCore } from '../../../src/core/commands/dispatch.ts';
import type { Store } from '../../../src/core/ports/store.ts';
import { createCounters } from '../../../src/core/runtime/counters.ts';
import { createSlack } from '../../../src/doors/slack/index.ts';
import { type SlackOptions, startSlack } from '../../standins/slack/index.ts';
import { lendStore, sqlite } from '../../store/databases.ts';
import { content } from '../../support/content.ts';

/** The door alone, connected to a stand-in, with these commands and a store that may behave otherwise in part. */
export async function startDoor(
  commands: readonly Command[],
  instead: Partial<Store> = {},
  options: Partial<SlackOptions> = {},
) {
  const slack = await startSlack({ botToken: 'xoxb-1', ...options });
  /** What was logged, and what the operator was told. */
  const logged: Record<string, unknown>[] = [];
  const lines: string[] = [];
  const { store, remove } = await lendStore(sqlite);
  const core = createCore({
    store: { ...store, ...instead },
    content,
    commands,
    screens,
    now: Temporal.Now.instant,
    report() {},
  });
  const door = createSlack({
    core,
    counters: createCounters(),
    log: pino({ level: 'debug', base: null }, { write: (line: string) => void logged.push(JSON.parse(line)) }),
    announce: line => void lines.push(line),
    installation: { left: async () => {}, isIn: async () => {}, opened: async () => {}, leaseLane: async () => true },
    claimCode: () => '',
    config: {
      botToken: 'xoxb-1',
      appToken: 'xapp-1-A',
      signingSecret: undefined,
      apiUrl: slack.apiUrl,
      commandPrefix: '',
      organizers: [],
    },
    hasOrganizer: async () => true,
    uploads: store.uploads,
    apps: store.slackApps,
    unanswered: store.unanswered,
  });
  await door.start();
  return {
    slack,
    door,
    store,
    logged,
    lines,
    async close() {
      await door.stop();
      await store.close();
      await slack.close();
      await remove();
    },
  };
}

import { pino } from 'pino';
import { buttons, card } from '../../src/core/cards/card.ts';
import { call } from '../../src/core/commands/call.ts';
import type { Notifier } from '../../src/core/ports/notifier.ts';
import { createCounters } from '../../src/core/runtime/counters.ts';
import { drain } from '../../src/core/sending/outbox.ts';
import { laneOf } from '../../src/core/sending/queueKey.ts';
import { inProcessDispatcher } from '../../src/dispatcher/inProcess.ts';
import { createNotifier as createDiscordNotifier } from '../../src/doors/discord/notifier.ts';
import { createRefusals } from '../../src/doors/refusals.ts';
import { createClients, quietLogger } from '../../src/doors/slack/clients.ts';
import { createNotifier as createSlackNotifier } from '../../src/doors/slack/notifier.ts';
import { openStore } from '../../src/store/open.ts';
import { tokenTaken } from '../doors/discord/access.ts';
import { startDiscord } from '../standins/discord/index.ts';
import { startSlack } from '../standins/slack/index.ts';
import { SEED_KEY, type Seeded, seed } from '../support/seed.ts';
import { compare, tally } from '../support/tally.ts';

const message = card('Backchannel: one thing for today', {
  blocks: buttons({ label: 'Show', call: call('backchannel') }),
});

export interface PaceOptions {
  databaseUrl: string;
  /** Messages to people on Discord, one each. */
  onDiscord: number;
  workspaces: number;
  /** Messages in each workspace, one to each person. */
  inEach: number;
}

/**
 * Sends what is due in many Slack workspaces and by the Discord bot, all at once, through the store, the dispatcher and
 * the notifiers: each workspace by a notifier of its own, as an app that is installed in all of them has.
 */
export async function runPace({ databaseUrl, onDiscord, workspaces, inEach }: PaceOptions) {
  const discord = await startDiscord();
  discord.addGuild({ name: 'Residency', channels: ['general'] });
  const slack = await startSlack({ botToken: 'xoxb-0' });
  const teams = Array.from({ length: workspaces }, (_, index) =>
    slack.addTeam({ name: `Team ${index}`, botToken: `xoxb-team-${index}` }),
  );
  const people = {
    discord: Array.from({ length: onDiscord }, (_, index) => discord.addUser({ name: `D${index}` })),
    slack: teams.flatMap(team =>
      Array.from({ length: inEach }, (_, index) => slack.addUser({ name: `S${index}`, team })),
    ),
  };
  const now = Date.now();
  const ids = await seed(databaseUrl, [
    ...people.discord.map(
      (person): Seeded => ({
        ...{ platform: 'discord', scope: '', externalId: person.id },
        ...{ directChannel: discord.directChannel(person), due: [now] },
      }),
    ),
    ...people.slack.map(
      (person): Seeded => ({
        ...{ platform: 'slack', scope: person.user.teamId, externalId: person.id },
        ...{ directChannel: person.dm.id, due: [now] },
      }),
    ),
  ]);

  const store = await openStore({ databaseUrl, encryptionKey: SEED_KEY });
  const opened = async () => {};
  const silent = pino({ level: 'silent' });
  const quiet = quietLogger(silent);
  const notifiers = new Map<string, Notifier>([
    [
      'discord',
      createDiscordNotifier({
        ...tokenTaken(discord.apiUrl),
        firstMessagesPerMinute: 10,
        ...{ opened, heldBack: () => {} },
      }),
    ],
    ...teams.map(({ id, botToken }): [string, Notifier] => {
      const clients = createClients(
        { token: () => botToken, apiUrl: slack.apiUrl },
        quiet,
        createRefusals('Slack', silent, createCounters()),
      );
      return [laneOf('slack', id), createSlackNotifier({ ...clients, opened })];
    }),
  ]);
  const errors: unknown[] = [];
  const report = (error: unknown) => errors.push(error);
  const dispatcher = inProcessDispatcher(1);
  const sent = () => tally(people).size;
  const begun = performance.now();
  await dispatcher.start({
    async *tick() {
      yield await store.ledger.lanesDue(Temporal.Now.instant());
    },
    due: async () => [],
    drain: (lane, signal) => {
      const notifier = notifiers.get(lane) as Notifier;
      const parts = { ledger: store.ledger, notifiers: new Map([[notifier.platform, notifier]]), report };
      return drain(lane, { ...parts, now: Temporal.Now.instant, render: async () => ({ card: message }) }, signal);
    },
    report,
  });
  const done = () => slack.requests.length + discord.requests.length >= ids.length && sent() >= ids.length;
  await Promise.race([discord.until(done), slack.until(done, 'all messages', 600_000)]);
  const seconds = (performance.now() - begun) / 1000;
  await dispatcher.stop();
  await store.close();
  const result = {
    messages: ids.length,
    seconds,
    /** What the limits allow: 50 a second on Discord; 200 at once, and as many each further minute, in a workspace. */
    allowedSeconds: Math.max(onDiscord / 50 - 1, (Math.ceil(inEach / 200) - 1) * 60),
    provoked429: discord.provoked429 + slack.world.provoked429,
    errors,
    ...compare(ids, tally(people)),
  };
  await Promise.all([discord.close(), slack.close()]);
  return result;
}

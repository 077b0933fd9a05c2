import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { screens } from '../../src/commands/around/index.ts';
import { commands } from '../../src/commands/index.ts';
import { call } from '../../src/core/commands/call.ts';
import { createCore } from '../../src/core/commands/dispatch.ts';
import type { Request } from '../../src/core/ports/request.ts';
import type { Store } from '../../src/core/ports/store.ts';
import type { Identity } from '../../src/core/ports/users.ts';
import { createCounters } from '../../src/core/runtime/counters.ts';
import { createSlack } from '../../src/doors/slack/index.ts';
import { type Discord, type Message, type Person, patient, startDiscord } from '../standins/discord/index.ts';
import { startSlack } from '../standins/slack/index.ts';
import { databases, freshStore } from '../store/databases.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';
import { content } from '../support/content.ts';
import { longTest } from '../support/long.ts';

/** The same store, which takes so long for whatever begins a request. */
const slowed = (store: Store, ms: number): Store => ({
  ...store,
  arrive: async (...asked) => {
    await sleep(ms);
    return store.arrive(...asked);
  },
});

longTest(
  'F14: with a store that takes five seconds a command is acknowledged in three, and sent twice it is one entry',
  {
    timeout: 40_000,
  },
  async () => {
    const slack = await startSlack({ botToken: 'xoxb-1', patienceMs: 15_000 });
    const store = await freshStore(databases[0].create);
    const core = createCore({
      store: slowed(store, 5000),
      content,
      screens,
      commands,
      now: Temporal.Now.instant,
      report: () => {},
    });
    const door = createSlack({
      core,
      counters: createCounters(),
      log: pino({ level: 'silent' }),
      announce: () => {},
      claimCode: () => '',
      installation: { left: async () => {}, isIn: async () => {}, opened: async () => {}, leaseLane: async () => true },
      config: {
        ...{ botToken: 'xoxb-1', appToken: 'xapp-1-A', signingSecret: undefined, apiUrl: slack.apiUrl },
        ...{ commandPrefix: '', organizers: [] },
      },
      hasOrganizer: async () => true,
      uploads: store.uploads,
      apps: store.slackApps,
      unanswered: store.unanswered,
    });
    await door.start();
    onTestFinished(async () => {
      await door.stop();
      await slack.close();
    });
    const general = slack.addChannel({ name: 'general' });
    const ana = slack.addUser({ name: 'Ana' });
    const begun = performance.now();
    const reply = ana.command('/log', 'Kim they:good', { channel: general });
    expect(await reply.ack).toMatchObject({ ok: true });
    expect(performance.now() - begun).toBeLessThan(3000);
    await slack.until(() => reply.messages().some(message => slack.text(message).includes('Logged')), 'the answer');

    const who: Identity = { platform: 'slack', scope: slack.team.id, externalId: ana.id };
    const log = call('log', { who: 'Osei', they: 'good' });
    const request: Request = { call: log, via: 'form', requestId: 'view-1', who, where: null, mayOrganize: false };
    const answers = { typed: (name: string) => `/${name}` } as never;
    await Promise.all([core.answer(request, answers), core.answer(request, answers)]);
    const { account } = await store.arrive(who, null, Temporal.Now.instant());
    const history = await store
      .notebook({ account, requestId: 'read', now: Temporal.Now.instant() })
      .history({ limit: 10 });
    expect(history.map(({ contact }) => contact.name).sort()).toEqual(['Kim', 'Osei']);
  },
);

describe('on Discord', () => {
  let discord: Discord;
  let bot: Bot;
  let ana: Person;
  const clock = movableClock('2026-10-14T12:00[America/Chicago]');
  const addGuild = () => discord.addGuild({ name: 'G', channels: ['general'] });
  let guild: ReturnType<typeof addGuild>;
  beforeEach(async () => {
    discord = await startDiscord(patient);
    guild = addGuild();
    bot = await startBot(
      { DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl, PLAYGROUND: 'off', LOG_LEVEL: 'silent' },
      clock,
    );
    ana = discord.addUser({ name: 'Ana' });
  });
  afterEach(async () => {
    await bot.remove();
    await discord.close();
  });
  const say = async (name: string, options: Record<string, string> = {}): Promise<string> => {
    const message = await (await ana.command({ guild, channel: 'general', name, options })).message();
    return discord.text(message).replaceAll('\\', '');
  };

  test('F16: what somebody wrote pings nobody and links nowhere, when it is shown again too', async () => {
    const words = '@everyone <@1> <!channel> [here](https://a.example)';
    await say('log', { who: words, they: 'good', sentence: words });
    await say('history');
    const replies: Message[] = ana.sees(guild.channels.general);
    expect(replies.length).toBeGreaterThan(1);
    for (const message of replies) {
      expect(message.mention_everyone).toBe(false);
      expect(message.mentions).toEqual([]);
    }
    const bodies = discord.requests
      .filter(({ path }) => path.includes('/callback') || path.includes('@original'))
      .map(({ body }) => body);
    expect(bodies).not.toEqual([]);
    const written = JSON.stringify(bodies).match(/"content":"(?:[^"\\]|\\.)*"/g) ?? [];
    expect(written.join()).toContain('everyone');
    expect(written.join()).not.toMatch(/@everyone|\]\(https:\/\/a|[^\\]<[@!]/);
  });

  longTest(
    'F22: with the database locked the member gets a clear answer and nothing is half-saved; then it goes on',
    {
      timeout: 40_000,
    },
    async () => {
      expect(await say('log', { who: 'Before', they: 'good' })).toContain('Logged');
      const lock = new Database(join(bot.folder, 'backchannel.db'), { timeout: 0 });
      lock.exec('BEGIN EXCLUSIVE');
      // The ticks that come meanwhile must not hold up whoever asks.
      await sleep(1500);
      const refused = await say('log', { who: 'During', they: 'good' });
      expect(refused).toContain('That did not work');
      expect(refused).toContain('Nothing was half-saved.');
      lock.exec('ROLLBACK');
      lock.close();
      expect(await say('log', { who: 'After', they: 'good' })).toContain('Logged');
      const history = await say('history');
      expect(history).toContain('Before');
      expect(history).toContain('After');
      expect(history).not.toContain('During');
    },
  );

  test('F23: a command that was pasted as a message is answered by nothing, and the help says how to delete it', async () => {
    const asked = () => discord.requests.filter(({ path }) => path.startsWith('/channels/')).length;
    const before = asked();
    ana.write(' /log "Dr. Patel" they:good', guild.channels.general);
    const help = await say('backchannel', { help: 'commands' });
    expect(help).toContain('Type the bare command and let its form open, best here in a direct message with the bot.');
    expect(help).toContain('delete it there yourself');
    expect(help).not.toContain('Patel');
    expect(asked()).toBe(before);
    expect(discord.channelMessages(guild.channels.general).filter(({ author }) => author.bot)).toEqual([]);
  });
});

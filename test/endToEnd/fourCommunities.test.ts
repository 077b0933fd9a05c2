import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { patient, startDiscord } from '../standins/discord/index.ts';
import { startSlack } from '../standins/slack/index.ts';
import { databases } from '../store/databases.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';
import { installInto } from '../support/slackInstall.ts';

const zone = 'America/Chicago';
const PUBLIC_URL = 'https://bot.example.org';
const app = { clientId: '12.34', clientSecret: 'client-secret', redirectUrls: [`${PUBLIC_URL}/slack/oauth_redirect`] };
const [onSqlite, onPostgres] = databases;

/** A community with an organizer and a member, on either platform. */
interface Community {
  hour: number;
  install(): Promise<void>;
  setUp(): Promise<string>;
  log(name: string): Promise<string>;
  history(): Promise<string>;
  /** The weekly tips that everybody reads in its channel. */
  tips(): number;
  /** Takes the bot out, and ends when it has heard of that. */
  remove(): Promise<void>;
}

/** Two platforms, and so many processes on one database, each with its part of Discord's gateway. */
async function begin(database: (typeof databases)[number], processes: number, leaves: 'uninstall' | 'revokeToken') {
  const clock = movableClock(`2026-10-14T12:00[${zone}]`);
  const discord = await startDiscord(patient);
  const slack = await startSlack({ botToken: 'xoxb-never-given', oauth: app, eventRetryDelaysMs: [] });
  const { url, remove } = await database.create();
  const bots: Bot[] = [];
  onTestFinished(async () => {
    for (const bot of bots) await bot.remove();
    await Promise.all([discord.close(), slack.close()]);
    await remove();
  });
  for (let part = 0; part < processes; part += 1)
    bots.push(
      await startBot(
        {
          ...{
            DATABASE_URL: url,
            ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
            PLAYGROUND: 'off',
            PUBLIC_URL,
          },
          ...{ SLACK_CLIENT_ID: app.clientId, SLACK_CLIENT_SECRET: app.clientSecret, SLACK_SIGNING_SECRET: 'secret' },
          ...{ SLACK_API_URL: slack.apiUrl, DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl },
          ...(processes > 1 && { DISCORD_SHARDS: `${part}/${processes}` }),
        },
        clock,
      ),
    );
  /** What comes from Slack goes to one process after the other, as behind a proxy. */
  let turn = 0;
  const next = (): string => {
    const { url: address } = bots[turn++ % processes] as Bot;
    slack.useHttp(`${address}/slack/events`);
    return address;
  };

  function onSlack(name: string, hour: number): Community {
    const team = slack.addTeam({ name, botToken: `xoxb-none-${name}` });
    const channel = slack.addChannel({ name: 'tips', team });
    const organizer = slack.addUser({ name: `Org ${name}`, tz: zone, admin: true, team });
    const member = slack.addUser({ name: `Ana ${name}`, tz: zone, team });
    const say = async (who: typeof member, words: string, more = {}) => {
      next();
      return slack.text(await who.command('/backchannel', words, more).message());
    };
    return {
      hour,
      install: () => installInto(team, { slack, publicUrl: PUBLIC_URL, botUrl: next() }),
      setUp: () => say(organizer, `setup channel:${channel.id} zone:${zone} hour:${hour} weekday:Monday`, { channel }),
      log: who => say(member, `log ${who} they:good`),
      history: () => say(member, 'history'),
      tips: () => channel.messages.filter(({ ephemeralFor }) => !ephemeralFor).length,
      async remove() {
        next();
        await slack[leaves](team);
        const answers = async () => (await member.command('/backchannel', 'history').ack).ok;
        await expect.poll(answers, { timeout: 20_000 }).toBe(false);
      },
    };
  }

  /** @param part of Discord's gateway that hears of it */
  function onDiscord(name: string, hour: number, part: number): Community {
    let guild = discord.addGuild({ name, channels: ['tips'], invited: false });
    while (Number((BigInt(guild.id) >> 22n) % BigInt(processes)) !== part % processes)
      guild = discord.addGuild({ name, channels: ['tips'], invited: false });
    const organizer = discord.addUser({ name: `Org ${name}`, permissions: ['ManageGuild'] });
    const member = discord.addUser({ name: `Ana ${name}` });
    const say = async (who: typeof member, command: string, options = {}) =>
      discord.text(await (await who.command({ guild, channel: 'tips', name: command, options })).message());
    return {
      hour,
      async install() {
        discord.inviteBot(guild);
        await discord.until(() => member.commandsIn(guild).includes('log'));
      },
      setUp: () => say(organizer, 'setup', { zone, hour, weekday: '1' }),
      log: who => say(member, 'log', { who, they: 'good' }),
      history: () => say(member, 'history'),
      tips: () => discord.channelMessages(guild.channels.tips).length,
      async remove() {
        discord.removeBot(guild);
        await sleep(500);
      },
    };
  }
  return { clock, onSlack, onDiscord };
}

test.each([
  ['one process on SQLite', onSqlite, 1, 'uninstall'],
  ['one process on PostgreSQL', onPostgres, 1, 'revokeToken'],
  ['two replicas on PostgreSQL', onPostgres, 2, 'uninstall'],
  ['two replicas on PostgreSQL, by revoking the token', onPostgres, 2, 'revokeToken'],
] as const)(
  'two workspaces and two servers on %s: two of them leave and come back, and none touches another',
  async (_, database, processes, leaves) => {
    const { clock, onSlack, onDiscord } = await begin(database, processes, leaves);
    const [east, west] = [onSlack('East', 9), onSlack('West', 10)];
    const [north, south] = [onDiscord('North', 9, 0), onDiscord('South', 10, 1)];
    const all = { east, west, north, south };
    const logged = (name: string) => `Kim-${name}`;
    /** Each member reads what they logged, and nothing of the others. */
    async function readTheirOwn(communities: Partial<typeof all>): Promise<void> {
      for (const [name, community] of Object.entries(communities)) {
        const read = (await community.history()).replaceAll('\\', '');
        for (const other of Object.keys(all))
          expect(read.includes(logged(other)), `${name} on ${other}`).toBe(name === other);
      }
    }
    const counts = () => Object.values(all).map(community => community.tips());
    /** What a busy machine did not send in time is sent a little later: the time goes on meanwhile. */
    async function untilCounts(day: string, wanted: number[]): Promise<void> {
      for (let minute = 1; minute < 59 && counts().join() !== wanted.join(); minute += 1) {
        clock.moveTo(`${day}T10:${String(minute).padStart(2, '0')}[${zone}]`);
        await sleep(1000);
      }
      expect(counts()).toEqual(wanted);
    }

    for (const [name, community] of Object.entries(all)) {
      await community.install();
      expect(await community.setUp()).toContain('Monday');
      expect((await community.log(logged(name))).replaceAll('\\', '')).toContain(logged(name));
    }
    await readTheirOwn(all);

    for (const community of [east, north]) await community.remove();
    await untilCounts('2026-10-19', [0, 1, 0, 1]);
    await readTheirOwn({ west, south });

    for (const community of [east, north]) await community.install();
    await readTheirOwn(all);
    await untilCounts('2026-10-26', [1, 2, 1, 2]);
    // Two ticks in which nothing may come.
    await sleep(2500);
    expect(counts()).toEqual([1, 2, 1, 2]);
  },
  240_000,
);

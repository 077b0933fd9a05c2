import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../../src/store/open.ts';
import { type Discord, type Person, startDiscord } from '../standins/discord/index.ts';
import { type Actor, type Slack, startSlack } from '../standins/slack/index.ts';
import { type BotProcess, spawnBot } from '../support/process.ts';
import { SEED_KEY, type Seeded, seed } from '../support/seed.ts';
import { compare, tally } from '../support/tally.ts';

export interface KillOptions {
  /** The database, where it is not a SQLite file of its own. */
  databaseUrl?: string;
  kills: number;
  /** The longest time that a process lives, in milliseconds after it was started; the moment is random. */
  lifeMs: number;
  messages: number;
  random?: () => number;
  report?(line: string): void;
}

export interface KillResult {
  kills: number;
  /** How often it was killed at which moment. */
  moments: Record<string, number>;
  acknowledged: number;
  entriesLost: string[];
  entriesDoubled: string[];
  messages: number;
  messagesLost: string[];
  messagesDoubled: string[];
}

const PEOPLE = 20;
const PATIENCE_MS = 8000;
/** Messages a second and platform: slower than any limit, so that some are due all the time. */
const RATE = 1.5;

/**
 * Kills the real bot again and again, with -9, while members log and messages are due, and counts what is lost and what
 * comes twice. The stand-ins of the platforms live on in this process.
 */
export async function runKills(options: KillOptions): Promise<KillResult> {
  const { kills, lifeMs, messages, random = Math.random, report = () => {} } = options;
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-kill-'));
  const databaseUrl = options.databaseUrl ?? `file:${join(folder, 'backchannel.db')}`;
  const discord = await startDiscord({ identifyMs: 0 });
  const slack = await startSlack({ botToken: 'xoxb-1', eventRetryDelaysMs: [] });
  const guild = discord.addGuild({ name: 'Residency', channels: ['general'] });
  const general = slack.addChannel({ name: 'general' });
  const people = {
    discord: Array.from({ length: PEOPLE }, (_, index) => discord.addUser({ name: `D${index}` })),
    slack: Array.from({ length: PEOPLE }, (_, index) => slack.addUser({ name: `S${index}` })),
  };
  const ids = await seed(databaseUrl, dueTo(people, slack.team.id, messages));

  const environment = {
    DATABASE_URL: databaseUrl,
    ENCRYPTION_KEY: SEED_KEY.toString('base64'),
    PORT: '0',
    PLAYGROUND: 'off',
    TICK_SECONDS: '1',
    LOG_LEVEL: 'error',
    DISCORD_TOKEN: 'good-token',
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_FIRST_MESSAGES_A_MINUTE: '1000',
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1-A',
    SLACK_API_URL: slack.apiUrl,
  };
  const start = () => spawnBot(environment, folder);

  const ending = new AbortController();
  const acknowledged: { platform: 'discord' | 'slack'; person: string; who: string }[] = [];
  const logging = [
    ...people.discord.map(person =>
      keepLogging(ending.signal, random, async who => {
        const reply = await person.command({ guild, channel: 'general', name: 'log', options: { who, they: 'good' } });
        const shown = await reply.shown;
        if ('message' in shown && discord.text(shown.message).includes('Logged'))
          acknowledged.push({ platform: 'discord', person: person.id, who });
      }),
    ),
    ...people.slack.map(person =>
      keepLogging(ending.signal, random, async who => {
        const message = await person.command('/log', `"${who}" they:good`, { channel: general }).message();
        if (slack.text(message).includes('Logged')) acknowledged.push({ platform: 'slack', person: person.id, who });
      }),
    ),
  ];

  const moments: Record<string, number> = {};
  let bot = start();
  for (let kill = 1; kill <= kills; kill += 1) {
    const moment = await killingMoment(bot, { discord, slack, lifeMs, random });
    moments[moment] = (moments[moment] ?? 0) + 1;
    await bot.kill();
    if (bot.output()) report(bot.output().trim());
    discord.faults.clear();
    slack.faults.clear();
    const { size } = tally(people);
    report(`kill ${kill}: ${moment}; ${acknowledged.length} entries acknowledged, ${size} of ${ids.length} messages`);
    bot = start();
  }
  await settled(() => tally(people).size, ids.length);
  ending.abort();
  await Promise.all(logging);
  await bot.kill('SIGTERM');
  if (bot.output()) report(bot.output().trim());

  const entries = await keptEntries(databaseUrl, slack.team.id, people);
  const times = (one: (typeof acknowledged)[number]) => entries.get(`${one.person} ${one.who}`) ?? 0;
  const { lost, doubled } = compare(ids, tally(people));
  await Promise.all([discord.close(), slack.close()]);
  rmSync(folder, { recursive: true, force: true });
  return {
    kills,
    moments,
    acknowledged: acknowledged.length,
    entriesLost: acknowledged.filter(one => times(one) === 0).map(({ who }) => who),
    entriesDoubled: acknowledged.filter(one => times(one) > 1).map(({ who }) => who),
    messages: ids.length,
    messagesLost: lost,
    messagesDoubled: doubled,
  };
}

interface People {
  discord: Person[];
  slack: Actor[];
}

/** The messages in turn to everybody, each a little later than the one before. */
function dueTo(people: People, team: string, messages: number): Seeded[] {
  const start = Date.now();
  const half = Math.ceil(messages / 2);
  const due = (index: number) =>
    Array.from({ length: half }, (_, turn) => turn)
      .filter(turn => turn % PEOPLE === index)
      .map(turn => start + Math.round((turn * 1000) / RATE));
  return [
    ...people.discord.map(({ id }, index) => ({
      platform: 'discord' as const,
      scope: '',
      externalId: id,
      due: due(index),
    })),
    ...people.slack.map(({ id }, index) => ({
      platform: 'slack' as const,
      scope: team,
      externalId: id,
      due: due(index),
    })),
  ];
}

/** One entry after the other, each with a name of its own; what fails is not acknowledged. */
async function keepLogging(signal: AbortSignal, random: () => number, log: (who: string) => Promise<void>) {
  while (!signal.aborted) {
    const logged = log(`Dr. ${letters(random)} ${letters(random)}`).catch(() => {});
    // A reply that was deferred by a process that is no more never comes.
    await Promise.race([logged, sleep(PATIENCE_MS)]);
    await sleep(200 + random() * 1500);
  }
}

/** Digits would be held back as what might identify a patient. */
const letters = (random: () => number) =>
  Array.from({ length: 8 }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');

interface Surroundings {
  discord: Discord;
  slack: Slack;
  lifeMs: number;
  random(): number;
}

const cuts = { 'between claim and send': { cutBefore: true }, 'between send and record': { cutAfter: true } } as const;
type Cut = keyof typeof cuts;

/** Waits for a moment to kill: any at all, or just when a platform was asked to post and will not answer for it. */
async function killingMoment(bot: BotProcess, { discord, slack, lifeMs, random }: Surroundings): Promise<string> {
  const ended = bot.ended.then(() => 'it had ended by itself');
  const late = sleep(500 + random() * lifeMs, 'at any moment', { ref: false });
  if (random() < 0.5) return Promise.race([late, ended]);
  const cut: Cut = random() < 0.5 ? 'between claim and send' : 'between send and record';
  const isPost = /^\/channels\/\d+\/messages$/;
  const platforms = {
    Discord: {
      cutNext: () => discord.faults.next('POST', isPost, cuts[cut]),
      posts: () => discord.requests.filter(({ method, path }) => method === 'POST' && isPost.test(path)).length,
      until: (probe: () => boolean) => discord.until(probe),
    },
    Slack: {
      cutNext: () => slack.faults.next('chat.postMessage', cuts[cut]),
      posts: () => slack.requests.filter(({ method }) => method === 'chat.postMessage').length,
      until: (probe: () => boolean) => slack.until(probe, 'a message', lifeMs).catch(() => {}),
    },
  };
  const name = random() < 0.5 ? 'Discord' : 'Slack';
  const platform = platforms[name];
  await Promise.race([late, ended]);
  platform.cutNext();
  const before = platform.posts();
  return Promise.race([
    platform
      .until(() => platform.posts() > before)
      .then(() => (platform.posts() > before ? `${cut}, ${name}` : LATEST)),
    sleep(lifeMs, LATEST, { ref: false }),
  ]);
}
const LATEST = 'at its longest life';

/** Waits until all have come, or nothing more comes for a minute. */
async function settled(count: () => number, all: number): Promise<void> {
  let [seen, since] = [count(), Date.now()];
  while (seen < all && Date.now() - since < 100_000) {
    await sleep(500);
    if (count() !== seen) [seen, since] = [count(), Date.now()];
  }
  await sleep(3000);
}

/** How often each name stands in each person's notebook: `person name`. */
async function keptEntries(databaseUrl: string, team: string, people: People): Promise<Map<string, number>> {
  const store = await openStore({ databaseUrl, encryptionKey: SEED_KEY });
  const now = Temporal.Now.instant();
  const kept = new Map<string, number>();
  for (const who of [
    ...people.discord.map(({ id }) => ({ platform: 'discord' as const, scope: '', externalId: id })),
    ...people.slack.map(({ id }) => ({ platform: 'slack' as const, scope: team, externalId: id })),
  ]) {
    const { account } = await store.arrive(who, null, now);
    const history = await store.notebook({ account, requestId: 'count', now }).history({ limit: 10_000 });
    for (const { contact } of history) {
      const key = `${who.externalId} ${contact.name}`;
      kept.set(key, (kept.get(key) ?? 0) + 1);
    }
  }
  await store.close();
  return kept;
}

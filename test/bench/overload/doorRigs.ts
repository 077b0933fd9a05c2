import { setTimeout as sleep } from 'node:timers/promises';
import { startDiscord } from '../../standins/discord/index.ts';
import { startSlack } from '../../standins/slack/index.ts';
import { PLACEHOLDER } from '../../support/placeholder.ts';
import { spawnBot } from '../../support/process.ts';
import { SEED_KEY } from '../../support/seed.ts';
import { tally } from '../../support/tally.ts';
import { memoryOf, type Rig, type Scene, type Seen, seedScene, seenIn } from './rig.ts';

const LOOK_MS = 20;

const raise = (reason: string): never => {
  throw new Error(reason);
};

/** What it says once it is no placeholder any more. */
async function settled(text: () => string): Promise<Seen> {
  while (PLACEHOLDER.test(text())) await sleep(LOOK_MS, undefined, { ref: false });
  return seenIn(text());
}

/** The real bot in a process of its own, which has connected. */
async function spawn({ databaseUrl, folder }: Scene, door: Record<string, string>) {
  const bot = spawnBot(
    {
      DATABASE_URL: databaseUrl,
      ENCRYPTION_KEY: SEED_KEY.toString('base64'),
      ...{ PORT: '0', PLAYGROUND: 'off', TICK_SECONDS: '5', LOG_LEVEL: 'error' },
      ...door,
    },
    folder,
  );
  return { bot, memoryMb: () => memoryOf(bot.child.pid ?? 0) };
}

/** Slack's door: Socket Mode and the Web API of the stand-in, with its limits. */
export async function startSlackRig(scene: Scene): Promise<Rig> {
  const slack = await startSlack({ botToken: 'xoxb-1', eventRetryDelaysMs: [] });
  const channel = slack.addChannel({ name: 'general' });
  const people = Array.from({ length: scene.people }, (_, index) => slack.addUser({ name: `P${index}` }));
  const others = Array.from({ length: scene.due }, (_, index) => slack.addUser({ name: `D${index}` }));
  const ids = (actors: typeof people) => actors.map(({ id }) => id);
  // Their direct messages are open already: Slack opens fifty a minute.
  const waiting = others.map(({ id, dm }) => ({ externalId: id, directChannel: dm.id }));
  await seedScene(scene, 'slack', slack.team.id, ids(people), waiting);
  const { bot, memoryMb } = await spawn(scene, {
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1-A',
    SLACK_API_URL: slack.apiUrl,
  });
  await slack.until(() => slack.connections > 0, 'a connection', 60_000);
  return {
    async log(person, who) {
      const reply = people[person % people.length]?.command('/log', `"${who}" they:good`, { channel });
      await reply?.message(60_000);
      const last = () => reply?.messages().at(-1);
      return settled(() => slack.text(last() ?? raise('nothing was shown')));
    },
    sent: () => tally({ slack: others }).size,
    memoryMb,
    async close() {
      await bot.kill('SIGTERM');
      await slack.close();
    },
  };
}

/** Discord's door: gateway and REST of the stand-in, with its limits. */
export async function startDiscordRig(scene: Scene): Promise<Rig> {
  const discord = await startDiscord({ identifyMs: 0 });
  const guild = discord.addGuild({ name: 'Residency', channels: ['general'] });
  const people = Array.from({ length: scene.people }, (_, index) => discord.addUser({ name: `P${index}` }));
  const others = Array.from({ length: scene.due }, (_, index) => discord.addUser({ name: `D${index}` }));
  const waiting = others.map(person => ({ externalId: person.id, directChannel: discord.directChannel(person) }));
  await seedScene(
    scene,
    'discord',
    '',
    people.map(({ id }) => id),
    waiting,
  );
  const { bot, memoryMb } = await spawn(scene, {
    DISCORD_TOKEN: 'good-token',
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_FIRST_MESSAGES_A_MINUTE: '1000',
  });
  await discord.until(() => discord.commands.length > 0);
  return {
    async log(person, who) {
      const options = { who, they: 'good' };
      const reply = await people[person % people.length]?.command({ guild, channel: 'general', name: 'log', options });
      const message = (await reply?.message()) ?? raise('nothing was shown');
      return settled(() => discord.text(message));
    },
    sent: () => tally({ discord: others }).size,
    memoryMb,
    async close() {
      await bot.kill('SIGTERM');
      await discord.close();
    },
  };
}

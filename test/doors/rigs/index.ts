import { startDiscord } from '../../standins/discord/index.ts';
import { startSlack } from '../../standins/slack/index.ts';
import { type MovableClock, startBot } from '../../support/bot.ts';
import { discordTester } from './discord.ts';
import { playgroundTester } from './playground.ts';
import { slackTester } from './slack.ts';
import type { Tester } from './tester.ts';

/** Somebody whose messages are counted, in a community whose tips are. */
export interface Watched {
  door: 'slack' | 'discord';
  tester: Tester;
  organizer: Tester;
  /** How many messages the bot sent to them directly. */
  sent(): number;
  /** How many it posted for everybody. */
  tips(): number;
}

/** The whole bot with all its doors on one database, and people at each. */
export async function startDoors(clock: MovableClock, environment: Record<string, string> = {}) {
  const slack = await startSlack({ botToken: 'xoxb-1', eventRetryDelaysMs: [] });
  const discord = await startDiscord({ identifyMs: 0 });
  const general = slack.addChannel({ name: 'general' });
  const guild = discord.addGuild({ name: 'Residency', channels: ['general'] });
  const bot = await startBot(
    {
      ...{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1-A', SLACK_API_URL: slack.apiUrl },
      ...{ DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl, PLAYGROUND: 'on' },
      ...environment,
    },
    clock,
  );
  await discord.until(() => discord.commands.length > 0);
  const slackAdmin = slack.addUser({ name: 'Ada', admin: true });
  const slackWitness = slack.addUser({ name: 'Wit', tz: 'UTC' });
  const discordAdmin = discord.addUser({ name: 'Ada', permissions: ['ManageGuild'] });
  const discordWitness = discord.addUser({ name: 'Wit' });
  const watched: Watched[] = [
    {
      door: 'slack',
      organizer: slackTester(slack, slackAdmin, general),
      tester: slackTester(slack, slackWitness, general),
      sent: () => slackWitness.dms().length,
      tips: () => general.messages.filter(({ ephemeralFor }) => !ephemeralFor).length,
    },
    {
      door: 'discord',
      organizer: discordTester(discord, discordAdmin, guild, 'general'),
      tester: discordTester(discord, discordWitness, guild, 'general'),
      sent: () => discordWitness.dms().length,
      tips: () => discord.channelMessages(guild.channels.general).length,
    },
  ];
  return {
    ...{ slack, discord, bot, general, guild, watched },
    people: {
      slack: async (name: string, admin = false): Promise<Tester> =>
        slackTester(slack, slack.addUser({ name, admin }), general),
      discord: async (name: string, admin = false): Promise<Tester> => {
        const permissions = admin ? { permissions: ['ManageGuild' as const] } : {};
        return discordTester(discord, discord.addUser({ name, ...permissions }), guild, 'general');
      },
      playground: async (_: string, admin = false): Promise<Tester> => playgroundTester(bot.url, admin ? 'kim' : 'ana'),
    },
    async stop() {
      await bot.remove();
      await Promise.all([slack.close(), discord.close()]);
    },
  };
}

export type Doors = Awaited<ReturnType<typeof startDoors>>;
export type DoorName = keyof Doors['people'];
export const doorNames: readonly DoorName[] = ['slack', 'discord', 'playground'];

import {
  Client,
  type ClientEvents,
  type ClientOptions,
  GatewayIntentBits,
  type Interaction,
  Partials,
} from 'discord.js';
import { type Discord, type DiscordOptions, startDiscord } from './discord/index.ts';

export type OnInteraction = (interaction: Interaction) => Promise<unknown>;

/** A real discord.js client, logged in to the stand-in; what its handler throws is kept in `errors`, the first in `failed`. */
export async function startBot(discord: Discord, onInteraction: OnInteraction, options: Partial<ClientOptions> = {}) {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    ...options,
    rest: { api: discord.apiUrl, ...options.rest },
  });
  const errors: unknown[] = [];
  const { promise: failed, resolve: fail } = Promise.withResolvers<unknown>();
  const keep = (error: unknown) => {
    errors.push(error);
    fail(error);
  };
  client.on('interactionCreate', interaction => void onInteraction(interaction).catch(keep));
  client.on('error', keep);
  const ready = once(client, 'clientReady');
  await client.login('good-token');
  await ready;
  return { client, errors, failed, close: () => client.destroy() };
}

/** The next event of a kind. */
export const once = <E extends keyof ClientEvents>(client: Client, event: E): Promise<ClientEvents[E]> =>
  new Promise(resolve => client.once(event, (...args) => resolve(args)));

/** A Discord with one guild, Ana and Ben in it, and a bot that has registered `commands`. */
export async function scene(onInteraction: OnInteraction, commands: object[] = [LOG], options: DiscordOptions = {}) {
  const discord = await startDiscord(options);
  const guild = discord.addGuild({ name: 'Match 2027', channels: ['tips', 'general'], roles: ['Applicants'] });
  const ana = discord.addUser({ name: 'Ana' });
  const ben = discord.addUser({ name: 'Ben' });
  const bot = await startBot(discord, onInteraction);
  await bot.client.rest.put(`/applications/${discord.bot.id}/commands`, { body: commands });
  return {
    discord,
    guild,
    ana,
    ben,
    bot,
    [Symbol.asyncDispose]: async () => {
      await bot.close();
      await discord.close();
    },
  };
}

export const LOG = {
  name: 'log',
  description: 'Log an interaction',
  options: [
    { type: 3, name: 'who', description: 'Who it was', required: true, autocomplete: true, max_length: 50 },
    { type: 3, name: 'tone', description: 'How', choices: [{ name: 'Good things', value: 'good' }] },
  ],
};

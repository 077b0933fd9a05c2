import { randomUUID } from 'node:crypto';
import {
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  type Message,
  Partials,
  PermissionFlagsBits,
} from 'discord.js';
import type { DiscordConfig } from '../../config.ts';
import { discreet } from '../../core/cards/discreet.ts';
import { StartError } from '../../core/errors.ts';
import type { DoorParts, PlatformDoor } from '../../core/ports/door.ts';
import type { Door } from '../../core/ports/request.ts';
import { postNow } from '../../core/sending/posting.ts';
import { registerCommands } from './applicationCommands.ts';
import { onDirectMessage } from './directMessages.ts';
import { onInteraction } from './interactions.ts';
import { createNotifier } from './notifier.ts';
import { createOwnLane } from './ownLane.ts';

const REFUSED = 'DISCORD_TOKEN was refused by Discord. Copy it again from the Developer Portal: Bot, Reset Token.';

/** Discord, by the gateway: commands, buttons and forms come in, private replies and direct messages go out. */
export function createDiscord({
  core,
  log,
  announce,
  presence,
  config,
}: DoorParts & { config: DiscordConfig }): PlatformDoor {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
    // Without it the first words in a new conversation are not told of.
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    ...shardsOf(config.shards),
    ...(config.apiUrl && { rest: { api: config.apiUrl } }),
  });
  const notifier = createNotifier({
    ...config,
    opened: presence.opened,
    heldBack: count =>
      log.warn({ count }, 'DISCORD_FIRST_MESSAGES_A_MINUTE holds first direct messages back: they go out over time'),
  });
  const answering = new Set<Promise<void>>();
  const sending = createOwnLane(presence, announce);

  const door: Door = {
    typed: command => `/${command}`,
    async channelLabel(channel) {
      const found = client.channels.cache.get(channel);
      return found && 'name' in found && found.name ? `#${found.name}` : 'a channel I cannot see';
    },
    async canPost(channel) {
      const found = client.channels.cache.get(channel);
      if (!found?.isSendable() || found.isDMBased() || !client.user) return 'channel-gone';
      return found.permissionsFor(client.user)?.has(TO_POST) ? 'yes' : 'no-permission';
    },
    post: (channel, card) => postNow(notifier, '', channel, card),
    async tryDirectMessage({ externalId, ...who }) {
      const key = randomUUID().slice(0, 25);
      const sent = await notifier.send({ ...who, kind: 'person', account: externalId }, discreet('test'), key);
      if (sent.status === 'delivered') return 'open';
      return sent.reason === 'dms-closed' ? 'closed' : 'unknown';
    },
  };

  function answer(work: Promise<void>): void {
    const answered: Promise<void> = work
      .catch(error => log.warn({ code: error?.code, status: error?.status }, 'Discord did not take a reply'))
      .finally(() => answering.delete(answered));
    answering.add(answered);
  }

  const take = (interaction: Interaction): void => answer(onInteraction(interaction, core, door));
  const hear = (message: Message): void => answer(onDirectMessage(message, core, door));
  client.on(Events.InteractionCreate, take);
  client.on(Events.MessageCreate, hear);
  const track = (learned: Promise<void>) =>
    void learned.catch(error => log.error({ error: error?.name }, 'where the bot is was not written down'));
  client.on(Events.GuildCreate, guild => track(presence.isIn([guild.id])));
  // An outage of a server is another event.
  client.on(Events.GuildDelete, guild => track(presence.left(guild.id)));
  client.on(Events.Invalidated, () => announce(REFUSED));
  client.on(Events.Error, error => log.warn({ error: error.name }, 'Discord connection'));

  return {
    platform: 'discord',
    notifier,
    lanes: () => sending.lanes(),
    state: () => ({ connected: client.isReady() }),
    async start() {
      const ready = new Promise<void>(resolve => client.once(Events.ClientReady, () => resolve()));
      try {
        await client.login(config.token);
        await ready;
        await sending.claim(client.application?.id ?? '');
        await presence.isIn([...client.guilds.cache.keys()], hasAllShards(client));
        if (client.ws.shards.has(0)) await registerCommands(client.rest, client.application?.id ?? '', core.commands);
      } catch (error) {
        await client.destroy();
        throw new StartError(whyNot(error), { cause: error });
      }
    },
    sweep: () => track(sending.claimHourly()),
    async stop() {
      client.off(Events.InteractionCreate, take);
      client.off(Events.MessageCreate, hear);
      await Promise.all(answering);
      await client.destroy();
    },
  };
}

/** What posting takes, and finding again what was posted. */
const TO_POST = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.ReadMessageHistory,
];

/** This process's part of the gateway: everything, as many parts as Discord advises, or some of several. */
const shardsOf = (shards: DiscordConfig['shards']) => {
  if (shards === undefined || shards === 'auto') return shards && { shards };
  return { shards: shards.ids, shardCount: shards.of };
};
const hasAllShards = ({ ws, options }: Client) => ws.shards.size === (options.shardCount ?? ws.shards.size);

function whyNot(error: unknown): string {
  const { code, status } = error as { code?: unknown; status?: unknown };
  if (code === 'TokenInvalid' || code === 4004 || status === 401) return REFUSED;
  return 'Discord cannot be reached. Check the network, and DISCORD_API_URL if it is set; the bot goes on without Discord.';
}

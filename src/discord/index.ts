import { randomUUID } from 'node:crypto';
import { Client, Events, GatewayIntentBits, type Interaction } from 'discord.js';
import type { DiscordConfig } from '../config.ts';
import { discreet } from '../core/discreet.ts';
import type { Door } from '../core/dispatch.ts';
import type { DoorParts, PlatformDoor } from '../core/door.ts';
import { StartError } from '../core/errors.ts';
import { registerCommands } from './applicationCommands.ts';
import { onInteraction } from './interactions.ts';
import { createNotifier } from './notifier.ts';

const REFUSED = 'DISCORD_TOKEN was refused by Discord. Copy it again from the Developer Portal: Bot, Reset Token.';

/** Discord, by the gateway: commands, buttons and forms come in, private replies and direct messages go out. */
export function createDiscord({ core, log, config }: DoorParts & { config: DiscordConfig }): PlatformDoor {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    ...(config.apiUrl && { rest: { api: config.apiUrl } }),
  });
  const notifier = createNotifier(config.token, config.apiUrl);
  const answering = new Set<Promise<void>>();

  const door: Door = {
    typed: command => `/${command}`,
    async channelLabel(channel) {
      const found = client.channels.cache.get(channel);
      return found && 'name' in found && found.name ? `#${found.name}` : 'a channel I cannot see';
    },
    async tryDirectMessage({ externalId, ...who }) {
      const key = randomUUID().slice(0, 25);
      const sent = await notifier.send({ ...who, kind: 'person', account: externalId }, discreet('test'), key);
      if (sent.status === 'delivered') return 'open';
      return sent.reason === 'dms-closed' ? 'closed' : 'unknown';
    },
  };

  function take(interaction: Interaction): void {
    const answered: Promise<void> = onInteraction(interaction, core, door)
      .catch(error => log.warn({ code: error?.code, status: error?.status }, 'Discord did not take a reply'))
      .finally(() => answering.delete(answered));
    answering.add(answered);
  }

  client.on(Events.InteractionCreate, take);
  client.on(Events.Error, error => log.warn({ error: error.name }, 'Discord connection'));

  return {
    platform: 'discord',
    notifier,
    async start() {
      const ready = new Promise<void>(resolve => client.once(Events.ClientReady, () => resolve()));
      try {
        await client.login(config.token);
        await ready;
        await registerCommands(client.rest, client.application?.id ?? '', core.commands);
      } catch (error) {
        await client.destroy();
        throw new StartError(whyNot(error), { cause: error });
      }
    },
    async stop() {
      client.off(Events.InteractionCreate, take);
      await Promise.all(answering);
      await client.destroy();
    },
  };
}

function whyNot(error: unknown): string {
  const { code, status } = error as { code?: unknown; status?: unknown };
  if (code === 'TokenInvalid' || code === 4004 || status === 401) return REFUSED;
  return 'Discord cannot be reached. Check the network, and DISCORD_API_URL if it is set; the bot goes on without Discord.';
}

import { type Client, Events, type Interaction, type Message, PermissionFlagsBits } from 'discord.js';
import type { DiscordConfig } from '../../config.ts';
import type { DoorParts, PlatformDoor } from '../../core/ports/door.ts';
import type { Door } from '../../core/ports/request.ts';
import type { Unanswered } from '../../core/ports/unanswered.ts';
import { postNow } from '../../core/sending/posting.ts';
import { createRefusals } from '../refusals.ts';
import { createTestMessages } from '../testMessages.ts';
import { createConnection } from './connection.ts';
import { onDirectMessage } from './directMessages.ts';
import { failureKind } from './failures.ts';
import { answerTo, onInteraction } from './interactions.ts';
import { createNotifier } from './notifier.ts';
import { createOwnLane } from './ownQueue.ts';
import { keepRegistered } from './registration.ts';
import { createReplies } from './replies.ts';
import { createSentMessages } from './sentMessages.ts';
import { createUnfinished } from './unfinished.ts';

interface DiscordDoor extends PlatformDoor {
  /** Where it is added to a server or an account; unknown before it is connected. */
  installUrl(): string | undefined;
}

/** Discord, by the gateway: commands, buttons and forms come in, private replies and direct messages go out. */
export function createDiscord(parts: DoorParts & { config: DiscordConfig; unanswered: Unanswered }): DiscordDoor {
  const { core, log, counters, announce, installation, config, unanswered } = parts;
  const stopping = new AbortController();
  const refusals = createRefusals('Discord', log, counters);
  const connection = createConnection({ config, log, refusals, now: core.now, announce, wire, connected });
  const notifier = createNotifier({
    ...config,
    connection,
    refusals,
    opened: installation.opened,
    heldBack: count =>
      log.warn({ count }, 'DISCORD_FIRST_MESSAGES_A_MINUTE holds first direct messages back: they go out over time'),
  });
  const replies = createReplies({ refusals, stopping: stopping.signal });
  const sentMessages = createSentMessages(refusals);
  const unfinished = createUnfinished({
    bot: () => connection.client()?.application?.id,
    unanswered,
    replies,
    refusals,
    now: core.now,
  });
  const answering = new Set<Promise<void>>();
  const sending = createOwnLane(installation, announce);

  const door: Door = {
    typed: command => `/${command}`,
    async channelLabel(channel) {
      const found = connection.client()?.channels.cache.get(channel);
      return found && 'name' in found && found.name ? `#${found.name}` : 'a channel I cannot see';
    },
    async personLabel(id) {
      const found = connection.client()?.users.fetch(id);
      return (await found?.catch(() => undefined))?.displayName ?? 'somebody';
    },
    async canPost(channel) {
      const client = connection.client();
      const found = client?.channels.cache.get(channel);
      if (!found?.isSendable() || found.isDMBased() || !client?.user) return 'channel-gone';
      return found.permissionsFor(client.user)?.has(TO_POST) ? 'yes' : 'no-permission';
    },
    post: (channel, card) => postNow(notifier, '', channel, card),
    tryDirectMessage: createTestMessages({
      notifier,
      perMinute: config.firstMessagesPerMinute,
      stopping: stopping.signal,
    }),
  };

  /** Runs to its end whatever happens: nothing that Discord tells, of whatever form, ends the process. */
  function answer(work: () => Promise<void>): void {
    if (stopping.signal.aborted) return;
    const answered: Promise<void> = Promise.resolve()
      .then(work)
      .catch((error: unknown) => void refusals.note('answer', nameOf(error), error))
      .finally(() => answering.delete(answered));
    answering.add(answered);
  }

  const track = (learned: Promise<void>) =>
    void learned.catch(error => log.error({ error: error?.name }, 'where the bot is was not written down'));

  function wire(client: Client): void {
    const hearing = { core, door, replies, refusals, sentMessages, unfinished };
    client.on(Events.InteractionCreate, (heard: Interaction) => answer(() => onInteraction(heard, hearing)));
    client.on(Events.MessageCreate, (heard: Message) =>
      answer(() => onDirectMessage(heard, { core, door, refusals, stopping: stopping.signal })),
    );
    client.on(Events.GuildCreate, guild => track(installation.isIn([guild.id])));
    // An outage of a server is another event.
    client.on(Events.GuildDelete, guild => track(installation.left(guild.id)));
  }

  async function connected(client: Client): Promise<void> {
    await sending.claim(client.application?.id ?? '');
    await installation.isIn([...client.guilds.cache.keys()], hasAllShards(client));
    if (client.ws.shards.has(0))
      await keepRegistered(client.rest, client.application?.id ?? '', core.commands, {
        ...{ refusals, announce, now: core.now, stopping: stopping.signal },
      });
  }

  return {
    platform: 'discord',
    installUrl() {
      const id = connection.client()?.application?.id;
      return id && `https://discord.com/oauth2/authorize?client_id=${id}`;
    },
    notifier,
    lanes: () => sending.lanes(),
    state: connection.state,
    connections: connection.connections,
    start: connection.open,
    sweep() {
      track(sending.claimHourly());
      const client = connection.client();
      if (client?.isReady())
        answer(() =>
          unfinished.resume(client, {
            answer: given => answerTo(given, { core, door, refusals }),
            wasSaved: request => core.wasSaved(request, door),
          }),
        );
    },
    async stop() {
      stopping.abort();
      await Promise.all(answering);
      await connection.close();
    },
  };
}

/** What posting takes, and finding again what was posted. */
const TO_POST = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.ReadMessageHistory,
];

const hasAllShards = ({ ws, options }: Client) => ws.shards.size === (options.shardCount ?? ws.shards.size);

/** An error's kind, without its message, which may hold what somebody wrote. */
const nameOf = (error: unknown): string => {
  const { kind } = failureKind(error);
  return kind === 'no-answer' && error instanceof Error ? error.name : kind;
};

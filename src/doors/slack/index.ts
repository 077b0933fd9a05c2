import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { App } from '@slack/bolt';
import type { SlackConfig } from '../../config.ts';
import { discreet } from '../../core/cards/discreet.ts';
import type { DoorParts, PlatformDoor } from '../../core/ports/door.ts';
import type { Door } from '../../core/ports/request.ts';
import type { Uploads } from '../../core/ports/uploads.ts';
import { laneOf } from '../../core/sending/lane.ts';
import { postNow } from '../../core/sending/posting.ts';
import { canPost } from './canPost.ts';
import { type Client, createClients, quietLogger, reasonOf } from './clients.ts';
import { httpConnection, socketConnection, startError } from './connection.ts';
import { listen } from './listeners.ts';
import { createNotifier } from './notifier.ts';
import { createDirectory } from './people.ts';
import { listenForRemoval } from './removal.ts';
import { createRequests } from './requests.ts';
import { typedAs } from './text.ts';
import { createUploader } from './uploads.ts';

interface SlackParts extends DoorParts {
  config: SlackConfig;
  /** Whether somebody has become an organiser of this workspace by the claim code. */
  hasOrganiser(team: string): Promise<boolean>;
  uploads: Uploads;
}

/** Slack, by Socket Mode or signed HTTP: commands, buttons and forms come in, private replies and messages go out. */
export function createSlack(parts: SlackParts): PlatformDoor & { listener?: RequestListener } {
  const { core, log, announce, presence, claimCode, config, hasOrganiser, uploads } = parts;
  const logger = quietLogger(log);
  const clients = createClients(config, logger);
  const connection = config.appToken
    ? socketConnection(config.appToken, clients.options, logger, log)
    : httpConnection(config.signingSecret ?? '', logger);
  let self: Self | undefined;
  const app = new App({
    // No question to Slack before an acknowledgement: who the bot is was learned at the start.
    authorize: async () => ({ botToken: config.botToken, ...(self && { botId: self.botId, botUserId: self.userId }) }),
    receiver: connection.receiver,
    logger,
    clientOptions: clients.options,
    convoStore: false,
  });
  const notifier = createNotifier({ ...clients, opened: presence.opened });
  const directory = createDirectory(clients.replies);
  const uploader = createUploader({ web: clients.replies, uploads, now: core.now, log, team: () => self?.team });
  const running = new Set<Promise<void>>();

  const door: Door = {
    typed: command => typedAs(command, config.commandPrefix),
    channelLabel: channel => directory.channelName(channel),
    canPost: channel => canPost(clients.replies, channel),
    post: (channel, card) => postNow(notifier, self?.team ?? '', channel, card),
    async tryDirectMessage({ externalId, ...who }) {
      const sent = await notifier.send({ ...who, kind: 'person', account: externalId }, discreet('test'), randomUUID());
      if (sent.status === 'delivered') return 'open';
      return sent.reason === 'dms-closed' ? 'closed' : 'unknown';
    },
    claimCode,
  };

  function track(work: () => Promise<unknown>): Promise<void> {
    const run: Promise<void> = work()
      .then(() => {})
      .catch((error: unknown) => log.warn({ reason: reasonOf(error) }, 'Slack did not take a reply'))
      .finally(() => running.delete(run));
    running.add(run);
    return run;
  }

  listen(app, {
    core,
    door,
    web: clients.replies,
    requestOf: createRequests({
      directory,
      organisers: config.organisers,
      teamName: id => (id === self?.team ? self.teamName : id),
    }),
    uploader,
    log,
    prefix: config.commandPrefix,
    track,
  });

  listenForRemoval(app, presence, track);

  return {
    platform: 'slack',
    notifier,
    lanes: () => (self ? [laneOf('slack', self.team)] : []),
    ...('listener' in connection && { listener: connection.listener }),
    async start() {
      self = await introduce(clients.replies);
      const { team, teamName } = self;
      await presence.isIn([team]);
      await connection.open();
      if (!(await hasOrganiser(team)))
        announce(
          `Slack (${teamName}): to organize it without being an admin, type ${door.typed('setup')} claim:${claimCode(team)}`,
        );
    },
    sweep: () => void track(uploader.sweep),
    async stop() {
      await connection.close();
      while (running.size > 0) await Promise.all(running);
    },
  };
}

/** The bot as Slack knows it, in the one workspace of its token. */
interface Self {
  team: string;
  teamName: string;
  botId: string;
  userId: string;
}

async function introduce(web: Client): Promise<Self> {
  try {
    const { team_id: team = '', team: teamName = '', bot_id: botId = '', user_id: userId = '' } = await web.auth.test();
    return { team, teamName, botId, userId };
  } catch (error) {
    throw startError(error, 'SLACK_BOT_TOKEN', 'OAuth & Permissions, Bot User OAuth Token');
  }
}

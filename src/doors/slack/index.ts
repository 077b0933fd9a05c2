import type { RequestListener } from 'node:http';
import { App } from '@slack/bolt';
import type { SlackConfig } from '../../config.ts';
import { redacted } from '../../core/cards/redacted.ts';
import type { DoorParts, PlatformDoor } from '../../core/ports/door.ts';
import type { Door } from '../../core/ports/request.ts';
import type { Unanswered } from '../../core/ports/unanswered.ts';
import type { Uploads } from '../../core/ports/uploads.ts';
import { newId } from '../../core/runtime/id.ts';
import { postNow } from '../../core/sending/posting.ts';
import { laneOf } from '../../core/sending/queueKey.ts';
import { createRefusals } from '../refusals.ts';
import { canPost } from './canPost.ts';
import { type Client, createClients, quietLogger, slackReasonOf } from './clients.ts';
import { httpConnection, socketConnection, startError } from './connection.ts';
import { createHealth, type Health, isTokenRefusal } from './health.ts';
import { listen } from './listeners.ts';
import { missingScopes } from './manifest.ts';
import { createNotifier } from './notifier.ts';
import { createDirectory } from './people.ts';
import { listenForRemoval } from './removal.ts';
import { createReplies } from './replies.ts';
import { createRequests } from './requests.ts';
import { typedAs } from './text.ts';
import { createUnfinished } from './unfinished.ts';
import { createUploader } from './uploads.ts';

interface SlackParts extends DoorParts {
  config: SlackConfig;
  /** Whether somebody has become an organizer of this workspace by the claim code. */
  hasOrganizer(team: string): Promise<boolean>;
  uploads: Uploads;
  unanswered: Unanswered;
}

interface SlackDoor extends PlatformDoor {
  listener?: RequestListener;
}

/** Slack, by Socket Mode or signed HTTP: commands, buttons and forms come in, private replies and messages go out. */
export function createSlack(parts: SlackParts): SlackDoor {
  const { core, log, counters, announce, installation, claimCode, config, hasOrganizer, uploads, unanswered } = parts;
  const logger = quietLogger(log);
  const stopping = new AbortController();
  const refusals = createRefusals('Slack', log, counters, (kind, called) => {
    if (isTokenRefusal(kind) && called !== 'auth.test') health.botTokenRefused(kind);
  });
  const clients = createClients(config, logger, refusals);
  const health: Health = createHealth({
    announce,
    stopping: stopping.signal,
    mend: () => 'Copy it from OAuth & Permissions, Bot User OAuth Token: a new token needs a restart.',
    tryToken: () => introduce(clients.replies).then(taken, () => false),
  });
  const replies = createReplies({ web: clients.replies, refusals, stopping: stopping.signal });
  const connection = config.appToken
    ? socketConnection(config.appToken, clients.options, logger, { log, health })
    : httpConnection(config.signingSecret ?? '', logger, log);
  let self: Self | undefined;
  const app = new App({
    // No question to Slack before an acknowledgement: who the bot is was learned at the start.
    authorize: async () => ({ botToken: config.botToken, ...(self && { botId: self.botId, botUserId: self.userId }) }),
    receiver: connection.receiver,
    logger,
    clientOptions: clients.options,
    convoStore: false,
  });
  const notifier = createNotifier({ ...clients, opened: installation.opened });
  const directory = createDirectory(clients.replies);
  const uploader = createUploader({ web: clients.replies, uploads, now: core.now, log, team: () => self?.team });
  const running = new Set<Promise<void>>();

  const door: Door = {
    typed: command => typedAs(command, config.commandPrefix),
    channelLabel: channel => directory.channelName(channel),
    canPost: channel => canPost(clients.replies, channel),
    post: (channel, card) => postNow(notifier, self?.team ?? '', channel, card),
    async tryDirectMessage({ externalId, ...who }) {
      const sent = await notifier.send({ ...who, kind: 'person', account: externalId }, redacted('test'), newId());
      if (sent.status === 'delivered') return 'open';
      return sent.reason === 'dms-closed' ? 'closed' : 'unknown';
    },
    // Whoever is named by the operator needs no code, and nobody else is to have one.
    ...(config.organizers.length === 0 && { claimCode }),
  };

  function track(work: () => Promise<unknown>): Promise<void> {
    const run: Promise<void> = work()
      .then(() => {})
      .catch((error: unknown) => log.warn({ reason: slackReasonOf(error) }, 'Slack did not take a reply'))
      .finally(() => running.delete(run));
    running.add(run);
    return run;
  }

  const { resume } = listen(app, {
    core,
    door,
    web: clients.replies,
    requestOf: createRequests({
      directory,
      organizers: config.organizers,
      teamName: id => (id === self?.team ? self.teamName : id),
      isForOrganizers: command => core.find(command)?.audience === 'organizer',
    }),
    uploader,
    replies,
    unfinished: createUnfinished({
      web: clients.replies,
      bot: () => self?.team,
      ...{ unanswered, replies, refusals, now: core.now },
    }),
    prefix: config.commandPrefix,
    track,
  });

  listenForRemoval(app, installation, track);

  /** The bot's token was taken: what its refusal had stopped goes on. */
  async function taken(found: Self): Promise<true> {
    self = found;
    await installation.isIn([found.team]);
    return true;
  }

  return {
    platform: 'slack',
    state: health.state,
    notifier,
    lanes: () => (self ? [laneOf('slack', self.team)] : []),
    ...('listener' in connection && { listener: connection.listener }),
    async start() {
      const found = await introduce(clients.replies);
      await taken(found);
      const { team, teamName } = found;
      await connection.open();
      health.set('start', undefined);
      const missing = missingScopes(found.scopes);
      if (missing) announce(`Slack (${teamName}): ${missing}`);
      if (config.organizers.length === 0 && !(await hasOrganizer(team)))
        announce(
          `Slack (${teamName}): to organize it without being an admin, type ${door.typed('setup')} claim:${claimCode(team)}`,
        );
    },
    sweep() {
      void track(uploader.sweep);
      if (self) void track(resume);
    },
    async stop() {
      await connection.close();
      stopping.abort();
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
  /** Granted; undefined where Slack does not say. */
  scopes: string[] | undefined;
}

async function introduce(web: Client): Promise<Self> {
  try {
    const said = await web.auth.test();
    const { team_id: team = '', team: teamName = '', bot_id: botId = '', user_id: userId = '' } = said;
    return { team, teamName, botId, userId, scopes: said.response_metadata?.scopes };
  } catch (error) {
    throw startError(error, 'SLACK_BOT_TOKEN', 'OAuth & Permissions, Bot User OAuth Token');
  }
}

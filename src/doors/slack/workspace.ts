import type { Logger as BoltLogger } from '@slack/bolt';
import type { SlackConfig } from '../../config.ts';
import type { DoorParts } from '../../core/ports/door.ts';
import type { Notifier } from '../../core/ports/notifier.ts';
import type { Door } from '../../core/ports/request.ts';
import type { Unanswered } from '../../core/ports/unanswered.ts';
import type { Uploads } from '../../core/ports/uploads.ts';
import { postNow } from '../../core/sending/posting.ts';
import { slack } from '../limits.ts';
import { createRefusals } from '../refusals.ts';
import { createTestMessages } from '../testMessages.ts';
import { canPost } from './canPost.ts';
import { createClients } from './clients.ts';
import { isTokenRefusal } from './health.ts';
import { createListeners, type Listeners } from './listeners.ts';
import { createNotifier } from './notifier.ts';
import { createDirectory } from './people.ts';
import { createReplies } from './replies.ts';
import { createRequests } from './requests.ts';
import { typedAs } from './text.ts';
import { createUnfinished } from './unfinished.ts';
import { createUploader } from './uploads.ts';

/** The bot as Slack knows it in one workspace, and the token it has there. */
export interface Self {
  team: string;
  teamName: string;
  botId: string;
  userId: string;
  token: string;
  /** The organization that the workspace is part of. */
  enterprise?: string | undefined;
}

export interface WorkspaceParts extends Pick<DoorParts, 'core' | 'log' | 'counters' | 'installation'> {
  config: Pick<SlackConfig, 'apiUrl' | 'commandPrefix' | 'organizers'>;
  uploads: Uploads;
  unanswered: Unanswered;
  logger: BoltLogger;
  /** Aborts when the door stops. */
  stopping: AbortSignal;
  /** The code that makes somebody an organizer; left out where nobody is to have one. */
  claimCode?(community: string): string;
  /** Runs to its end, whatever happens, and is waited for when the door stops. */
  track(work: () => Promise<unknown>): Promise<void>;
}

interface Told {
  /** What the bot is there now; undefined before Slack has said it. */
  self(): Self | undefined;
  /** The token was refused with this word. */
  refused(kind: string): void;
  /** The app is installed in a whole organization: each call names the workspace. */
  teamId?: string;
}

/** What the notifier allows itself of the methods of tier 3. */
const OPENED_A_MINUTE = slack.tier3.count - 5;

export interface Workspace {
  self(): Self | undefined;
  notifier: Notifier;
  listeners: Listeners;
  /** Asks Slack who the token's bot is. */
  clients: ReturnType<typeof createClients>;
  sweep(): void;
}

/** One workspace: its own token, clients and pace, so that nothing that happens in another is felt here. */
export function createWorkspace(parts: WorkspaceParts, { self, refused, teamId }: Told): Workspace {
  const { core, log, counters, config, installation, stopping, track, claimCode } = parts;
  const refusals = createRefusals('Slack', log, counters, (kind, called) => {
    if (isTokenRefusal(kind) && called !== 'auth.test') refused(kind);
  });
  const token = () => self()?.token ?? '';
  const clients = createClients({ token, apiUrl: config.apiUrl, ...(teamId && { teamId }) }, parts.logger, refusals);
  const web = clients.replies;
  const replies = createReplies({ web, refusals, stopping });
  const notifier = createNotifier({ ...clients, opened: installation.opened });
  const directory = createDirectory(web);
  const team = () => self()?.team;
  const uploader = createUploader({ web, uploads: parts.uploads, now: core.now, log, team });

  const door: Door = {
    typed: command => typedAs(command, config.commandPrefix),
    channelLabel: channel => directory.channelName(channel),
    personLabel: id => directory.personName(team() ?? '', id),
    canPost: channel => canPost(web, channel),
    post: (channel, card) => postNow(notifier, team() ?? '', channel, card),
    // Each opens a conversation, which Slack takes at its own pace.
    tryDirectMessage: createTestMessages({ notifier, perMinute: OPENED_A_MINUTE, stopping }),
    ...(claimCode && { claimCode }),
  };

  const listeners = createListeners({
    core,
    door,
    web,
    requestOf: createRequests({
      directory,
      organizers: config.organizers,
      teamName: id => (id === team() ? (self()?.teamName ?? id) : id),
      isForOrganizers: command => core.find(command)?.audience === 'organizer',
    }),
    uploader,
    replies,
    unfinished: createUnfinished({
      ...{ web, bot: team, unanswered: parts.unanswered, replies, refusals, now: core.now },
    }),
    prefix: config.commandPrefix,
  });

  return {
    self,
    notifier,
    listeners,
    clients,
    sweep() {
      void track(uploader.sweep);
      if (self()) void track(listeners.resume);
    },
  };
}

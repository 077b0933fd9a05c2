import type { RequestListener } from 'node:http';
import { App } from '@slack/bolt';
import type { SlackConfig } from '../../config.ts';
import type { DoorParts, PlatformDoor } from '../../core/ports/door.ts';
import type { SlackApps } from '../../core/ports/slackApps.ts';
import type { Unanswered } from '../../core/ports/unanswered.ts';
import type { Uploads } from '../../core/ports/uploads.ts';
import { laneOf } from '../../core/sending/queueKey.ts';
import { clientOptions, quietLogger, slackReasonOf } from './clients.ts';
import { httpConnection, socketConnection } from './connection.ts';
import { createHealth, type Health } from './health.ts';
import { manyWorkspaces } from './manyWorkspaces.ts';
import { oneWorkspace } from './oneWorkspace.ts';
import { listenForRemoval } from './removal.ts';
import { route } from './routes.ts';
import { createSending } from './sending.ts';
import { scopesOf, type Workspaces } from './workspaces.ts';

interface SlackParts extends DoorParts {
  config: SlackConfig;
  /** Whether somebody has become an organizer of this workspace by the claim code. */
  hasOrganizer(team: string): Promise<boolean>;
  uploads: Uploads;
  unanswered: Unanswered;
  apps: SlackApps;
}

interface SlackDoor extends PlatformDoor {
  listener?: RequestListener;
}

/** Slack, by Socket Mode or signed HTTP: commands, buttons and forms come in, private replies and messages go out. */
export function createSlack(parts: SlackParts): SlackDoor {
  const { log, announce, config } = parts;
  const logger = quietLogger(log);
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();

  function track(work: () => Promise<unknown>): Promise<void> {
    const run: Promise<void> = work()
      .then(() => {})
      .catch((error: unknown) => log.warn({ reason: slackReasonOf(error) }, 'Slack did not take a reply'))
      .finally(() => running.delete(run));
    running.add(run);
    return run;
  }

  const shared = { ...parts, logger, stopping: stopping.signal, track };
  const one = config.oauth ? undefined : oneWorkspace({ ...shared, health: () => health });
  const workspaces: Workspaces = one ?? manyWorkspaces({ ...shared, config: withOauth(config) });
  const health: Health = createHealth({
    announce,
    stopping: stopping.signal,
    mend: () => one?.mend() ?? '',
    tryToken: async () => (await one?.tryToken()) ?? true,
  });
  const options = clientOptions(config.apiUrl, logger);
  const connection = config.appToken
    ? socketConnection(config.appToken, options, logger, { log, health })
    : httpConnection(config.signingSecret ?? '', logger, log);
  const app = new App({
    // No question to Slack before an acknowledgement: who the bot is there was learned before.
    async authorize(source) {
      const self = (await workspaces.of(source))?.self();
      if (!self && !one) throw new Error('the app is not installed there');
      return { botToken: self?.token ?? '', ...(self && { botId: self.botId, botUserId: self.userId }) };
    },
    receiver: connection.receiver,
    logger,
    clientOptions: options,
    convoStore: false,
  });
  route(app, { of: context => workspaces.known(context)?.listeners, track });
  listenForRemoval(app, workspaces.left, track);

  return {
    platform: 'slack',
    state: health.state,
    notifier: createSending(workspaces),
    lanes: () => [...new Set(workspaces.all().flatMap(scopesOf))].map(scope => laneOf('slack', scope)),
    ...listenerOf(connection, workspaces),
    async start() {
      const lines = await workspaces.start();
      await connection.open();
      health.set('start', undefined);
      for (const line of lines) announce(line);
    },
    sweep: workspaces.sweep,
    async stop() {
      await connection.close();
      stopping.abort();
      while (running.size > 0) await Promise.all(running);
    },
  };
}

function withOauth(config: SlackConfig) {
  const { oauth } = config;
  if (!oauth) throw new Error('many workspaces are installed by OAuth');
  return { ...config, oauth };
}

/** Signed requests and the pages to install it by, whichever there are. */
function listenerOf(connection: { listener?: RequestListener }, { pages }: Workspaces): { listener?: RequestListener } {
  const { listener } = connection;
  if (!pages) return listener ? { listener } : {};
  return {
    listener: (request, response) =>
      request.method === 'POST' && listener ? listener(request, response) : pages(request, response),
  };
}

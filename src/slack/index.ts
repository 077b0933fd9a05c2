import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { App } from '@slack/bolt';
import type { SlackConfig } from '../config.ts';
import { discreet } from '../core/discreet.ts';
import type { Door } from '../core/dispatch.ts';
import type { DoorParts, PlatformDoor } from '../core/door.ts';
import { createClients, quietLogger, reasonOf } from './clients.ts';
import { httpConnection, socketConnection, startError } from './connection.ts';
import { listen } from './listeners.ts';
import { createNotifier } from './notifier.ts';
import { createDirectory } from './people.ts';
import { typedAs } from './text.ts';

interface SlackParts extends DoorParts {
  config: SlackConfig;
  /** Whether somebody has become an organiser of this workspace by the claim code. */
  hasOrganiser(team: string): Promise<boolean>;
}

/** Slack, by Socket Mode or signed HTTP: commands, buttons and forms come in, private replies and messages go out. */
export function createSlack(parts: SlackParts): PlatformDoor & { listener?: RequestListener } {
  const { core, log, announce, claimCode, config, hasOrganiser } = parts;
  const logger = quietLogger(log);
  const clients = createClients(config, logger);
  const connection = config.appToken
    ? socketConnection(config.appToken, clients.options, logger, log)
    : httpConnection(config.signingSecret ?? '', logger);
  const app = new App({
    token: config.botToken,
    receiver: connection.receiver,
    logger,
    clientOptions: clients.options,
    convoStore: false,
    // The token is tried in start(), where a refusal can be told.
    deferInitialization: true,
  });
  const notifier = createNotifier(clients);
  const directory = createDirectory(clients.replies);
  const running = new Set<Promise<void>>();
  let team: { id: string; name: string } | undefined;

  const door: Door = {
    typed: command => typedAs(command, config.commandPrefix),
    channelLabel: channel => directory.channelName(channel),
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
    directory,
    prefix: config.commandPrefix,
    organisers: config.organisers,
    teamName: id => (id === team?.id ? team.name : id),
    track,
  });

  return {
    platform: 'slack',
    notifier,
    ...('listener' in connection && { listener: connection.listener }),
    async start() {
      try {
        const { team_id: id = '', team: name = '' } = await clients.replies.auth.test();
        team = { id, name };
        await app.init();
      } catch (error) {
        throw startError(error, 'SLACK_BOT_TOKEN', 'OAuth & Permissions, Bot User OAuth Token');
      }
      await connection.open();
      if (!(await hasOrganiser(team.id)))
        announce(
          `Slack (${team.name}): to organise it without being an admin, type ${door.typed('setup')} claim:${claimCode(team.id)}`,
        );
    },
    async stop() {
      await connection.close();
      while (running.size > 0) await Promise.all(running);
    },
  };
}

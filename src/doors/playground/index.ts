import type { RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { redacted } from '../../core/cards/redacted.ts';
import type { DoorParts, PlatformDoor } from '../../core/ports/door.ts';
import type { Door } from '../../core/ports/request.ts';
import type { Identity } from '../../core/ports/users.ts';
import { newId } from '../../core/runtime/id.ts';
import { postNow } from '../../core/sending/posting.ts';
import { laneOf } from '../../core/sending/queueKey.ts';
import { createAnswers } from './answers.ts';
import { createApp } from './app.ts';
import { createChat } from './chat.ts';
import { createNotifier } from './notifier.ts';
import { channelName, community, identitiesOf } from './people.ts';

interface PlaygroundParts extends DoorParts {
  /** The configured host. */
  host?: string;
  /** Whether other computers are let in. */
  isOpen?: boolean;
  /** Whether one of these accounts of the playground is there. */
  knows(accounts: Identity[]): Promise<boolean>;
}

/** The playground: a chat in the browser, to try the bot without any token. */
export function createPlayground({
  core,
  log,
  host,
  isOpen = false,
  knows,
}: PlaygroundParts): PlatformDoor & { listener: RequestListener } {
  const chat = createChat();
  const notifier = createNotifier(chat, core.now);
  const door: Door = {
    typed: command => `/${command}`,
    channelLabel: async channel => (channel === community.channel ? channelName : `#${channel}`),
    canPost: async channel => (channel === community.channel ? 'yes' : 'channel-gone'),
    post: (channel, card) => postNow(notifier, '', channel, card),
    async tryDirectMessage({ externalId, ...who }) {
      await notifier.send({ ...who, kind: 'person', account: externalId }, redacted('test'), newId());
      return 'open';
    },
  };

  const closing = new AbortController();
  const report = (error: unknown) =>
    log.error({ error: error instanceof Error ? error.name : typeof error }, 'playground');
  const app = createApp({
    answers: createAnswers({ core, chat, door }),
    chat,
    host,
    isOpen,
    isKnown: browser => knows(identitiesOf(browser)),
    now: core.now,
    closing: closing.signal,
    report,
  });
  const listen = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const open = new Set<Promise<void>>();

  return {
    platform: 'playground',
    notifier,
    lanes: () => [laneOf('playground', '')],
    state: () => ({ connected: true }),
    listener(request, response) {
      if (closing.signal.aborted) {
        response.writeHead(503).end();
        return;
      }
      const closed: Promise<void> = new Promise<void>(resolve => response.once('close', () => resolve())).finally(() =>
        open.delete(closed),
      );
      open.add(closed);
      void listen(request, response);
    },
    async start() {},
    async stop() {
      closing.abort();
      await Promise.all(open);
    },
  };
}

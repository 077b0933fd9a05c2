import type { RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { discreet } from '../../core/cards/discreet.ts';
import { newId } from '../../core/id.ts';
import type { DoorParts, PlatformDoor } from '../../core/ports/door.ts';
import type { Door } from '../../core/ports/request.ts';
import { laneOf } from '../../core/sending/lane.ts';
import { postNow } from '../../core/sending/posting.ts';
import { createAnswers } from './answers.ts';
import { createApp } from './app.ts';
import { createChat } from './chat.ts';
import { createNotifier } from './notifier.ts';
import { channelName, community } from './people.ts';

/** The playground: a chat in the browser, to try the bot without any token. `host` is the configured one. */
export function createPlayground({
  core,
  log,
  host,
}: DoorParts & { host?: string }): PlatformDoor & { listener: RequestListener } {
  const chat = createChat();
  const notifier = createNotifier(chat, core.now);
  const door: Door = {
    typed: command => `/${command}`,
    channelLabel: async channel => (channel === community.channel ? channelName : `#${channel}`),
    canPost: async channel => (channel === community.channel ? 'yes' : 'channel-gone'),
    post: (channel, card) => postNow(notifier, '', channel, card),
    async tryDirectMessage({ externalId, ...who }) {
      await notifier.send({ ...who, kind: 'person', account: externalId }, discreet('test'), newId());
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

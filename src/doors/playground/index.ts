import type { RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { LRUCache } from 'lru-cache';
import type { Cast } from '../../content/types.ts';
import { redacted } from '../../core/cards/redacted.ts';
import type { DoorParts, PlatformDoor } from '../../core/ports/door.ts';
import type { Door } from '../../core/ports/request.ts';
import type { Identity } from '../../core/ports/users.ts';
import { newId } from '../../core/runtime/id.ts';
import { postNow } from '../../core/sending/posting.ts';
import { laneOf } from '../../core/sending/queueKey.ts';
import type { SeasonRules } from '../../domain/season/season.ts';
import { createAnswers } from './answers.ts';
import { createApp } from './app.ts';
import { createChat, type KeptChat } from './chat.ts';
import type { MovedClock } from './clock.ts';
import { createJourney, type MovedEngine } from './journey.ts';
import type { LoadLooks } from './looks.ts';
import { createNotifier } from './notifier.ts';
import type { Desk } from './organizers.ts';
import { channelName, community, identitiesOf } from './people.ts';
import { createScripts } from './script.ts';
import { createTime } from './time.ts';

interface PlaygroundParts extends DoorParts {
  /** The configured host. */
  host?: string;
  /** Whether other computers are let in. */
  isOpen?: boolean;
  /** Whether one of these accounts of the playground is there. */
  knows(accounts: Identity[]): Promise<boolean>;
  /** Where the conversation is kept over a restart. */
  kept?: KeptChat;
  /** How the other doors draw. */
  looks: LoadLooks;
  season: SeasonRules;
  cast: Cast;
  /** What organizers can look at. */
  desk: Desk;
  /** Somebody's own days in the season, those ahead. */
  ownDates(who: Identity): Promise<{ day: Temporal.PlainDate; name: string }[]>;
  /** Where the time can be moved. */
  movable?: { clock: MovedClock; engine: MovedEngine };
}

type Playground = PlatformDoor & {
  listener: RequestListener;
  /** Told why a message comes before it is sent. */
  willSend(delivery: string, why: string): void;
};

/** Of as many messages under way it is known why they come. */
const MOST_REASONS = 500;

/** The playground: a chat in the browser, to try the bot without any token. */
export function createPlayground({
  core,
  log,
  host,
  isOpen = false,
  knows,
  kept,
  looks,
  season,
  cast,
  desk,
  ownDates,
  movable,
}: PlaygroundParts): Playground {
  const chat = createChat(core.now, kept);
  const reasons = new LRUCache<string, string>({ max: MOST_REASONS });
  const notifier = createNotifier(chat, core.now, key => reasons.get(key));
  const door: Door = {
    typed: command => `/${command}`,
    channelLabel: async channel => (channel === community.channel ? channelName : `#${channel}`),
    personLabel: async () => 'an organizer',
    canPost: async channel => (channel === community.channel ? 'yes' : 'channel-gone'),
    post: (channel, card) => postNow(notifier, '', channel, card),
    async tryDirectMessage({ externalId, ...who }) {
      await notifier.send({ ...who, kind: 'person', account: externalId }, redacted('test'), newId());
      return 'open';
    },
  };

  const scripts = createScripts({ core, chat, door, cast, season });
  const moved = movable && {
    clock: movable.clock,
    journey: createJourney({ ...movable, script: scripts, forgetAfter: chat.forgetAfter }),
  };
  const time = createTime({ now: core.now, season, ownDates, ...(moved && { movable: moved }) });

  const closing = new AbortController();
  const report = (error: unknown) =>
    log.error({ error: error instanceof Error ? error.name : typeof error }, 'playground');
  const app = createApp({
    answers: createAnswers({ core, chat, door, looks }),
    chat,
    looks,
    time,
    scripts,
    cast,
    desk,
    host,
    isOpen,
    isKnown: browser => knows(identitiesOf(browser)),
    now: movable?.clock.real ?? core.now,
    closing: closing.signal,
    report,
  });
  const listen = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const open = new Set<Promise<void>>();

  return {
    platform: 'playground',
    notifier,
    willSend: (delivery, why) => void reasons.set(delivery, why),
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
      chat.close();
    },
  };
}

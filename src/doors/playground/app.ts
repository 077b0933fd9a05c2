import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { streamSSE } from 'hono/streaming';
import type { Cast } from '../../content/types.ts';
import { buckets } from '../../domain/vocabulary.ts';
import { type Answers, callShape, suggestShape } from './answers.ts';
import { badRequest, bodyOf } from './body.ts';
import type { Chat } from './chat.ts';
import { type Browser, knownBrowser, ownPageOnly } from './guard.ts';
import { type LoadLooks, looksOf } from './looks.ts';
import { addOrganizers, type Desk } from './organizers.ts';
import { channelName, identityOf, type Persona, personaShape, personas } from './people.ts';
import type { Scripts } from './script.ts';
import { addStage, zoneOf } from './stage.ts';
import type { Time } from './time.ts';
import { nearOnly, newVisitorsBounded } from './visitors.ts';

const PAGE = join(import.meta.dirname, 'page');
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};
/** A file to import may have 2 MB; in JSON it is somewhat longer. */
const MOST_BYTES = 3_000_000;

const security = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  strictTransportSecurity: false,
});

/** The page's own files, read once. */
const pageFiles = () =>
  new Map(
    readdirSync(PAGE).map(name => {
      const path = name === 'index.html' ? '/' : `/${name.replace(/\.html$/, '')}`;
      return [path, { type: TYPES[extname(name)] ?? '', body: readFileSync(join(PAGE, name)) }];
    }),
  );

export interface AppParts {
  answers: Answers;
  chat: Chat;
  looks: LoadLooks;
  time: Time;
  scripts: Scripts;
  cast: Cast;
  desk: Desk;
  /** The configured host, which may be a name. */
  host: string | undefined;
  /** Whether other computers are let in. */
  isOpen: boolean;
  /** Whether somebody has used the bot from this browser. */
  isKnown(browser: string): Promise<boolean>;
  now(): Temporal.Instant;
  /** Ends the streams when the door closes. */
  closing: AbortSignal;
  report(error: unknown): void;
}

/** The page and the few questions that it asks. */
export function createApp(parts: AppParts) {
  const { answers, chat, time, host, isOpen, isKnown, now, closing, report } = parts;
  const files = pageFiles();
  const app = new Hono<Browser>();
  app.use(security, nearOnly(isOpen), ownPageOnly(host), bodyLimit({ maxSize: MOST_BYTES }), knownBrowser);
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    report(error);
    return c.text('Something failed on our side.\n', 500);
  });

  app.get('/api/state', async c => {
    const who = identityOf(c.get('browser'), personaOf(c));
    const messages = chat.visibleTo(who.externalId);
    const shown = await time.shown(who, zoneOf(c.req.query('zone')));
    const stories = parts.cast.people.map(({ id, title, story, bucket }) => {
      return { id, title, story, bucket: buckets[bucket].label, name: personas[personaShape.parse(id)].name };
    });
    const { title, story } = parts.cast.season;
    return c.json({ personas, channel: channelName, messages, time: shown, stories, season: { title, story } });
  });
  app.get('/api/look', async c => {
    const id = c.req.query('id') ?? '';
    const message = chat.find(id, personOf(c)) ?? chat.find(id, undefined);
    return message ? c.json(await looksOf(message, parts.looks)) : c.json({}, 404);
  });
  app.get('/api/events', c => {
    const person = personOf(c);
    return streamSSE(c, async stream => {
      const unfollow = chat.follow(person, message => stream.writeSSE({ data: JSON.stringify(message) }));
      const unmoved = time.follow(() => void stream.writeSSE({ event: 'moved', data: '' }));
      await new Promise<void>(resolve => {
        stream.onAbort(resolve);
        closing.addEventListener('abort', () => resolve(), { once: true });
        if (closing.aborted) resolve();
      });
      unfollow();
      unmoved();
    });
  });
  const bounded = newVisitorsBounded({ now, isKnown });
  app.post('/api/call', bounded, async c => c.json(await answers.answer(await bodyOf(c, callShape), c.get('browser'))));
  app.post('/api/suggest', bounded, async c =>
    c.json(await answers.suggest(await bodyOf(c, suggestShape), c.get('browser'))),
  );

  addStage(app, { ...parts, bounded });
  addOrganizers(app, parts.desk);

  app.get('*', c => {
    const file = files.get(c.req.path);
    if (!file) return c.text('Nothing here.\n', 404);
    return c.body(file.body, 200, { 'content-type': file.type, 'cache-control': 'no-cache' });
  });
  return app;
}

/** Who asks: this browser as the persona in the query. */
const personOf = (c: Context<Browser>): string => identityOf(c.get('browser'), personaOf(c)).externalId;

function personaOf(c: Context<Browser>): Persona {
  const result = personaShape.safeParse(c.req.query('persona'));
  if (!result.success) throw badRequest();
  return result.data;
}

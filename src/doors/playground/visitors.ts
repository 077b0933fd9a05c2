import { BlockList, isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { LRUCache } from 'lru-cache';
import type { Browser } from './guard.ts';

/** So many browsers that were never here may begin in a minute from one address: a class behind one router, no flood. */
export const NEW_A_MINUTE = 30;
const MINUTE_MS = 60_000;
/** Of as many addresses, and browsers, it is remembered; of more the oldest are forgotten, and looked up again. */
const MOST_REMEMBERED = 10_000;

const TOO_MANY = 'Too many new visitors came from your address in a minute. Nothing was saved; try again in a minute.';
const NOT_HERE =
  'This playground answers on the computer that runs it alone. Whoever runs it can let others in with PLAYGROUND=open.\n';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

export const isLoopback = (address: string): boolean => loopback.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/** Whom an address belongs to: one line has a whole /64 of IPv6. */
export function lineOf(address: string): string {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const groups = head.split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length;
  return [...groups, ...Array(missing).fill('0')].slice(0, 4).join(':');
}

const addressOf = (c: Context): string => getConnInfo(c).remote.address ?? '';

/** Lets nobody in from another computer, unless the operator opened the playground. */
export const nearOnly = (isOpen: boolean) =>
  createMiddleware(async (c, next) => {
    if (!isOpen && !isLoopback(addressOf(c))) return c.text(NOT_HERE, 403);
    return next();
  });

interface VisitorParts {
  now(): Temporal.Instant;
  /** Whether somebody has used the bot from this browser. */
  isKnown(browser: string): Promise<boolean>;
}

/** A browser makes up its cookie: a new one is a new account, of which an address gets only so many. */
export function newVisitorsBounded({ now, isKnown }: VisitorParts) {
  const began = new LRUCache<string, number[]>({ max: MOST_REMEMBERED });
  const here = new LRUCache<string, true>({ max: MOST_REMEMBERED });

  function mayBegin(address: string): boolean {
    const at = now().epochMilliseconds;
    const recent = (began.get(address) ?? []).filter(each => each > at - MINUTE_MS);
    if (recent.length >= NEW_A_MINUTE) return false;
    began.set(address, [...recent, at]);
    return true;
  }

  return createMiddleware<Browser>(async (c, next) => {
    const browser = c.get('browser');
    // Where that cannot be read, nothing can be begun either: the answer says so.
    const wasHere = here.has(browser) || (await isKnown(browser).catch(() => undefined));
    if (wasHere === undefined) return next();
    if (!wasHere && !here.has(browser) && !mayBegin(lineOf(addressOf(c))))
      return c.json({ mistake: TOO_MANY, items: [], eager: false }, 429);
    here.set(browser, true);
    return next();
  });
}

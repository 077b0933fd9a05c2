import { isIP } from 'node:net';
import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { newId } from '../../core/runtime/id.ts';

const COOKIE = 'backchannel-playground';
const ID = /^[\w-]{22}$/;
/** As long as browsers keep a cookie at most. */
const MAX_AGE_SECONDS = 400 * 24 * 60 * 60;

/**
 * Lets through what this page itself asks. A foreign name in Host is DNS rebinding: only localhost, an address in
 * figures (which no DNS server can move) and the configured host count. A foreign Origin is another site's post.
 */
export const ownPageOnly = (configuredHost: string | undefined) =>
  createMiddleware(async (c, next) => {
    const host = c.req.header('host') ?? '';
    const name = nameOf(host);
    if (name !== 'localhost' && name !== configuredHost && isIP(name) === 0)
      return c.text('This page is served at http://localhost alone.\n', 403);
    const origin = c.req.header('origin');
    // HEAD is a health checker's question for the page; of a stream it would open one that nobody reads.
    const reads = c.req.method === 'GET' || (c.req.method === 'HEAD' && !c.req.path.startsWith('/api/'));
    if (!reads && (!origin || URL.parse(origin)?.host !== host))
      return c.text('Only the playground’s own page may ask this.\n', 403);
    return next();
  });

/** The name in a Host header, without port and brackets; empty where it is none. */
const nameOf = (host: string): string => URL.parse(`http://${host}`)?.hostname.replace(/^\[(.*)\]$/, '$1') ?? '';

export interface Browser {
  Variables: { browser: string };
}

/** Knows each browser again by a random cookie, which no script can read. */
export const knownBrowser = createMiddleware<Browser>(async (c, next) => {
  const known = getCookie(c, COOKIE);
  const browser = known && ID.test(known) ? known : newId();
  if (browser !== known)
    setCookie(c, COOKIE, browser, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: MAX_AGE_SECONDS });
  c.set('browser', browser);
  await next();
});

import type { Json, SlackError } from './types.ts';

/** An answer of the server before it is sent. */
export type Answer = { status: 200 | 400 | 404 | 429; body: Json; headers?: Record<string, string> };

/** A refusal as HTTP: 429 with `Retry-After` (seconds) for `ratelimited`, else 200 with the word in the body. */
export function refusal({ code, details: { retryAfter = 1, ...details } }: SlackError): Answer {
  const body = { ok: false, error: code, ...details };
  if (code !== 'ratelimited') return { status: 200, body };
  return { status: 429, body, headers: { 'Retry-After': String(retryAfter) } };
}

import { createHmac } from 'node:crypto';
import type { Kind, Retry, Transport } from './delivery.ts';
import type { Ack, Json } from './types.ts';

/** Signed HTTP (v0) to one request URL; anything but a 2xx within the deadline is a failure. */
export function signedHttp(url: string, signingSecret: string, deadlineMs: number): Transport {
  return {
    async deliver(kind, payload, retry) {
      const started = performance.now();
      const within = () => Math.round(performance.now() - started);
      const { type, body } = encoded(kind, payload);
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': type, ...signature(signingSecret, body), ...retryHeaders(retry) },
          body,
          signal: AbortSignal.timeout(deadlineMs),
        });
        const text = await response.text();
        if (!response.ok) return { ok: false, within: within(), error: 'dispatch_failed' };
        const isJson = response.headers.get('content-type')?.startsWith('application/json');
        return { ok: true, within: within(), body: isJson ? JSON.parse(text) : text && { text } } satisfies Ack;
      } catch (error) {
        const late = error instanceof Error && error.name === 'TimeoutError';
        return { ok: false, within: within(), error: late ? 'operation_timeout' : 'dispatch_failed' };
      }
    },
  };
}

/** Events travel as JSON, the rest as forms. */
function encoded(kind: Kind, payload: Json): { type: string; body: string } {
  if (kind === 'events_api') return { type: 'application/json', body: JSON.stringify(payload) };
  const fields = kind === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>);
  return { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(fields).toString() };
}

// The real time, not the stand-in's: Bolt compares it with the process's own clock.
export function signature(secret: string, body: string, ms = Date.now()): Record<string, string> {
  const timestamp = Math.floor(ms / 1000);
  const hash = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${hash}` };
}

function retryHeaders(retry?: Retry): Record<string, string> {
  return retry ? { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason } : {};
}

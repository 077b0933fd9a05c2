import type { IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';
import { isValidSlackRequest } from '@slack/bolt';

/** More than Slack ever sends: a view of 250 KB, its state, and what stands around them. */
const MOST_BYTES = 1_000_000;
/** Blocks lie about ten levels deep. */
const DEEPEST = 64;
/** How far Slack's clock and ours may differ, either way. */
const CLOCKS_DIFFER_SECONDS = 5 * 60;

const FORM = 'application/x-www-form-urlencoded';

/** What came in: its body, which Bolt finds read and may read further, or the status that it is refused with. */
export type Incoming = { body: Buffer } | { refused: 200 | 400 | 401 | 413 };

/**
 * Reads a request and looks at all of it before Bolt does: Bolt takes times that lie ahead, and a body that is not an
 * object ends the process.
 */
export async function readIncoming(request: IncomingMessage, signingSecret: string, now: number): Promise<Incoming> {
  const body = await bodyOf(request);
  if (!body) return { refused: 413 };
  const text = body.toString();
  const isForm = request.headers['content-type'] === FORM;
  // Slack looks whether the certificate is good: such a request is not signed, and nothing else in it is read.
  if (isForm && parse(text).ssl_check === '1') return { refused: 200 };
  if (!isSigned(request, text, signingSecret, now)) return { refused: 401 };
  return isPayload(readPayload(text, isForm)) ? { body } : { refused: 400 };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Left undestroyed, so that a refusal can still be written.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function isSigned({ headers }: IncomingMessage, body: string, signingSecret: string, now: number): boolean {
  const seconds = Number(headers['x-slack-request-timestamp']);
  if (!(seconds <= now / 1000 + CLOCKS_DIFFER_SECONDS)) return false;
  const signed = {
    'x-slack-signature': String(headers['x-slack-signature']),
    'x-slack-request-timestamp': seconds,
  };
  return isValidSlackRequest({ signingSecret, body, headers: signed, nowMilliseconds: now });
}

/** As Bolt reads it; undefined where it is no JSON. */
function readPayload(text: string, isForm: boolean): unknown {
  const form = isForm ? parse(text) : undefined;
  if (form && typeof form.payload !== 'string') return form;
  try {
    return JSON.parse(form ? String(form.payload) : text);
  } catch {
    return undefined;
  }
}

/** An object, and no deeper than Slack's are: whatever walks through it comes to its end. */
export function isPayload(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return false;
    level = level.flatMap(each => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return true;
}

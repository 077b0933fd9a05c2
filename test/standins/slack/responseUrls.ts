import { type Answer, refusal } from './answers.ts';
import { edit, post, readContent, remove } from './messages.ts';
import { type Channel, type Json, type Message, SlackError } from './types.ts';
import type { ResponseUrl, World } from './world.ts';

const USES = 5;
const LIFETIME_MS = 30 * 60_000;

/** A fresh response URL for an interaction: five uses in thirty minutes. */
export function newResponseUrl(
  world: World,
  origin: string,
  use: { userId: string; channel: Channel; interaction: string; source?: Message | undefined },
): string {
  const id = world.id('R');
  world.responseUrls.set(id, { ...use, id, expires: world.now() + LIFETIME_MS, usesLeft: USES });
  return `${origin}/response/${id}`;
}

/** What a post to a response URL is answered with; refusals come as 404 (spent or old) or 400 (bad content). */
export function answerResponseUrl(world: World, id: string, body: Json): Answer {
  const url = world.responseUrls.get(id);
  if (!url || url.usesLeft === 0) return { status: 404, body: { ok: false, error: 'used_url' } };
  if (world.now() > url.expires) return { status: 404, body: { ok: false, error: 'expired_url' } };
  try {
    respond(world, url, body);
    url.usesLeft -= 1;
    return { status: 200, body: { ok: true } };
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return { ...refusal(error), status: 400 };
  }
}

/** Does what an answer to an interaction asks: replace or delete the source, or say something new. */
export function respond(
  world: World,
  url: Pick<ResponseUrl, 'userId' | 'channel' | 'interaction' | 'source'>,
  body: Json,
): void {
  const { userId, channel, interaction, source } = url;
  if (isTrue(body.delete_original) && source) {
    remove(world, source);
    return;
  }
  const content = readContent(world, body);
  if (isTrue(body.replace_original) && source && !source.deleted) {
    edit(world, source, content, interaction);
    return;
  }
  const author = world.team(channel.teamId).botUserId;
  const ephemeralFor = body.response_type === 'in_channel' ? undefined : userId;
  const threadTs = typeof body.thread_ts === 'string' ? body.thread_ts : undefined;
  post(world, channel, { ...content, author, ephemeralFor, threadTs }, interaction);
}

// Bolt sends booleans, and forms send them as text.
const isTrue = (value: unknown) => value === true || value === 'true';

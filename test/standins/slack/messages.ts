import type { Block } from './blocks.ts';
import { readBlocks } from './checkBlocks.ts';
import { pingsIn } from './text.ts';
import { type Channel, type Json, type Message, SlackError } from './types.ts';
import { APP_ID, type World } from './world.ts';

const LONGEST_TEXT = 40_000;

/** What a message says, as methods, response URLs and acknowledgements send it. */
export type Content = { text: string; blocks: Block[]; pings: string[] };

/** Reads `text`, `blocks`, `parse` and `link_names`; `no_text`, `msg_too_long`, `invalid_blocks`, `msg_blocks_too_long`. */
export function readContent(world: World, { text, blocks, parse, link_names: linkNames }: Json): Content {
  if (text !== undefined && typeof text !== 'string') throw new SlackError('invalid_arguments');
  const read = blocks === undefined ? [] : readBlocks(blocks, 'message', world.files);
  if (!text && read.length === 0) throw new SlackError('no_text');
  if (text && text.length > LONGEST_TEXT) throw new SlackError('msg_too_long');
  const linked = parse === 'full' || ['1', 'true'].includes(String(linkNames));
  return { text: text ?? '', blocks: read, pings: pingsIn(text ?? '', read, linked) };
}

type Posting = Content &
  Pick<Message, 'author'> &
  Partial<Pick<Message, 'ephemeralFor' | 'threadTs' | 'metadata' | 'files'>>;

/** Puts a message into a conversation; `by` is the interaction that it answers. */
export function post(world: World, channel: Channel, posting: Posting, by?: string): Message {
  const message: Message = {
    files: [],
    ...posting,
    ts: world.ts(),
    channel: channel.id,
    edited: false,
    deleted: false,
  };
  channel.messages.push(message);
  world.show(message, by);
  return message;
}

/** Changes a message in place. */
export function edit(
  world: World,
  message: Message,
  content: Content & Partial<Pick<Message, 'metadata'>>,
  by?: string,
): Message {
  Object.assign(message, content, { edited: true });
  world.show(message, by);
  return message;
}

export function remove(world: World, message: Message): void {
  message.deleted = true;
  world.changed();
}

/** The message as it stands in responses, events and payloads. */
export function messageJson(world: World, message: Message, withMetadata = false): Json {
  const { ts, text, blocks, author, threadTs, metadata, files } = message;
  const user = world.user(author);
  const team = world.team(user.teamId);
  return {
    type: 'message',
    ts,
    text,
    blocks,
    user: author,
    team: team.id,
    ...(user.bot && { bot_id: team.botId, app_id: APP_ID }),
    ...(threadTs && { thread_ts: threadTs }),
    ...(message.edited && { edited: { user: author, ts } }),
    ...(withMetadata && metadata && { metadata }),
    ...(files.length > 0 && {
      files: files.map(({ id, name, title, deleted }) => ({ id, name, title, mode: deleted ? 'tombstone' : 'hosted' })),
    }),
  };
}

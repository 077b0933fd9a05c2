import { z } from 'zod';
import { edit, messageJson, post, readContent, remove } from '../messages.ts';
import { type Message, SlackError } from '../types.ts';
import { type Call, channelIn, method, postable } from './method.ts';

const content = {
  channel: z.string(),
  text: z.unknown().optional(),
  blocks: z.unknown().optional(),
  parse: z.unknown().optional(),
  link_names: z.unknown().optional(),
};
const metadata = z
  .object({ event_type: z.string().min(1), event_payload: z.record(z.string(), z.unknown()) })
  .optional();
const threadTs = z.string().optional();
const scope = 'chat:write';

const postMessage = method({
  tier: 'posting',
  scope,
  args: z.object({ ...content, metadata, thread_ts: threadTs }),
  run(args, call) {
    const { world, team, rates } = call;
    const channel = postable(call, args.channel);
    const said = readContent(world, args);
    rates.post(channel.id, team.id);
    const message = post(world, channel, {
      ...said,
      author: team.botUserId,
      metadata: args.metadata,
      threadTs: args.thread_ts,
    });
    call.onPosted(channel, message);
    return { channel: channel.id, ts: message.ts, message: messageJson(world, message, true) };
  },
});

const postEphemeral = method({
  tier: 'tier4',
  scope,
  args: z.object({ ...content, user: z.string(), thread_ts: threadTs }),
  run(args, call) {
    const { world, team } = call;
    const channel = postable(call, args.channel);
    if (!channel.members.has(args.user)) throw new SlackError('user_not_in_channel');
    const said = readContent(world, args);
    const message = post(world, channel, {
      ...said,
      author: team.botUserId,
      ephemeralFor: args.user,
      threadTs: args.thread_ts,
    });
    return { message_ts: message.ts };
  },
});

const update = method({
  tier: 'tier3',
  scope,
  args: z.object({ ...content, ts: z.string(), metadata }),
  run(args, call) {
    const message = ownMessage(call, args.channel, args.ts, 'cant_update_message');
    // Blocks stay when neither text nor blocks are sent for them; a new text alone takes their place.
    const kept = args.text === undefined && args.blocks === undefined ? message : readContent(call.world, args);
    edit(call.world, message, {
      text: kept.text,
      blocks: kept.blocks,
      pings: kept.pings,
      metadata: args.metadata ?? message.metadata,
    });
    return {
      channel: message.channel,
      ts: message.ts,
      text: message.text,
      message: messageJson(call.world, message, true),
    };
  },
});

const remove_ = method({
  tier: 'tier3',
  scope,
  args: z.object({ channel: z.string(), ts: z.string() }),
  run({ channel, ts }, call) {
    remove(call.world, ownMessage(call, channel, ts, 'cant_delete_message'));
    return { channel, ts };
  },
});

/** A message of the bot's own; ephemeral ones cannot be reached this way. */
function ownMessage(call: Call, channelId: string, ts: string, refusal: string): Message {
  const channel = channelIn(call, channelId);
  const message = channel.messages.find(
    candidate => candidate.ts === ts && !candidate.deleted && !candidate.ephemeralFor,
  );
  if (!message) throw new SlackError('message_not_found');
  if (channel.archived) throw new SlackError('is_archived');
  if (message.author !== call.team.botUserId) throw new SlackError(refusal);
  return message;
}

export const chat = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove_,
};

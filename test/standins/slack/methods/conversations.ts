import { z } from 'zod';
import { messageJson } from '../messages.ts';
import { type Channel, SlackError } from '../types.ts';
import { type Call, channelIn, dmWith, flag, method, needScope } from './method.ts';

const open = method({
  tier: 'tier3',
  scope: 'im:write',
  args: z.object({ users: z.string().optional(), channel: z.string().optional(), return_im: flag }),
  run({ users, channel }, call) {
    if (!users && !channel) throw new SlackError('users_list_not_supplied');
    const dm = channel ? channelIn(call, channel) : dmWith(call, String(users));
    return { channel: { id: dm.id, ...(dm.user && { user: dm.user, is_im: true }) } };
  },
});

const info = method({
  tier: 'tier3',
  args: z.object({ channel: z.string() }),
  run({ channel: id }, call) {
    const channel = channelIn(call, id);
    needScope(call.team, `${scopeWord(channel)}:read`);
    return { channel: channelJson(call, channel) };
  },
});

const join = method({
  tier: 'tier3',
  scope: 'channels:join',
  args: z.object({ channel: z.string() }),
  run({ channel: id }, call) {
    const channel = channelIn(call, id);
    if (channel.kind !== 'public') throw new SlackError('method_not_supported_for_channel_type');
    if (channel.archived) throw new SlackError('is_archived');
    const already = channel.members.has(call.team.botUserId);
    channel.members.add(call.team.botUserId);
    return { channel: channelJson(call, channel), ...(already && { warning: 'already_in_channel' }) };
  },
});

const history = method({
  tier: 'tier3',
  args: z.object({
    channel: z.string(),
    limit: z.coerce.number().int().min(1).max(999).default(100),
    cursor: z.string().optional(),
    oldest: z.string().default('0'),
    latest: z.string().default('9999999999.999999'),
    inclusive: flag,
    include_all_metadata: flag,
  }),
  run({ channel: id, limit, cursor, oldest, latest, inclusive, include_all_metadata: withMetadata }, call) {
    const channel = channelIn(call, id);
    needScope(call.team, `${scopeWord(channel)}:history`);
    if (!channel.members.has(call.team.botUserId)) throw new SlackError('not_in_channel');
    const within = (ts: string) =>
      (ts > oldest && ts < latest) || (inclusive && (Number(ts) === Number(oldest) || Number(ts) === Number(latest)));
    const kept = channel.messages
      .filter(
        ({ ts, deleted, ephemeralFor, threadTs }) => within(ts) && !deleted && !ephemeralFor && (threadTs ?? ts) === ts,
      )
      .reverse();
    const start = cursor ? kept.findIndex(({ ts }) => ts === cursor) : 0;
    if (start < 0) throw new SlackError('invalid_cursor');
    const next = kept[start + limit];
    return {
      messages: kept.slice(start, start + limit).map(message => messageJson(call.world, message, withMetadata)),
      has_more: next !== undefined,
      response_metadata: { next_cursor: next?.ts ?? '' },
    };
  },
});

const scopeWord = (channel: Channel) => ({ public: 'channels', private: 'groups', im: 'im' })[channel.kind];

function channelJson({ team }: Call, channel: Channel) {
  const { id, name, kind, archived, members, user } = channel;
  if (kind === 'im') return { id, is_im: true, user, is_archived: archived };
  return {
    id,
    name,
    name_normalized: name,
    is_channel: kind === 'public',
    is_group: kind === 'private',
    is_im: false,
    is_private: kind === 'private',
    is_archived: archived,
    is_member: members.has(team.botUserId),
    num_members: members.size,
    context_team_id: team.id,
  };
}

export const conversations = {
  'conversations.open': open,
  'conversations.info': info,
  'conversations.join': join,
  'conversations.history': history,
};

import { z } from 'zod';
import type { Rates, Tier } from '../rates.ts';
import { type Channel, type Json, type Message, SlackError, type Team, type User } from '../types.ts';
import type { World } from '../world.ts';

/** What a method works with: the workspace whose token was sent, and the server's own address. */
export type Call = {
  world: World;
  team: Team;
  rates: Rates;
  origin: string;
  onPosted: (channel: Channel, message: Message) => void;
};

/** One Web API method: its rate tier, the scope it needs, its arguments and what it does. */
export type Method = { tier: Tier; scope?: string | undefined; run: (args: Json, call: Call) => Json };

/** Declares a method; arguments that do not fit are answered with `invalid_arguments`. */
export function method<Args extends z.ZodType>(definition: {
  tier: Tier;
  scope?: string;
  args: Args;
  run: (args: z.infer<Args>, call: Call) => Json;
}): Method {
  const { tier, scope, args: schema, run } = definition;
  return {
    tier,
    scope,
    run(args, call) {
      const parsed = schema.safeParse(args);
      if (parsed.success) return run(parsed.data, call);
      const messages = parsed.error.issues.map(
        ({ message, path }) => `[ERROR] ${message} [json-pointer:/${path.join('/')}]`,
      );
      throw new SlackError('invalid_arguments', { response_metadata: { messages } });
    },
  };
}

/** A boolean argument; in a form it arrives as text. */
export const flag = z.union([z.boolean(), z.stringbool()]).default(false);

/** A user of this workspace, or `user_not_found`. */
export function userIn(call: Call, id: string): User {
  const user = call.world.users.get(id);
  if (user?.teamId !== call.team.id) throw new SlackError('user_not_found');
  return user;
}

/** The bot's DM with a user, or `cannot_dm_bot` or `user_disabled`. */
export function dmWith(call: Call, id: string): Channel {
  const user = userIn(call, id);
  if (user.bot) throw new SlackError('cannot_dm_bot');
  if (user.disabled) throw new SlackError('user_disabled');
  return call.world.dm(id);
}

/** A conversation that the bot knows of, or `channel_not_found`: private ones only from inside. */
export function channelIn(call: Call, id: string): Channel {
  const channel = call.world.channels.get(id);
  const hidden = channel?.kind !== 'public' && !channel?.members.has(call.team.botUserId);
  if (!channel || channel.teamId !== call.team.id || hidden) throw new SlackError('channel_not_found');
  return channel;
}

/** Where the bot may post: by channel id, or by user id for the DM. */
export function postable(call: Call, id: string): Channel {
  if (id.startsWith('U')) return call.world.users.has(id) ? dmWith(call, id) : refuse('channel_not_found');
  const channel = channelIn(call, id);
  if (channel.archived) throw new SlackError('is_archived');
  if (!channel.members.has(call.team.botUserId)) throw new SlackError('not_in_channel');
  return channel.user ? dmWith(call, channel.user) : channel;
}

/** `missing_scope` unless the token has it. */
export function needScope(team: Team, scope: string): void {
  if (team.scopes.has(scope)) return;
  throw new SlackError('missing_scope', { needed: scope, provided: [...team.scopes].join(',') });
}

function refuse(code: string): never {
  throw new SlackError(code);
}

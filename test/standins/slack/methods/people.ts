import { z } from 'zod';
import type { User } from '../types.ts';
import { type Call, flag, method, userIn } from './method.ts';

const authTest = method({
  tier: 'tier4',
  args: z.object({}),
  run: (_, { team, origin }) => ({
    url: `${origin}/`,
    team: team.name,
    team_id: team.id,
    user: 'backchannel',
    user_id: team.botUserId,
    bot_id: team.botId,
    ...(team.enterprise && { enterprise_id: team.enterprise.id }),
    is_enterprise_install: false,
  }),
});

const usersInfo = method({
  tier: 'tier4',
  scope: 'users:read',
  args: z.object({ user: z.string(), include_locale: flag }),
  run({ user: id, include_locale: withLocale }, call) {
    const { name, tz, admin, owner, disabled, bot, teamId, enterprise, alsoIn } = seenBy(call, id);
    const offset =
      Temporal.Instant.fromEpochMilliseconds(call.world.now()).toZonedDateTimeISO(tz).offsetNanoseconds / 1e9;
    return {
      user: {
        id,
        team_id: teamId,
        // Slack says `is_stranger: true` of those alone who share no channel, and these are not seen at all here.
        ...(teamId !== call.team.id && { is_stranger: false }),
        ...(enterprise && {
          enterprise_user: { id: id.replace('U', 'W'), enterprise_id: enterprise, teams: [teamId, ...alsoIn] },
        }),
        name: name.toLowerCase(),
        real_name: name,
        deleted: disabled,
        is_bot: bot,
        // Slack leaves the profile's zone and the roles out once an account is deactivated.
        ...(!disabled && {
          tz,
          tz_label: tz,
          tz_offset: offset,
          is_admin: admin || owner,
          is_owner: owner,
          is_primary_owner: false,
        }),
        ...(withLocale && { locale: 'en-US' }),
        profile: { real_name: name, display_name: name.toLowerCase() },
      },
    };
  },
});

/** A user of this workspace, or one of another who is in a channel that both share. */
function seenBy(call: Call, id: string): User {
  const stranger = call.world.users.get(id);
  const shares = [...call.world.channels.values()].some(
    ({ teamId, members }) => teamId === call.team.id && members.has(id),
  );
  return stranger && shares ? stranger : userIn(call, id);
}

const teamInfo = method({
  tier: 'tier3',
  scope: 'team:read',
  args: z.object({}),
  run: (_, { team }) => ({ team: { id: team.id, name: team.name, domain: team.domain, email_domain: '', icon: {} } }),
});

export const people = { 'auth.test': authTest, 'users.info': usersInfo, 'team.info': teamInfo };

import type { Channel, Team, User } from './types.ts';
import type { World } from './world.ts';

/** A workspace with the app installed in it. */
export function addTeam(world: World, about: { name: string; botToken: string; scopes: string[] }): Team {
  const { name, botToken, scopes } = about;
  const domain = name.toLowerCase().replaceAll(/\W+/g, '-');
  const ids = { id: world.id('T'), botUserId: world.id('U'), botId: world.id('B') };
  const team: Team = { ...ids, name, domain, botToken, scopes: new Set(scopes), oldTokens: new Set() };
  world.teams.set(team.id, team);
  addPerson(world, team, { name: 'Backchannel', bot: true, id: team.botUserId });
  return team;
}

/** A person (or the bot's user), in all public channels of the workspace. */
export function addPerson(world: World, team: Team, about: Partial<User> & { name: string }): User {
  const usual = { tz: 'America/New_York', admin: false, owner: false, disabled: false, bot: false, alsoIn: [] };
  const user: User = { ...usual, id: world.id('U'), ...about, teamId: team.id };
  world.users.set(user.id, user);
  const open = [...world.channels.values()].filter(({ teamId, kind }) => teamId === team.id && kind === 'public');
  if (!user.bot) for (const channel of open) channel.members.add(user.id);
  return user;
}

export type ChannelAbout = { name: string; botIsMember?: boolean; archived?: boolean; isPrivate?: boolean };

/** A channel with everybody in it, or with `people` alone. */
export function addChannel(world: World, team: Team, about: ChannelAbout, people?: User[]): Channel {
  const everybody = [...world.users.values()].filter(({ teamId, bot }) => teamId === team.id && !bot);
  const members = new Set((people ?? everybody).map(({ id }) => id));
  if (about.botIsMember) members.add(team.botUserId);
  const kind = about.isPrivate ? 'private' : 'public';
  const channel = world.addChannel({ teamId: team.id, name: about.name, kind, members });
  channel.archived = about.archived ?? false;
  return channel;
}

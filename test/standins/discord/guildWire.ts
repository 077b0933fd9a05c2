import type { Account, Guild, Role } from './shapes.ts';
import type { World } from './world.ts';

const JOINED = '2026-01-01T00:00:00.000Z';

export const roleWire = ({ id, name, permissions }: Role, position: number) => ({
  id,
  name,
  permissions: String(permissions),
  position,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  icon: null,
  unicode_emoji: null,
  managed: false,
  mentionable: true,
  flags: 0,
});

const rolesWire = (guild: Guild) => [guild.everyone, guild.botRole, ...Object.values(guild.roles)].map(roleWire);

/** A member without the user, as an interaction's resolved data has it. */
export const memberWire = (world: World, account: Account, guild: Guild) => ({
  roles: [],
  nick: null,
  avatar: null,
  joined_at: JOINED,
  premium_since: null,
  deaf: false,
  mute: false,
  pending: false,
  flags: 0,
  permissions: String(world.memberPermissions(account, guild)),
});

/** What GET /guilds/{id} answers. */
export const guildWire = (guild: Guild) => ({
  id: guild.id,
  name: guild.name,
  icon: null,
  splash: null,
  banner: null,
  description: null,
  owner_id: guild.ownerId,
  roles: rolesWire(guild),
  emojis: [],
  stickers: [],
  features: [],
  afk_channel_id: null,
  afk_timeout: 300,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  public_updates_channel_id: null,
  preferred_locale: 'en-US',
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  mfa_level: 0,
  nsfw_level: 0,
  premium_tier: 0,
  premium_progress_bar_enabled: false,
});

/** What GUILD_CREATE carries beyond that. */
export const guildCreateWire = (world: World, guild: Guild) => ({
  ...guildWire(guild),
  joined_at: JOINED,
  large: false,
  unavailable: false,
  member_count: world.accounts.size + 1,
  channels: Object.values(guild.channels).map(it => world.channelWire(it)),
  members: [
    {
      user: world.bot,
      roles: [guild.botRole.id],
      nick: null,
      avatar: null,
      joined_at: JOINED,
      deaf: false,
      mute: false,
      flags: 0,
    },
  ],
  threads: [],
  voice_states: [],
  presences: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
});

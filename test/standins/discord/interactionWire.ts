import { memberWire } from './guildWire.ts';
import type { Interaction } from './interaction.ts';
import { bits, type World } from './world.ts';

const DM_PERMISSIONS = bits(['ViewChannel', 'SendMessages', 'EmbedLinks', 'AttachFiles', 'ReadMessageHistory']);
const LOCALE = 'en-US';

/** What INTERACTION_CREATE carries. */
export function interactionWire(world: World, it: Interaction, data: object): object {
  const { channel, by, source } = it;
  const { guild } = channel;
  const place = guild
    ? {
        member: { ...memberWire(world, by, guild), user: by.user },
        guild_id: guild.id,
        guild: { id: guild.id, locale: LOCALE, features: [] },
        guild_locale: LOCALE,
        context: 0,
      }
    : { user: by.user, context: channel.group ? 2 : 1 };
  // The bot's own guilds answer for it; everywhere else the person does who brought it.
  const owners = { ...(guild?.hasBot && { 0: guild.id }), ...(by.installs && { 1: by.user.id }) };
  return {
    id: it.id,
    application_id: world.bot.id,
    type: it.type,
    token: it.token,
    version: 1,
    data,
    ...place,
    ...(source && { message: source }),
    channel: world.channelWire(channel),
    channel_id: channel.id,
    locale: LOCALE,
    app_permissions: String(guild ? world.botPermissions(channel) : DM_PERMISSIONS),
    entitlements: [],
    authorizing_integration_owners: Object.keys(owners).length > 0 ? owners : { 0: '0' },
    attachment_size_limit: 10 * 1024 * 1024,
  };
}

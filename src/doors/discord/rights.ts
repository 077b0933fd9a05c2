import {
  type APIGuildMember,
  type ApplicationCommandPermissions,
  ApplicationCommandPermissionType,
  type BaseInteraction,
  type GuildMember,
  PermissionFlagsBits,
} from 'discord.js';
import type { Refusals } from '../refusals.ts';
import { failureKind } from './failures.ts';

/**
 * Whether Discord lets this person organize here, asked at each tap: whoever may manage the server, and whoever its
 * settings let type the command. A typed command came through Discord's own check.
 */
export async function mayOrganise(interaction: BaseInteraction, command: string, refusals: Refusals): Promise<boolean> {
  const { guild, member } = interaction;
  if (!guild || !member) return false;
  if (interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild)) return true;
  if (command !== ORGANIZERS) return false;
  if (interaction.isChatInputCommand()) return interaction.commandName === ORGANIZERS;
  try {
    const { application } = interaction.client;
    const listed = await guild.commands.permissions.fetch({});
    const named = interaction.client.application.commands.cache.find(({ name }) => name === command)?.id;
    return isAllowed(
      listed.get(named ?? '') ?? listed.get(application.id) ?? [],
      interaction.user.id,
      member,
      guild.id,
    );
  } catch (error) {
    refusals.note('command permissions', failureKind(error).kind, error);
    return false;
  }
}

/** The one command that is not everybody's. */
const ORGANIZERS = 'setup';

/** What is said of the person decides, then any of their roles that is let in, then everybody's. */
function isAllowed(
  rules: readonly ApplicationCommandPermissions[],
  user: string,
  member: GuildMember | APIGuildMember,
  everyone: string,
): boolean {
  const own = rules.find(({ type, id }) => type === ApplicationCommandPermissionType.User && id === user);
  if (own) return own.permission;
  const roles = 'cache' in member.roles ? [...member.roles.cache.keys()] : member.roles;
  return rules.some(
    ({ type, id, permission }) =>
      type === ApplicationCommandPermissionType.Role && permission && (roles.includes(id) || id === everyone),
  );
}

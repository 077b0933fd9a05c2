import {
  type APIGuildMember,
  type ApplicationCommandPermissions,
  ApplicationCommandPermissionType,
  type BaseInteraction,
  type ClientApplication,
  type GuildMember,
  PermissionFlagsBits,
} from 'discord.js';
import type { Refusals } from '../refusals.ts';
import { failureKind } from './failures.ts';

/**
 * Whether Discord lets this person organize here, asked at each tap: whoever may manage the server, and whoever its
 * settings let type the command. A typed command came through Discord's own check.
 */
export async function mayOrganize(interaction: BaseInteraction, command: string, refusals: Refusals): Promise<boolean> {
  const { guild, member } = interaction;
  if (!guild || !member) return false;
  if (interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild)) return true;
  if (command !== ORGANIZERS) return false;
  if (interaction.isChatInputCommand()) return interaction.commandName === ORGANIZERS;
  try {
    const { application } = interaction.client;
    const [listed, id] = await Promise.all([guild.commands.permissions.fetch({}), idOf(command, application)]);
    // What is said of the application holds for the commands of which nothing is said.
    const rules = listed.get(id ?? '') ?? listed.get(application.id) ?? [];
    return isAllowed(rules, interaction.user.id, member, guild.id);
  } catch (error) {
    refusals.note('command permissions', failureKind(error).kind, error);
    return false;
  }
}

/** The one command that is not everybody's. */
const ORGANIZERS = 'setup';

/** A command's id, by which its rules go; asked for once. */
async function idOf(command: string, { commands }: ClientApplication): Promise<string | undefined> {
  const isNamed = ({ name }: { name: string }) => name === command;
  return (commands.cache.find(isNamed) ?? (await commands.fetch()).find(isNamed))?.id;
}

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

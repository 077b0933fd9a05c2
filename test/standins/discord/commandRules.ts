import { ApplicationCommandPermissionType as Kind } from 'discord.js';
import type { Command } from './commands.ts';
import type { Account, Guild } from './shapes.ts';

interface Rule {
  id: string;
  type: Kind;
  permission: boolean;
}

/** Whom a guild's settings let use a command, beside its default permissions. */
export class CommandRules {
  #rules = new Map<string, Rule[]>();

  set(guild: Guild, command: Command, rules: Rule[]): void {
    this.#rules.set(`${guild.id} ${command.id}`, rules);
  }

  /** What the settings say of somebody; undefined where they say nothing, or the person manages the guild. */
  allowed(guild: Guild, command: Command, { user, permissions }: Account): boolean | undefined {
    if (permissions.includes('Administrator')) return undefined;
    const rules = this.#rules.get(`${guild.id} ${command.id}`);
    return rules?.find(({ type, id }) => type === Kind.User && id === user.id)?.permission;
  }

  /** What GET /applications/{id}/guilds/{id}/commands/permissions answers. */
  wire(guild: Guild, commands: Command[]): object[] {
    return commands.flatMap(({ id, application_id }) => {
      const permissions = this.#rules.get(`${guild.id} ${id}`);
      return permissions ? [{ id, application_id, guild_id: guild.id, permissions }] : [];
    });
  }
}

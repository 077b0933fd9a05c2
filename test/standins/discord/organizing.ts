import { ApplicationCommandPermissionType, GatewayIntentBits, type PermissionsString } from 'discord.js';
import { guildCreateWire, roleWire } from './guildWire.ts';
import type { Interactions } from './interactions.ts';
import { Person } from './person.ts';
import type { Account, Channel, Guild, Role } from './shapes.ts';
import { bits, type World } from './world.ts';

/** What the bot may do where nothing else is said: what its invite asks for. */
const INVITED: PermissionsString[] = ['ViewChannel', 'SendMessages', 'EmbedLinks', 'AttachFiles', 'ReadMessageHistory'];

export interface NewGuild<C extends string, R extends string> {
  name: string;
  channels: C[];
  roles?: R[];
  /** What the bot's role may do; everybody else's role grants it nothing more. */
  botPermissions?: PermissionsString[];
  owner?: Person;
  /** Whether the bot was invited; it was. */
  invited?: boolean;
}

export interface NewUser {
  name: string;
  /** Whether they take direct messages from the bot; they do. */
  dmsOpen?: boolean;
  /** The guilds they are in; all when absent. */
  guilds?: Guild[];
  /** What they may do there beyond writing and using commands, such as ManageGuild. */
  permissions?: PermissionsString[];
  /** Whether they installed the app to their own account; they did not. */
  installs?: boolean;
}

/** What people and organizers do to this Discord, each told to the bot as Discord would. */
export function organizing(world: World, interactions: Interactions) {
  const tell = (event: string, data: object) => world.dispatch(event, data, GatewayIntentBits.Guilds);
  const role = (name: string, permissions = 0n, id = world.id()): Role => ({ id, name, permissions });
  const record = <K extends string, V>(names: K[], make: (name: K) => V) =>
    Object.fromEntries(names.map(name => [name, make(name)])) as Record<K, V>;

  function permit(where: Channel | Guild, permission: PermissionsString, granted: boolean) {
    const bit = bits([permission]);
    if ('messages' in where) {
      where.denied = granted ? where.denied & ~bit : where.denied | bit;
      return tell('CHANNEL_UPDATE', world.channelWire(where));
    }
    const { botRole } = where;
    botRole.permissions = granted ? botRole.permissions | bit : botRole.permissions & ~bit;
    tell('GUILD_ROLE_UPDATE', { guild_id: where.id, role: roleWire(botRole, 1) });
  }

  return {
    /** A community that has invited the bot. */
    addGuild<C extends string, R extends string = never>(it: NewGuild<C, R>): Guild<C, R> {
      const id = world.id();
      const shell: Guild = {
        id,
        name: it.name,
        ownerId: it.owner?.id ?? world.id(),
        hasBot: it.invited ?? true,
        available: true,
        everyone: role('@everyone', bits(['UseApplicationCommands']), id),
        botRole: role('Backchannel', bits(it.botPermissions ?? INVITED)),
        channels: {},
        roles: {},
      };
      const guild = Object.assign(shell, {
        channels: record(it.channels, name => world.addChannel({ name, guild: shell })),
        roles: record(it.roles ?? [], name => role(name)),
      });
      world.guilds.set(id, guild);
      if (guild.hasBot) tell('GUILD_CREATE', guildCreateWire(world, guild));
      return guild;
    },
    /** A group of people, which no bot can be in. */
    addGroup: (...people: Person[]): Channel =>
      world.addChannel({ name: 'group', group: people.map(({ account }) => account) }),

    /** Somebody who uses this Discord. */
    addUser({ name, dmsOpen = true, guilds, permissions = [], installs = false }: NewUser): Person {
      const account: Account = { user: world.user(name), dmsOpen, permissions, installs, ...(guilds && { guilds }) };
      world.accounts.set(account.user.id, account);
      return new Person(world, interactions, account);
    },

    closeDms: (person: Person) => {
      person.account.dmsOpen = false;
    },
    openDms: (person: Person) => {
      person.account.dmsOpen = true;
    },

    /** Kicks the bot. */
    removeBot: (guild: Guild) => {
      guild.hasBot = false;
      tell('GUILD_DELETE', { id: guild.id });
    },
    /** Invites it again. */
    inviteBot: (guild: Guild) => {
      guild.hasBot = true;
      tell('GUILD_CREATE', guildCreateWire(world, guild));
    },
    /** An outage of one guild: it is gone for now, but the bot was not kicked. */
    startOutage: (guild: Guild) => {
      guild.available = false;
      tell('GUILD_DELETE', { id: guild.id, unavailable: true });
    },
    endOutage: (guild: Guild) => {
      guild.available = true;
      tell('GUILD_CREATE', guildCreateWire(world, guild));
    },

    /** The guild's settings say of somebody whether they may use a command. */
    letUse: (guild: Guild, name: string, person: Person, permission = true) => {
      const command = world.commands.find(it => it.name === name);
      if (!command) throw new Error(`There is no command ${name}`);
      world.commandRules.set(guild, command, [
        { id: person.id, type: ApplicationCommandPermissionType.User, permission },
      ]);
    },
    /** The application gets an activity, and with it the command that opens it. */
    addEntryPoint: () => {
      const { id } = world.bot;
      world.entryPoint = {
        id: world.id(),
        application_id: id,
        version: world.id(),
        name: 'launch',
        type: 4,
        handler: 2,
      };
    },

    deleteChannel: (channel: Channel) => {
      const wire = world.channelWire(channel);
      world.channels.delete(channel.id);
      if (channel.guild) delete channel.guild.channels[channel.name];
      tell('CHANNEL_DELETE', wire);
    },

    /** Takes a permission from the bot: in one channel, or in the whole guild. */
    revokePermission: (where: Channel | Guild, permission: PermissionsString) => permit(where, permission, false),
    /** Gives it back. */
    grantPermission: (where: Channel | Guild, permission: PermissionsString) => permit(where, permission, true),
  };
}

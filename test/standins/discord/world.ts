import { randomInt } from 'node:crypto';
import { ChannelType, OverwriteType, PermissionFlagsBits, type PermissionsString } from 'discord.js';
import { CommandRules } from './commandRules.ts';
import type { Command } from './commands.ts';
import type { Account, Channel, Guild, Message, User } from './shapes.ts';

const EPOCH = 1_420_070_400_000;

const EVERYDAY: PermissionsString[] = ['ViewChannel', 'SendMessages', 'ReadMessageHistory', 'UseApplicationCommands'];
const ALL_PERMISSIONS = Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n);
export const bits = (names: PermissionsString[]): bigint =>
  names.reduce((sum, name) => sum | PermissionFlagsBits[name], 0n);

/** Two stand-ins of one millisecond give different snowflakes, as two workers of Discord's do. */
let workers = 0n;

/** Everything that exists on this Discord, and who may do what in it. */
export class World {
  bot: User;
  now: () => number;
  /** `http://127.0.0.1:PORT`, once it listens. */
  origin = '';
  guilds = new Map<string, Guild>();
  channels = new Map<string, Channel>();
  accounts = new Map<string, Account>();
  commands: Command[] = [];
  commandRules = new CommandRules();
  /** The application has a command that opens its activity: it stands in the list beside the others, and has to stay. */
  entryPoint: (Pick<Command, 'id' | 'name' | 'application_id' | 'version'> & { type: 4; handler: 2 }) | undefined;
  files = new Map<string, Uint8Array<ArrayBuffer>>();
  /** Who alone sees a message, by the message's id. */
  viewers = new Map<string, string>();
  /** Messages made with enforce_nonce, by nonce. */
  nonces = new Map<string, Message>();
  /** Sends an event to the gateway sessions that asked for the intent; 0 goes to all. */
  dispatch: (event: string, data: object, intent: number) => void = () => {};
  #dms = new Map<Account, Channel>();
  #lastId = 0n;
  #worker = workers++ % 1024n;
  #waiting = new Set<() => void>();

  constructor(now: () => number) {
    this.now = now;
    this.bot = this.user('backchannel', true);
  }

  /** Lets those who wait for something look again. */
  changed = (): void => {
    for (const look of this.#waiting) look();
  };

  /** Resolves with what `probe` gives, as soon as that is truthy; looks after every request and gateway event. */
  until = <T>(probe: () => T | undefined | null | false): Promise<T> =>
    new Promise((resolve, reject) => {
      const look = () => {
        try {
          const found = probe();
          if (!found) return;
          resolve(found);
        } catch (error) {
          reject(error);
        }
        this.#waiting.delete(look);
      };
      this.#waiting.add(look);
      look();
    });

  /** A new snowflake: later ones are greater, also when the clock stands still. */
  id(): string {
    const fromClock = (BigInt(Math.floor(this.now()) - EPOCH) << 22n) | (this.#worker << 12n);
    this.#lastId = fromClock > this.#lastId ? fromClock : this.#lastId + 1n;
    return String(this.#lastId);
  }

  user(name: string, bot = false): User {
    const username = name.toLowerCase().replaceAll(/[^a-z0-9_.]/g, '_');
    return {
      id: this.id(),
      username,
      global_name: name,
      discriminator: bot ? String(randomInt(1, 9999)).padStart(4, '0') : '0',
      avatar: null,
      bot,
    };
  }

  isMember = (account: Account, guild: Guild): boolean => account.guilds?.includes(guild) ?? true;

  /** Whether the bot may write to a person: they are in a guild together, or they installed it to their account. */
  mayWriteTo = (account: Account): boolean => account.installs || this.sharesGuild(account);

  sharesGuild = (account: Account): boolean =>
    [...this.guilds.values()].some(guild => guild.hasBot && this.isMember(account, guild));

  memberPermissions(account: Account, guild: Guild): bigint {
    if (guild.ownerId === account.user.id || account.permissions.includes('Administrator')) return ALL_PERMISSIONS;
    return bits([...EVERYDAY, ...account.permissions]);
  }

  botPermissions({ guild, denied }: Channel): bigint {
    if (!guild) return ALL_PERMISSIONS;
    if (!guild.hasBot) return 0n;
    const held = guild.everyone.permissions | guild.botRole.permissions;
    return held & PermissionFlagsBits.Administrator ? ALL_PERMISSIONS : held & ~denied;
  }

  /** The direct message channel between the bot and a person; made when first asked for. */
  dm(recipient: Account): Channel {
    const open = this.#dms.get(recipient) ?? this.addChannel({ name: '', recipient });
    this.#dms.set(recipient, open);
    return open;
  }

  addChannel(it: Pick<Channel, 'name' | 'guild' | 'recipient' | 'group'>): Channel {
    const channel: Channel = { ...it, id: this.id(), denied: 0n, messages: [] };
    this.channels.set(channel.id, channel);
    return channel;
  }

  channelWire({ id, name, guild, recipient, group, denied }: Channel): object {
    if (group) return { id, type: ChannelType.GroupDM, recipients: group.map(({ user }) => user), name: null };
    if (!guild)
      return { id, type: ChannelType.DM, recipients: recipient ? [recipient.user] : [], last_message_id: null };
    const overwrite = { id: this.bot.id, type: OverwriteType.Member, allow: '0', deny: String(denied) };
    return {
      id,
      type: ChannelType.GuildText,
      guild_id: guild.id,
      name,
      position: 0,
      topic: null,
      nsfw: false,
      parent_id: null,
      permission_overwrites: denied ? [overwrite] : [],
    };
  }
}

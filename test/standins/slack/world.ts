import { EventEmitter } from 'node:events';
import type { Channel, LoggedRequest, Message, SlackFile, Team, User, View } from './types.ts';

/** The one app that is installed everywhere here. */
export const APP_ID = 'A0BACKCHANNEL';

/** Trigger ids live for three seconds and are used once. */
export type Trigger = {
  id: string;
  userId: string;
  interaction: string;
  expires: number;
  used: boolean;
  view?: View | undefined;
};

/** Response URLs take five answers in thirty minutes. */
export type ResponseUrl = {
  id: string;
  userId: string;
  channel: Channel;
  interaction: string;
  expires: number;
  usesLeft: number;
  /** The message whose button was pressed; a command has none. */
  source?: Message | undefined;
};

/** One time that a message came into somebody's sight: posted or changed. `by` is the interaction it answers. */
export type Shown = { message: Message; by?: string | undefined };

export type WorldOptions = { now?: () => number; patienceMs?: number };

/** Everything that Slack remembers, with its clock, its ids and a way to wait for a change. */
export class World {
  readonly teams = new Map<string, Team>();
  readonly users = new Map<string, User>();
  readonly channels = new Map<string, Channel>();
  readonly views = new Map<string, View>();
  /** Each user's open modals, the visible one last. */
  readonly stacks = new Map<string, View[]>();
  readonly homes = new Map<string, View>();
  readonly files = new Map<string, SlackFile>();
  readonly triggers = new Map<string, Trigger>();
  readonly responseUrls = new Map<string, ResponseUrl>();
  readonly feed: Shown[] = [];
  readonly requests: LoggedRequest[] = [];
  provoked429 = 0;

  readonly #changes = new EventEmitter().setMaxListeners(0);
  readonly #clock: () => number;
  readonly #patienceMs: number;
  #advanced = 0;
  #serial = 0;
  #lastTs = 0;

  constructor({ now = Date.now, patienceMs = 20_000 }: WorldOptions) {
    this.#clock = now;
    this.#patienceMs = patienceMs;
  }

  /** Slack's own time, in milliseconds since 1970. */
  now(): number {
    return this.#clock() + this.#advanced;
  }

  /** Puts Slack's clock forward: triggers and response URLs age, rate limits refill. */
  advance(milliseconds: number): void {
    this.#advanced += milliseconds;
    this.changed();
  }

  /** A new id such as `U0000000A1`. */
  id(prefix: string): string {
    this.#serial += 1;
    return prefix + this.#serial.toString(36).toUpperCase().padStart(10, '0');
  }

  /** A message timestamp, `seconds.micros`, later than all before it. */
  ts(): string {
    this.#lastTs = Math.max(Math.floor(this.now() * 1000), this.#lastTs + 1);
    const seconds = Math.floor(this.#lastTs / 1e6);
    return `${seconds}.${String(this.#lastTs % 1e6).padStart(6, '0')}`;
  }

  /** The DM between a user and the bot of their workspace, opened if need be. */
  dm(userId: string): Channel {
    const user = this.user(userId);
    for (const channel of this.channels.values()) if (channel.kind === 'im' && channel.user === userId) return channel;
    const team = this.team(user.teamId);
    return this.addChannel({
      teamId: team.id,
      name: 'directmessage',
      kind: 'im',
      members: new Set([userId, team.botUserId]),
      user: userId,
    });
  }

  addChannel(channel: Omit<Channel, 'id' | 'archived' | 'messages'>): Channel {
    const made: Channel = { id: this.id(channel.kind === 'im' ? 'D' : 'C'), archived: false, messages: [], ...channel };
    this.channels.set(made.id, made);
    return made;
  }

  user(id: string): User {
    return found(this.users.get(id), `no user ${id}`);
  }

  team(id: string): Team {
    return found(this.teams.get(id), `no team ${id}`);
  }

  channel(id: string): Channel {
    return found(this.channels.get(id), `no channel ${id}`);
  }

  /** Whether this user has the message before their eyes. */
  sees(userId: string, message: Message): boolean {
    const isMember = this.channel(message.channel).members.has(userId);
    return isMember && !message.deleted && (message.ephemeralFor ?? userId) === userId;
  }

  /** Notes that a message was posted or changed. */
  show(message: Message, by?: string): void {
    this.feed.push({ message, by });
    this.changed();
  }

  changed(): void {
    this.#changes.emit('changed');
  }

  /** Waits until `look` finds something, looking again after every change; throws `what` when patience ends. */
  async until<T>(
    look: () => T | undefined | null | false,
    what: string | (() => string),
    patienceMs?: number,
  ): Promise<T> {
    const { promise: patienceEnds, resolve } = Promise.withResolvers<'late'>();
    const timer = setTimeout(resolve, patienceMs ?? this.#patienceMs, 'late');
    try {
      for (;;) {
        const sight = look();
        if (sight) return sight;
        const next = Promise.withResolvers<void>();
        this.#changes.once('changed', next.resolve);
        const late = await Promise.race([next.promise, patienceEnds]);
        this.#changes.off('changed', next.resolve);
        if (late) throw new Error(`Waited in vain for ${typeof what === 'string' ? what : what()}`);
      }
    } finally {
      clearTimeout(timer);
    }
  }
}

function found<T>(value: T | undefined, complaint: string): T {
  if (value === undefined) throw new Error(`The Slack stand-in knows ${complaint}`);
  return value;
}

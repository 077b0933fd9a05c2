import type { Logger } from 'pino';
import type { Core } from '../commands/dispatch.ts';
import type { Counters } from '../runtime/counters.ts';
import type { Notifier, Platform } from './notifier.ts';
import type { Identity } from './users.ts';

/** Whether what is due can be sent and what people do is heard; else what is in the way, without anybody's words. */
export interface DoorState {
  connected: boolean;
  why?: string;
}

/** A platform's connection: it carries requests to the core and messages from the outbox, and decides nothing. */
export interface PlatformDoor {
  platform: Platform;
  notifier: Notifier;
  /** The lanes in which this door's own token sends; none before it is connected. What is due in others is not its to send. */
  lanes(): readonly string[];
  state(): DoorState;
  /** Its connections to the gateway, how many by state: `ready`, `reconnecting`. */
  connections?(): Record<string, number>;
  /** Connects, or gives up after a while. @throws StartError in one sentence that names the variable to mend. */
  start(): Promise<void>;
  /** Begins what time has made due here, such as a file to delete; called with every tick. */
  sweep?(): void;
  /** Stops taking requests and ends when those under way are answered. */
  stop(): Promise<void>;
}

/** Where the bot is, as its platform tells. */
export interface Installation {
  /** It was removed from this community, or its token is taken there no more. */
  left(externalId: string): Promise<void>;
  /** It is in these communities; in no others, where `all` says so. */
  isIn(externalIds: string[], all?: boolean): Promise<void>;
  /** A channel of direct messages was opened. */
  opened(who: Identity, channel: string): Promise<void>;
  /**
   * Whether this bot sends in the lane, where several bots could: the first that says so, until it was not heard of for
   * hours. Say it again once an hour.
   */
  leaseLane(lane: string, owner: string): Promise<boolean>;
}

/** What every door is made with. */
export interface DoorParts {
  installation: Installation;
  core: Core;
  log: Logger;
  /** Where a platform's refusals are counted for who looks after the bot. */
  counters: Counters;
  /** The code that makes somebody an organizer of this community, the same over restarts. */
  claimCode(community: string): string;
  /** A line for the operator who watches the start. */
  announce(line: string): void;
}

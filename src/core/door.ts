import type { Logger } from 'pino';
import type { Core } from './dispatch.ts';
import type { Notifier, Platform } from './notifier.ts';

/** A platform's connection: it carries requests to the core and messages from the outbox, and decides nothing. */
export interface PlatformDoor {
  platform: Platform;
  notifier: Notifier;
  /** Connects. @throws StartError in one sentence that names the variable to mend. */
  start(): Promise<void>;
  /** Stops taking requests and ends when those under way are answered. */
  stop(): Promise<void>;
}

/** What every door is made with. */
export interface DoorParts {
  core: Core;
  log: Logger;
  /** The code that makes somebody an organiser of this community, the same over restarts. */
  claimCode(community: string): string;
  /** A line for the operator who watches the start. */
  announce(line: string): void;
}

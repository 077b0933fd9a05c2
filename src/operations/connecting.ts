import type { DoorState, PlatformDoor } from '../core/ports/door.ts';
import { StartError } from '../core/ports/errors.ts';
import { tryAgain } from '../core/sending/backoff.ts';

interface Surroundings {
  announce(line: string): void;
  /** A platform has taken the door's token. */
  connected(door: PlatformDoor): Promise<void>;
  report(error: unknown, platform: string): void;
  stopping: AbortSignal;
}

export interface Connecting {
  states(): Record<string, DoorState>;
  /** Ends when each door has connected, or failed to once. */
  connect(): Promise<unknown>;
}

/**
 * Connects the doors side by side: whatever hangs or is refused holds nothing else back. One that cannot connect says
 * which variable is wrong, and is tried again by itself, later each time: a platform blocks an address that asks with a
 * bad token over and over.
 */
export function connectDoors(doors: readonly PlatformDoor[], surroundings: Surroundings): Connecting {
  const why = new Map<PlatformDoor, string | undefined>();
  return {
    states: () => Object.fromEntries(doors.map(door => [door.platform, stateOf(door, why.get(door))])),
    connect: () => Promise.all(doors.map(door => connect(door, surroundings, reason => why.set(door, reason)))),
  };
}

/** Until it has connected once its last attempt tells why not; from then on the door knows best. */
function stateOf(door: PlatformDoor, why: string | undefined): DoorState {
  return why === undefined ? door.state() : { connected: false, why };
}

async function connect(
  door: PlatformDoor,
  { announce, connected, report, stopping }: Surroundings,
  tellWhy: (reason: string | undefined) => void,
): Promise<void> {
  const attempt = async (): Promise<boolean> => {
    try {
      await door.start();
      await connected(door);
      tellWhy(undefined);
      return true;
    } catch (error) {
      if (stopping.aborted) return false;
      if (!(error instanceof StartError)) report(error, door.platform);
      const sentence = error instanceof StartError ? error.message : `The ${door.platform} door failed; see the log.`;
      tellWhy(sentence);
      announce(sentence);
      return false;
    }
  };
  tellWhy('still connecting');
  if (!(await attempt())) void tryAgain(attempt, stopping);
}

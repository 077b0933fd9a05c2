import { StartError } from '../core/errors.ts';
import type { DoorState, PlatformDoor } from '../core/ports/door.ts';
import { tryAgain } from '../core/sending/backoff.ts';

/** Discord lets one shard in every five seconds: sixty take this long. */
const ATTEMPT_MS = 5 * 60_000;
const CONNECTING = 'still connecting';

interface Surroundings {
  announce(line: string): void;
  /** A platform has taken the door's token. */
  connected(door: PlatformDoor): Promise<void>;
  report(error: unknown, platform: string): void;
  stopping: AbortSignal;
  attemptMs?: number;
}

export interface Connecting {
  states(): Record<string, DoorState>;
  /** When no attempt is under way any more, after `stopping` has aborted. */
  ended: Promise<unknown>;
}

/**
 * Connects the doors side by side and waits for none: whatever hangs or is refused holds nothing else back. One that
 * cannot connect says which variable is wrong, and is tried again by itself, later each time: a platform blocks an
 * address that asks with a bad token over and over.
 */
export function connectDoors(doors: readonly PlatformDoor[], surroundings: Surroundings): Connecting {
  const why = new Map<PlatformDoor, string>();
  return {
    states: () => Object.fromEntries(doors.map(door => [door.platform, stateOf(door, why.get(door))])),
    ended: Promise.all(doors.map(door => connect(door, surroundings, reason => why.set(door, reason)))),
  };
}

/** The door knows best; what it does not say is known from its last attempt. */
function stateOf(door: PlatformDoor, why: string | undefined): DoorState {
  const state = door.state();
  return state.connected || state.why || !why ? state : { ...state, why };
}

async function connect(
  door: PlatformDoor,
  { announce, connected, report, stopping, attemptMs = ATTEMPT_MS }: Surroundings,
  because: (reason: string) => void,
): Promise<void> {
  const attempt = async (): Promise<boolean> => {
    because(CONNECTING);
    try {
      await door.start(AbortSignal.any([stopping, AbortSignal.timeout(attemptMs)]));
      await connected(door);
      because('the connection is lost');
      return true;
    } catch (error) {
      if (stopping.aborted) return false;
      if (!(error instanceof StartError)) report(error, door.platform);
      const sentence = error instanceof StartError ? error.message : `The ${door.platform} door failed; see the log.`;
      because(sentence);
      announce(sentence);
      return false;
    }
  };
  if (!(await attempt())) await tryAgain(attempt, stopping);
}

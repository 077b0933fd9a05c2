import type { PlatformDoor } from '../core/ports/door.ts';
import { errorName } from './errorName.ts';

/** What is to be done every hour, by the name under which a failure is logged. */
type Chores = Readonly<Record<string, (now: Temporal.Instant) => unknown>>;

interface UpkeepParts {
  doors: readonly PlatformDoor[];
  chores: Chores;
  /** The real time: what is kept for a while is kept for as long, however the playground's is moved. */
  now(): Temporal.Instant;
  log: { error(about: object, message: string): void };
}

/** What each tick does besides sending: the doors' own sweeps, and every hour the chores. One that fails holds up no other. */
export function createUpkeep({ doors, chores, now, log }: UpkeepParts): () => Promise<void> {
  let doneAt = now().subtract({ hours: 1 });
  const alone = async (work: () => unknown, about: object, message: string) => {
    try {
      await work();
    } catch (error) {
      log.error({ ...about, ...errorName(error) }, message);
    }
  };
  return async () => {
    for (const door of doors)
      await alone(() => door.sweep?.(), { platform: door.platform }, 'a door failed at its sweep');
    if (Temporal.Instant.compare(now(), doneAt.add({ hours: 1 })) < 0) return;
    doneAt = now();
    for (const [chore, work] of Object.entries(chores))
      await alone(() => work(doneAt), { chore }, 'an hourly chore failed');
  };
}

import type { Installation } from '../../core/ports/door.ts';
import { laneOf } from '../../core/sending/queueKey.ts';

const LANE = laneOf('discord', '');
const HOUR_MS = 60 * 60_000;

const NOT_OURS =
  'DISCORD_TOKEN is another bot’s than the one that sends this database’s messages: this one answers and sends nothing by itself. Give each bot a database of its own; of a bot that is gone for good, this one takes over within four hours.';

/** The one lane of Discord: of two bots on one database the second sends nothing, since people know the first. */
export function createOwnLane(installation: Installation, announce: (line: string) => void) {
  let application = '';
  let isOurs: boolean | undefined;
  let claimedAt = Number.NEGATIVE_INFINITY;

  async function claim(id: string): Promise<void> {
    [application, claimedAt] = [id, performance.now()];
    const isMine = await installation.leaseLane(LANE, id);
    if (!isMine && isOurs !== false) announce(NOT_OURS);
    isOurs = isMine;
  }

  return {
    /** Says that this application's bot is the one, and learns whether it is. */
    claim,
    async claimHourly(): Promise<void> {
      if (application && performance.now() - claimedAt >= HOUR_MS) await claim(application);
    },
    lanes: (): readonly string[] => (isOurs ? [LANE] : []),
  };
}

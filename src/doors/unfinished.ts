import type { z } from 'zod';
import type { Platform } from '../core/ports/notifier.ts';
import { MOST_TRIES, type Unanswered } from '../core/ports/unanswered.ts';
import type { Identity } from '../core/ports/users.ts';
import type { Refusals } from './refusals.ts';

/** Whoever keeps a request answers it within so long, or is gone: the longest file is read in half of it. */
const LEFT = { minutes: 2 };

/** Keeps a request that is not answered yet; it is done when its answer was shown, or could not be. */
export interface Keeping {
  keep(): Promise<string>;
  done(id: string, isShown: boolean): Promise<void>;
}

/** When something was left, and whether it may still be carried out and shown in its place. */
export interface Left {
  keptAt: Temporal.Instant;
  isLive: boolean;
}

interface UnfinishedParts<Kept> {
  platform: Platform;
  /** Who this bot is to its platform; undefined before it is connected, when nothing of before is answered. */
  bot(): string | undefined;
  unanswered: Unanswered;
  refusals: Refusals;
  now(): Temporal.Instant;
  /** What a door writes down of a request. */
  kept: z.ZodType<Kept>;
  /** How long its answer can be shown where it was asked for. */
  liveMs: number;
}

/**
 * What was acknowledged before it was answered, over a crash of this process. Each that was left is its sender's alone:
 * one that cannot be shown is tried again later, and holds up no other.
 */
export function createUnfinishedOf<Kept>(parts: UnfinishedParts<Kept>) {
  const { platform, bot, unanswered, refusals, now, kept, liveMs } = parts;
  /** What this process is about to answer itself. */
  const ours = new Set<string>();

  return {
    /** @param written reads back as `kept` */
    async keep(who: Identity, written: object): Promise<string> {
      const id = await unanswered.keep(who, bot() ?? '', JSON.stringify(written), now());
      ours.add(id);
      return id;
    },

    async done(id: string, isShown: boolean): Promise<void> {
      if (isShown) await unanswered.forget(id);
      ours.delete(id);
    },

    /** Has each that an earlier process left answered, side by side. @param show says whether it was shown */
    async resume(show: (request: Kept, left: Left) => Promise<boolean>): Promise<void> {
      const asked = bot();
      if (asked === undefined) return;
      const left = await unanswered.take({ platform, bot: asked }, now().subtract(LEFT), now(), [...ours]);
      for (const { id } of left) ours.add(id);
      await Promise.all(
        left.map(async ({ id, request, keptAt, tries }) => {
          try {
            const isLive = tries <= MOST_TRIES && keptAt.until(now()).total('milliseconds') < liveMs;
            if (await show(kept.parse(JSON.parse(request)), { keptAt, isLive })) await unanswered.forget(id);
          } catch (error) {
            refusals.note('answer', 'shown nowhere', error);
          } finally {
            ours.delete(id);
          }
        }),
      );
    },
  };
}

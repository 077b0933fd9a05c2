import type { Answer } from '../../core/ports/request.ts';
import { withTimeout } from '../../core/runtime/withTimeout.ts';
import type { Keeping } from '../unfinished.ts';
import type { ReplyTarget } from './replyTarget.ts';

/** Slack waits three seconds. An answer within so many is the acknowledgement, or comes right after it. */
const REPLY_DEADLINE_MS = 1500;
/** As long as it may take to keep what is not answered yet. */
const KEEPING_MS = 700;

export const PLACEHOLDER = 'One moment…';
/** Where it could not be kept either. */
export const UNSURE = 'One moment… If no answer follows here within a minute, nothing was saved: send it again.';

/** What is left of it, in milliseconds, since then. */
export const timeLeft = (since: number): number => Math.max(0, since + REPLY_DEADLINE_MS - performance.now());

/**
 * Shows the answer when it is there. Where that takes longer than Slack waits, the request is kept first and a word of
 * patience goes ahead: what is acknowledged is saved, or is known as not answered.
 */
export async function showWhenReady(answer: Promise<Answer>, target: ReplyTarget, keeping?: Keeping): Promise<void> {
  const ready = await withTimeout(timeLeft(target.since), answer, undefined);
  if (ready) return target.show(ready);
  const kept = keeping?.keep().catch(() => undefined);
  const isKept = kept !== undefined && (await withTimeout(KEEPING_MS, kept, undefined)) !== undefined;
  await target.wait(isKept ? PLACEHOLDER : UNSURE).catch(() => {});
  let isShown = false;
  try {
    await target.show(await answer);
    isShown = true;
  } finally {
    const id = await kept;
    if (id !== undefined) await keeping?.done(id, isShown);
  }
}

import { z } from 'zod';
import type { Platform } from '../ports/notifier.ts';
import type { Answer, Door, Request } from '../ports/request.ts';
import type { LeftRequest, Unanswered } from '../ports/unanswered.ts';
import { within } from '../within.ts';
import { callFromJson } from './call.ts';

/** So long an answer may be the acknowledgement itself; together with the next within the three seconds of platforms. */
export const SOON_MS = 1500;
/** So long the call may take to be written down. */
const KEEP_MS = 800;
/** An import's file is not written down a second time; its owner has it. */
const LONGEST = 50_000;
/** Whoever keeps it has answered by then, or is no more. */
const LEFT = { seconds: 30 };
/** What ended the process so often is not tried again. */
const MOST_TRIES = 3;

/** An answer that is not there yet. A placeholder is shown, then the answer, and then `shown` is called. */
export interface Later {
  answer: Promise<Answer>;
  /** Whether the end of this process would lose the call: then the placeholder says so. */
  isKept: boolean;
  shown(): Promise<void>;
}

/** Where its door shows an answer later, in the door's own words, and for how long that works. */
export interface ReplyTarget {
  target: string;
  minutes: number;
}

interface Parts {
  answer(request: Request, door: Door): Promise<Answer>;
  /** What somebody is told whose call was not carried out. */
  notSaved(request: Request, words: string, again: boolean): Answer;
  unanswered: Unanswered;
  now(): Temporal.Instant;
  report(error: unknown, about: { command: string; requestId: string }): void;
}

/** What is acknowledged is saved: where a placeholder goes out first, the call is written down before it. */
export function createAnswerLater({ answer, notSaved, unanswered, now, report }: Parts) {
  const mine = new Set<string>();
  const resuming = new Map<Platform, Promise<void>>();

  async function keep(request: Request, { target, minutes }: ReplyTarget, until: Promise<unknown>): Promise<string> {
    const at = now();
    const isLong = JSON.stringify(request.call).length > LONGEST;
    const { who, ...asked } = request;
    const call = isLong ? { ...asked.call, options: { [TOO_LONG]: '' } } : asked.call;
    const kept = { ...asked, call, target, expiresAt: at.add({ minutes }).toString() };
    const id = await unanswered.keep(who, JSON.stringify(kept), at);
    mine.add(id);
    // What its door could not show by then is taken up with what others left.
    void until.finally(() => mine.delete(id));
    return id;
  }

  const isOver = (expiresAt: Temporal.Instant) => Temporal.Instant.compare(now(), expiresAt) >= 0;

  return {
    /** The answer, where it comes in time to be the acknowledgement itself; else how to show it later. */
    async answerSoon(request: Request, door: Door, reply: ReplyTarget, soonMs = SOON_MS): Promise<Answer | Later> {
      const answering = answer(request, door);
      const soon = await within(soonMs, answering, undefined);
      if (soon) return soon;
      const keeping = keep(request, reply, answering).catch((error: unknown) => {
        report(error, { command: request.call.command, requestId: request.requestId });
        return undefined;
      });
      const shown = async () => {
        const id = await keeping;
        if (id !== undefined) await unanswered.forget(id);
      };
      const ready = await within(KEEP_MS, Promise.race([answering, keeping]), undefined);
      if (typeof ready !== 'object') return { answer: answering, isKept: ready !== undefined, shown };
      void shown().catch(error => report(error, { command: request.call.command, requestId: request.requestId }));
      return ready;
    },

    /**
     * Answers what this platform's door acknowledged and nobody answered, each once: at the start, and whenever another
     * process has ended. What cannot be carried out any more is said not to have been saved. Call it with every tick.
     */
    resume(
      platform: Platform,
      door: Door,
      show: (target: string, answer: Answer, request: Request) => Promise<void>,
    ): Promise<void> {
      const carryOut = async ({ id, who, request: text, tries }: LeftRequest): Promise<void> => {
        if (mine.has(id)) return;
        mine.add(id);
        try {
          const { target, expiresAt, ...rest } = shape.parse(JSON.parse(text));
          const request: Request = { ...rest, who };
          const isLong = TOO_LONG in request.call.options;
          const isLost = isLong || tries > MOST_TRIES || isOver(expiresAt);
          await show(target, isLost ? notSaved(request, LOST, !isLong) : await answer(request, door), request);
          await unanswered.forget(id);
        } catch (error) {
          report(error, { command: 'resume', requestId: id });
          if (tries > MOST_TRIES || error instanceof z.ZodError) await unanswered.forget(id).catch(() => {});
        } finally {
          mine.delete(id);
        }
      };
      const running =
        resuming.get(platform) ??
        unanswered
          .take(platform, now().subtract(LEFT), now())
          .then(async found => void (await Promise.all(found.map(carryOut))))
          .finally(() => resuming.delete(platform));
      resuming.set(platform, running);
      return running;
    },
  };
}

/** Stands for the options of a call that is too long to be written down. */
const TOO_LONG = '@too-long';

const LOST = 'I was restarted before this was done, so nothing was saved. Please send it again.';

/** A request as it is written down, without whose it is. */
const shape = z.object({
  call: z.unknown().transform(call => callFromJson(JSON.stringify(call))),
  via: z.enum(['command', 'button', 'form']),
  requestId: z.string(),
  zone: z.string().optional(),
  where: z
    .object({
      ...{ externalId: z.string(), name: z.string() },
      ...{ channel: z.string().nullable(), zone: z.string().optional() },
    })
    .nullable(),
  mayOrganise: z.boolean(),
  target: z.string(),
  expiresAt: z.string().transform(text => Temporal.Instant.from(text)),
});

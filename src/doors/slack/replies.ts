import { setTimeout as sleep } from 'node:timers/promises';
import { webApi } from '@slack/bolt';
import type { Answer } from '../../core/ports/request.ts';
import type { Refusals } from '../refusals.ts';
import { type Client, directChannel } from './clients.ts';
import { answerView } from './modal.ts';
import type { ReplyTo } from './modalState.ts';
import { renderBlocks } from './render.ts';
import { escapeText } from './text.ts';

export interface ReplyParts {
  web: Client;
  refusals: Refusals;
  /** Aborts when the door stops: then nothing is waited for. */
  stopping: AbortSignal;
  /** The waits before each further try of a response URL that lives for thirty minutes. */
  waits?: readonly number[];
}

const WAITS = [500, 3000, 15_000, 60_000, 5 * 60_000, 15 * 60_000] as const;
const TIMEOUT_MS = 10_000;
const TRIGGER_MS = 2500;
/** A response URL that is used up, or older than thirty minutes. */
const OVER = new Set([404, 410]);

export type Replies = ReturnType<typeof createReplies>;

/**
 * Answers through response URLs: again over seconds and minutes while they live, then in another place, and at last in
 * one plain line. What is to be said was saved before.
 */
export function createReplies({ web, refusals, stopping, waits = WAITS }: ReplyParts) {
  /** Undefined where Slack took it, else what came instead. */
  async function post(url: string, content: object): Promise<{ reason: string; final: boolean } | undefined> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(content),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (response.ok) return undefined;
      const { status } = response;
      return { reason: `HTTP ${status}`, final: OVER.has(status) || (status >= 400 && status < 500 && status !== 429) };
    } catch {
      return { reason: 'no answer', final: false };
    }
  }

  async function postPatiently(url: string, content: object): Promise<boolean> {
    for (const wait of [...waits, undefined]) {
      const failed = await post(url, content);
      if (!failed) return true;
      refusals.note('response_url', failed.reason);
      if (failed.final || wait === undefined || stopping.aborted) return false;
      await sleep(wait, undefined, { signal: stopping }).catch(() => {});
      if (stopping.aborted) return (await post(url, content)) === undefined;
    }
    return false;
  }

  return {
    /** Says this privately in the conversation. @returns whether Slack took it, after all tries */
    post: (to: Pick<ReplyTo, 'url' | 'thread'>, content: object, inPlace: boolean): Promise<boolean> =>
      postPatiently(to.url, { ...privately(to, inPlace), ...content }),

    /** One try, for a word that is worth no more. */
    postOnce: async (to: Pick<ReplyTo, 'url' | 'thread'>, content: object, inPlace: boolean): Promise<void> =>
      void (await post(to.url, { ...privately(to, inPlace), ...content })),

    /** Says this in a direct message, in its thread, later where Slack asks to wait: what is written there is answered. */
    async say(channel: string, answer: Answer, thread?: string): Promise<void> {
      const { blocks } = renderBlocks(answer.card, answer.tokenOf);
      // In a direct message a notification shows the title alone.
      const message = { channel, text: escapeText(answer.card.title), blocks, ...(thread && { thread_ts: thread }) };
      for (const wait of [...waits, undefined]) {
        const failed = await web.chat.postMessage(message).then(
          () => undefined,
          (error: unknown) => error,
        );
        if (failed === undefined) return;
        const patient = failed instanceof webApi.WebAPIRateLimitedError ? failed.retryAfter * 1000 : wait;
        if (failed instanceof webApi.WebAPIPlatformError || wait === undefined || stopping.aborted) throw failed;
        await sleep(patient, undefined, { signal: stopping }).catch(() => {});
      }
    },

    /** Shows an answer where the response URL takes it no more. Never throws. */
    async elsewhere(
      answer: Answer,
      { user, channel, thread }: ReplyTo,
      trigger: { id: string; since: number },
    ): Promise<void> {
      const { blocks, text } = renderBlocks(answer.card, answer.tokenOf);
      const direct = () => directChannel(web, user);
      const ways: (() => Promise<unknown>)[] = [
        async () => {
          if (performance.now() - trigger.since > TRIGGER_MS) throw new Error('the trigger is over');
          return web.views.open({ trigger_id: trigger.id, view: answerView(answer) });
        },
        async () => {
          if (!channel) throw new Error('no channel');
          return web.chat.postEphemeral({ channel, user, text, blocks, ...(thread && { thread_ts: thread }) });
        },
        // In a direct message a notification shows the title alone.
        async () => web.chat.postMessage({ channel: await direct(), text: escapeText(answer.card.title), blocks }),
        async () => web.chat.postMessage({ channel: await direct(), text: PLAIN }),
      ];
      for (const way of ways) {
        const shown = await way().then(
          () => true,
          () => false,
        );
        if (shown) return;
      }
      refusals.note('answer', 'shown nowhere');
    },
  };
}

/** Privately, in place of what was tapped or beside it, in its thread. */
export const privately = ({ thread }: Pick<ReplyTo, 'thread'>, inPlace: boolean) => ({
  response_type: 'ephemeral',
  replace_original: inPlace,
  ...(thread && !inPlace && { thread_ts: thread }),
});

const PLAIN = 'I have an answer that Slack would not show. What was saved is in the Home tab.';

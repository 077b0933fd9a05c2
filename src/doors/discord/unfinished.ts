import { type Client, InteractionWebhook } from 'discord.js';
import { z } from 'zod';
import { callFromJson, callToJson } from '../../core/commands/call.ts';
import type { Answer, Request } from '../../core/ports/request.ts';
import { type LeftRequest, MOST_TRIES, type Unanswered } from '../../core/ports/unanswered.ts';
import { lostRequest } from '../errorCards.ts';
import type { Refusals } from '../refusals.ts';
import type { FileSource } from '../textFile.ts';
import { type Answerable, type Keeping, type Replies, TOKEN_MS } from './replies.ts';

/** What somebody asked for, with the files that came with it, which are not read yet. */
export interface Given {
  request: Request;
  files: Record<string, FileSource>;
}

/** A request as it is kept until it is answered. */
const kept = z.object({
  request: z.object({
    call: z.string().transform(callFromJson),
    via: z.enum(['command', 'button', 'form']),
    requestId: z.string(),
    who: z.object({ platform: z.literal('discord'), scope: z.string(), externalId: z.string() }),
    where: z.object({ externalId: z.string(), name: z.string(), channel: z.string().nullable() }).nullable(),
    mayOrganise: z.boolean(),
  }),
  files: z.record(z.string(), z.object({ url: z.string(), size: z.number().optional(), name: z.string().optional() })),
  /** Where its answer goes, for as long as the token lives. */
  reply: z.object({ application: z.string(), token: z.string() }),
});

interface UnfinishedParts {
  unanswered: Unanswered;
  replies: Replies;
  refusals: Refusals;
  now(): Temporal.Instant;
}

/** Whoever keeps a request answers it within so long, or is gone. */
const LEFT = { seconds: 10 };

export type Unfinished = ReturnType<typeof createUnfinished>;

/** What was acknowledged before it was answered, over a crash of this process. */
export function createUnfinished({ unanswered, replies, refusals, now }: UnfinishedParts) {
  /** What this process is about to answer itself. */
  const ours = new Set<string>();

  /**
   * As it would have been, while its sender still waits for it; the same request that was saved already gives its first
   * answer. Later, that it was not saved.
   */
  async function resumed(left: LeftRequest, client: Client<true>, answer: (given: Given) => Promise<Answer>) {
    const { request, files, reply } = kept.parse(JSON.parse(left.request));
    // Of another bot on the same database: only that one's token shows an answer there.
    if (reply.application !== client.application.id) return;
    const to = {
      webhook: new InteractionWebhook(client, reply.application, reply.token),
      user: { id: request.who.externalId },
    };
    const age = left.keptAt.until(now()).total('milliseconds');
    const isShown =
      age < TOKEN_MS && left.tries <= MOST_TRIES
        ? await replies.late(to, performance.now() - age, answer({ request, files }))
        : await replies.tell(to, lostRequest(left.keptAt));
    if (isShown) await unanswered.forget(left.id);
  }

  return {
    keeping: ({ webhook }: Pick<Answerable, 'webhook'>, given: Promise<Given>): Keeping => ({
      async keep() {
        const { request, files } = await given;
        const reply = { application: webhook.client.application.id, token: webhook.token };
        const words = JSON.stringify({ request: { ...request, call: callToJson(request.call) }, files, reply });
        const id = await unanswered.keep(request.who, words, now());
        ours.add(id);
        return id;
      },
      async done(id, isShown) {
        if (isShown) await unanswered.forget(id);
        ours.delete(id);
      },
    }),

    /** Answers what an earlier process left. */
    async resume(client: Client<true>, answer: (given: Given) => Promise<Answer>): Promise<void> {
      const taken = await unanswered.take('discord', now().subtract(LEFT), now());
      const left = taken.filter(({ id }) => !ours.has(id));
      for (const { id } of left) ours.add(id);
      await Promise.all(
        left.map(one =>
          resumed(one, client, answer)
            .catch((error: unknown) => void refusals.note('answer', 'shown nowhere', error))
            .finally(() => ours.delete(one.id)),
        ),
      );
    },
  };
}

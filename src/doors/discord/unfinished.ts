import { type Client, InteractionWebhook } from 'discord.js';
import { z } from 'zod';
import { callFromJson, callToJson } from '../../core/commands/call.ts';
import type { Answer, Request } from '../../core/ports/request.ts';
import type { Unanswered } from '../../core/ports/unanswered.ts';
import { lostRequest, unshownAnswer } from '../errorCards.ts';
import type { FileSource } from '../givenFile.ts';
import type { Refusals } from '../refusals.ts';
import { createUnfinishedOf, type Keeping } from '../unfinished.ts';
import { type Answerable, type Replies, TOKEN_MS } from './replies.ts';

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
    mayOrganize: z.boolean().default(false),
  }),
  files: z.record(z.string(), z.object({ url: z.string(), size: z.number().optional(), name: z.string().optional() })),
  /** Where its answer goes, for as long as the token lives. */
  reply: z.object({ application: z.string(), token: z.string() }),
});

interface UnfinishedParts {
  bot(): string | undefined;
  unanswered: Unanswered;
  replies: Replies;
  refusals: Refusals;
  now(): Temporal.Instant;
}

interface Answering {
  answer(given: Given): Promise<Answer>;
  /** Whether something of it was. */
  wasSaved(request: Request): Promise<boolean>;
}

export type Unfinished = ReturnType<typeof createUnfinished>;

/** What was acknowledged before it was answered, over a crash of this process. */
export function createUnfinished({ replies, ...parts }: UnfinishedParts) {
  const { now } = parts;
  const unfinished = createUnfinishedOf({ ...parts, platform: 'discord', kept, liveMs: TOKEN_MS });

  return {
    keeping: ({ webhook }: Pick<Answerable, 'webhook'>, given: Promise<Given>): Keeping => ({
      async keep() {
        const { request, files } = await given;
        const reply = { application: webhook.client.application.id, token: webhook.token };
        return unfinished.keep(request.who, {
          request: { ...request, call: callToJson(request.call) },
          files,
          reply,
        });
      },
      done: unfinished.done,
    }),

    /**
     * Answers what an earlier process left: as it would have, while its sender still waits for it, and the same request
     * that was saved already gives its first answer. Later, what became of it.
     */
    resume: (client: Client<true>, { answer, wasSaved }: Answering): Promise<void> =>
      unfinished.resume(async ({ request, files, reply }, { keptAt, isLive }) => {
        const webhook = new InteractionWebhook(client, reply.application, reply.token);
        const to = { webhook, user: { id: request.who.externalId } };
        const age = keptAt.until(now()).total('milliseconds');
        if (isLive) return replies.late(to, performance.now() - age, answer({ request, files }));
        return replies.tell(to, (await wasSaved(request)) ? unshownAnswer('Discord') : lostRequest(keptAt));
      }),
  };
}

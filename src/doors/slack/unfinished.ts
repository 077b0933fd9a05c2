import { z } from 'zod';
import { type Call, callFromJson, callToJson } from '../../core/commands/call.ts';
import type { Via } from '../../core/commands/command.ts';
import type { Answer } from '../../core/ports/request.ts';
import { type LeftRequest, MOST_TRIES, type Unanswered } from '../../core/ports/unanswered.ts';
import { lostRequest } from '../errorCards.ts';
import type { Refusals } from '../refusals.ts';
import { type Client, directChannel } from './clients.ts';
import { REPLY_MS, replyTo } from './memory.ts';
import { answerView } from './modal.ts';
import type { Keeping } from './patience.ts';
import { renderBlocks } from './render.ts';
import type { Replies } from './replies.ts';
import { identityOf } from './requests.ts';
import type { Surface } from './surfaces.ts';
import { escapeText } from './text.ts';
import type { Visit } from './visits.ts';

/** A request as it is kept until it is answered. */
const kept = z.object({
  call: z.string(),
  via: z.enum(['command', 'button', 'form']),
  visit: z.object({
    user: z.string(),
    team: z.string(),
    enterprise: z.string().optional(),
    channel: z.string().nullable(),
    requestId: z.string(),
    pictures: z.boolean().optional(),
  }),
  later: z.object({ reply: replyTo.optional(), view: z.string().optional() }),
});

interface Made {
  made: Call;
  via: Via;
  visit: Visit;
}

type Answering = (made: Call, via: Via, visit: Visit) => Promise<Answer>;

interface UnfinishedParts {
  web: Client;
  unanswered: Unanswered;
  replies: Replies;
  refusals: Refusals;
  now(): Temporal.Instant;
}

/** Whoever keeps a request answers it within so long, or is gone. */
const LEFT = { seconds: 10 };

export type Unfinished = ReturnType<typeof createUnfinished>;

/** What was acknowledged before it was answered, over a crash of this process. */
export function createUnfinished({ web, unanswered, replies, refusals, now }: UnfinishedParts) {
  /** What this process is about to answer itself. */
  const ours = new Set<string>();
  let resuming = false;

  async function show(answer: Answer, { visit, later }: z.infer<typeof kept>, isFresh: boolean): Promise<void> {
    const content = renderBlocks(answer.card, answer.tokenOf);
    if (isFresh && later.reply && (await replies.post(later.reply, content, later.reply.replace))) return;
    const updated =
      later.view !== undefined &&
      (await web.views.update({ view_id: later.view, view: answerView(answer) }).then(
        () => true,
        () => false,
      ));
    if (updated) return;
    const channel = await directChannel(web, visit.user);
    await web.chat.postMessage({ channel, text: escapeText(answer.card.title), blocks: content.blocks });
  }

  async function resumeOne({ id, request, keptAt, tries }: LeftRequest, answer: Answering): Promise<void> {
    const read = kept.safeParse(JSON.parse(request));
    // An earlier version wrote it: nobody can say where its answer would be shown.
    if (!read.success) return unanswered.forget(id);
    const { call, via, visit } = read.data;
    const isFresh = keptAt.until(now()).total('milliseconds') < REPLY_MS;
    const shown =
      isFresh && tries <= MOST_TRIES
        ? await answer(callFromJson(call), via, { ...visit, enterprise: visit.enterprise })
        : lostRequest(keptAt);
    await show(shown, read.data, isFresh);
    await unanswered.forget(id);
  }

  return {
    keeping: ({ made, via, visit }: Made, { later }: Surface): Keeping => ({
      async keep() {
        const request = JSON.stringify({ call: callToJson(made), via, visit, later });
        const id = await unanswered.keep(identityOf(visit), request, now());
        ours.add(id);
        return id;
      },
      async forget(id) {
        ours.delete(id);
        await unanswered.forget(id);
      },
    }),

    /**
     * Answers what an earlier process left: as it would have, while its sender still waits for it, and the same request
     * that was saved already gives its first answer. Later, that it was not saved.
     */
    async resume(answer: Answering): Promise<void> {
      if (resuming) return;
      resuming = true;
      try {
        for (const left of await unanswered.take('slack', now().subtract(LEFT), now()))
          if (!ours.has(left.id)) await resumeOne(left, answer).catch(() => refusals.note('answer', 'shown nowhere'));
      } finally {
        resuming = false;
      }
    },
  };
}

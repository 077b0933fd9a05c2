import { z } from 'zod';
import { type Call, callFromJson, callToJson } from '../../core/commands/call.ts';
import type { Via } from '../../core/commands/command.ts';
import type { Answer } from '../../core/ports/request.ts';
import type { Unanswered } from '../../core/ports/unanswered.ts';
import { lostRequest, unshownAnswer } from '../errorCards.ts';
import type { Refusals } from '../refusals.ts';
import { createUnfinishedOf, type Keeping } from '../unfinished.ts';
import { type Client, directChannel } from './clients.ts';
import { answerView } from './modal.ts';
import { REPLY_MS, replyTo } from './modalState.ts';
import type { PayloadOrigin } from './payloadOrigin.ts';
import { renderBlocks } from './render.ts';
import type { Replies } from './replies.ts';
import type { ReplyTarget } from './replyTarget.ts';
import { identityOf } from './requests.ts';
import { escapeText } from './text.ts';

/** A request as it is kept until it is answered. */
const kept = z.object({
  call: z.string().transform(callFromJson),
  via: z.enum(['command', 'button', 'form']),
  origin: z
    .object({
      user: z.string(),
      team: z.string(),
      enterprise: z.string().optional(),
      channel: z.string().nullable(),
      requestId: z.string(),
      pictures: z.boolean().exactOptional(),
    })
    .transform((origin): PayloadOrigin => ({ ...origin, enterprise: origin.enterprise })),
  later: z.object({ reply: replyTo.optional(), view: z.string().optional() }),
});
type Kept = z.infer<typeof kept>;

interface Made {
  made: Call;
  via: Via;
  origin: PayloadOrigin;
}

interface UnfinishedParts {
  bot(): string | undefined;
  web: Client;
  unanswered: Unanswered;
  replies: Replies;
  refusals: Refusals;
  now(): Temporal.Instant;
}

interface Answering {
  answer(made: Call, via: Via, origin: PayloadOrigin): Promise<Answer>;
  /** Whether something of it was. */
  wasSaved(made: Call, via: Via, origin: PayloadOrigin): Promise<boolean>;
}

export type Unfinished = ReturnType<typeof createUnfinished>;

/** What was acknowledged before it was answered, over a crash of this process. */
export function createUnfinished({ web, replies, ...parts }: UnfinishedParts) {
  const unfinished = createUnfinishedOf({ ...parts, platform: 'slack', kept, liveMs: REPLY_MS });

  /** In its place, else by direct message. @throws where Slack takes it nowhere */
  async function show(answer: Answer, { origin, later }: Kept, isLive: boolean): Promise<void> {
    const content = renderBlocks(answer.card, answer.tokenOf);
    if (isLive && later.reply && (await replies.post(later.reply, content, later.reply.replace))) return;
    const updated =
      later.view !== undefined &&
      (await web.views.update({ view_id: later.view, view: answerView(answer) }).then(
        () => true,
        () => false,
      ));
    if (updated) return;
    const channel = await directChannel(web, origin.user);
    await web.chat.postMessage({ channel, text: escapeText(answer.card.title), blocks: content.blocks });
  }

  return {
    keeping: ({ made, via, origin }: Made, { later }: ReplyTarget): Keeping => ({
      keep: () => unfinished.keep(identityOf(origin), { call: callToJson(made), via, origin, later }),
      done: unfinished.done,
    }),

    /**
     * Answers what an earlier process left: as it would have, while its sender still waits for it, and the same request
     * that was saved already gives its first answer. Later, what became of it.
     */
    resume: ({ answer, wasSaved }: Answering): Promise<void> =>
      unfinished.resume(async (request, { keptAt, isLive }) => {
        const { call, via, origin } = request;
        const late = async () => ((await wasSaved(call, via, origin)) ? unshownAnswer('Slack') : lostRequest(keptAt));
        await show(isLive ? await answer(call, via, origin) : await late(), request, isLive);
        return true;
      }),
  };
}

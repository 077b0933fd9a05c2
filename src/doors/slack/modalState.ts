import { z } from 'zod';
import { limits } from '../../core/cards/limits.ts';

/** Where an answer to a command or a message's button goes, for thirty minutes. `replace`: in place of what was tapped. */
export const replyTo = z.object({
  url: z.url(),
  replace: z.boolean(),
  user: z.string(),
  channel: z.string().optional(),
  /** The thread in which it was asked. */
  thread: z.string().optional(),
  /** What it would take the place of stays where the answer is no good one. */
  lasting: z.boolean().optional(),
});
export type ReplyTo = z.infer<typeof replyTo>;

/** What a modal remembers of what opened it, since its submission says nothing of it. */
const modalState = z.object({
  /** The token of the call without the form's own fields: nobody's words travel here. */
  rest: z.string().max(limits.token),
  channel: z.string().nullable(),
  /** Where the answer can be given, since when. Without it, the modal itself shows the answer. */
  reply: replyTo.extend({ at: z.number() }).optional(),
});
export type ModalState = z.infer<typeof modalState>;

/** A response URL lives for thirty minutes; the last minute is left for the answer. */
export const REPLY_MS = 29 * 60_000;

/** As `private_metadata`: a token and an address, far below its 3,000 characters. */
export const writeModalState = (value: ModalState): string => JSON.stringify(value);

/** Reads it back, without a place to reply that has expired. @throws ZodError on anything that was not written here. */
export function readModalState(text: string): ModalState {
  const { reply, ...rest } = modalState.parse(JSON.parse(text));
  return { ...rest, ...(reply && Date.now() - reply.at < REPLY_MS && { reply }) };
}

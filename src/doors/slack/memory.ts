import { z } from 'zod';

/** What a modal remembers of what opened it, since its submission says nothing of it. */
const memory = z.object({
  /** The call without the form's own fields. */
  rest: z.object({ command: z.string(), options: z.record(z.string(), z.string()) }),
  channel: z.string().nullable(),
  /** Where the answer can be given, since when. Without it, the modal itself shows the answer. */
  reply: z.object({ url: z.url(), replace: z.boolean(), at: z.number() }).optional(),
});
export type Memory = z.infer<typeof memory>;

/** Slack's limit of `private_metadata`. */
const LIMIT = 3000;
/** A response URL lives for thirty minutes; the last minute is left for the answer. */
const REPLY_MS = 29 * 60_000;

/** As `private_metadata`; undefined where it does not fit. */
export function writeMemory(value: Memory): string | undefined {
  const text = JSON.stringify(value);
  return text.length <= LIMIT ? text : undefined;
}

/** Reads it back, without a place to reply that has expired. @throws ZodError on anything that was not written here. */
export function readMemory(text: string): Memory {
  const { reply, ...rest } = memory.parse(JSON.parse(text));
  return { ...rest, ...(reply && Date.now() - reply.at < REPLY_MS && { reply }) };
}

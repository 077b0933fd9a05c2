import { z } from 'zod';
import {
  accessory,
  actionsElement,
  anyText,
  blockKitId,
  type Element,
  image,
  inputElement,
  plain,
} from './elements.ts';
import type { Json } from './types.ts';

const base = { block_id: blockKitId };

export const block = z.discriminatedUnion('type', [
  z.strictObject({ ...base, type: z.literal('header'), text: plain(150) }),
  z.strictObject({ ...base, type: z.literal('divider') }),
  z
    .strictObject({
      ...base,
      type: z.literal('section'),
      text: anyText(3000).optional(),
      fields: z.array(anyText(2000)).min(1).max(10).optional(),
      accessory: accessory.optional(),
      expand: z.boolean().optional(),
    })
    .refine(section => section.text ?? section.fields, 'must define either `text` or `fields`'),
  z.strictObject({
    ...base,
    type: z.literal('context'),
    elements: z
      .array(z.union([anyText(3000), image]))
      .min(1)
      .max(10),
  }),
  z.strictObject({ ...base, type: z.literal('actions'), elements: z.array(actionsElement).min(1).max(25) }),
  z
    .strictObject({ ...base, ...image.shape, title: plain(2000).optional() })
    .refine(picture => picture.image_url ?? picture.slack_file, 'must define either `image_url` or `slack_file`'),
  z.strictObject({
    ...base,
    type: z.literal('input'),
    label: plain(2000),
    hint: plain(2000).optional(),
    element: inputElement,
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
  }),
  z.strictObject({ ...base, type: z.literal('markdown'), text: z.string().min(1).max(12_000) }),
  z.strictObject({ ...base, type: z.literal('rich_text'), elements: z.array(z.record(z.string(), z.unknown())) }),
]);
/** A block that passed Slack's checks, with its generated ids filled in. */
export type Block = z.infer<typeof block>;

/** The interactive elements of a block. */
export function elementsOf(block: Block): Element[] {
  if (block.type === 'actions') return block.elements;
  if (block.type === 'input') return [block.element];
  if (block.type === 'section' && block.accessory && block.accessory.type !== 'image') return [block.accessory];
  return [];
}

/** Every text in the blocks, in order, with whether Slack reads markup in it. */
export function textsOf(part: unknown): { text: string; markup: boolean }[] {
  if (Array.isArray(part)) return part.flatMap(textsOf);
  if (typeof part !== 'object' || part === null) return [];
  const { type, text, alt_text: altText } = part as Json;
  if (typeof text === 'string') return [{ text, markup: type === 'mrkdwn' || type === 'markdown' }];
  const own = typeof altText === 'string' ? [{ text: altText, markup: false }] : [];
  return [...own, ...Object.values(part).flatMap(textsOf)];
}

import { z } from 'zod';
import { BLANK, type Draft, draftSources } from '../domain/drafts/drafts.ts';
import { keysOf } from '../domain/vocabulary.ts';
import { type Block, blocksToText } from './blocks.ts';
import { frontMatter } from './schemas.ts';

const text = (max: number) => z.string().trim().min(1).max(max);

const ask = z.strictObject({
  label: text(45),
  description: text(100),
  required: z.boolean(),
  from: z.enum(keysOf(draftSources)),
});

/** The front matter of `drafts/<id>.md`: title and covers as everywhere, when to send it, and what its blanks ask. */
export const draftFrontMatter = frontMatter.organizers.extend({
  when: text(240).refine(when => /^[^.?!]*\.$/.test(when), { error: 'is one sentence' }),
  asks: z.record(z.string().regex(/^[a-z]+$/, { error: 'a blank is one word in lower case' }), ask),
});

/** A draft from its file, or a sentence on what its body lacks: paragraphs alone, whose blanks are those that are asked. */
export function buildDraft(
  { title, when, asks }: z.output<typeof draftFrontMatter>,
  blocks: Block[],
  id: string,
): Draft | string {
  const body = blocksToText(blocks);
  const blanks = new Set([...body.matchAll(BLANK)].map(([, name = '']) => name));
  const unasked = [...blanks].filter(name => !(name in asks));
  const unused = Object.keys(asks).filter(name => !blanks.has(name));
  if (blocks.length === 0) return 'empty';
  if (blocks.some(({ kind }) => kind !== 'paragraph') || body.includes('**'))
    return 'is plain paragraphs, to be copied';
  if (unasked.length > 0) return `has blanks that nobody asks for: ${unasked.join(', ')}`;
  if (unused.length > 0) return `has no blank for: ${unused.join(', ')}`;
  return { id, title, when, asks, body };
}

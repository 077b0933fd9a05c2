import type { types } from '@slack/bolt';
import { boldParts } from '../../core/cards/bold.ts';

/** Literal text, bold where the card marks it: Slack reads neither markup nor links nor mentions in it. */
function textOf(text: string): types.RichTextText[] {
  return boldParts(text || ' ')
    .map(
      (part, index): types.RichTextText => ({
        type: 'text',
        text: part,
        ...(index % 2 === 1 && { style: { bold: true } }),
      }),
    )
    .filter(({ text }) => text !== '');
}

const section = (text: string): types.RichTextSection => ({ type: 'rich_text_section', elements: textOf(text) });

/** A paragraph or several. */
export const sectionsOf = (text: string): types.RichTextBlock => ({ type: 'rich_text', elements: [section(text)] });

/** Lines one under the other. */
export const linesOf = (lines: string[]): types.RichTextBlock => sectionsOf(lines.join('\n'));

export const listOf = (items: string[], ordered: boolean): types.RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_list', style: ordered ? 'ordered' : 'bullet', elements: items.map(section) }],
});

/** Text to copy, every letter of it as it is. */
export const copyOf = (text: string): types.RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: text || ' ' }] }],
});

export const quoteOf = (text: string): types.RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_quote', elements: textOf(text) }],
});

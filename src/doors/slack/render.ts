import type { types } from '@slack/bolt';
import { bold, withoutBold } from '../../core/cards/bold.ts';
import { type Block, type Button, type Card, isLink, type LinkButton } from '../../core/cards/card.ts';
import { meterBar, plainText } from '../../core/cards/plaintext.ts';
import { upright } from '../../core/cards/upright.ts';
import type { Call } from '../../core/commands/call.ts';
import { clip, clipSent } from '../clip.ts';
import { slack } from '../limits.ts';
import { copyOf, linesOf, listOf, quoteOf, sectionsOf } from './richText.ts';
import { escapeText } from './text.ts';

export interface Rendered {
  blocks: types.KnownBlock[];
  /** For notifications and screen readers, escaped. */
  text: string;
}

export const plain = (text: string, limit: number): types.PlainTextElement => ({
  type: 'plain_text',
  text: clip(withoutBold(text), limit) || ' ',
});

/**
 * A card as Block Kit, in the order that eyes learn. What people wrote goes into rich text and plain text alone,
 * where Slack reads no markup, so that it pings nobody and links nowhere.
 */
export function renderBlocks(given: Card, tokenOf: (call: Call) => string): Rendered {
  const card = upright(given);
  const main = card.blocks.find(({ type }) => type === 'buttons');
  const blocks: types.KnownBlock[] = [
    { type: 'header', text: plain(card.title, slack.header) },
    ...(card.answer ? [sectionsOf(card.answer)] : []),
    ...card.blocks.flatMap(block => renderBlock(block, tokenOf, block === main)),
    ...(card.footer ? [smallPrint(card.footer)] : []),
  ];
  return { blocks, text: clipSent(plainText(card), slack.sectionText, escapeText) };
}

const smallPrint = (text: string): types.ContextBlock => ({ type: 'context', elements: [plain(text, slack.context)] });

function renderBlock(block: Block, tokenOf: (call: Call) => string, isMain: boolean): types.KnownBlock[] {
  switch (block.type) {
    case 'text':
      return [sectionsOf(block.text)];
    case 'quote':
      return [quoteOf(block.text)];
    case 'fields':
      return [linesOf(block.fields.map(({ label, value }) => `${bold(`${label}:`)} ${value}`))];
    case 'list':
      return block.items.length > 0 ? [listOf(block.items, block.ordered ?? false)] : [];
    case 'meter':
      return [linesOf([`${block.label} ${meterBar(block.value, block.max)} ${block.value} of ${block.max}`])];
    case 'copy':
      return [copyOf(block.text)];
    case 'picture':
      // A private reply cannot carry a picture: what it shows is said.
      return [smallPrint(block.alt)];
    case 'file':
      // Nor a file: of every answer's the door has made words before this.
      return [];
    case 'divider':
      return [{ type: 'divider' }];
    case 'buttons':
      return rows(block.buttons.filter(button => isLink(button) || tokenOf(button.call) !== '')).map((row, first) => ({
        type: 'actions',
        elements: row.map((button, index) => ({
          ...renderButton(button, index, tokenOf),
          ...(isMain && first + index === 0 && { style: 'primary' as const }),
        })),
      }));
    case 'select':
      return renderSelect(block, tokenOf(block.call));
  }
}

const rows = <T>(items: T[]): T[][] =>
  items.length === 0 ? [] : [items.slice(0, slack.buttonsInRow), ...rows(items.slice(slack.buttonsInRow))];

function renderButton(button: Button | LinkButton, index: number, tokenOf: (call: Call) => string): types.Button {
  const text = plain(button.label, slack.buttonText);
  if (isLink(button)) return { type: 'button', text, url: button.url, action_id: `link:${index}` };
  return { type: 'button', text, action_id: tokenOf(button.call) };
}

function renderSelect({ placeholder, choices }: Block & { type: 'select' }, token: string): types.KnownBlock[] {
  if (token === '' || choices.length === 0) return [];
  const options = choices.slice(0, slack.messageMenuOptions).map(({ label, value, description }) => ({
    text: plain(label, slack.menuOption),
    value,
    ...(description && { description: plain(description, slack.menuOption) }),
  }));
  const element: types.StaticSelect = {
    type: 'static_select',
    action_id: token,
    placeholder: plain(placeholder, slack.placeholder),
    options,
  };
  return [{ type: 'actions', elements: [element] }];
}

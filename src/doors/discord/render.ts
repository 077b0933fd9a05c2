import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import { type Block, type Button, type Card, isLink, type LinkButton, type Tone } from '../../core/cards/card.ts';
import { meterBar } from '../../core/cards/plaintext.ts';
import type { Call } from '../../core/commands/call.ts';
import { clip } from '../clip.ts';
import { discord } from '../limits.ts';
import { codeBlock, markup } from './escape.ts';

const COLORS: Record<Tone, number> = { neutral: 0x5b7c99, good: 0x4f8a6b, careful: 0xc79a3b };

/** A message in discord.js's words; `flags` says that it is made of components alone. */
export interface Message {
  flags: MessageFlags.IsComponentsV2;
  components: [APIContainerComponent];
  files: { attachment: Buffer; name: string }[];
}

/** A card as one container, in the order that eyes learn. */
export function renderMessage(card: Card, tokenOf: (call: Call) => string): Message {
  const main = card.blocks.find(({ type }) => type === 'buttons');
  const head = [`### ${markup(card.title)}`, card.answer && markup(card.answer), card.at && onOwnClock(card.at)]
    .filter(Boolean)
    .join('\n');
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [
      {
        type: ComponentType.Container,
        accent_color: COLORS[card.tone],
        components: [
          text(head),
          ...card.blocks.flatMap(block => renderBlock(block, tokenOf, block === main)),
          ...(card.footer ? [text(`-# ${markup(card.footer)}`)] : []),
        ],
      },
    ],
    files: card.blocks.flatMap(block => {
      if (block.type === 'picture') return [{ attachment: Buffer.from(block.png), name: block.name }];
      return block.type === 'file' ? [{ attachment: Buffer.from(block.bytes), name: block.name }] : [];
    }),
  };
}

/** Drawn by each reader's client, on its own clock. */
function onOwnClock(at: Temporal.Instant): string {
  const seconds = Math.floor(at.epochMilliseconds / 1000);
  return `-# On this device: <t:${seconds}:F>, <t:${seconds}:R>`;
}

const text = (content: string): APIComponentInContainer => ({ type: ComponentType.TextDisplay, content });
/** Nothing where there is nothing to say: Discord refuses an empty text. */
const texts = (content: string): APIComponentInContainer[] => (content.trim() ? [text(content)] : []);

function renderBlock(block: Block, tokenOf: (call: Call) => string, isMain: boolean): APIComponentInContainer[] {
  switch (block.type) {
    case 'text':
      return texts(markup(block.text));
    case 'quote':
      return [text(markup(block.text).replace(/^/gm, '> '))];
    case 'copy':
      return [text(codeBlock(block.text))];
    case 'fields':
      return [text(block.fields.map(({ label, value }) => `**${markup(label)}** ${markup(value)}`).join('\n'))];
    case 'list':
      return texts(
        block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${markup(item)}`).join('\n'),
      );
    case 'meter':
      return [text(`${markup(block.label)} ${meterBar(block.value, block.max)} ${block.value} of ${block.max}`)];
    case 'picture':
      return [
        {
          type: ComponentType.MediaGallery,
          items: [{ media: { url: `attachment://${block.name}` }, description: clip(block.alt, discord.alt) }],
        },
      ];
    case 'file':
      return [{ type: ComponentType.File, file: { url: `attachment://${block.name}` } }];
    case 'divider':
      return [{ type: ComponentType.Separator, divider: true }];
    case 'buttons':
      return rows(block.buttons).map((row, first) =>
        actionRow(row.map((button, index) => renderButton(button, isMain && first + index === 0, tokenOf))),
      );
    case 'select':
      return block.choices.length > 0 ? [actionRow([renderSelect(block, tokenOf)])] : [];
  }
}

const actionRow = (
  components: APIComponentInMessageActionRow[],
): APIActionRowComponent<APIComponentInMessageActionRow> => ({
  type: ComponentType.ActionRow,
  components,
});

const rows = <T>(items: T[]): T[][] =>
  items.length <= discord.buttonsInRow
    ? [items]
    : [items.slice(0, discord.buttonsInRow), ...rows(items.slice(discord.buttonsInRow))];

function renderButton(
  button: Button | LinkButton,
  isMain: boolean,
  tokenOf: (call: Call) => string,
): APIButtonComponent {
  const label = clip(button.label, discord.buttonLabel);
  if (isLink(button)) return { type: ComponentType.Button, style: ButtonStyle.Link, label, url: button.url };
  const style = isMain ? ButtonStyle.Primary : ButtonStyle.Secondary;
  return { type: ComponentType.Button, style, label, custom_id: tokenOf(button.call) };
}

function renderSelect(block: Block & { type: 'select' }, tokenOf: (call: Call) => string): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: tokenOf(block.call),
    placeholder: clip(block.placeholder, discord.selectPlaceholder),
    options: block.choices.slice(0, discord.selectOptions).map(({ label, value, description }) => ({
      label: clip(label, discord.selectOption),
      value,
      ...(description && { description: clip(description, discord.selectOption) }),
    })),
  };
}

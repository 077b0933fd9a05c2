import { withoutBold } from './bold.ts';
import type { Block, Card } from './card.ts';

/** The card in the same order without any markup: for notifications, screen readers and tests. */
export function plainText(card: Card): string {
  const lines = [bare(card.title), bare(card.answer), ...card.blocks.map(blockLines), bare(card.footer)];
  return lines.filter(line => line !== '').join('\n');
}

const bare = (text = ''): string => withoutBold(text);
/** Text to copy is no markup, whatever stands in it. */
const blockLines = (block: Block): string => (block.type === 'copy' ? block.text : bare(blockText(block)));

function blockText(block: Block): string {
  switch (block.type) {
    case 'text':
    case 'copy':
      return block.text;
    case 'quote':
      return `"${block.text}"`;
    case 'fields':
      return block.fields.map(field => `${field.label}: ${field.value}`).join('\n');
    case 'list':
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${item}`).join('\n');
    case 'meter':
      return `${block.label}: ${meterBar(block.value, block.max)} ${block.value} of ${block.max}`;
    case 'picture':
      return `[${block.alt}]`;
    case 'file':
      return `[${block.name}]`;
    case 'divider':
      return '';
    case 'buttons':
      return block.buttons.map(button => `[${button.label}]`).join(' ');
    case 'select':
      return `[${block.placeholder}]`;
  }
}

/** A number as a row of ten squares, readable in any font. */
export function meterBar(value: number, max: number): string {
  const full = Math.round((10 * Math.min(Math.max(value, 0), max)) / max);
  return '■'.repeat(full) + '□'.repeat(10 - full);
}

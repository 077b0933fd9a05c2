import type { Call } from '../commands/call.ts';
import type { Block, Card } from './card.ts';

/** What fits both platforms with room for title, footer and buttons: Discord allows 4000 over all of a message. */
export const PAGE_CHARACTERS = 2800;
/** What stands around text to copy on Discord. */
const CODE_FENCES = 8;
/** Blocks on a page; the items of one list are one. */
const PAGE_BLOCKS = 30;

const isRow = (block: Block): boolean => block.type === 'buttons' || block.type === 'select';

/** The card's pages, each with all of its buttons: long cards are paged, never cut. Most have one. */
export function pagesOf(card: Card): Card[] {
  const rows = card.blocks.filter(isRow);
  const pages: Block[][] = [[]];
  let room = PAGE_CHARACTERS;
  for (const block of card.blocks.filter(block => !isRow(block)).flatMap(piecesOf)) {
    const length = lengthOf(block);
    const page = pages.at(-1) ?? [];
    const goesOn = block.type === 'list' && page.at(-1)?.type === 'list';
    if (page.length > 0 && (length > room || (page.length >= PAGE_BLOCKS && !goesOn))) {
      pages.push([block]);
      room = PAGE_CHARACTERS - length;
    } else {
      page.push(block);
      room -= length;
    }
  }
  return pages.map(blocks => ({ ...card, blocks: [...joined(blocks), ...rows] }));
}

/** One page of a card, with the ways to the others; a number past the end is the last. */
export function pageOf(card: Card, call: Call): Card {
  const pages = pagesOf(card);
  const number = Math.min(call.page ?? 1, pages.length);
  const page = pages[number - 1] ?? card;
  if (pages.length === 1) return page;
  const turn = (label: string, to: number) => ({ label, call: { ...call, page: to } });
  const ways = [
    ...(number > 1 ? [turn('Back', number - 1)] : []),
    ...(number < pages.length ? [turn('More', number + 1)] : []),
  ];
  const footer = [`Page ${number} of ${pages.length}.`, card.footer].filter(Boolean).join(' ');
  return { ...page, footer, blocks: [...page.blocks, { type: 'buttons', buttons: ways }] };
}

/** A block as the smallest pieces that may stand on different pages. */
function piecesOf(block: Block): Block[] {
  switch (block.type) {
    case 'text':
      return block.text.split(/\n{2,}/).flatMap(paragraph => chunks(paragraph).map(text => ({ type: 'text', text })));
    case 'copy':
      return chunks(block.text).map(text => ({ type: 'copy', text }));
    case 'list':
      return block.ordered ? [block] : block.items.map(item => ({ ...block, items: [item] }));
    default:
      return [block];
  }
}

/** Lists that were taken apart, and paragraphs side by side, become one block again. */
function joined(blocks: Block[]): Block[] {
  const result: Block[] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    if (block.type === 'list' && last?.type === 'list' && !block.ordered && !last.ordered)
      result[result.length - 1] = { ...last, items: [...last.items, ...block.items] };
    else if (block.type === 'text' && last?.type === 'text')
      result[result.length - 1] = { type: 'text', text: `${last.text}\n\n${block.text}` };
    else result.push(block);
  }
  return result;
}

function chunks(text: string): string[] {
  const parts: string[] = [];
  for (let rest = text; rest; ) {
    if (rest.length <= PAGE_CHARACTERS) return [...parts, rest];
    const space = rest.lastIndexOf(' ', PAGE_CHARACTERS);
    const end = space > 0 ? space : PAGE_CHARACTERS;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return parts;
}

function lengthOf(block: Block): number {
  switch (block.type) {
    case 'text':
    case 'quote':
      return block.text.length + 2;
    case 'copy':
      return block.text.length + CODE_FENCES;
    case 'list':
      return block.items.reduce((sum, item) => sum + item.length + 3, 0);
    case 'fields':
      return block.fields.reduce((sum, field) => sum + field.label.length + field.value.length + 6, 0);
    case 'meter':
      return block.label.length + 20;
    default:
      return 0;
  }
}

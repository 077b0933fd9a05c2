import type { Call } from '../commands/call.ts';
import type { Block, Card } from './card.ts';
import { weightOf, weightOfCopy, weightOfQuote } from './weight.ts';

/** What fits both platforms with room for title, footer and buttons, and what is read at once. */
export const PAGE_CHARACTERS = 2800;
/** Discord allows 4000 over all of a message, as it is sent; the rest is for what is said below a page: the welcome. */
const MESSAGE_CHARACTERS = 3400;
/** However long its title and its first line are, a page holds so much. */
const FEWEST_CHARACTERS = 500;
/** What stands around text to copy on Discord, and around title and footer, with the number of the page. */
const CODE_FENCES = 8;
const AROUND = 40;
/** Blocks on a page; the items of one list are one, and so are paragraphs side by side. Discord allows 40 parts over all of a message, buttons and the welcome among them. */
const PAGE_BLOCKS = 30;
const PAGE_PARTS = 29;
const FEWEST_BLOCKS = 10;

const isRow = (block: Block): boolean => block.type === 'buttons' || block.type === 'select';

/** The card's pages, each with all of its buttons: long cards are paged, never cut. Most have one. */
export function pagesOf(card: Card): Card[] {
  const rows = card.blocks.filter(isRow);
  const most = charactersOf(card);
  const mostBlocks = Math.max(FEWEST_BLOCKS, Math.min(PAGE_BLOCKS, PAGE_PARTS - partsOf(rows)));
  const pages: Block[][] = [[]];
  let room = most;
  for (const block of card.blocks.filter(block => !isRow(block)).flatMap(block => piecesOf(block, most))) {
    const length = lengthOf(block);
    const page = pages.at(-1) ?? [];
    const goesOn = (block.type === 'list' || block.type === 'text') && page.at(-1)?.type === block.type;
    if (page.length > 0 && (length > room || (page.length >= mostBlocks && !goesOn))) {
      pages.push([block]);
      room = most - length;
    } else {
      page.push(block);
      room -= length;
    }
  }
  return pages.map(blocks => ({ ...card, blocks: [...joined(blocks), ...rows] }));
}

/** How much stands on each page, between its title and its footer. */
function charactersOf({ title, answer = '', footer = '' }: Card): number {
  const around = AROUND + weightOf(title) + weightOf(answer) + weightOf(footer);
  return Math.max(FEWEST_CHARACTERS, Math.min(PAGE_CHARACTERS, MESSAGE_CHARACTERS - around));
}

/** The rows and what stands in them, as Discord counts. */
const partsOf = (rows: Block[]): number =>
  rows.reduce((sum, row) => sum + 1 + (row.type === 'buttons' ? row.buttons.length : 1), 0);

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
function piecesOf(block: Block, most: number): Block[] {
  switch (block.type) {
    case 'text':
      return block.text
        .split(/\n{2,}/)
        .flatMap(paragraph => chunks(paragraph, most, weightOf).map(text => ({ type: 'text', text })));
    case 'copy':
      return chunks(block.text, most, weightOfCopy).map(text => ({ type: 'copy', text }));
    case 'quote':
      return chunks(block.text, most, weightOfQuote).map(text => ({ type: 'quote', text }));
    case 'list':
      if (block.ordered) return [block];
      return block.items.flatMap(item => chunks(item, most, weightOf)).map(item => ({ type: 'list', items: [item] }));
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

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A text in parts of at most so much, cut between words where there are any, and in no case within a character. */
function chunks(text: string, most: number, weight: (text: string) => number): string[] {
  const parts: string[] = [];
  for (let rest = text; rest; ) {
    if (rest.length <= most && weight(rest) <= most) return [...parts, rest];
    const ends = [...graphemes.segment(rest.slice(0, most))].map(({ index }) => index).slice(1);
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (weight(rest.slice(0, ends[middle])) <= most) low = middle;
      else high = middle - 1;
    }
    const fits = ends[low] ?? most;
    const space = rest.lastIndexOf(' ', fits);
    const end = space > 0 ? space : fits;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return parts;
}

function lengthOf(block: Block): number {
  switch (block.type) {
    case 'text':
      return weightOf(block.text) + 2;
    case 'quote':
      return weightOfQuote(block.text);
    case 'copy':
      return weightOfCopy(block.text) + CODE_FENCES;
    case 'list':
      return block.items.reduce((sum, item) => sum + weightOf(item) + 5, 0);
    case 'fields':
      return block.fields.reduce((sum, field) => sum + weightOf(field.label) + weightOf(field.value) + 6, 0);
    case 'meter':
      return weightOf(block.label) + 20;
    default:
      return 0;
  }
}

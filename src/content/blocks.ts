import type { Mistake } from './mistakes.ts';

/** A part of a body, and the line of the file it begins on. A `break` is a line of `---` or `***`. */
export interface Block {
  kind: 'paragraph' | 'list' | 'quote' | 'break';
  /** One line for a paragraph, one for each item or quoted line, without `- ` and `> `. */
  lines: string[];
  line: number;
}

/** Markdown's break between sections: parts a text that is shown in two steps. */
const BREAK = /^(?:---|\*\*\*)$/;

const markers = { list: '- ', quote: '> ', paragraph: '', break: '' } as const;

const kindOf = (line: string): Block['kind'] =>
  BREAK.test(line) ? 'break' : line.startsWith('- ') ? 'list' : /^>(?: |$)/.test(line) ? 'quote' : 'paragraph';

/** The body as blocks. Lines that an editor wrapped flow together again; quoted lines stay as they are. */
export function parseBlocks(text: string, firstLine = 1): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trimEnd();
    if (line === '') {
      open = undefined;
      continue;
    }
    const kind = kindOf(line);
    const own = kind === 'list' || kind === 'quote' ? line.slice(2) : line.trim();
    const wrapped = kind === 'paragraph' && (open?.kind === 'paragraph' || open?.kind === 'list');
    if (wrapped) open?.lines.push(`${open.lines.pop()} ${own}`);
    else if (open?.kind === kind) open.lines.push(own);
    else {
      open = { kind, lines: [own], line: firstLine + index };
      blocks.push(open);
    }
  }
  return blocks;
}

/** The blocks as text again, one empty line between two. */
export const blocksToText = (blocks: readonly Block[]): string =>
  blocks.map(({ kind, lines }) => lines.map(line => markers[kind] + line).join('\n')).join('\n\n');

/** Before a paragraph or an item that is true of one platform alone: `@slack `. */
const ON = /^(- )?@(slack|discord) /;

export const isForOnePlatform = (text: string): boolean => text.split('\n').some(line => ON.test(line));

/** A text as it is told on one platform: without what is another's. The playground, which shows both, tells all. */
export const toldOn = (platform: string, text: string): string =>
  text
    .split('\n')
    .filter(line => platform === 'playground' || [undefined, platform].includes(ON.exec(line)?.[2]))
    .map(line => line.replace(ON, '$1'))
    .join('\n');

/** What a body may not contain, and what to say about it. Tried on each line without its bold. */
const forbidden: { pattern: RegExp; message: string }[] = [
  { pattern: /^\s+- |^\s+> /, message: 'a list or quote begins at the edge: lists have one level' },
  { pattern: /^#{1,6} /, message: 'no headings' },
  { pattern: /^(?:[*+]|\d{1,2}[.)]) /, message: 'lists are written with "- "' },
  { pattern: /^(?:[-*_=] ?){3,}$/, message: 'no rules across the page' },
  { pattern: /^\|.*\|$/, message: 'no tables' },
  { pattern: /!\[/, message: 'no images' },
  { pattern: /\]\(|https?:\/\//, message: 'no links' },
  { pattern: /<[a-z/!@#]/i, message: 'no HTML and no mentions' },
  { pattern: /`|~~/, message: 'no code and nothing struck through' },
  { pattern: /\*|(?<!\w)_\S|\S_(?!\w)/, message: 'no italics; bold is **closed on the line it was opened on**' },
];

/** Mistakes in a body's markup: paragraphs, `**bold**`, `- ` lists of one level and `> ` quotes are all there is. */
export function markupMistakes(text: string, file: string, firstLine = 1): Mistake[] {
  return text.split('\n').flatMap((raw, index) => {
    if (BREAK.test(raw.trimEnd())) return [];
    const line = raw.trimEnd().replace(/\*\*(?=\S)([^*]+?)(?<=\S)\*\*/g, '$1');
    return forbidden
      .filter(({ pattern }) => pattern.test(line))
      .map(({ message }) => ({ file, line: firstLine + index, field: 'body', message }));
  });
}

import { expect, test } from 'vitest';
import { bold } from '../../../src/core/cards/bold.ts';
import { type Block, type Card, card } from '../../../src/core/cards/card.ts';
import { PAGE_CHARACTERS, pageOf, pagesOf } from '../../../src/core/cards/pages.ts';
import { plainText } from '../../../src/core/cards/plaintext.ts';
import { weightOf, weightOfCopy, weightOfQuote } from '../../../src/core/cards/weight.ts';
import { type Call, call, encodeCall } from '../../../src/core/commands/call.ts';
import { codeBlock, markup } from '../../../src/doors/discord/escape.ts';
import { renderMessage } from '../../../src/doors/discord/render.ts';
import { renderBlocks } from '../../../src/doors/slack/render.ts';
import { readMessage } from '../../standins/discord/messages.ts';
import { readBlocks } from '../../standins/slack/checkBlocks.ts';
import fc from '../../support/properties.ts';

const words = fc
  .array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 900 })
  .map(list => list.join(' '));
const block: fc.Arbitrary<Block> = fc.oneof(
  words.map(text => ({ type: 'text', text }) as const),
  words.map(text => ({ type: 'copy', text }) as const),
  fc.array(words, { minLength: 1, maxLength: 12 }).map(items => ({ type: 'list', items }) as const),
);
const wordsOf = (text: string) => text.match(/[a-z]+/g) ?? [];

test('a long card is paged and no word of it is lost', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 6 }), blocks => {
      const pages = pagesOf(card('', { blocks }));
      expect(wordsOf(pages.map(plainText).join('\n'))).toEqual(wordsOf(plainText(card('', { blocks }))));
      for (const page of pages) expect(plainText(page).length).toBeLessThanOrEqual(PAGE_CHARACTERS + 60);
    }),
    { numRuns: 50 },
  );
});

test('a page has the ways to the others, and a number past the end is the last', () => {
  const long = card('Long', { blocks: [{ type: 'text', text: Array(900).fill('wordword').join(' ') }] });
  const call = { command: 'advice', options: { piece: 'x' } };
  expect(plainText(pageOf(long, call))).toMatch(/\[More\]\nPage 1 of 3/);
  expect(plainText(pageOf(long, { ...call, page: 2 }))).toMatch(/\[Back\] \[More\]\nPage 2 of 3/);
  expect(plainText(pageOf(long, { ...call, page: 9 }))).toMatch(/\[Back\]\nPage 3 of 3/);
});

test('a short card stays as it is', () => {
  const short = card('Short', { blocks: [{ type: 'text', text: 'One line.' }] });
  expect(pageOf(short, { command: 'log', options: {} })).toEqual(short);
});

test('text to copy is the same in plain text, whatever stands in it', () => {
  const shown = card(`A ${bold('draft')}`, { blocks: [{ type: 'copy', text: '**x** `y`' }] });
  expect(plainText(shown)).toBe('A draft\n**x** `y`');
});

const dense = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'\\\\*_~`|<>#[]@&:/.-+1 \n'), minLength: 1, maxLength: 6000 }),
  fc.constantFrom('*'.repeat(4000), '://'.repeat(1500), '- x\n'.repeat(900), '@'.repeat(3000), '1. a\n'.repeat(700)),
  fc.constantFrom(
    '👩‍👩‍👧‍👦'.repeat(500),
    '`'.repeat(4000),
    '\n'.repeat(1500),
    `${bold('a')} `.repeat(900),
    '&'.repeat(5000),
  ),
);
const denseBlock: fc.Arbitrary<Block> = fc.oneof(
  dense.map(text => ({ type: 'text', text }) as const),
  dense.map(text => ({ type: 'copy', text }) as const),
  dense.map(text => ({ type: 'quote', text }) as const),
  fc.constant({ type: 'divider' } as const),
  fc.array(dense, { minLength: 1, maxLength: 3 }).map(items => ({ type: 'list', items }) as const),
);
const asked = { command: 'advice', options: { piece: 'x' } };
const rowOf = (piece: string): Block => ({
  type: 'buttons',
  buttons: [1, 2, 3, 4, 5].map(n => ({ label: `${n}`, call: call('advice', { piece: `${piece}${n}` }) })),
});

test('F37: what a text weighs is no less than what Discord is sent', () => {
  fc.assert(
    fc.property(dense, text => {
      expect(weightOf(text)).toBeGreaterThanOrEqual(markup(text).length);
      expect(weightOfCopy(text) + 8).toBeGreaterThanOrEqual(codeBlock(text).length);
      expect(weightOfQuote(text)).toBeGreaterThanOrEqual(markup(text).replace(/^/gm, '> ').length);
    }),
  );
});

/** As long as what the first reply of all ends with. */
const withWelcome = (page: Card): Card => ({
  ...page,
  blocks: [...page.blocks, { type: 'divider' }, { type: 'text', text: 'w'.repeat(400) }],
});

test('F37: a page filled with the densest markup fits Discord’s 4,000 characters and 40 parts, and Slack', () => {
  const tokenOf = (each: Call) => encodeCall(each) ?? '';
  const head = fc.constantFrom('Short', '*'.repeat(200));
  const short = fc.constantFrom<Block[]>([
    { type: 'divider' },
    { type: 'text', text: 'a' },
    { type: 'quote', text: 'b' },
  ]);
  const several = fc.oneof(
    fc.array(denseBlock, { minLength: 1, maxLength: 6 }),
    fc.array(short, { minLength: 20, maxLength: 40 }).map(lists => lists.flat()),
  );
  const said = fc.constantFrom(undefined, 'One line.', '_'.repeat(900));
  fc.assert(
    fc.property(several, head, said, (blocks, title, answer) => {
      const shown = card(title, {
        blocks: [...blocks, rowOf('a'), rowOf('b')],
        footer: '~'.repeat(100),
        ...(answer && { answer }),
      });
      for (let page = 1; page <= Math.min(12, pagesOf(shown).length); page += 1) {
        const drawn = withWelcome(pageOf(shown, { ...asked, page }));
        const { files, ...body } = renderMessage(drawn, tokenOf);
        readMessage(
          body,
          0,
          files.map(({ name }) => name),
        );
        readBlocks(renderBlocks(drawn, tokenOf).blocks, 'message', new Map());
      }
    }),
    { numRuns: 40 },
  );
});

test('F37: a page ends between words, and in no case within what is read as one character', () => {
  const family = '👩‍👩‍👧‍👦';
  for (const text of [family.repeat(900), 'é'.normalize('NFD').repeat(3000)]) {
    const pages = pagesOf(card('', { blocks: [{ type: 'text', text }] })).map(plainText);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.join('')).toBe(text);
    for (const page of pages)
      expect(page.replaceAll(text.slice(0, text.length > 6000 ? family.length : 2), '')).toBe('');
  }
});

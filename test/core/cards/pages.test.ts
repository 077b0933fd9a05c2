import { expect, test } from 'vitest';
import { bold } from '../../../src/core/cards/bold.ts';
import { type Block, card } from '../../../src/core/cards/card.ts';
import { PAGE_CHARACTERS, pageOf, pagesOf } from '../../../src/core/cards/pages.ts';
import { plainText } from '../../../src/core/cards/plaintext.ts';
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

import { expect, test } from 'vitest';
import { blocksToText, isForOnePlatform, markupMistakes, parseBlocks, toldOn } from '../../src/content/blocks.ts';

test('a body is paragraphs, lists and quotes, each with the line it begins on', () => {
  const text = 'One\n\n- two\n- three\n> four\n> five\nsix';
  expect(parseBlocks(text, 10)).toEqual([
    { kind: 'paragraph', lines: ['One'], line: 10 },
    { kind: 'list', lines: ['two', 'three'], line: 12 },
    { kind: 'quote', lines: ['four', 'five'], line: 14 },
    { kind: 'paragraph', lines: ['six'], line: 16 },
  ]);
});

test('lines that an editor wrapped flow together, quoted ones stay apart', () => {
  expect(blocksToText(parseBlocks('a\nb\n- c\n  d\n\n> e\n> f'))).toBe('a b\n\n- c d\n\n> e\n> f');
});

test.each(['---', '***'])('a line of %s is a break', line => {
  expect(parseBlocks(`a\n\n${line}\n\nb`).map(({ kind }) => kind)).toEqual(['paragraph', 'break', 'paragraph']);
  expect(markupMistakes(line, 'a.md')).toEqual([]);
});

test('a paragraph or an item for one platform is told there alone, and where both are shown', () => {
  const text = 'For all\n\n@slack Its owners\n\n- one\n- @discord **Phone:** two\n- @slack three';
  expect(blocksToText(parseBlocks(toldOn('slack', text)))).toBe('For all\n\nIts owners\n\n- one\n- three');
  expect(blocksToText(parseBlocks(toldOn('discord', text)))).toBe('For all\n\n- one\n- **Phone:** two');
  expect(toldOn('playground', text)).toBe('For all\n\nIts owners\n\n- one\n- **Phone:** two\n- three');
  expect([isForOnePlatform(text), isForOnePlatform('Write to me@slack or @slackers')]).toEqual([true, false]);
});

test('text from blocks gives the same blocks again', () => {
  const text = 'One\n\n- two\n- three\n\n> four\n>\n> five';
  const once = blocksToText(parseBlocks(text));
  expect(blocksToText(parseBlocks(once))).toBe(once);
});

test.each([
  'A **bold** word, **two bold** ones and snake_case',
  '- **Calls.** An item',
  '> Hello, this is [Your Name].',
  'A score < 230, 40-50 % and a [note] (here)',
  '2007. That was a year',
])('%j is allowed', line => {
  expect(markupMistakes(line, 'a.md')).toEqual([]);
});

test.each([
  ['# Title', 'no headings'],
  ['* item', 'lists are written with "- "'],
  ['1. item', 'lists are written with "- "'],
  ['  - deeper', 'a list or quote begins at the edge: lists have one level'],
  ['| a | b |', 'no tables'],
  ['![a](b.png)', 'no images'],
  ['[a](b)', 'no links'],
  ['See https://example.org', 'no links'],
  ['<b>a</b>', 'no HTML and no mentions'],
  ['<@U123>', 'no HTML and no mentions'],
  ['Type `log`', 'no code and nothing struck through'],
  ['Be *kind*', 'no italics; bold is **closed on the line it was opened on**'],
  ['Be _kind_', 'no italics; bold is **closed on the line it was opened on**'],
  ['Be **kind', 'no italics; bold is **closed on the line it was opened on**'],
  ['----', 'no rules across the page'],
  ['* * *', 'no rules across the page'],
])('%j is not allowed', (line, message) => {
  expect(markupMistakes(`Fine\n${line}`, 'a.md', 5)).toContainEqual({ file: 'a.md', line: 6, field: 'body', message });
});

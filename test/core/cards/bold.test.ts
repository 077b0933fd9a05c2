import { expect, test } from 'vitest';
import { bold, boldFromContent, boldParts } from '../../../src/core/cards/bold.ts';
import { buttons, card } from '../../../src/core/cards/card.ts';
import { plainText } from '../../../src/core/cards/plaintext.ts';
import { upright } from '../../../src/core/cards/upright.ts';
import { call } from '../../../src/core/commands/call.ts';
import { markup } from '../../../src/doors/discord/escape.ts';
import { renderBlocks } from '../../../src/doors/slack/render.ts';

const own = 'the **best** resident, 5***';

test('a member’s asterisks stay asterisks, beside what a card marks bold', () => {
  const text = `${bold('Ana')}: ${own}`;
  expect(boldParts(text)).toEqual(['', 'Ana', `: ${own}`]);
  expect(plainText(card('T', { blocks: [{ type: 'text', text }] }))).toBe(`T\nAna: ${own}`);
  const [, said] = renderBlocks(card('T', { blocks: [{ type: 'text', text }] }), () => '').blocks;
  expect(said).toMatchObject({
    elements: [
      {
        elements: [
          { text: 'Ana', style: { bold: true } },
          { type: 'text', text: `: ${own}` },
        ],
      },
    ],
  });
  expect(markup(text)).toBe('**Ana**: the \\*\\*best\\*\\* resident, 5\\*\\*\\*');
});

test('content writes bold as it always did, and a mark that a cut left alone is not shown', () => {
  expect(boldFromContent('Ask **one** thing')).toBe(`Ask ${bold('one')} thing`);
  expect(boldParts(bold('cut off').slice(0, 4))).toEqual(['cut']);
});

test('nothing that somebody wrote turns round what stands beside it, and calls stay the same', () => {
  const evil = 'Ana \u202egnp.exe\u2066';
  const made = call('log', { who: evil });
  const shown = card(evil, {
    answer: evil,
    blocks: [
      { type: 'list', items: [evil] },
      { type: 'quote', text: evil },
      { type: 'fields', fields: [{ label: evil, value: evil }] },
      ...buttons({ label: evil, call: made }),
    ],
    footer: evil,
  });
  const { blocks, text } = renderBlocks(shown, () => 'token');
  expect(JSON.stringify(blocks) + text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  const last = upright(shown).blocks.at(-1);
  expect(last?.type === 'buttons' && last.buttons[0]).toMatchObject({ label: 'Ana gnp.exe' });
  expect(last?.type === 'buttons' && last.buttons[0] && 'call' in last.buttons[0] && last.buttons[0].call).toBe(made);
  const plain = card('Dr. أحمد');
  expect(upright(plain)).toBe(plain);
});

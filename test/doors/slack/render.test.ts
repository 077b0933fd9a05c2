import { describe, expect, test } from 'vitest';
import { buttons, type Card, card } from '../../../src/core/cards/card.ts';
import { type Call, call, encodeCall } from '../../../src/core/commands/call.ts';
import { slack } from '../../../src/doors/limits.ts';
import { renderBlocks } from '../../../src/doors/slack/render.ts';
import { readBlocks } from '../../standins/slack/checkBlocks.ts';
import { everything } from '../../support/everything.ts';

const tokenOf = (made: Call) => encodeCall(made) ?? '';
const render = (shown: Card) => renderBlocks(shown, tokenOf);
/** As Slack takes it in: throws where it would not. */
const accepted = (shown: Card) => readBlocks(render(shown).blocks, 'message', new Map());

test('every kind of block has its place in Block Kit', () => {
  expect(render(everything)).toMatchSnapshot();
  expect(accepted(everything)).toHaveLength(render(everything).blocks.length);
});

test('what people wrote is literal text: no markup field holds any of it', () => {
  const evil = '<!channel> <@U1> *b* _i_ `c` https://a.example &amp;';
  const shown = card(evil, {
    answer: evil,
    blocks: [
      { type: 'text', text: evil },
      { type: 'list', items: [evil] },
      { type: 'quote', text: evil },
      { type: 'fields', fields: [{ label: evil, value: evil }] },
      ...buttons({ label: evil, call: call('log') }),
    ],
    footer: evil,
  });
  const { blocks, text } = render(shown);
  expect(JSON.stringify(blocks)).not.toContain('mrkdwn');
  expect(text).not.toMatch(/<[!@]/);
  expect(text).toContain('&lt;!channel&gt; &lt;@U1&gt;');
});

describe('within the limits of Slack', () => {
  test('F37: what is cut is cut between what is read as characters, and counted as it is sent', () => {
    const family = '👩‍👩‍👧‍👦';
    const shown = card(family.repeat(40), {
      blocks: [
        ...buttons({ label: `${'x'.repeat(70)}${family}`, call: call('log') }),
        { type: 'text', text: '&<>'.repeat(900) },
      ],
    });
    const { blocks, text } = render(shown);
    accepted(shown);
    const [header, actions] = blocks;
    expect(header).toMatchObject({ text: { text: `${family.repeat(13)}…` } });
    expect(actions).toMatchObject({ elements: [{ text: { text: `${'x'.repeat(70)}…` } }] });
    expect(text.length).toBeLessThanOrEqual(slack.sectionText);
    expect(text).toMatch(/(&amp;|&lt;|&gt;)…$/);
  });

  test('more than five buttons go on in a second row', () => {
    const row = Array.from({ length: 7 }, (_, index) => ({
      label: `Answer ${index}`,
      call: call('advice', { topic: `t${index}` }),
    }));
    const rows = render(card('Which?', { blocks: buttons(...row) })).blocks.filter(({ type }) => type === 'actions');
    expect(rows.map(block => ('elements' in block ? block.elements.length : 0))).toEqual([slack.buttonsInRow, 2]);
  });

  test('a button without a token, an empty select and an empty list are left out', () => {
    const shown = card('Empty', {
      blocks: [
        ...buttons({ label: 'Too long for a token', call: call('log', { who: 'x'.repeat(200) }) }),
        { type: 'select', placeholder: 'None', call: call('advice'), choices: [] },
        { type: 'list', items: [] },
      ],
    });
    expect(accepted(shown).map(({ type }) => type)).toEqual(['header']);
  });
});

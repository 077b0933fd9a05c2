import { MessageFlags } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { buttons, type Card, card } from '../../../src/core/cards/card.ts';
import { type Call, call, encodeCall } from '../../../src/core/commands/call.ts';
import { renderMessage } from '../../../src/doors/discord/render.ts';
import { readMessage } from '../../standins/discord/messages.ts';
import { everything } from '../../support/everything.ts';

const tokenOf = (made: Call) => encodeCall(made) ?? '';
const render = (shown: Card) => renderMessage(shown, tokenOf);

/** The message's parts as Discord takes them in: throws where it would not. */
function accepted(shown: Card) {
  const { files, ...body } = render(shown);
  readMessage(
    body,
    0,
    files.map(({ name }) => name),
  );
  return body.components[0].components;
}

test('every kind of block has its place in a container', () => {
  expect(render(everything)).toMatchSnapshot();
  expect(render(everything).flags).toBe(MessageFlags.IsComponentsV2);
  expect(accepted(everything).length).toBeGreaterThan(8);
});

test('the moment that a card is about is drawn on the reader’s own clock besides', () => {
  const at = Temporal.Instant.from('2026-11-03T15:00:00Z');
  const [head] = accepted(card('Interview', { answer: 'Tue, Nov 3, 9 AM CT', at }));
  expect(head).toMatchObject({
    content: '### Interview\nTue, Nov 3, 9 AM CT\n-# On this device: <t:1793718000:F>, <t:1793718000:R>',
  });
});

test('what people wrote is literal text: no markup, mention or link of theirs', () => {
  const evil = '@everyone <@123> **b** `c` [a](https://a.example) # x';
  const shown = card(evil, { answer: evil, blocks: [{ type: 'list', items: [evil] }], footer: evil });
  const said = accepted(shown).flatMap(part => ('content' in part ? part.content.split('\n') : []));
  expect(said).toHaveLength(4);
  for (const line of said) {
    expect(line.replace(/^(### |- |-# )/, '')).not.toMatch(/(?<!\\)[<>`[\]#_~|]/);
    expect(line).not.toMatch(/@everyone|:\/\//);
  }
});

describe('within the limits of Discord', () => {
  test('long words are shortened, and twelve buttons take three rows, of which one button is the main one', () => {
    const long = 'x'.repeat(200);
    const row = Array.from({ length: 12 }, (_, index) => ({
      label: long,
      call: call('advice', { topic: `t${index}` }),
    }));
    const choices = Array.from({ length: 40 }, (_, index) => ({
      value: String(index),
      label: long,
      description: long,
    }));
    const shown = card('Which?', {
      blocks: [
        ...buttons(...row),
        { type: 'select', placeholder: long, call: call('advice'), choices },
        ...buttons({ label: 'Another row', call: call('people') }),
      ],
    });
    const rows = accepted(shown).flatMap(part => ('components' in part ? [part.components] : []));
    expect(rows.map(({ length }) => length)).toEqual([5, 5, 2, 1, 1]);
    expect(JSON.stringify(rows).match(/"style":1/g)).toHaveLength(1);
  });

  test('an empty select, list or text is left out', () => {
    const shown = card('Empty', {
      blocks: [
        { type: 'select', placeholder: 'None', call: call('advice'), choices: [] },
        { type: 'list', items: [] },
        { type: 'text', text: '' },
      ],
    });
    expect(accepted(shown)).toHaveLength(1);
  });
});

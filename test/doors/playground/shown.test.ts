import { expect, test } from 'vitest';
import { z } from 'zod';
import { card } from '../../../src/core/cards/card.ts';
import { call, rawCall } from '../../../src/core/commands/call.ts';
import { option, optionSpecs } from '../../../src/core/commands/options.ts';
import { showCard, showForm } from '../../../src/doors/playground/shown.ts';

test('bytes become addresses that need no other request', () => {
  const bytes = new Uint8Array([1, 2, 3]);
  const shown = showCard(
    card('Files', {
      blocks: [
        { type: 'picture', png: bytes, name: 'map.png', alt: 'Two of four routes reach Lakeside' },
        { type: 'file', bytes, name: 'notebook.zip' },
      ],
    }),
    () => '',
  );
  expect(shown.blocks).toEqual([
    { type: 'picture', src: 'data:image/png;base64,AQID', name: 'map.png', alt: 'Two of four routes reach Lakeside' },
    { type: 'file', src: 'data:application/octet-stream;base64,AQID', name: 'notebook.zip' },
  ]);
});

test('a button or select without a token is left out, a link stays, and an empty row goes', () => {
  const link = { label: 'NRMP', url: 'https://www.nrmp.org' };
  const shown = showCard(
    card('Buttons', {
      blocks: [
        {
          type: 'buttons',
          buttons: [{ label: 'Kept', call: call('log') }, { label: 'Gone', call: call('setup') }, link],
        },
        { type: 'buttons', buttons: [{ label: 'Gone', call: call('setup') }] },
        { type: 'select', placeholder: 'Gone', call: call('setup'), choices: [] },
      ],
    }),
    ({ command }) => (command === 'log' ? 'log' : undefined),
  );
  expect(shown.blocks).toEqual([{ type: 'buttons', buttons: [{ label: 'Kept', token: 'log' }, link] }]);
});

test('in a form yes or no, and the one channel there is, are picked from a list', () => {
  const options = z.strictObject({
    pause: option.boolean({ label: 'Pause', description: 'Pauses it' }),
    channel: option.channel({ label: 'Channel', description: 'Where' }),
  });
  const form = {
    command: 'x',
    title: 'X',
    submit: 'Save',
    fields: optionSpecs(options),
    values: {},
    rest: rawCall('x'),
  };
  expect(showForm(form, 'x').fields.map(({ kind, choices }) => [kind, choices?.map(({ label }) => label)])).toEqual([
    ['choice', ['yes', 'no']],
    ['choice', ['#residency']],
  ]);
});

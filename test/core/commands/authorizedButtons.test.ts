import { expect, test } from 'vitest';
import { z } from 'zod';
import { type Block, buttons, card } from '../../../src/core/cards/card.ts';
import { authorizedButtons, type ButtonOwner } from '../../../src/core/commands/authorizedButtons.ts';
import { rawCall } from '../../../src/core/commands/call.ts';
import { type Command, defineCommand } from '../../../src/core/commands/command.ts';
import { option } from '../../../src/core/commands/options.ts';
import { startCore } from '../../support/member.ts';

const commandOf = (name: string, audience: Command['audience']) =>
  defineCommand({
    ...{ name, description: name, audience, examples: [] },
    options: z.strictObject({
      which: option.choice({ label: 'Which', description: 'Which' }, { one: { label: 'One' } }).optional(),
    }),
    run: async () => card(name),
  });
const declared = [commandOf('open', 'everyone'), commandOf('rule', 'organizer')];
const find = (name: string) => declared.find(each => each.name === name);

const select = (command: string, placeholder: string): Block => ({
  type: 'select',
  placeholder,
  call: { ...rawCall(command), choose: 'which' },
  choices: [{ value: 'one', label: 'One' }],
});
const shown = card('Both', {
  blocks: [
    ...buttons({ label: 'For all', call: rawCall('open') }, { label: 'For organizers', call: rawCall('rule') }),
    ...buttons({ label: 'For organizers too', call: rawCall('rule', { which: 'one' }) }),
    select('open', 'All choose'),
    select('rule', 'Organizers choose'),
  ],
});

/** What of the card is drawn for whoever is an organizer or not, by label. */
async function drawnFor(keep: Pick<ButtonOwner, 'isOrganizer'> | undefined): Promise<string[]> {
  const core = await startCore(declared);
  try {
    const notebook = await core.member('ana').notebook();
    const { card: drawn, tokenOf } = await authorizedButtons(shown, keep && { ...keep, notebook }, find);
    return drawn.blocks.flatMap(block => {
      if (block.type === 'select') return tokenOf(block.call) ? [block.placeholder] : [];
      return block.type === 'buttons' ? block.buttons.map(({ label }) => label) : [];
    });
  } finally {
    await core.stop();
  }
}

test('an organizer’s button or menu is drawn for an organizer alone', async () => {
  expect(await drawnFor({ isOrganizer: false })).toEqual(['For all', 'All choose']);
  expect(await drawnFor(undefined)).toEqual(['For all', 'All choose']);
  expect(await drawnFor({ isOrganizer: true })).toEqual([
    'For all',
    'For organizers',
    'For organizers too',
    'All choose',
    'Organizers choose',
  ]);
});

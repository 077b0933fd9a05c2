import { expect, test } from 'vitest';
import { z } from 'zod';
import { card } from '../../../src/core/cards/card.ts';
import { defineCommand } from '../../../src/core/commands/command.ts';
import { startDoor } from './door.ts';

/** Writes an entry, and answers with a picture of how many there are. */
const log = defineCommand({
  name: 'log',
  description: 'Writes and draws',
  audience: 'everyone',
  options: z.strictObject({}),
  examples: [''],
  async run(_, { notebook, today }) {
    await notebook.logInteraction({ who: 'Kim', stance: 'good', day: today });
    return card(`${await notebook.countEntries()} kept`, {
      blocks: [{ type: 'picture', png: new Uint8Array([1]), name: 'count.png', alt: 'How many' }],
    });
  },
});

test('a picture of what was just written comes without writing it a second time', async () => {
  const { slack, close } = await startDoor([log]);
  const ana = slack.addUser({ name: 'Ana' });
  const general = slack.addChannel({ name: 'general' });
  const reply = await ana.command('/log', '', { channel: general }).message();
  expect(slack.text(reply)).toContain('1 kept');
  ana.click(reply, 'Show the picture');
  await slack.until(() => slack.text(reply).includes('The picture is in your direct messages'), 'the picture');
  expect(slack.text(reply)).toContain('1 kept');
  expect(slack.text(await ana.command('/log', '', { channel: general }).message())).toContain('2 kept');
  await close();
});

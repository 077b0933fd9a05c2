import { expect, test } from 'vitest';
import { type Block, buttons, card } from '../../../src/core/cards/card.ts';
import { plainText } from '../../../src/core/cards/plaintext.ts';
import { call } from '../../../src/core/commands/call.ts';
import { pictureToken, readPictureToken, withAttachments } from '../../../src/doors/slack/attachments.ts';
import type { OutgoingFile } from '../../../src/doors/slack/uploads.ts';

const bytes = new Uint8Array([1]);
const general: Block = { type: 'picture', png: bytes, name: 'season.png', alt: 'The season' };
const own: Block = { type: 'picture', png: bytes, name: 'network.png', alt: 'Who could be called', own: true };
const file: Block = { type: 'file', bytes, name: 'notebook.zip' };

/** The card as it would be shown, the tokens of its buttons by label, and what was brought. */
async function shown(blocks: Block[], { pictures = false, taken = true } = {}) {
  const brought: OutgoingFile[] = [];
  const answer = { card: card('Title', { blocks }), tokenOf: () => 'its own' };
  const result = await withAttachments(answer, {
    pictures,
    bring: async outgoing => {
      brought.push(outgoing);
      return taken;
    },
    againToken: async () => 'again',
  });
  const rows = result.card.blocks.flatMap(block => (block.type === 'buttons' ? [block.buttons] : []));
  const labels = rows.map(row =>
    row.map(button => ('call' in button ? `${button.label}: ${result.tokenOf(button.call)}` : button.label)),
  );
  return { text: plainText(result.card), labels, brought: brought.map(({ name, brief }) => ({ name, brief })) };
}

test('a file is brought at once, for ten minutes', async () => {
  const { text, brought, labels } = await shown([file]);
  expect(brought).toEqual([{ name: 'notebook.zip', brief: true }]);
  expect(text).toContain('notebook.zip is in your direct messages with me, for ten minutes.');
  expect(labels).toEqual([]);
});

test('a picture waits for its button, which is never the main one', async () => {
  const home = buttons({ label: 'Home', call: call('backchannel') });
  expect(await shown([general, ...home])).toMatchObject({
    brought: [],
    labels: [['Home: its own', 'Show the picture: again']],
  });
  expect((await shown([general, own])).labels).toEqual([['Show the pictures: again']]);
});

test('pictures that were asked for are brought, and only what is one’s own is taken back', async () => {
  const { text, brought, labels } = await shown([general, own], { pictures: true });
  expect(brought).toEqual([
    { name: 'season.png', brief: false },
    { name: 'network.png', brief: true },
  ]);
  expect(text).toContain('[The season]\nThe picture is in your direct messages with me.\n');
  expect(text).toContain('[Who could be called]\nThe picture is in your direct messages with me, for ten minutes.');
  expect(labels).toEqual([]);
});

test('where Slack takes nothing the words stand alone', async () => {
  const { text } = await shown([file, general], { pictures: true, taken: false });
  expect(text).toContain('Slack did not take notebook.zip just now. Try again in a minute.');
  expect(text).toContain('[The season]\nSlack did not take the picture just now.');
});

test('the button’s id holds the request and its call, and no other id is read as one', () => {
  const token = pictureToken('V012:176.abc', 'network?program=Lakeside+IM');
  expect(readPictureToken(token)).toEqual({ requestId: 'V012:176.abc', token: 'network?program=Lakeside+IM' });
  for (const other of ['network', 'picture', 'picture?x=1', '@123~456'])
    expect(readPictureToken(other)).toBeUndefined();
});

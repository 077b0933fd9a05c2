import { afterEach, beforeEach, expect, test } from 'vitest';
import { commands } from '../../../src/commands/index.ts';
import { plainText } from '../../../src/core/cards/plaintext.ts';
import type { Admission } from '../../../src/core/commands/admission.ts';
import { createMemoryCalls } from '../../../src/core/commands/memoryCalls.ts';
import { labelsOf, type Member, startCore, textOf } from '../../support/member.ts';

let isFull = false;
const admission: Admission = { enter: async () => (isFull ? undefined : () => {}), refused: () => 0 };
let core: Awaited<ReturnType<typeof startCore>>;
let ana: Member;
beforeEach(async () => {
  isFull = false;
  core = await startCore(commands, undefined, admission);
  ana = core.member('ana');
});
afterEach(() => core.stop());

const whileFull = async <T>(work: () => Promise<T>): Promise<T> => {
  isFull = true;
  return work().finally(() => {
    isFull = false;
  });
};
const tokensOf = ({ card, tokenOf }: Awaited<ReturnType<Member['say']>>) =>
  card.blocks.flatMap(block =>
    block.type === 'buttons' ? block.buttons.flatMap(button => ('call' in button ? [tokenOf(button.call)] : [])) : [],
  );

test('whoever is turned away reads that nothing was saved, and Try again sends their words', async () => {
  const refused = await whileFull(() => ana.say('log', { who: 'Dr. Quillfeather', they: 'good', sentence: 'Calm' }));
  expect(refused.card.title).toBe('That was not saved');
  expect(textOf(refused)).toContain('nothing was saved');
  expect(labelsOf(refused)).toEqual(['Try again']);
  // What they wrote is in no id.
  expect(tokensOf(refused).join()).not.toContain('Quill');
  expect(await (await ana.notebook()).countEntries()).toBe(0);
  const logged = await ana.tap(refused, 'Try again');
  expect(textOf(logged)).toContain('Dr. Quillfeather: good things');
  expect(await (await ana.notebook()).countEntries()).toBe(1);
});

test('nobody else can tap it', async () => {
  const refused = await whileFull(() => ana.say('log', { who: 'Kim', they: 'good' }));
  await expect(core.member('ben').tap(refused, 'Try again')).rejects.toThrow('expired');
});

test('a call without words of their own is in the button itself', async () => {
  const refused = await whileFull(() => ana.say('settings', { remind: 'weekly' }));
  expect(tokensOf(refused)).toEqual(['settings?remind=weekly']);
});

test('a kept button that cannot be looked up is offered again, with what was chosen', async () => {
  const sentence = 'x'.repeat(120);
  const held = await ana.say('log', { who: 'Kim', they: 'good', sentence: `pt John Smith ${sentence}` });
  const refused = await whileFull(() => ana.tap(held, 'Not a patient'));
  expect(refused.card.title).toBe('That was not saved');
  expect((await ana.tap(refused, 'Try again')).card.title).toBe('Logged');
  const [token = ''] = tokensOf(held);
  const chosen = await whileFull(async () => ana.callOf(token, 'b'));
  expect(chosen?.options).toEqual({ token, choice: 'b' });
});

test('completion is left out', async () => {
  await ana.say('log', { who: 'Dr. Patel', they: 'good' });
  expect(await ana.suggest('log', 'who', 'Pat')).toHaveLength(1);
  expect(await whileFull(() => ana.suggest('log', 'who', 'Pat'))).toEqual([]);
});

test('what is held is bounded for one person and for all, and the oldest goes first', () => {
  const held = createMemoryCalls();
  const now = Temporal.Instant.from('2026-11-22T18:00:00Z');
  const call = (words: string) => ({ call: { command: 'log', options: { who: words } } });
  const ids = Array.from({ length: 20 }, (_, index) => held.hold('a', call(`${index}`), now) ?? '');
  expect(held.count()).toBe(8);
  expect(held.find('a', ids[19] ?? '', now)).toEqual(call('19'));
  expect(held.find('a', ids[0] ?? '', now)).toBeUndefined();
  for (let person = 0; person < 1000; person += 1) held.hold(`p${person}`, call('x'.repeat(15_000)), now);
  expect(held.count()).toBeLessThan(300);
  expect(held.hold('a', call('x'.repeat(30_000)), now)).toBeUndefined();
  const last = held.hold('b', call('y'), now) ?? '';
  expect(held.find('b', last, now.add({ minutes: 29 }))).toEqual(call('y'));
  expect(held.find('b', last, now.add({ minutes: 31 }))).toBeUndefined();
  held.hold('c', call('z'), now.add({ minutes: 31 }));
  expect(held.count()).toBe(1);
});

test('the card says it plainly', async () => {
  const { card } = await whileFull(() => ana.say('history'));
  expect(plainText(card)).toMatchInlineSnapshot(`
    "That was not saved
    More came in than I can answer right now, so nothing was saved. Try again in a minute.
    [Try again]
    What you sent is kept behind this button for half an hour at most."
  `);
});

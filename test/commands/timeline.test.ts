import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import type { Block } from '../../src/core/cards/card.ts';
import type { Answer } from '../../src/core/ports/request.ts';
import { startCore, textOf } from '../support/member.ts';

let core: Awaited<ReturnType<typeof startCore>>;
let now = Temporal.Instant.from('2026-12-01T17:00:00Z');

beforeAll(async () => {
  core = await startCore(commands, () => now);
});
afterAll(() => core.stop());

const pictureOf = ({ card }: Answer) =>
  card.blocks.find((block): block is Block & { type: 'picture' } => block.type === 'picture');

test('the picture of the season has one’s own dates, and is one’s own then', async () => {
  const ana = core.member('ana');
  expect(pictureOf(await ana.say('timeline'))).not.toHaveProperty('own');
  await ana.say('programs', { do: 'interview', name: 'Lakeside', when: '2026-12-08 9am', zone: 'America/Chicago' });
  const picture = pictureOf(await ana.say('timeline'));
  expect(picture).toMatchObject({ own: true });
  expect(picture?.alt).toContain('Interview: yours, Tue, Dec 8, 2026.');
  expect(picture?.alt).not.toContain('Lakeside');
});

test('a US senior is not told what independent applicants do', async () => {
  const [ben, cyn] = [core.member('ben'), core.member('cyn')];
  await ben.say('settings', { type: 'us-do' });
  await cyn.say('settings', { type: 'img' });
  expect(textOf(await ben.say('timeline'))).toContain('You now. Keep your people up to date. If a program offers');
  expect(textOf(await cyn.say('timeline'))).toContain('You now. Read any offer slowly');
});

test('in Match Week the hour stands on its Monday', async () => {
  now = Temporal.Instant.from('2027-03-08T17:00:00Z');
  expect(textOf(await core.member('dan').say('timeline'))).toMatch(/Mon, Mar 15, 2027, 10 AM ET to Fri, Mar 19, 2027/);
});

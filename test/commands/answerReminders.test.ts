import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { startCore, textOf } from '../support/member.ts';

/** Wednesday 14 October 2026, noon in Chicago. */
let bot: Awaited<ReturnType<typeof startCore>>;
beforeAll(async () => {
  bot = await startCore(commands);
});
afterAll(() => bot.stop());

async function offers(name: string, by: string, remind = 'eves') {
  const who = bot.member(name);
  await who.say('settings', { zone: 'America/Chicago', type: 'img', remind });
  return textOf(await who.say('programs', { name: 'Lakeside', do: 'offer', by }));
}

test('an offer says when it will be spoken of again', async () => {
  expect(await offers('far', 'Fri 23 Oct 5pm')).toContain(
    'I will remind you Wed, Oct 21, 5 PM CT and Thu, Oct 22, 9:59 PM CT.',
  );
});

test('F24: where both moments have passed, the reply says so at once', async () => {
  expect(await offers('near', 'in 10 hours')).toContain('so this is the word about it');
});

test('where messages are off, nobody waits for one', async () => {
  expect(await offers('off', 'Fri 23 Oct 5pm', 'nothing')).toContain('Messages to you are off');
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { startCore, textOf } from '../support/member.ts';

let bot: Awaited<ReturnType<typeof startCore>>;
beforeAll(async () => {
  bot = await startCore(commands);
});
afterAll(() => bot.stop());

const profileOf = async (who: ReturnType<typeof bot.member>) => (await who.notebook()).profile();

describe('settings of messages', () => {
  test.each([
    ['22-7', 22, 7],
    ['10 pm to 7 am', 22, 7],
    ['8:00-16:00', 8, 16],
    ['none', 0, 0],
  ])('quiet hours are read: %s', async (quiet, from, to) => {
    const who = bot.member(`quiet ${quiet}`);
    await who.say('settings', { quiet });
    expect(await profileOf(who)).toMatchObject({ quietFrom: from, quietTo: to });
  });

  test('hours that cannot be read are refused in one sentence', async () => {
    const who = bot.member('wrong');
    expect(textOf(await who.say('settings', { quiet: 'at night' }))).toContain('two whole hours, such as "22-7"');
  });

  test('one tap pauses for a week of nights, and another ends it', async () => {
    const who = bot.member('nights');
    await who.say('settings', { zone: 'America/Chicago' });
    const paused = await who.tap(await who.say('settings'), 'A week of nights');
    expect(textOf(paused)).toContain('until Wed 21 Oct');
    await who.choose(await who.say('settings'), 'Pause all messages', 'End the pause');
    expect((await profileOf(who)).pausedUntil).toBeNull();
  });

  test('a kind is turned off and on again', async () => {
    const who = bot.member('muter');
    await who.say('settings', { remind: 'weekly' });
    await who.choose(await who.say('settings'), 'Turn a kind off', 'A defender due for a word');
    await who.choose(await who.say('settings'), 'Turn a kind off', 'The weekly digest');
    expect((await profileOf(who)).muted).toEqual(['defender', 'digest']);
    await who.choose(await who.say('settings'), 'Turn a kind on again', 'The weekly digest');
    expect((await profileOf(who)).muted).toEqual(['defender']);
  });

  test('details in messages are a choice that says what it means', async () => {
    const who = bot.member('open');
    expect((await profileOf(who)).details).toBe(false);
    const changed = await who.tap(await who.say('settings'), 'Details in messages');
    expect(textOf(changed)).toContain('yes, for whoever sees your screen');
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  levelChosen,
  messageChoices,
  messageFields,
  messageSettings,
  mutable,
  sayDigest,
  sayLevel,
} from '../../src/commands/account/messageSettings.ts';
import { commands } from '../../src/commands/index.ts';
import type { Context } from '../../src/core/commands/command.ts';
import type { User } from '../../src/core/ports/users.ts';
import { settings } from '../../src/domain/entities/settings.ts';
import { nudgeKinds, remindLevels } from '../../src/domain/nudges/nudgeKinds.ts';
import { wants } from '../../src/domain/nudges/nudges.ts';
import { keysOf } from '../../src/domain/vocabulary.ts';
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
    expect(textOf(paused)).toContain('until Wed, Oct 21');
    await who.choose(await who.say('settings'), 'Pause all messages', 'End the pause');
    expect((await profileOf(who)).pausedUntil).toBeNull();
  });

  test('a kind is turned off and on again', async () => {
    const who = bot.member('muter');
    await who.say('settings', { remind: 'weekly', zone: 'America/Chicago' });
    await who.choose(await who.say('settings'), 'Turn a kind off', 'A defender due for a word');
    await who.choose(await who.say('settings'), 'Turn a kind off', 'The weekly digest');
    expect((await profileOf(who)).muted).toEqual(['defender', 'digest']);
    await who.choose(await who.say('settings'), 'Turn a kind on', 'The weekly digest');
    expect((await profileOf(who)).muted).toEqual(['defender']);
  });

  test('details in messages are a choice that says what it means', async () => {
    const who = bot.member('open');
    expect((await profileOf(who)).details).toBe(false);
    const changed = await who.tap(await who.say('settings'), 'Details in messages');
    expect(textOf(changed)).toContain('yes, for whoever sees your screen');
  });
});

describe('settings say one truth, whatever was set in whatever order', () => {
  const kinds = keysOf(mutable);
  const now = Temporal.Instant.from('2026-10-14T17:00:00Z');
  const today = Temporal.PlainDate.from('2026-10-14');
  const context = (user: User) => ({ user, today, now, zone: 'America/Chicago' }) as Context;
  const subsets = Array.from({ length: 2 ** kinds.length }, (_, bits) => kinds.filter((_, at) => bits & (1 << at)));
  const users = remindLevels.flatMap(remind =>
    subsets.flatMap(muted =>
      [null, '2026-10-14', '2026-11-20'].map(
        (pausedUntil): User => ({
          id: 'ana',
          since: now,
          ...settings.toItem({ remind, muted: muted.join(), pausedUntil }),
        }),
      ),
    ),
  );
  const menu = (user: User, placeholder: string) =>
    messageChoices(user, today).flatMap(block =>
      block.type === 'select' && block.placeholder === placeholder ? block.choices.map(({ value }) => value) : [],
    );

  test('what is said to be on is sent, and what is said to be off is not', () => {
    for (const user of users) {
      const on = kinds.filter(kind => wants(user, kind));
      const digest = sayDigest(user, context(user));
      expect(digest === 'off').toBe(!on.includes('digest'));
      expect(/digest/i.test(sayLevel(user))).toBe(on.includes('digest'));
      if (/evenings/.test(sayLevel(user))) expect(/no interview/.test(sayLevel(user))).toBe(!on.includes('eve'));
      const fields = Object.fromEntries(messageFields(user, today).map(({ label, value }) => [label, value]));
      for (const kind of on) expect(fields['Turned off'] ?? '').not.toContain(nudgeKinds[kind].label);
      expect('Paused' in fields).toBe(user.pausedUntil?.toString() === '2026-11-20');
      if (digest !== 'off') expect(digest.includes(', from ')).toBe('Paused' in fields);
      expect(menu(user, 'Turn a kind off')).toEqual(on);
      expect(menu(user, 'Turn a kind on')).toEqual(kinds.filter(kind => !on.includes(kind)));
    }
  });

  test('a kind that is turned on or off comes or not, and no other changes', () => {
    for (const user of users.filter(({ pausedUntil }) => pausedUntil === null))
      for (const kind of kinds) {
        const others = (one: User) => kinds.filter(other => other !== kind && wants(one, other));
        for (const [option, isOn] of [
          ['unmute', true],
          ['mute', false],
        ] as const) {
          const after = { ...user, ...messageSettings({ [option]: kind }, context(user)) };
          expect(wants(after, kind)).toBe(isOn);
          expect(others(after)).toEqual(others(user));
        }
      }
  });

  test('a level that is chosen brings what it is called by', () => {
    for (const { muted } of users) {
      expect(wants(levelChosen('weekly', muted), 'digest')).toBe(true);
      expect(wants(levelChosen('eves', muted), 'eve')).toBe(true);
      expect(kinds.filter(kind => wants(levelChosen('nothing', muted), kind))).toEqual([]);
    }
  });

  test('the digest is said as it comes: within half an hour, after quiet hours, after a pause', () => {
    const said = (more: object) => {
      const user: User = { id: 'ana', since: now, ...settings.toItem({ remind: 'weekly', ...more }) };
      return sayDigest(user, context(user));
    };
    expect(said({})).toBe('Sunday, 6 to 6:30 PM');
    expect(said({ digestDay: 3, digestHour: 11 })).toBe('Wednesday, 11 to 11:30 AM');
    expect(said({ digestHour: 23 })).toBe('Monday, 7 AM');
    expect(said({ pausedUntil: '2026-11-20' })).toBe('Sunday, 6 to 6:30 PM, from Sun, Nov 22 on');
  });
});

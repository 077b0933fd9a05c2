import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { startCore, textOf } from '../support/member.ts';

let core: Awaited<ReturnType<typeof startCore>>;
beforeAll(async () => {
  core = await startCore(commands);
});
afterAll(() => core.stop());

const LONG = 'St. Elsewhere '.repeat(65).trim();
const more: Record<string, Record<string, string>> = {
  sent: { applied: 'yes' },
  debrief: { wish: 'yes' },
  rank: {},
  clue: { clue: 'warm-silent' },
  note: { note: 'a word' },
};

test.each(Object.keys(more))('a name of 900 letters for do:%s is said to be too long, and is no mail', async doing => {
  const ana = core.member(`ana-${doing}`);
  await ana.say('settings', { zone: 'America/Chicago', type: 'img', next: 'done' });
  const said = textOf(await ana.say('programs', { do: doing, name: LONG, ...more[doing] }));
  expect(said).toMatch(/"Program" may have at most 80 characters; yours has 9\d\d\./);
  expect(said).not.toContain('mail');
  const typed = textOf(await ana.types('programs', `"${LONG}" do:${doing}`));
  expect(typed).toContain('at most 80 characters');
  expect(await (await ana.notebook()).programs.all()).toEqual([]);
});

test('a pasted mail is still one where a mail can be meant', async () => {
  const ben = core.member('ben');
  await ben.say('settings', { zone: 'America/Chicago', type: 'img', next: 'done' });
  const mail = `Dear applicant, Lakeside Internal Medicine invites you to interview on Tuesday, November 3, 2026 at 9:00 AM Central Time. ${'Please reply soon. '.repeat(20)}`;
  for (const given of [{ name: mail }, { do: 'interview', name: mail }])
    expect(textOf(await ben.say('programs', given))).toContain(
      'Nothing is saved yet, and the mail itself is not kept.',
    );
});

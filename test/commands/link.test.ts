import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { movableClock } from '../support/bot.ts';
import { labelsOf, startCore, textOf } from '../support/member.ts';

const clock = movableClock('2026-10-28T14:00[America/Chicago]');
let core: Awaited<ReturnType<typeof startCore>>;
beforeAll(async () => {
  core = await startCore(commands, clock);
});
afterAll(() => core.stop());

test('a code shown on one platform and typed on the other joins the two, and it can be undone', async () => {
  const [slack, discord] = [core.member('U1', 'slack'), core.member('U1', 'discord')];
  await slack.say('log', { who: 'Dr. Patel', they: 'good' });
  await discord.say('log', { who: 'Chief Kim', they: 'good' });
  const shown = await slack.tap(await slack.tap(await slack.say('settings'), 'Link accounts'), 'Show a code');
  const typing = await discord.open(await discord.tap(await discord.say('settings'), 'Link accounts'), 'Type a code');
  const joined = await discord.submit(typing, { code: shown.card.answer ?? '' });
  expect(textOf(joined)).toContain('share one notebook');
  for (const member of [slack, discord]) {
    const people = textOf(await member.say('people'));
    expect(people).toContain('Dr. Patel');
    expect(people).toContain('Chief Kim');
  }
  await discord.tap(joined, 'Undo the joining');
  expect(textOf(await discord.say('people'))).not.toContain('Patel');
  expect(textOf(await slack.say('people'))).not.toContain('Kim');
});

test('a wrong code is one sentence, and an old one says so', async () => {
  const [one, other] = [core.member('one'), core.member('other')];
  const typing = await other.open(await other.say('link'), 'Type a code');
  expect(textOf(await other.submit(typing, { code: '000000' }))).toContain('That code is not right');
  const shown = await one.tap(await one.say('link'), 'Show a code');
  clock.pass({ minutes: 11 });
  expect(textOf(await other.submit(typing, { code: shown.card.answer ?? '' }))).toMatch(
    /older than ten minutes|not right/,
  );
});

test('the third entry offers a take-away code, which opens the notebook for another account', async () => {
  const lost = core.member('lost');
  for (const who of ['A', 'B'])
    expect(labelsOf(await lost.say('log', { who, they: 'good' }))).not.toContain('Keep a take-away code');
  const third = await lost.say('log', { who: 'Dr. Osei', they: 'good' });
  const code = (await lost.tap(third, 'Keep a take-away code')).card.answer ?? '';
  const found = core.member('found', 'discord');
  const typing = await found.open(await found.say('link'), 'Type a code');
  await found.submit(typing, { code });
  expect(textOf(await found.say('people'))).toContain('Dr. Osei');
});

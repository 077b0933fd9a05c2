import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { renderNudge } from '../../src/commands/sending/nudgeCards.ts';
import { plainText } from '../../src/core/cards/plaintext.ts';
import type { Delivery } from '../../src/core/ports/ledger.ts';
import { movableClock } from '../support/bot.ts';
import { labelsOf, startCore, textOf } from '../support/member.ts';

const clock = movableClock('2026-10-28T14:00[America/Chicago]');
let core: Awaited<ReturnType<typeof startCore>>;
beforeAll(async () => {
  core = await startCore(commands, clock);
});
afterAll(() => core.stop());

/** Whether a delivery is to this person. */
const isTo =
  (name: string) =>
  ({ recipient }: Delivery) =>
    recipient?.kind === 'person' && recipient.account.externalId === name;

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
  await discord.tap(joined, 'Unlink');
  expect(textOf(await discord.say('people'))).not.toContain('Patel');
  expect(textOf(await slack.say('people'))).not.toContain('Kim');
});

test('a wrong code is one sentence, and an old one says so', async () => {
  const [one, other] = [core.member('one'), core.member('other')];
  const typing = await other.open(await other.say('link'), 'Type a code');
  expect(textOf(await other.submit(typing, { code: 'ABCDE-FGHJK' }))).toContain('That code is not right');
  const shown = await one.tap(await one.say('link'), 'Show a code');
  clock.pass({ minutes: 16 });
  expect(textOf(await other.submit(typing, { code: shown.card.answer ?? '' }))).toMatch(/older than 15 minutes/);
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

test('F27: somebody’s very first words may be a code, and a joining that succeeded says so', async () => {
  const lost = core.member('lost again');
  await lost.say('log', { who: 'Dr. Osei', they: 'good' });
  const code = (await lost.say('link', { do: 'take-away' })).card.answer ?? '';
  const found = core.member('found at last', 'slack');
  for (const reply of [await found.say('link', { code }), await found.say('link', { code })])
    expect(textOf(reply)).toContain('share one notebook');
  expect(textOf(await found.say('people'))).toContain('Dr. Osei');
});

test('F27: an account is told that another has joined its notebook, says where, and can unlink it', async () => {
  const [one, other] = [core.member('owner', 'slack'), core.member('joiner', 'discord')];
  const code = (await one.say('link', { do: 'code' })).card.answer ?? '';
  await other.say('link', { code: `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}` });
  await other.say('link', { code });
  const told = (await core.store.ledger.lease('slack:', clock(), 50)).filter(isTo('owner'));
  expect(told.map(({ kind }) => kind).sort()).toEqual(['joined', 'wrong-code']);
  const idOf = (wanted: string) => told.find(({ kind }) => kind === wanted)?.id ?? '';
  for (const delivery of told) {
    const rendered = await renderNudge(delivery, { store: core.store, content: core.content, now: clock() });
    expect('card' in rendered && plainText(rendered.card)).toBe('Backchannel: a word about your accounts\n[Show]');
    const outcome = { status: 'undelivered', reason: 'dms-closed', detail: '' } as const;
    await core.store.ledger.recordOutcomes([{ id: delivery.id, outcome }]);
  }
  const next = await one.say('people');
  expect(textOf(next)).toContain('An account joined your notebook');
  expect(textOf(next)).toContain('Someone typed a wrong code for your notebook');
  expect(textOf(await one.say('people'))).not.toContain('joined your notebook');
  const shown = await one.say('show', { id: idOf('joined') });
  expect(textOf(shown)).toContain('An account on Discord');
  await one.tap(shown, 'Unlink');
  expect(textOf(await one.say('show', { id: idOf('joined') }))).toContain('It has been unlinked since');
  expect(textOf(await one.say('show', { id: idOf('wrong-code') }))).toContain('It opened nothing');
});

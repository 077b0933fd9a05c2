import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { AlreadyDone } from '../../src/core/ports/errors.ts';
import { DAY, databases, freshStore, NOW, newcomer } from '../store/databases.ts';
import { labelsOf, type Member, startCore, textOf } from '../support/member.ts';

let now: Temporal.Instant;
let core: Awaited<ReturnType<typeof startCore>>;
let ana: Member;
beforeEach(async () => {
  now = Temporal.Instant.from('2026-10-14T14:10:00Z');
  core = await startCore(commands, () => now);
  ana = core.member('ana');
  await ana.say('settings', { zone: 'America/Chicago' });
});
afterEach(() => core.stop());
const pass = (minutes: number) => {
  now = now.add({ minutes });
};
const entries = async () => (await ana.notebook()).countEntries();
const words = { who: 'Dr. Patel', they: 'good', sentence: 'Stays calm', about: 'team fit', where: 'Lakeside' };

test('F31: the same entry within ten minutes is asked about, and logged again after a yes', async () => {
  await ana.say('log', words);
  pass(9);
  const asked = await ana.say('log', words);
  expect(textOf(asked)).toContain('Logged already at 9:10 AM. Again?');
  expect(labelsOf(asked)).toContain('Log it again');
  expect(await entries()).toBe(1);
  const done = await ana.tap(asked, 'Log it again');
  expect(done.card.title).toBe('Logged');
  expect(await entries()).toBe(2);
});

test('F31: it is not asked after ten minutes, of another person, or in other words', async () => {
  await ana.say('log', words);
  const changes: Record<string, string>[] = [
    ...[{ they: 'at-once' }, { sentence: 'Calm' }, { when: 'yesterday' }, { where: 'Mercy' }, { who: 'Kim' }],
  ];
  for (const change of changes) expect((await ana.say('log', { ...words, ...change })).card.title).toBe('Logged');
  const ben = core.member('ben');
  expect((await ben.say('log', words)).card.title).toBe('Logged');
  pass(11);
  expect((await ana.say('log', words)).card.title).toBe('Logged');
});

test('F31: several people are asked about where each of them was logged so', async () => {
  await ana.say('log', { who: 'Joy', they: 'good' });
  expect((await ana.say('log', { who: 'Joy and Kim', they: 'good' })).card.title).toBe('Logged');
  expect((await ana.say('log', { who: 'Kim and Joy', they: 'good' })).card.title).toBe('Logged already');
});

test('F31: what was taken back may be logged anew', async () => {
  const logged = await ana.say('log', words);
  await ana.tap(logged, 'Undo');
  expect((await ana.say('log', words)).card.title).toBe('Logged');
});

describe.each(databases)('F31: on $name', ({ create }) => {
  test('the same request again gets its first answer, and of two at once one is asked about', async () => {
    const store = await freshStore(create);
    const ben = await newcomer(store);
    const log = (requestId: string) =>
      ben
        .request(requestId)
        .logInteractions([{ who: 'Kim', stance: 'good', day: DAY }], { unlessSince: NOW.subtract({ minutes: 10 }) });
    const first = await log('one');
    expect(await log('one')).toMatchObject({ repeated: true, undoId: first.undoId });
    await expect(log('two')).rejects.toThrow(AlreadyDone);
    const outcomes = await Promise.allSettled([
      ben.request('three').logInteractions([{ who: 'Lee', stance: 'good', day: DAY }], { unlessSince: NOW }),
      ben.request('four').logInteractions([{ who: 'Lee', stance: 'good', day: DAY }], { unlessSince: NOW }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await ben.fresh().countEntries()).toBe(2);
  });
});

test('F31: the question holds none of the words', async () => {
  await ana.say('log', words);
  const asked = await ana.say('log', words);
  const buttons = asked.card.blocks.flatMap(block => (block.type === 'buttons' ? block.buttons : []));
  const tokens = buttons.map(button => ('call' in button ? asked.tokenOf(button.call) : ''));
  expect(tokens.join()).not.toContain('calm');
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../../src/commands/index.ts';
import { movableClock } from '../../support/bot.ts';
import { startCore } from '../../support/member.ts';

const clock = movableClock('2026-10-14T12:00[America/Chicago]');
let core: Awaited<ReturnType<typeof startCore>>;
beforeAll(async () => {
  core = await startCore(commands, clock);
});
afterAll(() => core.stop());

test('people are completed without regard to case, accents and titles, those that begin so first', async () => {
  const ana = core.member('ana');
  for (const who of ['Kim Nunley', 'Dr. Núñez', 'Ana Ruiz']) {
    clock.pass({ minutes: 1 });
    await ana.say('log', { who, they: 'good', role: 'attending', where: 'Lakeside' });
  }
  const names = async (command: string, option: string, text: string) =>
    (await ana.suggest(command, option, text)).map(({ value }) => value);

  expect(await names('log', 'who', 'nun')).toEqual(['Dr. Núñez', 'Kim Nunley']);
  expect(await names('people', 'name', 'RUIZ')).toEqual(['Ana Ruiz']);
  for (const title of ['D', 'dr', 'Dr.']) expect((await names('log', 'who', title))[0]).toBe('Dr. Núñez');
  expect(await names('log', 'who', 'Ana Ruiz, nun')).toEqual(['Ana Ruiz, Dr. Núñez', 'Ana Ruiz, Kim Nunley']);
  expect(await names('log', 'who', 'Ana Ruiz, ')).toEqual(['Ana Ruiz, Dr. Núñez', 'Ana Ruiz, Kim Nunley']);
  // A name that is part of one named already is still another person.
  expect(await names('log', 'who', 'Kim Nunley, kim')).toEqual([]);
  await ana.say('people', { do: 'save', name: 'Nunley', role: 'nurse' });
  expect(await names('log', 'who', 'Kim Nunley, nunl')).toEqual(['Kim Nunley, Nunley']);
  expect(await names('log', 'where', 'lake')).toEqual(['Lakeside']);
  expect((await names('programs', 'zone', 'chicago'))[0]).toBe('Chicago, Illinois');
  expect(await names('log', 'sentence', 'x')).toEqual([]);
});

test('a day and an hour are completed by how they are read so far', async () => {
  const pia = core.member('pia');
  await pia.say('settings', { zone: 'America/Chicago' });
  const labels = async (command: string, option: string, text: string, given = {}) =>
    (await pia.suggest(command, option, text, given)).map(({ label }) => label);
  expect(await labels('programs', 'when', 'tomorrow 9am ET')).toEqual([
    'tomorrow 9am ET = Thu, Oct 15, 9 AM ET, 8 AM for you',
  ]);
  expect(await labels('programs', 'when', 'tomorrow 9am', { zone: 'Boston' })).toEqual([
    'tomorrow 9am = Thu, Oct 15, 9 AM ET, 8 AM for you',
  ]);
  expect(await labels('log', 'when', 'yesterday')).toEqual(['yesterday = Tue, Oct 13, 2026']);
  // Two fair readings are two choices, and each means but one.
  const both = await pia.suggest('log', 'when', 'Mon Oct 6');
  expect(both.length).toBe(2);
  for (const { value } of both) expect(await labels('log', 'when', value)).toHaveLength(1);
  expect(await labels('log', 'when', 'when pigs fly')).toEqual([]);
  expect((await labels('loose-ends', 'due', ''))[0]).toContain('tomorrow = Thu, Oct 15');
  expect(await labels('reminders', 'when', 'every Friday at 7 am')).toEqual([
    'every Friday at 7 am = every Friday at 7 AM',
  ]);
});

test('with nothing typed, whoever and wherever was logged last comes first', async () => {
  const ben = core.member('ben');
  const entries = [
    ['Zoe', 'County'],
    ['Ann', 'Lakeside'],
    ['Moe', 'Mercy'],
    ['Zoe', 'Riverside'],
  ] as const;
  for (const [who, where] of entries) {
    clock.pass({ minutes: 1 });
    await ben.say('log', { who, where, they: 'good', role: 'nurse' });
  }
  const first = async (option: string) => (await ben.suggest('log', option, '')).map(({ value }) => value);
  expect(await first('who')).toEqual(['Zoe', 'Moe', 'Ann']);
  expect((await first('where'))[0]).toBe('Riverside');
});

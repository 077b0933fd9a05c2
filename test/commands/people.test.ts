import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { type Member, startCore, textOf } from '../support/member.ts';

let core: Awaited<ReturnType<typeof startCore>>;
let ana: Member;
let people = 0;

beforeAll(async () => {
  core = await startCore(commands);
});
afterAll(() => core.stop());
beforeEach(async () => {
  people += 1;
  ana = core.member(`ana-${people}`);
  await ana.say('people', { do: 'save', name: 'Dr. Patel', role: 'attending', place: 'Mercy', trained: 'Hill, Emory' });
  await ana.say('people', { do: 'save', name: 'Dr. Lee', role: 'dean', place: 'Home', letter: 'yes' });
});

describe('who writes a letter, and where people trained', () => {
  test('filter the people', async () => {
    expect(textOf(await ana.say('people', { letter: 'yes' }))).toMatch(
      /1 of your 2 people.*Dr\. Lee.*Writes you a letter/s,
    );
    expect(textOf(await ana.say('people', { letter: 'no' }))).not.toContain('Dr. Lee');
    expect(textOf(await ana.say('people', { trained: 'Hill' }))).toContain('Dr. Patel');
    expect(textOf(await ana.types('people', 'letter'))).toContain('Dr. Lee');
    expect(textOf(await ana.types('people', 'Emory'))).toContain('Trained or taught at Hill, Emory.');
  });

  test('nobody who fits is said by what was asked', async () => {
    await ana.say('people', { name: 'Dr. Lee', letter: 'no' });
    expect(textOf(await ana.say('people', { letter: 'yes' }))).toContain(
      'None of your 2 people fits "writes you a letter"',
    );
  });

  test('are said and taken back by one tap on somebody’s page', async () => {
    const told = await ana.tap(await ana.say('people', { name: 'Dr. Patel' }), 'They write me a letter');
    expect(textOf(told)).toContain('Dr. Patel: writes you a letter this season.');
    const page = await ana.say('people', { name: 'Dr. Patel' });
    await ana.tap(page, 'No letter after all');
    expect(textOf(await ana.say('people', { name: 'Dr. Patel' }))).not.toContain('Writes you a letter');
  });
});

const rhythms = async () => {
  const notebook = await ana.notebook();
  const names = new Map((await notebook.people.all()).map(({ id, name }) => [id, name]));
  return Object.fromEntries(
    (await notebook.defenders.all()).map(({ contactId, everyDays }) => [names.get(contactId), everyDays]),
  );
};

describe('defenders', () => {
  test('are shown with their letter and where they trained, and each has a rhythm of its own by taps', async () => {
    await ana.say('defenders', { name: 'Dr. Patel' });
    await ana.say('defenders', { name: 'Dr. Lee' });
    const list = await ana.say('defenders');
    expect(textOf(list)).toContain('Dr. Patel (attending, trained at Hill and Emory)');
    expect(textOf(list)).toContain('Dr. Lee (dean, writes you a letter)');
    const asked = await ana.choose(list, 'How often should they hear from you?', 'Dr. Lee');
    const set = await ana.tap(asked, 'Every 4 weeks');
    expect(textOf(set)).toContain('Dr. Lee: every 4 weeks.');
    expect(await rhythms()).toEqual({ 'Dr. Patel': null, 'Dr. Lee': 28 });
    await ana.tap(set, 'Undo');
    expect(await rhythms()).toEqual({ 'Dr. Patel': null, 'Dr. Lee': null });
    await ana.say('defenders', { name: 'Dr. Lee', every: '8' });
    expect(await rhythms()).toEqual({ 'Dr. Patel': null, 'Dr. Lee': 56 });
  });
});

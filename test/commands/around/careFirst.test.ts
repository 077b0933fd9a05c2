import { afterAll, describe, expect, test } from 'vitest';
import { commands } from '../../../src/commands/index.ts';
import { carePieces } from '../../../src/commands/library/carePieces.ts';
import { rawCall } from '../../../src/core/commands/call.ts';
import { content } from '../../support/content.ts';
import { labelsOf, startCore, textOf } from '../../support/member.ts';

const core = await startCore(commands);
const { advice } = content;
afterAll(core.stop);

const titleOf = (id: string): string => advice.get(id)?.title ?? '';
const hardWeek = titleOf(carePieces['hard-week']);
const mistreated = titleOf(carePieces.mistreated);
const wasMistreated = 'Log: I was mistreated';

describe('a log', () => {
  test('in which somebody wants to die opens with the card of care, and is not lost', async () => {
    const ana = core.member('ana');
    const card = await ana.say('log', { who: 'Dr. Patel', they: 'warn', sentence: 'i just want to die' });
    expect(card.card.title).toBe(hardWeek);
    expect(textOf(card)).toContain('988');
    expect(await (await ana.notebook()).countEntries()).toBe(0);
    const logged = await ana.tap(card, 'Go on with it');
    expect(logged.card.title).toBe('Logged');
    expect(textOf(logged)).toContain('i just want to die');
  });

  test('of being shouted at leads to that stance by one tap', async () => {
    const bo = core.member('bo');
    const card = await bo.say('log', {
      who: 'Dr. Reed',
      they: 'warn',
      sentence: 'she yelled at me in front of everyone',
    });
    expect(card.card.title).toBe(mistreated);
    await bo.tap(card, wasMistreated);
    const [entry] = await (await bo.notebook()).history({ limit: 1 });
    expect(entry).toMatchObject({ stance: 'treated-badly', sentence: 'she yelled at me in front of everyone' });
  });

  test('that says so itself is not held up', async () => {
    const cy = core.member('cy');
    const logged = await cy.say('log', { who: 'Dr. Reed', they: 'treated-badly', sentence: 'he touched me' });
    expect(logged.card.title).toBe('Logged');
  });

  test('is listened to in the name too, and asked of a patient after it', async () => {
    const di = core.member('di');
    const card = await di.say('log', { who: 'he touched me', they: 'warn' });
    expect(card.card.title).toBe(mistreated);
    const both = await di.say('log', { who: 'Dr. Reed', they: 'warn', sentence: 'kms. pt John Smith died' });
    const asked = await di.tap(both, 'Go on with it');
    expect(asked.card.title).toBe('Is this about a patient?');
    expect((await di.tap(asked, 'This is no patient')).card.title).toBe('Logged');
  });

  test('of a hard shift is a log', async () => {
    const logged = await core.member('ed').say('log', { who: 'Kim', they: 'good', sentence: 'this shift killed me' });
    expect(logged.card.title).toBe('Logged');
  });
});

test('being mistreated is no loose end: the log is offered with the same words', async () => {
  const fay = core.member('fay');
  const card = await fay.say('loose-ends', { with: 'Dr. Reed', about: 'she humiliated me at rounds', kind: 'apology' });
  expect(card.card.title).toBe(mistreated);
  const form = await fay.open(card, wasMistreated);
  expect(form.values).toMatchObject({
    who: 'Dr. Reed',
    they: 'treated-badly',
    sentence: 'she humiliated me at rounds',
  });
  expect((await fay.submit(form)).card.title).toBe('Logged');
});

test.each([
  ['reminders', { what: 'end it all', when: 'tomorrow 6 pm' }],
  ['draft', { kind: 'check', text: 'Dear Dr. Bell, I want to kill myself.' }],
  ['proofread', { text: 'Dear Dr. Bell, I cannot go on living.' }],
])('%s opens with the card of care, then does what was asked', async (command, options) => {
  const member = core.member(command);
  const card = await member.say(command, options);
  expect(card.card.title).toBe(hardWeek);
  expect((await member.tap(card, 'Go on with it')).card.title).not.toBe(hardWeek);
});

describe('a search', () => {
  test('shows the whole card of care first, and what else was found below it', async () => {
    const found = await core.member('gil').say('advice', { search: 'harassment, how to report a violation' });
    expect(found.card.title).toBe(mistreated);
    const menu = found.card.blocks.find(block => block.type === 'select');
    expect(menu?.type === 'select' && menu.choices.map(({ label }) => label)).toContain(titleOf('report-a-violation'));
  });

  test('suggests it first as one types', async () => {
    const [first] = await core.member('gil').suggest('advice', 'search', 'kill myself');
    expect(first?.label).toBe(hardWeek);
  });
});

describe('words by direct message', () => {
  test('that ask for care get its card, and the log with the words behind a button', async () => {
    const hal = core.member('hal');
    const card = await hal.writes('my attending slapped my hand');
    expect(card.card.title).toBe(mistreated);
    const form = await hal.open(card, 'Log: I was mistreated');
    expect(form.values).toMatchObject({ they: 'treated-badly', sentence: 'my attending slapped my hand' });
  });

  test('get it for the first time without a word on anything else', async () => {
    const card = await core.member('new here').writes('i dont want to be alive');
    expect(card.card.title).toBe(hardWeek);
    expect(textOf(card)).not.toContain('First time here');
  });

  test('that say nothing of the kind are offered to the log', async () => {
    expect((await core.member('ivy').writes('Dr. Patel')).card.title).toBe('Shall I log that?');
  });
});

test('the card of care comes where nothing can be stored, and for anybody’s first words', async () => {
  const broken = await startCore(commands);
  const jo = broken.member('jo');
  await broken.store.close();
  for (const card of [await jo.writes('i want to die'), await jo.say('log', { who: 'kms', they: 'good' })])
    expect(card.card.title).toBe(hardWeek);
  expect(labelsOf(await jo.writes('i want to die'))).toContain(mistreated);
});

test('what was shown travels with a call and in no button’s id', async () => {
  const kay = core.member('kay');
  const card = await kay.make({ ...rawCall('log', { who: 'he touched me', they: 'good' }) });
  const tokens = card.card.blocks.flatMap(block => (block.type === 'buttons' ? block.buttons : []));
  expect(tokens.map(button => ('call' in button ? card.tokenOf(button.call) : '')).join()).not.toContain('touched');
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { plainText } from '../../src/core/cards/plaintext.ts';
import { labelsOf, type Member, startCore } from '../support/member.ts';

let core: Awaited<ReturnType<typeof startCore>>;
beforeAll(async () => {
  core = await startCore(commands);
});
afterAll(() => core.stop());

let ana: Member;
let people = 0;
beforeEach(() => {
  ana = core.member(`ana-${people++}`);
});
const log = (who: string, more = {}) => ana.say('log', { who, they: 'good', ...more });
const logged = async () =>
  (await (await ana.notebook()).history({ limit: 20 })).map(({ contact }) => contact.name).sort();
const roleOf = async (wanted: string) =>
  (await (await ana.notebook()).people.all()).find(({ name }) => name === wanted)?.role;

describe('a name that may be somebody known', () => {
  beforeEach(async () => {
    await log('Dr. Ana Patel', { role: 'attending', where: 'Lakeside' });
  });

  test('is asked about, and nothing is saved before the tap', async () => {
    const asked = await log('Patel');
    expect(plainText(asked.card)).toContain('Dr. Ana Patel, attending, Lakeside');
    expect(plainText(asked.card)).toContain('part of the name is the same');
    expect(labelsOf(asked)).toEqual(['Yes, Dr. Ana Patel', 'Someone new']);
    expect(await logged()).toEqual(['Dr. Ana Patel']);
  });

  test('is theirs after a yes', async () => {
    const done = await ana.tap(await log('Dr. Ana Pattel'), 'Yes, Dr. Ana Patel');
    expect(plainText(done.card)).toContain('Dr. Ana Patel, attending: good things');
    expect(await logged()).toEqual(['Dr. Ana Patel', 'Dr. Ana Patel']);
  });

  test('is somebody else after a no, and is not asked about again', async () => {
    await ana.tap(await log('Patel'), 'Someone new');
    expect(await logged()).toEqual(['Dr. Ana Patel', 'Patel']);
    expect((await log('Dr. Patel', { sentence: 'Calm' })).card.title).toBe('Logged');
  });

  test('keeps all that was said, and the day that it was said of', async () => {
    const sentence = 'Finishes what she starts';
    const asked = await log('Patel', { sentence, when: 'yesterday', worry: 'reliability', where: 'Mercy' });
    await ana.tap(asked, 'Yes, Dr. Ana Patel');
    const first = (await (await ana.notebook()).history({ limit: 5 })).find(each => each.sentence === sentence);
    expect(first).toMatchObject({ worry: 'reliability', place: 'Mercy' });
    expect(first?.day.toString()).toBe('2026-10-13');
  });

  test('of two, shows both', async () => {
    await log('Raj Patel');
    expect(labelsOf(await log('Patel'))).toEqual(['Yes, Dr. Ana Patel', 'Yes, Raj Patel', 'Someone new']);
  });

  test('is asked about once more where the one who was tapped is gone', async () => {
    await log('Raj Patel');
    const asked = await log('Patel');
    const notebook = await ana.notebook();
    const raj = (await notebook.people.all()).find(({ name }) => name === 'Raj Patel');
    await notebook.people.remove(raj?.id ?? '');
    const again = await ana.tap(asked, 'Yes, Raj Patel');
    expect(labelsOf(again)).toEqual(['Yes, Dr. Ana Patel', 'Someone new']);
    expect((await ana.tap(again, 'Someone new')).card.title).toBe('Logged');
  });

  test('that is theirs but for case, accents and title is not asked about', async () => {
    expect((await log('ána PATEL')).card.title).toBe('Logged');
    expect((await log('Patel, Ana', { sentence: 'Calm' })).card.title).toBe('Logged');
    expect(await logged()).toEqual(['Dr. Ana Patel', 'Dr. Ana Patel', 'Dr. Ana Patel']);
  });
});

describe('several people in one entry', () => {
  test('get an entry each, answered in one card with one undo', async () => {
    const done = await log('Dr. Patel, Kim and nurse Joy', { sentence: 'Stays calm' });
    expect(plainText(done.card)).toContain('Dr. Patel, Kim and nurse Joy (nurse): good things');
    expect(await logged()).toEqual(['Dr. Patel', 'Kim', 'nurse Joy']);
    const undone = await ana.tap(done, 'Undo');
    expect(plainText(undone.card)).toContain('Dr. Patel, Kim and nurse Joy');
    expect(await logged()).toEqual([]);
    expect(await (await ana.notebook()).people.all()).toEqual([]);
  });

  test('are asked about one after the other, and saved together', async () => {
    await log('Dr. Ana Patel');
    await log('Joy Stone');
    const first = await log('Patel, Kim and Joy');
    expect(plainText(first.card)).toContain('"Patel"');
    const second = await ana.tap(first, 'Yes, Dr. Ana Patel');
    expect(plainText(second.card)).toContain('"Joy"');
    expect(await logged()).toEqual(['Dr. Ana Patel', 'Joy Stone']);
    await ana.tap(second, 'Someone new');
    expect(await logged()).toEqual(['Dr. Ana Patel', 'Dr. Ana Patel', 'Joy', 'Joy Stone', 'Kim']);
  });

  test('named twice count once', async () => {
    await log('Kim and Dr. Kim');
    expect(await logged()).toHaveLength(1);
  });

  test('keep their roles where one is said for all', async () => {
    await log('Kim', { role: 'chief' });
    await log('Kim, nurse Joy and Lee', { role: 'resident' });
    expect([await roleOf('Kim'), await roleOf('nurse Joy'), await roleOf('Lee')]).toEqual([
      'chief',
      'nurse',
      'resident',
    ]);
  });

  test('are at most five', async () => {
    const done = await log('A, B, C, D, E and F');
    expect(plainText(done.card)).toContain('At most five people at a time; this names 6.');
    expect(await logged()).toEqual([]);
  });
});

test('a confirmed text stays confirmed through the question who is meant', async () => {
  await log('Dr. Ana Patel');
  const held = await log('Patel', { sentence: 'Stayed with pt John Smith' });
  const asked = await ana.tap(held, 'Not a patient');
  expect(asked.card.title).toBe('Is this someone you know?');
  expect((await ana.tap(asked, 'Yes, Dr. Ana Patel')).card.title).toBe('Logged');
});

test('a new name that says its role is not asked for it', async () => {
  const asked = async (who: string) =>
    (await log(who)).card.blocks.flatMap(block =>
      block.type === 'select' && block.placeholder.endsWith('role?') ? [block.placeholder] : [],
    );
  await log('Lee');
  expect(await asked('nurse Joy')).toEqual([]);
  expect(await roleOf('nurse Joy')).toBe('nurse');
  expect(await asked('Kim')).toEqual(['What is Kim’s role?']);
});

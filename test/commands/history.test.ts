import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { labelsOf, type Member, startCore, textOf } from '../support/member.ts';

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
const log = (who: string, more = {}) => ana.say('log', { who, they: 'good', when: '12 Oct', ...more });
const kept = async () => (await ana.notebook()).history({ limit: 20 });
const openFirst = async () => ana.say('history', { id: (await kept())[0]?.id ?? '' });

describe('what an entry speaks of', () => {
  test('is said in the log, in words and with commas, and shown in the history', async () => {
    await log('Kim', { about: 'reliability, team fit' });
    expect((await kept())[0]?.dimensions).toEqual(['reliability', 'team-fit']);
    expect(textOf(await ana.say('history'))).toContain('good things (about reliability, team fit)');
  });

  test('completes as it is typed', async () =>
    expect((await ana.suggest('log', 'about', 'reliability, pro')).map(({ value }) => value)).toEqual([
      'reliability, professionalism',
    ]));

  test('filters the history, as a worry does', async () => {
    await log('Kim', { about: 'reliability' });
    await log('Lou', { worry: 'reliability' });
    await log('Max', { about: 'team-fit' });
    const found = textOf(await ana.say('history', { about: 'reliability' }));
    expect(found).toContain('2 entries of 3');
    expect(found).not.toContain('Max');
  });

  test('is evidence for the audit, for and against', async () => {
    await log('Kim', { about: 'reliability' });
    await log('Lou', { they: 'warn', about: 'team-fit' });
    const audit = textOf(await ana.say('audit'));
    expect(audit).toMatch(/look at team fit first/i);
    expect(audit).toContain('One person has a worry about it');
  });
});

describe('editing an entry', () => {
  beforeEach(async () => {
    await log('Kim', {
      role: 'chief',
      sentence: 'Stays calm',
      where: 'Lakeside',
      worry: 'work-ethic',
      about: 'team-fit',
    });
  });

  test('opens the form with all of it, and saving changes it in place', async () => {
    const form = await ana.open(await openFirst(), 'Edit');
    expect(form.values).toMatchObject({ who: 'Kim', they: 'good', sentence: 'Stays calm', about: 'team-fit' });
    const changed = await ana.submit(form, { they: 'at-once' });
    expect(changed.card.title).toBe('Changed');
    const [entry, ...others] = await kept();
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      stance: 'at-once',
      sentence: 'Stays calm',
      place: 'Lakeside',
      worry: 'work-ethic',
      dimensions: ['team-fit'],
    });
    expect(entry?.contact.role).toBe('chief');
  });

  test('is taken back by one undo', async () => {
    const before = await kept();
    const changed = await ana.submit(await ana.open(await openFirst(), 'Edit'), { they: 'warn', who: 'Lou' });
    expect((await kept()).map(({ contact }) => contact.name)).toEqual(['Lou']);
    expect(textOf(await ana.tap(changed, 'Undo'))).toContain('The entry about Kim is as it was.');
    expect(await kept()).toEqual(before);
  });

  test('gives another person the entry and not the first one’s role', async () => {
    await ana.submit(await ana.open(await openFirst(), 'Edit'), { who: 'Lou' });
    const contacts = await (await ana.notebook()).people.all();
    expect(contacts.map(({ name, role }) => [name, role])).toEqual([
      ['Kim', 'chief'],
      ['Lou', 'other'],
    ]);
  });

  test('is remembered through the question who is meant', async () => {
    await log('Lou Stone');
    const kim = (await kept()).find(({ contact }) => contact.name === 'Kim');
    const form = await ana.open(await ana.say('history', { id: kim?.id ?? '' }), 'Edit');
    const asked = await ana.submit(form, { who: 'Lou' });
    expect(labelsOf(asked)).toContain('Yes, Lou Stone');
    await ana.tap(asked, 'Yes, Lou Stone');
    expect((await kept()).map(({ contact }) => contact.name)).toEqual(['Lou Stone', 'Lou Stone']);
  });

  test('of an entry that is gone writes nothing', async () => {
    const form = await ana.open(await openFirst(), 'Edit');
    await ana.tap(await openFirst(), 'Delete');
    expect(textOf(await ana.submit(form, { they: 'warn' }))).toContain('not there any more');
    expect(await kept()).toEqual([]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { labelsOf, type Member, startCore, textOf } from '../support/member.ts';

// Wednesday, October 14, 2026.
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
const log = (who: string, they = 'good', more = {}) => ana.say('log', { who, they, ...more });
/** What the words typed after a command are answered with. */
const say = (command: string, words: string) => ana.types(command, words);
const names = ['Dr. Patel', 'Ana Ruiz', 'Chief Kim', 'Audrey Stone'];
const shownIn = async (command: string, words: string) => {
  const text = textOf(await say(command, words));
  return names.filter(name => text.includes(name));
};

beforeEach(async () => {
  await log('Dr. Patel', 'good', { role: 'attending', where: 'Mercy', when: '8 Oct', sentence: 'Calm under fire' });
  await log('Ana Ruiz', 'warn', { role: 'nurse', where: 'Lakeside', when: 'today', worry: 'reliability' });
  await log('Chief Kim', 'at-once', { role: 'chief', where: 'Lakeside', when: '2 Oct' });
  await log('Audrey Stone', 'little', { role: 'coordinator', when: '12 Oct' });
});

describe('/history finds by every field', () => {
  test.each([
    ['good', ['Dr. Patel']],
    ['good things', ['Dr. Patel']],
    ['meh', ['Audrey Stone']],
    ['bad', ['Ana Ruiz']],
    ['patel', ['Dr. Patel']],
    ['patel last week', ['Dr. Patel']],
    ['RN', ['Ana Ruiz']],
    ['chief resident', ['Chief Kim']],
    ['chief resident since Oct 1', ['Chief Kim']],
    ['Lakeside', ['Ana Ruiz', 'Chief Kim']],
    ['at lakeside this week', ['Ana Ruiz']],
    ['reliable', ['Ana Ruiz']],
    ['under fire', ['Dr. Patel']],
    ['PC', ['Audrey Stone']],
    ['today', ['Ana Ruiz']],
    ['in October', ['Dr. Patel', 'Ana Ruiz', 'Chief Kim', 'Audrey Stone']],
    ['before Oct 5', ['Chief Kim']],
  ])('%s', async (words, found) => expect(await shownIn('history', words)).toEqual(found));

  test('what is there at another time is one tap away', async () => {
    const answer = await say('history', 'Kim this week');
    expect(textOf(answer)).toContain('1 entry at other times, the latest Fri, Oct 2, 2026');
    expect(textOf(await ana.tap(answer, 'Show the latest'))).toContain('Chief Kim');
  });

  test('what is nowhere shows all at a tap', async () => {
    const answer = await say('history', 'zebra');
    expect(textOf(await ana.tap(answer, 'All entries'))).toContain('4 entries');
  });
});

describe('/people finds by every field', () => {
  test.each([
    ['attending', ['Dr. Patel']],
    ['nurses', ['Ana Ruiz']],
    ['Lakeside', ['Ana Ruiz', 'Chief Kim']],
    ['kim at lakeside', ['Chief Kim']],
    ['the nurses at Lakeside', ['Ana Ruiz']],
    ['dr', ['Dr. Patel']],
    ['Dr.', ['Dr. Patel']],
    ['stone', ['Audrey Stone']],
  ])('%s', async (words, found) => expect(await shownIn('people', words)).toEqual(found));

  test('an option by name is none that is dropped', async () => {
    expect(await shownIn('people', 'role:chief')).toEqual(['Chief Kim']);
    expect(await shownIn('people', 'place:Lakeside')).toEqual(['Ana Ruiz', 'Chief Kim']);
  });

  test('a role beside a name that is known asks before it changes it', async () => {
    const asked = await say('people', 'Stone role:dean place:Hopkins');
    expect(textOf(asked)).toContain('Change Audrey Stone?');
    expect(textOf(await ana.tap(asked, 'Save it'))).toContain('Audrey Stone: dean, Hopkins');
  });

  test('somebody new is added with all that was said, at a tap', async () => {
    const asked = await say('people', 'Lia Quist role:PC place:Mercy');
    expect(labelsOf(asked)).toEqual(['Add Lia Quist', 'Log them', 'Show all']);
    const form = await ana.open(asked, 'Add Lia Quist');
    expect(form.values).toMatchObject({ name: 'Lia Quist', role: 'coordinator', place: 'Mercy' });
    expect((await ana.submit(form)).card.title).toBe('Saved');
  });
});

describe('/bucket', () => {
  test('how is the page, and history the earlier checks', async () => {
    expect((await say('bucket', 'how')).card.title).toBe('How the bucket is decided');
    expect((await say('bucket', 'history')).card.title).toBe('Earlier checks');
  });

  test('a word that is no known program is asked', async () => {
    const asked = await ana.say('bucket', { program: 'help' });
    expect(textOf(asked)).toContain('Is "help" a program?');
    expect(labelsOf(asked)).toEqual(['Add it', 'No, check overall']);
    expect(await (await ana.notebook()).programs.all()).toEqual([]);
  });

  test('a program is added by the tap, and known from then on, by a part of its name too', async () => {
    await ana.tap(await say('bucket', 'Mercy West'), 'Add it');
    expect((await (await ana.notebook()).programs.all()).map(({ name }) => name)).toEqual(['Mercy West']);
    expect(textOf(await say('bucket', 'mercy'))).not.toContain('a program?');
    expect(labelsOf(await say('bucket', 'Mercy Wset'))).toEqual(['Mercy West', 'Add it', 'No, check overall']);
  });
});

describe('/loose-ends', () => {
  const open = async () => (await (await ana.notebook()).looseEnds.all())[0];

  test('takes words for what it is about, and its kind from their verb', async () => {
    await say('loose-ends', 'thank the coordinator at Mercy');
    expect(await open()).toMatchObject({ text: 'thank the coordinator at Mercy', kind: 'thank-you', contactId: null });
  });

  test('a day at their end is when it is due, and whoever is named whom it is with', async () => {
    await say('loose-ends', 'apologize to Dr. Patel by Friday');
    const end = await open();
    expect(end).toMatchObject({ text: 'apologize to Dr. Patel', kind: 'apology' });
    expect(end?.dueOn?.toString()).toBe('2026-10-16');
    expect(end?.contactId).not.toBeNull();
  });

  test('by: is the day', async () => {
    await say('loose-ends', 'about:"thanks for the letter" by:Thursday');
    expect((await open())?.dueOn?.toString()).toBe('2026-10-15');
  });

  test('what no verb says is asked, and never assumed', async () => {
    const asked = await say('loose-ends', 'the letter from Dean Wu');
    expect(labelsOf(asked)).toEqual(['An apology', 'A thank-you', 'Growth to show', 'Something else']);
    expect(await open()).toBeUndefined();
    await ana.tap(asked, 'Something else');
    expect(await open()).toMatchObject({ text: 'the letter from Dean Wu', kind: 'other' });
  });

  test('a name shows what is open with that person', async () => {
    expect(textOf(await say('loose-ends', 'Patel'))).toContain('Nothing open with Dr. Patel');
    await say('loose-ends', 'thank Dr. Patel');
    expect(textOf(await say('loose-ends', 'Patel'))).toContain('thank Dr. Patel');
  });

  test('somebody who is unknown can be added', async () => {
    const answer = await ana.say('loose-ends', { with: 'Nobody', about: 'thanks' });
    expect(labelsOf(answer)).toEqual(['Add Nobody', 'Log them', 'Show all', 'Try again']);
  });
});

describe('what is not found offers the next step', () => {
  test('a program', async () =>
    expect(labelsOf(await ana.say('network', { program: 'Nowhere' }))).toEqual(['Add Nowhere', 'Show all']));

  test('one of several by a tap', async () => {
    await ana.say('people', { do: 'save', name: 'Raj Patel' });
    const asked = await ana.say('defenders', { name: 'pate' });
    expect(labelsOf(asked)).toEqual(['Dr. Patel', 'Raj Patel']);
    expect(textOf(await ana.tap(asked, 'Raj Patel'))).toContain('Raj Patel is one of your defenders');
  });
});

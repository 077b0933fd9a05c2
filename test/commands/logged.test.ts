import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import type { RawOptions } from '../../src/core/commands/call.ts';
import type { Answer } from '../../src/core/ports/request.ts';
import { labelsOf, type Member, startCore, textOf } from '../support/member.ts';

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
  // What is said the first time is said.
  await ana.say('backchannel');
});

const log = (who: string, they: string, more: RawOptions = {}) => ana.say('log', { who, they, ...more });
const menusOf = ({ card }: Answer) =>
  card.blocks.flatMap(block => (block.type === 'select' ? [block.placeholder] : []));
const kept = async () => {
  const notebook = await ana.notebook();
  const [people, history, looseEnds, programs, defenders] = await Promise.all([
    notebook.people.all(),
    notebook.history({ limit: 50 }),
    notebook.looseEnds.all(),
    notebook.programs.all(),
    notebook.defenders.all(),
  ]);
  return { people, history, looseEnds, programs, defenders };
};

describe('after saving, one more thing is asked', () => {
  test('the dimension after a concern, before anything else', async () => {
    const reply = await log('Kim', 'warn');
    expect(menusOf(reply)).toEqual(['What is the concern about?']);
    await ana.choose(reply, 'What is the concern about?', 'Reliability');
    expect((await kept()).history).toMatchObject([{ worry: 'reliability', dimensions: [] }]);
  });

  test('else the role', async () => {
    expect(menusOf(await log('Kim', 'good'))[0]).toBe('What is Kim’s role?');
    expect(menusOf(await log('Kim', 'little'))[0]).toBe('What is Kim’s role?');
  });

  test('else the place, of those that are known', async () => {
    await log('Joy', 'good', { role: 'nurse', where: 'Lakeside' });
    const reply = await log('Kim', 'good', { role: 'chief' });
    expect(menusOf(reply)[0]).toBe('Where does Kim work?');
    const placed = await ana.choose(reply, 'Where does Kim work?', 'Lakeside');
    expect(textOf(placed)).toContain('Noted: works at Lakeside.');
    expect((await kept()).people.find(({ name }) => name === 'Kim')?.place).toBe('Lakeside');
  });

  test('else the letter, of those who write them, once', async () => {
    const reply = await log('Dr. Patel', 'at-once', { role: 'attending', where: 'Lakeside' });
    expect(textOf(reply)).toContain('Does Dr. Patel write you a letter this season?');
    expect(labelsOf(await ana.tap(reply, 'No letter'))).not.toContain('Yes, a letter');
    expect((await kept()).people).toMatchObject([{ letter: false, letterAskedOn: expect.anything() }]);
    expect(textOf(await log('Dr. Patel', 'good', { when: '12 Oct' }))).not.toContain('a letter');
    const other = await log('Dr. Lee', 'good', { role: 'dean' });
    await ana.tap(other, 'Yes, a letter');
    expect((await kept()).people.find(({ name }) => name === 'Dr. Lee')?.letter).toBe(true);
    expect(textOf(await log('Joy', 'good', { role: 'nurse', where: 'Rush' }))).not.toContain('a letter');
  });

  test('and nothing of somebody who mistreated the user', async () => {
    const reply = await log('Kim', 'treated-badly');
    expect(menusOf(reply)).toEqual([]);
  });

  test('of several people, a concern’s dimension alone, for all of them', async () => {
    const reply = await log('Kim and Lou', 'warn');
    await ana.choose(reply, 'What is the concern about?', 'Team fit');
    expect((await kept()).history.map(({ worry }) => worry)).toEqual(['team-fit', 'team-fit']);
    expect(menusOf(await log('May and Ned', 'good'))).toEqual(['What does it speak of?']);
  });
});

describe('a tap that tells more', () => {
  test('keeps what the card offers, and its undo takes back all of it', async () => {
    const reply = await log('Kim', 'at-once');
    const role = await ana.choose(reply, 'What is Kim’s role?', 'Chief resident');
    expect(labelsOf(role)).toEqual(expect.arrayContaining(['Make them a defender', 'Log another', 'Undo']));
    expect(role.card.answer).toContain('Kim, chief resident: would take me in a second');
    const spoken = await ana.choose(role, 'What does it speak of?', 'Team fit');
    expect(spoken.card.answer).toContain('would take me in a second (team fit)');
    expect(menusOf(spoken)).toEqual([]);
    const form = await ana.open(spoken, 'Say where they work');
    const placed = await ana.submit(form, { place: 'Lakeside' });
    expect(labelsOf(placed)).toContain('Make them a defender');
    await ana.tap(placed, 'Undo');
    expect(await kept()).toMatchObject({ people: [], history: [] });
  });

  test('of somebody known leaves them as they were after the undo', async () => {
    await log('Kim', 'good', { role: 'nurse', when: '12 Oct' });
    const before = await kept();
    const spoken = await ana.choose(await log('Kim', 'warn'), 'What is the concern about?', 'Reliability');
    await ana.tap(spoken, 'Undo');
    expect(await kept()).toEqual(before);
  });

  test('says so where the entry is gone', async () => {
    const reply = await log('Kim', 'good');
    await ana.tap(reply, 'Undo');
    const late = await ana.choose(reply, 'What is Kim’s role?', 'Nurse');
    expect(late.card.answer).toContain('is gone');
  });
});

describe('one undo takes back', () => {
  const ways: [what: string, does: () => Promise<Answer>][] = [
    ['an entry and the person', () => log('Kim', 'good', { where: 'Lakeside', role: 'chief' })],
    ['several people at once', () => log('Kim, Lou and nurse Joy', 'good')],
    [
      'an offer and the program that it named',
      () => ana.say('programs', { do: 'offer', name: 'Lakeside', by: '20 Oct 5 pm', zone: 'Chicago' }),
    ],
    [
      'an interview and its program',
      () => ana.say('programs', { do: 'interview', name: 'Mercy', when: '2 Dec 9am', zone: 'Chicago' }),
    ],
    ['a loose end', () => ana.say('loose-ends', { do: 'open', about: 'the late note', kind: 'apology' })],
    ['a program', () => ana.say('programs', { do: 'add', name: 'Rush' })],
  ];
  test.each(ways)('%s', async (_, does) => {
    await ana.say('settings', { zone: 'America/Chicago' });
    const before = await kept();
    const reply = await does();
    expect(await kept()).not.toEqual(before);
    const undone = await ana.tap(reply, 'Undo');
    expect(undone.card.title).toBe('Taken back');
    expect(await kept()).toEqual(before);
  });
});

test('after the fifth entry the week’s question is offered, once', async () => {
  await ana.say('settings', { zone: 'America/Chicago' });
  const replies = [];
  for (let day = 1; day <= 6; day += 1) replies.push(await log('Kim', 'good', { when: `${day} Oct`, role: 'nurse' }));
  const offers = replies.map(reply => labelsOf(reply).includes('Ask me on Sundays'));
  expect(offers).toEqual([false, false, false, false, true, false]);
  await ana.tap(replies[4]!, 'Ask me on Sundays');
  expect(await (await ana.notebook()).profile()).toMatchObject({ remind: 'weekly' });
});

test('somebody is logged in two taps, with no word typed', async () => {
  await log('Dr. Patel', 'good', { role: 'attending', when: '12 Oct' });
  const [patel] = (await kept()).people;
  const asked = await ana.say('logged', { who: patel!.id });
  await ana.tap(asked, 'Would take me in a second');
  expect((await kept()).history).toMatchObject([{ stance: 'at-once' }, { stance: 'good' }]);
  expect((await kept()).people).toHaveLength(1);
});

test('of several people the same reason is said once', async () => {
  const many = await ana.say('log', { who: 'Dr. A, Dr. B and Dr. C', they: 'good' });
  expect(textOf(many).match(/Without a place/g)).toHaveLength(1);
});

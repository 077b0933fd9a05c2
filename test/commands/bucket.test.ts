import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { plainText } from '../../src/core/cards/plaintext.ts';
import type { RawOptions } from '../../src/core/commands/call.ts';
import type { Answer } from '../../src/core/ports/request.ts';
import { labelsOf, type Member, startCore, textOf } from '../support/member.ts';

let core: Awaited<ReturnType<typeof startCore>>;
let now = Temporal.Instant.from('2026-10-14T17:00:00Z');
let ana: Member;
let people = 0;

beforeAll(async () => {
  core = await startCore(commands, () => now);
});
afterAll(() => core.stop());
beforeEach(() => {
  people += 1;
  ana = core.member(`ana-${people}`);
});

const answered = { paper: 'solid', incidents: 'none' };
const check = (options: RawOptions = {}) => ana.say('bucket', options);
const isType = (type: string) => ana.say('settings', { zone: 'America/Chicago', type, next: 'done' });
const log = (who: string, they: string, role: string | undefined, more: RawOptions = {}) =>
  ana.say('log', { who, they, ...(role && { role }), when: '12 Oct', ...more });
const program = (name: string, more: RawOptions = {}) => ana.say('programs', { do: 'add', name, ...more });
const words = (text = '') => text.split(/\s+/).filter(Boolean).length;
const programs = async () => (await (await ana.notebook()).programs.all()).map(({ name }) => name);
const personCalled = async (name: string) =>
  (await (await ana.notebook()).people.all()).find(person => person.name === name)!;

/** An IMG whom two people would take in a second, one of them at Lakeside IM. */
async function applicantA() {
  await isType('img');
  await program('Lakeside IM');
  await log('Dr. Patel', 'at-once', 'home-faculty', { where: 'Home' });
  await log('Chief Kim', 'at-once', 'chief', { where: 'Lakeside IM' });
}

describe('the questions', () => {
  test('begin with a person, then what an honest check needs, and are answered by one tap each', async () => {
    const first = await check();
    expect(first.card.title).toBe('Who saw you work?');
    const incidents = await ana.tap(first, 'Skip');
    expect(labelsOf(incidents)).toEqual(['None', 'One, mended', 'One, still open', 'Not now']);
    const kind = await ana.tap(incidents, 'One, mended');
    const paper = await ana.tap(kind, 'An outburst');
    const type = await ana.tap(paper, 'Solid');
    expect(textOf(await ana.tap(type, 'US MD senior'))).toContain('still needs a newer, louder one: two people');
  });

  test('are at most seven, and three where there is an earlier check', async () => {
    await program('Lakeside IM');
    for (const [who, where] of [
      ['Dr. A', 'Lakeside Hospital'],
      ['Dr. B', 'Lakeside Clinic'],
      ['Dr. C', 'Lakeside North'],
      ['Dr. D', 'Lakeside South'],
    ])
      await log(who!, 'good', 'attending', { where: where! });
    const asked = async () => {
      let reply = await check({ program: 'Lakeside IM' });
      let questions = 0;
      while (labelsOf(reply).includes('Not now')) {
        questions += 1;
        const taps = labelsOf(reply);
        const answer = ['One, still open', 'A complaint', 'Solid', 'IMG', 'No, two places'].find(one =>
          taps.includes(one),
        );
        reply = await ana.tap(reply, answer ?? 'Not now');
      }
      return questions;
    };
    expect(await asked()).toBe(7);
    expect(await asked()).toBe(3);
  });

  test('ask once whether two names are one place, and remember it', async () => {
    await isType('img');
    await program('Lakeside IM', { market: 'outside' });
    for (const [who, role] of [
      ['Dr. A', 'program-director'],
      ['Dr. B', 'attending'],
      ['Chief C', 'chief'],
    ] as const)
      await log(who, 'at-once', role, { where: 'Lakeside Hospital' });
    const question = await check({ program: 'Lakeside IM', ...answered });
    expect(question.card.title).toBe('Is Lakeside Hospital the same place as Lakeside IM?');
    const school = await ana.tap(question, 'Yes, the same');
    const result = await ana.tap(school, 'Unknown there');
    expect(result.card.title).toBe('Lakeside IM: known and trusted');
    expect((await check({ program: 'Lakeside IM' })).card.title).toBe('Lakeside IM: known and trusted');
  });

  test('ask an IMG once of a place whether it is in the US, where nobody is known to be', async () => {
    await isType('img');
    await log('Dr. A', 'at-once', 'attending', { where: 'Mercy' });
    await log('Chief B', 'at-once', 'chief', { where: 'Mercy' });
    const question = await check(answered);
    expect(question.card.title).toBe('Is Mercy in the US?');
    expect((await ana.tap(question, 'Yes')).card.title).toBe('Known and trusted');
    const again = await ana.choose(await check(), 'Change an answer', 'Which places are in the US');
    expect(again.card.title).toBe('Is Mercy in the US?');
    expect(textOf(await ana.tap(again, 'No'))).toContain('No one who saw you work in the US speaks for you yet');
  });

  test('ask for the user’s own school once, whose attendings any program may call', async () => {
    await isType('us-md');
    await program('Lakeside IM', { market: 'inside' });
    await log('Dr. A', 'at-once', 'attending', { where: 'Emory Univ. Hospital' });
    await log('Dr. B', 'at-once', 'dean', { where: 'Emory' });
    const question = await check({ program: 'Lakeside IM', school: 'known', ...answered });
    expect(question.card.title).toBe('Which of these is your own school, or its hospital?');
    const form = await ana.open(question, 'Type it');
    const alike = await ana.submit(form, { own: 'Emory University' });
    expect(alike.card.title).toBe('Is Emory Univ. Hospital the same place as Emory University?');
    expect((await ana.tap(alike, 'Yes, the same')).card.title).toBe('Lakeside IM: known and trusted');
  });
});

describe('a program', () => {
  test('comes into being by a tap that says so, never by a word after the command', async () => {
    await isType('us-md');
    await log('Dr. A', 'at-once', 'dean');
    const asked = await check({ program: 'help', ...answered });
    expect(asked.card.title).toBe('Is "help" a program?');
    expect(labelsOf(asked)).toEqual(['Add it', 'No, check overall']);
    expect((await ana.tap(asked, 'No, check overall')).card.title).toBe('Liked, not yet a sure thing');
    expect(await programs()).toEqual([]);
    await ana.tap(await check({ program: 'Lakeside IM' }), 'Add it');
    expect(await programs()).toEqual(['Lakeside IM']);
  });

  test('that is typed nearly, or in part, is the one that it may be, or is asked about', async () => {
    await applicantA();
    expect((await check({ program: 'lakeside', ...answered, skip: 'school,market' })).card.title).toBe(
      'Lakeside IM: known and trusted',
    );
    const near = await check({ program: 'Lakeside Hospital' });
    expect(labelsOf(near)).toEqual(['Lakeside IM', 'Add it', 'No, check overall']);
    expect(await programs()).toEqual(['Lakeside IM']);
  });
});

describe('the result', () => {
  test('answers in at most 25 words, with the main button and three others, and no numbers of rows', async () => {
    await applicantA();
    await log('Nurse Wu', 'little', 'nurse', { where: 'Home', worry: 'team-fit' });
    await log('Ravi', 'little', 'resident', { where: 'Home', worry: 'team-fit' });
    const cards: Answer[] = [
      await check({ ...answered, program: 'Lakeside IM', skip: 'school,market,us' }),
      await check({ paper: 'borderline' }),
      await check({ paper: 'weak' }),
      await check({ incidents: 'open', kind: 'unsafe' }),
      await check({ show: 'reasons' }),
      await check({ show: 'history' }),
    ];
    for (const { card } of cards) {
      expect(words(card.answer)).toBeLessThanOrEqual(25);
      expect(plainText(card)).not.toMatch(/\bR\d+\b/);
      for (const block of card.blocks)
        if (block.type === 'buttons') expect(block.buttons.length).toBeLessThanOrEqual(4);
    }
    expect(plainText((await check({ show: 'how' })).card)).toMatch(/\bR15\b/);
  });

  test('begins by its main button the first move that would change it, and says what was answered since', async () => {
    await applicantA();
    await log('Ana Ruiz', 'warn', 'nurse', { where: 'Lakeside IM' });
    const hard = await check(answered);
    expect(hard.card.title).toBe('Something to fix first');
    expect(hard.card.answer).toBe('Close the loose end with Ana Ruiz. Best by Sat, Oct 17.');
    expect(textOf(hard)).toContain('Then: safe to pre-match.');
    expect(labelsOf(hard)).toEqual(['Open a loose end', 'A hard week', 'Where to begin', 'All reasons']);
    const form = await ana.open(hard, 'Open a loose end');
    expect(form).toMatchObject({ command: 'loose-ends', values: { with: 'Ana Ruiz' } });
    await ana.submit(form, { kind: 'growth', about: 'A short word after that night' });

    const end = await ana.tap(await check(), 'See the loose end');
    await ana.tap(end, 'It is done');
    const fixed = textOf(await check());
    expect(fixed).toContain('up from too risky to safe to pre-match');
    expect(fixed).toMatch(/Ana Ruiz's concern of .*12.* has been answered since\./);
  });

  test('shows the four worst rows, and all of them behind a button', async () => {
    await isType('img');
    await program('Lakeside IM');
    await log('Nurse Wu', 'warn', 'nurse', { where: 'Lakeside IM' });
    await log('Ravi', 'little', 'resident', { where: 'Lakeside IM', worry: 'team-fit' });
    const told = { incidents: 'open', kind: 'complaint', paper: 'weak', program: 'Lakeside IM', school: 'mixed' };
    const result = await check({ ...told, skip: 'market,us' });
    const rows = (answer: Answer) =>
      answer.card.blocks
        .flatMap(block => (block.type === 'list' ? block.items : []))
        .filter(item => /[.)]$/.test(item));
    const shown = result.card.blocks.flatMap(block =>
      block.type === 'list' && block.items.length === 4 ? block.items : [],
    );
    expect(shown).toHaveLength(4);
    const all = await ana.tap(result, 'All reasons');
    expect(rows(all).length).toBeGreaterThan(4);
    expect(textOf(all)).toContain('Your school’s history at Lakeside IM is mixed');
  });

  test('for one program says why it is better than overall', async () => {
    await applicantA();
    await log('Dr. B', 'at-once', 'attending', { where: 'Lakeside IM' });
    await log('Ravi', 'little', 'resident', { where: 'Hill', worry: 'team-fit' });
    expect(textOf(await check(answered))).toContain('Ravi has a worry: team fit.');
    expect(textOf(await check({ program: 'Lakeside IM', skip: 'school,market' }))).toContain(
      'Better than overall (rank only): what worries Ravi isn’t heard there.',
    );
  });

  test('overall and safe says at which programs no one would hear of it', async () => {
    await isType('us-md');
    await program('Mercy');
    await log('Dr. A', 'at-once', 'attending', { where: 'Home' });
    await log('Chief B', 'at-once', 'chief', { where: 'Home' });
    expect(textOf(await check(answered))).toContain('At Mercy, no one they would call has heard of it yet.');
  });

  test('offers the roles to be said where nobody said them, and counts them after one tap', async () => {
    await isType('us-md');
    await log('Dr. A', 'good', undefined);
    await log('Kim', 'at-once', undefined);
    const unsaid = await check(answered);
    expect(textOf(unsaid)).toContain('You haven’t said what Dr. A and Kim are, so their good words can’t count yet.');
    const menu = await ana.tap(unsaid, 'Say their role');
    const said = await ana.choose(menu, 'What is Dr. A’s role?', 'Attending');
    expect(textOf(await ana.tap(said, 'Check again'))).toContain('You haven’t said what Kim is');
  });

  test('asks for the letter that would carry a word to the program, and takes a yes by one tap', async () => {
    await isType('img');
    await program('Lakeside IM', { market: 'outside' });
    await log('Dr. A', 'at-once', 'attending', { where: 'Mercy' });
    await log('Dr. B', 'at-once', 'attending', { where: 'Hill' });
    await check({ place: 'Mercy', us: 'yes', ...answered });
    await check({ place: 'Hill', us: 'yes' });
    const there = () => check({ program: 'Lakeside IM', school: 'unknown', own: 'none' });
    const result = await there();
    expect(textOf(result)).toContain('Ask Dr. A for a letter this season.');
    expect(labelsOf(result).slice(0, 2)).toEqual(['Draft an honest ask', 'They will write one']);
    expect(textOf(await ana.tap(result, 'They will write one'))).toContain('Dr. A: writes you a letter this season.');
    expect((await personCalled('Dr. A')).letter).toBe(true);
    await ana.tap(await there(), 'They will write one');
    expect((await there()).card.title).toBe('Lakeside IM: known and trusted');
  });

  test('says kindly that no step helps with weak paper, and offers what still moves', async () => {
    await applicantA();
    const weak = await check({ ...answered, paper: 'weak' });
    expect(textOf(weak)).toContain('Your place on the lists can still move');
    expect(labelsOf(weak)[0]).toBe('What you can change');
  });

  test('with something left unanswered promises nothing, and begins with the answer', async () => {
    await applicantA();
    const open = await check({ skip: 'incidents,paper' });
    expect(textOf(open)).toContain('Where that leads depends on the answers.');
    expect(labelsOf(await ana.tap(open, 'Answer it'))).toContain('One, still open');
  });
});

describe('the same check again', () => {
  test('on the same day with nothing new says since when, and is kept once', async () => {
    await applicantA();
    await check(answered);
    now = now.add({ hours: 1 });
    const again = await check();
    expect(textOf(again)).toContain('Nothing has changed since 12 PM. It will when you log something.');
    expect(labelsOf(again)[0]).toBe('When you keep checking');
    expect(textOf(await check({ show: 'history' }))).toContain('1 kept, newest first.');
  });

  test('after mistreatment leads to where one can turn, whatever the bucket', async () => {
    await applicantA();
    await log('Dr. Rough', 'treated-badly', 'attending', { where: 'Home' });
    const result = await check(answered);
    expect(result.card.title).toBe('Known and trusted');
    expect(labelsOf(result)[0]).toBe('Where to turn');
  });
});

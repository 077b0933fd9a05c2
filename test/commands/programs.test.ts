import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { withoutBold } from '../../src/core/cards/bold.ts';
import type { RawOptions } from '../../src/core/commands/call.ts';
import { movableClock } from '../support/bot.ts';
import { labelsOf, type Member, startCore, textOf } from '../support/member.ts';

// Wed, Oct 28, 2026, 2 PM in Chicago.
const NOW = '2026-10-28T14:00[America/Chicago]';
const clock = movableClock(NOW);
let core: Awaited<ReturnType<typeof startCore>>;
let ana: Member;
let people = 0;

beforeAll(async () => {
  core = await startCore(commands, clock);
});
afterAll(() => core.stop());

/** Each test has a notebook of its own, of an IMG in Chicago. */
beforeEach(async () => {
  clock.moveTo(NOW);
  people += 1;
  ana = core.member(`ana-${people}`);
  await ana.say('settings', { zone: 'America/Chicago', type: 'img', next: 'done' });
});

const programs = (options: RawOptions = {}) => ana.say('programs', options);
const text = async (options: RawOptions = {}) => textOf(await programs(options));
const add = (name: string, more: RawOptions = {}) => programs({ do: 'add', name, ...more });
const LAKESIDE = { name: 'Lakeside', specialty: 'internal medicine', market: 'outside', notes: 'welcome' };

describe('the list', () => {
  test('invites where there is nothing, and opens the form', async () => {
    const empty = await programs();
    expect(textOf(empty)).toContain('No programs yet');
    expect((await ana.open(empty, 'Add the first')).fields.map(({ name }) => name)).toEqual([
      'name',
      'specialty',
      'market',
      'rotated',
      'notes',
    ]);
  });

  test('has the next interview or deadline first, five on a page', async () => {
    for (const name of ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir']) await add(name);
    await programs({ do: 'interview', name: 'Fir', when: 'Tue 3 Nov 9am' });
    await programs({ do: 'offer', name: 'Elm', by: 'Fri 30 Oct 5pm' });
    const first = await programs();
    expect(first.card.answer).toBe('Next: Elm, answer by Fri, Oct 30, 5 PM CT.');
    const lines = first.card.blocks.flatMap(block => (block.type === 'list' ? block.items.map(withoutBold) : []));
    expect(lines.slice(0, 3)).toEqual([
      'Elm: answer by Fri, Oct 30, 5 PM CT',
      'Fir: interview Tue, Nov 3, 9 AM CT',
      'Alder',
    ]);
    expect(lines).toHaveLength(5);
    expect(textOf(await ana.tap(first, 'More'))).toContain('- Dogwood');
  });
});

describe('a program', () => {
  test('is added, changed by its form and taken back', async () => {
    expect(textOf(await add('Lakeside', { ...LAKESIDE, rotated: 'yes' }))).toContain(
      'Lakeside: internal medicine, outside the Match, rotated there, notes welcome.',
    );
    const page = await programs({ name: 'lakeside' });
    const form = await ana.open(page, 'Edit');
    expect(form.values).toMatchObject({ name: 'Lakeside', rotated: 'yes', notes: 'welcome' });
    const changed = await ana.submit(form, { name: 'Lakeside IM', rotated: 'no' });
    expect(textOf(changed)).toContain('Lakeside IM: internal medicine, outside the Match, notes welcome.');
    await ana.tap(changed, 'Undo');
    expect(await text({ name: 'Lakeside' })).toContain('rotated there');
  });

  test('of which nothing is known but its name has no empty block', async () => {
    await add('Lakeside');
    const { card } = await programs({ name: 'Lakeside' });
    expect(card.answer).toBe('No route reaches Lakeside yet.');
    expect(card.blocks.map(({ type }) => type)).toEqual(['buttons', 'select', 'buttons']);
  });

  test('is not added twice: its name alone opens it, and more said of it is kept', async () => {
    await add('Lakeside', LAKESIDE);
    expect(await text({ do: 'add', name: 'LAKESIDE' })).toContain('About: internal medicine');
    expect(await text({ do: 'add', name: 'lakeside', market: 'inside' })).toContain('internal medicine, in the Match');
    expect((await (await ana.notebook()).programs.all()).length).toBe(1);
  });

  test('shows everything that is tied to it', async () => {
    await add('Lakeside', LAKESIDE);
    await ana.say('log', { who: 'Dr. Patel', they: 'good', role: 'chief', when: 'yesterday' });
    const patel = (await (await ana.notebook()).people.all())[0]!;
    await (await ana.notebook()).people.change(patel.id, { knownAt: ['Lakeside'] });
    await ana.say('loose-ends', { do: 'open', person: patel.id, kind: 'thank-you', about: 'the night in the ICU' });
    await programs({ do: 'interview', name: 'Lakeside', when: 'Tue 3 Nov 9am' });
    await programs({ do: 'offer', name: 'Lakeside', by: 'in 48 hours' });
    await programs({ do: 'clue', name: 'Lakeside', clue: 'warm-then-silent' });
    const page = await programs({ name: 'Lakeside' });
    expect(textOf(page).split('\n').slice(0, 9)).toEqual([
      'Lakeside',
      'Answer by Fri, Oct 30, 2 PM CT. One of four routes reaches Lakeside.',
      'About: internal medicine, outside the Match, notes welcome',
      'Could be called: Dr. Patel (knows somebody there)',
      'Who knows whom: Dr. Patel',
      'Interviews: interview Tue, Nov 3, 9 AM CT',
      'Offer: answer by Fri, Oct 30, 2 PM CT (48 hours left)',
      'Clues: One clue from Lakeside, and a weak one.',
      'Still open: Dr. Patel: the night in the ICU (a thank-you).',
    ]);
    expect(labelsOf(page)).toEqual(['Add an interview', 'Who could be called', 'My bucket there', 'Edit', 'Remove']);
    expect(textOf(await ana.choose(page, 'Open one of these', 'Interview, Tue, Nov 3'))).toContain(
      'Still open: Dr. Patel: the night in the ICU',
    );
    expect(textOf(await ana.tap(page, 'Who could be called'))).toContain('One of four routes reaches Lakeside.');
  });

  test('goes with what is tied to it, and comes back with it', async () => {
    await add('Lakeside');
    await programs({ do: 'interview', name: 'Lakeside', when: 'Tue 3 Nov 9am' });
    const removed = await ana.tap(await programs({ name: 'Lakeside' }), 'Remove');
    expect(await text()).toContain('No programs yet');
    await ana.tap(removed, 'Undo');
    expect(await text({ name: 'Lakeside' })).toContain('interview Tue, Nov 3');
  });

  test('that nobody knows is asked about, and added by one tap or not at all', async () => {
    const asked = await programs({ name: 'Nowhere' });
    expect(textOf(asked)).toContain('Is “Nowhere” a program?');
    expect(labelsOf(asked)).toEqual(['Add Nowhere', 'No']);
    expect(textOf(await ana.tap(asked, 'No'))).toContain('No programs yet');
    await ana.tap(asked, 'Add Nowhere');
    expect(await text({ name: 'nowhere' })).toContain('No route reaches Nowhere yet.');
  });

  test('of which a name fits two is asked, with one tap each, for a page and for an interview', async () => {
    await add('St. Mary IM');
    clock.pass({ minutes: 1 });
    await add('St. Mary West');
    expect(textOf(await ana.tap(await programs({ name: 'mary' }), 'St. Mary West'))).toContain('St. Mary West');
    const asked = await programs({ name: 'mary', when: 'Tue 3 Nov 9am' });
    expect(textOf(asked)).toContain('That could be St. Mary IM and St. Mary West. Which one is it?');
    expect((await ana.tap(asked, 'St. Mary IM')).card.answer).toContain('Interview at St. Mary IM: Tue, Nov 3, 2026');
  });
});

describe('what is typed without saying what it is', () => {
  test('a day and an hour are an interview', async () => {
    const noted = await programs({ name: 'Lakeside', when: 'Tue 3 Nov 9am' });
    expect(noted.card.answer).toContain('Interview at Lakeside: Tue, Nov 3, 2026, 9 AM');
    expect((await programs({ name: 'Lakeside', when: 'Mon 2 Nov 7pm', kind: 'social' })).card.answer).toContain(
      'Social at Lakeside',
    );
  });

  test('a clue is a clue, with its words and its day', async () => {
    await programs({ name: 'Lakeside', clue: 'other', note: 'They wrote', on: 'yesterday' });
    expect((await (await ana.notebook()).clues.all())[0]).toMatchObject({ kind: 'other', note: 'They wrote' });
  });

  test('what tells of the program itself adds it', async () =>
    expect(await text({ name: 'Lakeside', specialty: 'pediatrics' })).toContain('Lakeside: pediatrics.'));

  test('what does not go together is refused, and both are kept', async () => {
    const apart = await programs({ name: 'Lakeside', when: 'Tue 3 Nov 9am', clue: 'other' });
    expect(textOf(apart)).toContain('"when" and "clue" don’t go together.');
    expect(await text()).toContain('No programs yet');
    expect((await ana.tap(apart, 'Interview')).card.answer).toContain('Tue, Nov 3, 2026');
    expect(textOf(await ana.tap(apart, 'Clue'))).toContain('A clue from Lakeside');
  });

  test('with what it is not for, it is asked', async () => {
    const asked = await programs({ do: 'show', name: 'Lakeside', when: 'Tue 3 Nov 9am' });
    expect(textOf(asked)).toContain('I can’t use "when" with "Show", and nothing was saved.');
    expect((await ana.tap(asked, 'Interview')).card.answer).toContain('Interview at Lakeside');
  });
});

describe('a note', () => {
  const noteOf = async () => (await (await ana.notebook()).programs.all())[0]?.note;

  test('is kept with the program, line by line, and shown on its page', async () => {
    await programs({ name: 'Lakeside', note: 'PD trained at Duke' });
    const second = await programs({ name: 'Lakeside', note: 'Night float from January' });
    expect(textOf(second)).toContain('PD trained at Duke\nNight float from January');
    expect(await text({ name: 'Lakeside' })).toContain('Note: PD trained at Duke');
    await ana.tap(second, 'Undo');
    expect(await noteOf()).toBe('PD trained at Duke');
  });

  test('is edited as a whole, removed, and brought back', async () => {
    const noted = await programs({ name: 'Lakeside', note: 'PD trained at Duke' });
    await ana.submit(await ana.open(noted, 'Edit it'), { note: 'PD trained at Yale' });
    expect(await noteOf()).toBe('PD trained at Yale');
    const page = await programs({ name: 'Lakeside' });
    const removed = await ana.tap(await ana.tap(page, 'My note'), 'Remove it');
    expect(await noteOf()).toBeNull();
    await ana.tap(removed, 'Undo');
    expect(await noteOf()).toBe('PD trained at Yale');
  });

  test('for which there is no room is refused whole', async () => {
    for (let part = 0; part < 4; part++) await programs({ name: 'Lakeside', note: 'n'.repeat(450) });
    const full = await programs({ name: 'Lakeside', note: 'm'.repeat(450) });
    expect(textOf(full)).toContain('room for 2,000 characters of notes');
    expect((await ana.open(full, 'Try again')).values.note).toBe('m'.repeat(450));
  });
});

describe('an interview', () => {
  const interview = (options: RawOptions = {}) => programs({ do: 'interview', name: 'Lakeside', ...options });

  test('typed without its hour opens its form, with the zone that is known', async () => {
    const form = await ana.typed('programs', { do: 'interview', name: 'Lakeside' });
    expect(form).toMatchObject({ title: 'An interview', values: { name: 'Lakeside', zone: 'Central (Chicago)' } });
    expect(form?.fields.map(({ name, required }) => [name, required])).toEqual([
      ['name', true],
      ['kind', false],
      ['when', true],
      ['zone', false],
    ]);
    expect(await ana.typed('programs', { do: 'interview', name: 'Lakeside', when: '3 pm' })).toBeUndefined();
    await interview({ when: 'Tue 3 Nov 9am', zone: 'New York' });
    expect((await ana.typed('programs', { do: 'interview', name: 'lakeside' }))?.values.zone).toBe(
      'Eastern (New York)',
    );
  });

  test('is echoed with its year and both clocks, and the program is added with it', async () => {
    const reply = await interview({ when: 'Tue 3 Nov 9am', zone: 'Los Angeles' });
    expect(reply.card.title).toBe('Noted, and Lakeside is in your list');
    expect(reply.card.answer).toBe('Interview at Lakeside: Tue, Nov 3, 2026, 9 AM PT, 11 AM for you.');
    expect(textOf(reply)).toContain('The evening before, on your clock: Mon, Nov 2, 6 PM CT.');
  });

  test('keeps its hour over the night when the clocks go back', async () => {
    const reply = await interview({ when: 'Sat 31 Oct 9am', zone: 'UTC' });
    expect(reply.card.answer).toContain('Sat, Oct 31, 2026, 9 AM UTC, 4 AM for you');
    expect((await interview({ when: 'Mon 2 Nov 9am', zone: 'UTC' })).card.answer).toContain('3 AM for you');
  });

  test('at "3 pm" said at 2 pm is today, and its eve is said at once', async () => {
    const reply = await interview({ when: '3 pm' });
    expect(reply.card.answer).toContain('Wed, Oct 28, 2026, 3 PM');
    expect(textOf(reply)).toContain('has come already');
    expect(textOf(reply)).toContain('Look up whom you may meet');
  });

  test('is moved, and moved back by undo', async () => {
    const added = await interview({ when: 'Tue 3 Nov 9am', kind: 'social' });
    const form = await ana.open(added, 'Change');
    expect(form.values).toMatchObject({ when: '2026-11-03 09:00', kind: 'social' });
    const moved = await ana.submit(form, { when: 'Wed 4 Nov 5:30 pm' });
    expect(moved.card.answer).toContain('Social at Lakeside: Wed, Nov 4, 2026, 5:30 PM');
    expect((await (await ana.notebook()).interviews.all()).length).toBe(1);
    await ana.tap(moved, 'Undo');
    expect(await text({ name: 'Lakeside' })).toContain('social Tue, Nov 3, 9 AM');
  });

  test('that is over asks for a note where notes are welcome, once', async () => {
    await add('Lakeside', LAKESIDE);
    await interview({ when: 'Tue 3 Nov 9am' });
    clock.moveTo('2026-11-04T10:00[America/Chicago]');
    const over = await ana.choose(await programs({ name: 'Lakeside' }), 'Open one of these', 'Interview, Tue, Nov 3');
    expect(labelsOf(over).slice(0, 2)).toEqual(['Write the note', 'It is sent']);
    const sent = await ana.tap(over, 'It is sent');
    expect(textOf(sent)).toContain('One note is enough.');
    expect(labelsOf(sent)).not.toContain('It is sent');
  });

  test('without its hour is refused, and what was typed is kept', async () => {
    const refused = await interview({ when: 'Tue, Nov 3' });
    expect(textOf(refused)).toContain('At what hour on Tue, Nov 3, 2026?');
    expect((await ana.open(refused, 'Try again')).values).toMatchObject({ name: 'Lakeside', when: 'Tue, Nov 3' });
    expect(await text()).toContain('No programs yet');
  });

  test('on a weekday that the date is not is asked about, and one tap saves it', async () => {
    const asked = await interview({ when: 'Tue 4 Nov 9am' });
    expect(textOf(asked)).toContain('Wed, Nov 4, 2026 is a Wednesday, not a Tuesday. Which day is it?');
    const saved = await ana.tap(asked, 'Tue, Nov 3, 2026, 9 AM');
    expect(saved.card.answer).toContain('Tue, Nov 3, 2026, 9 AM CT');
  });

  test('in a zone that is said is kept in it, and shown on both clocks', async () => {
    const reply = await interview({ when: 'Tue 3 Nov 9am ET' });
    expect(reply.card.answer).toContain('Tue, Nov 3, 2026, 9 AM ET, 8 AM for you');
  });

  test('in a zone that is another than the field’s is asked about', async () => {
    const asked = await interview({ when: 'Tue 3 Nov 9am ET', zone: 'Chicago' });
    expect(textOf(asked)).toContain('Your words say 9 AM ET, and');
    expect(await text()).toContain('No programs yet');
    const saved = await ana.tap(asked, '9 AM ET');
    expect(saved.card.answer).toContain('8 AM CT');
    expect((await interview({ when: 'Tue 3 Nov 9am ET', zone: 'Detroit' })).card.answer).toContain('9 AM');
  });

  test('shows how a bare hour was read, and an end that is not kept', async () => {
    expect(textOf(await interview({ when: 'Tue, Nov 3 at 3' }))).toContain('"at 3" is read as 3 PM.');
    expect(textOf(await interview({ when: 'Tue, Nov 3 at 7', kind: 'social' }))).toContain('7 PM CT');
    expect(textOf(await interview({ when: 'Dec 8 from 9 AM to 1 PM' }))).toContain(
      'It ends at 1 PM; only the start is kept.',
    );
  });
});

describe('an invitation', () => {
  const invite = (options: RawOptions = {}) =>
    programs({ do: 'invitation', name: 'Lakeside', by: 'Fri 30 Oct 5pm', ...options });
  const kept = async () => (await (await ana.notebook()).invitations.all()).map(({ state }) => state);

  test('or an offer: "by" is asked about once, and everything typed is kept', async () => {
    const asked = await programs({ name: 'Lakeside', by: 'Fri 30 Oct 5pm', zone: 'New York' });
    expect(textOf(asked)).toContain('Which is it: invitation or offer?');
    expect(await text()).toContain('No programs yet');
    const noted = await ana.tap(asked, 'Invitation');
    expect(noted.card.answer).toBe('Lakeside: Answer by Fri, Oct 30, 5 PM ET, in 50 hours.');
    expect(textOf(await ana.tap(asked, 'Offer'))).toContain('An offer');
  });

  test('with the day that it names is one thing', async () => {
    const noted = await programs({ name: 'Lakeside', by: 'Fri 30 Oct 5pm', when: 'Tue 3 Nov 9am' });
    expect(textOf(noted)).toContain('Interview: Tue, Nov 3, 2026, 9 AM CT');
    expect((await ana.open(noted, 'I accepted')).values).toMatchObject({ when: '2026-11-03 09:00', name: 'Lakeside' });
  });

  test('names NRMP’s 48 hours as far as they hold: in the Match, and where that is not known', async () => {
    await add('Lakeside', { ...LAKESIDE, market: 'inside' });
    expect(textOf(await invite())).toContain('NRMP asks programs in the Match to give at least 48 hours to answer.');
    expect(textOf(await invite({ by: 'in 24 hours' }))).toContain('This clock looks shorter.');
    expect(textOf(await invite({ name: 'Mercy' }))).toContain('If it’s in the Match: NRMP');
    await add('Outer', { market: 'outside' });
    expect(textOf(await invite({ name: 'Outer' }))).not.toContain('NRMP');
  });

  test('without a time opens its form, and is kept without one', async () => {
    const form = await ana.typed('programs', { do: 'invitation', name: 'Lakeside' });
    expect(form?.fields.map(({ name, required }) => [name, required])).toEqual([
      ['name', true],
      ['by', false],
      ['when', false],
      ['zone', false],
    ]);
    expect(textOf(await ana.submit(form!))).toContain('No time to answer is noted. Answer soon');
  });

  test('that is accepted becomes the interview by its form; one undo takes both back', async () => {
    const form = await ana.open(await invite({ when: 'Tue 3 Nov 9am', minutes: '240' }), 'I accepted');
    expect(form.title).toBe('An interview');
    const accepted = await ana.submit(form, { kind: 'interview' });
    expect(accepted.card.title).toBe('Accepted, and noted');
    expect(accepted.card.answer).toBe('Interview at Lakeside: Tue, Nov 3, 2026, 9 AM CT, for 4 hours.');
    expect(await kept()).toEqual(['accepted']);
    await ana.tap(accepted, 'Undo');
    expect(await kept()).toEqual(['open']);
    expect(await (await ana.notebook()).interviews.all()).toEqual([]);
  });

  test('that is accepted before there is a day keeps that, and asks for the interview', async () => {
    const accepted = await ana.tap(await invite(), 'Accepted, no day yet');
    expect(accepted.card.answer).toBe('Lakeside: accepted.');
    const form = await ana.open(accepted, 'Add the interview');
    await ana.submit(form, { when: 'Tue 3 Nov 9am' });
    expect(await kept()).toEqual(['accepted']);
    expect(await text({ name: 'Lakeside' })).toContain('Invitation: accepted');
  });

  test('that is declined leads to a short kind draft', async () => {
    const declined = await ana.tap(await invite(), 'I declined');
    expect(textOf(declined)).toContain('no reason is owed');
    const form = await ana.open(declined, 'Write it');
    expect(form.rest.options).toMatchObject({ kind: 'decline' });
    expect(textOf(await ana.submit(form, { to: 'Ms. Ortiz' }))).toContain(
      'Thank you for inviting me to interview at Lakeside.',
    );
    expect(await kept()).toEqual(['declined']);
    expect(labelsOf(await ana.tap(declined, 'Open it again'))).toContain('I declined');
  });

  test('is on the page, in the list, in the season, and can be changed and removed', async () => {
    const noted = await invite();
    expect(await text({ name: 'Lakeside' })).toContain('Invitation: answer by Fri, Oct 30, 5 PM');
    expect((await programs()).card.answer).toContain('Next: Lakeside, answer by Fri, Oct 30');
    expect(textOf(await ana.say('timeline'))).toContain('nswer Lakeside, Fri, Oct 30');
    expect((await ana.say('backchannel')).card.answer).toContain('Answer Lakeside by Fri, Oct 30, 5 PM CT');
    const changed = await ana.submit(await ana.open(noted, 'Change'), { by: 'Sat, Oct 31 noon' });
    expect(changed.card.answer).toContain('Answer by Sat, Oct 31, 12 PM');
    expect(textOf(await ana.tap(changed, 'Remove'))).toContain('Invitation from Lakeside: removed.');
    expect(await kept()).toEqual([]);
  });
});

describe('a clue', () => {
  const clue = (options: RawOptions = {}) =>
    programs({ do: 'clue', name: 'Lakeside', clue: 'insider-detail', ...options });

  test('says what it may mean, what else it may be, and how weak it is', async () => {
    const reply = await clue({ note: 'They asked about my night float schedule', on: 'yesterday' });
    expect(reply.card.answer).toContain('Somebody who knows you may have told them.');
    expect(textOf(reply)).toContain('"They asked about my night float schedule"');
    expect(textOf(reply)).toContain('Tue, Oct 27, 2026');
    expect(textOf(reply)).toContain('One clue from Lakeside, and a weak one. This is weak evidence');
    expect(textOf(await clue({ clue: 'warm-then-silent' }))).toContain('Weak clues stay weak together.');
  });

  test('is taken back by undo and by its button', async () => {
    await ana.tap(await clue(), 'Undo');
    expect(await (await ana.notebook()).clues.all()).toEqual([]);
    const removed = await ana.tap(await clue(), 'Remove it');
    expect(await (await ana.notebook()).clues.all()).toEqual([]);
    await ana.tap(removed, 'Undo');
    expect(await (await ana.notebook()).clues.all()).toHaveLength(1);
  });

  test('is what old buttons that say "signal" lead to, with all that was given', async () => {
    await ana.tap(await programs({ do: 'signal', name: 'Lakeside', clue: 'other', note: 'They wrote' }), 'Note a clue');
    const [kept] = await (await ana.notebook()).clues.all();
    expect(kept?.note).toBe('They wrote');
    expect(await text({ item: `signal.${kept?.id}` })).toContain('They wrote');
    const asked = await programs({ do: 'signal', name: 'Lakeside' });
    expect(textOf(asked)).toContain('A signal is what you send to a program.');
    expect((await ana.open(asked, 'Note a clue')).title).toBe('A clue');
  });

  test('of a day that has not come is refused', async () =>
    expect(textOf(await clue({ on: 'tomorrow' }))).toContain('has not come yet'));
});

test('a program’s name completes, for its owner alone', async () => {
  await add('Lakeside');
  expect(await ana.suggest('programs', 'name', 'lake')).toEqual([{ label: 'Lakeside', value: 'Lakeside' }]);
  expect(await core.member(`ben-${people}`).suggest('programs', 'name', 'lake')).toEqual([]);
});

test('nobody else opens a program, or an interview by its id', async () => {
  await add('Lakeside');
  const ben = core.member(`ben-${people}`);
  expect(textOf(await ben.say('programs', { name: 'Lakeside' }))).toContain('No program of yours');
  const page = await programs({ name: 'Lakeside' });
  const interview = await ana.submit(await ana.open(page, 'Add an interview'), { when: 'Tue 3 Nov 9am' });
  const id = (await (await ana.notebook()).interviews.all())[0]!.id;
  expect(textOf(interview)).toContain('Nov 3');
  expect(textOf(await ben.say('programs', { item: `interview.${id}` }))).toContain('not in your notebook any more');
});

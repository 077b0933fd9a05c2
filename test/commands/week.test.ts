import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
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

beforeEach(async () => {
  clock.moveTo(NOW);
  people += 1;
  ana = core.member(`ana-${people}`);
  await ana.say('settings', { zone: 'America/Chicago', type: 'img', next: 'done' });
});

const programs = (options: RawOptions = {}) => ana.say('programs', options);
const threeInvitations = async () => {
  await programs({ do: 'invitation', name: 'Lakeside', by: 'Fri 30 Oct 9am' });
  await programs({ do: 'invitation', name: 'Mercy', by: 'Fri 30 Oct 5pm' });
  await programs({ do: 'invitation', name: 'Cedar', by: 'Fri 30 Oct 6pm' });
};

describe('the coming seven days', () => {
  test('are one card, reached by its word: what comes, who is due, and one thing to do', async () => {
    await programs({ do: 'interview', name: 'Lakeside', when: 'Tue 3 Nov 9am' });
    await programs({ do: 'interview', name: 'Mercy', when: 'Fri 13 Nov 9am' });
    await ana.say('loose-ends', { do: 'open', about: 'The late sign-out', kind: 'apology' });
    const week = await ana.types('backchannel', 'week');
    expect(week.card.title).toBe('Your next seven days');
    expect(week.card.answer).toMatch(/^One thing to do: /);
    const text = textOf(week);
    expect(text).toContain('Interview at Lakeside, Tue, Nov 3, 9 AM CT');
    expect(text).not.toContain('Mercy');
    expect(text).toContain('The late sign-out');
    expect(textOf(await ana.say('backchannel', { show: 'week' }))).toBe(text);
    expect(textOf(await ana.say('backchannel', { to: 'week' }))).toBe(text);
    expect(textOf(await ana.say('show', { what: 'week' }))).toBe(text);
  });

  test('keep three invitations of one day apart, on Home, too, and each opens from there', async () => {
    await threeInvitations();
    const week = await ana.types('backchannel', 'my week');
    expect(textOf(week)).toContain('Answer Lakeside, Fri, Oct 30, 9 AM CT');
    expect(textOf(week)).toContain('Answer Mercy, Fri, Oct 30, 5 PM CT');
    expect(textOf(week)).toContain('Answer Cedar, Fri, Oct 30, 6 PM CT');
    const opened = await ana.choose(week, 'Open one of these', 'Answer Mercy, Fri, Oct 30, 5 PM CT');
    expect(labelsOf(opened)).toEqual(expect.arrayContaining(['I accepted', 'I declined']));
    const home = await ana.say('backchannel');
    expect(home.card.answer).toContain('Answer Lakeside by Fri, Oct 30, 9 AM CT');
    expect(home.card.answer).toContain('Also that day: Mercy and Cedar.');
  });

  test('an accepted invitation becomes its interview, and a declined one a short draft', async () => {
    await threeInvitations();
    const home = await ana.say('backchannel');
    const form = await ana.open(await ana.tap(home, 'Answer it'), 'I accepted');
    expect(form.values).toMatchObject({ name: 'Lakeside' });
    expect(textOf(await ana.submit(form, { when: 'Tue 3 Nov 9am' }))).toContain('Accepted, and noted');
    expect(textOf(await ana.types('backchannel', 'week'))).toContain('Interview at Lakeside, Tue, Nov 3, 9 AM CT');
    const declined = await ana.tap(await ana.tap(await ana.say('backchannel'), 'Answer it'), 'I declined');
    expect(labelsOf(declined)).toContain('Write it');
  });

  test('say so where nothing is ahead, and offer what can be done', async () => {
    const week = await ana.types('backchannel', 'week');
    expect(textOf(week)).toContain('Nothing has a day of its own this week.');
  });
});

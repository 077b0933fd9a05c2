import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import type { RawOptions } from '../../src/core/commands/call.ts';
import { movableClock } from '../support/bot.ts';
import { labelsOf, type Member, startCore, textOf } from '../support/member.ts';

const NOW = '2027-01-20T14:00[America/Chicago]';
const clock = movableClock(NOW);
let core: Awaited<ReturnType<typeof startCore>>;
let ana: Member;
let people = 0;

beforeAll(async () => {
  core = await startCore(commands, clock);
});
afterAll(() => core.stop());

beforeEach(async () => {
  people += 1;
  ana = core.member(`ana-${people}`);
  await ana.say('settings', { zone: 'America/Chicago', type: 'img', next: 'done' });
  for (const name of ['Lakeside', 'Mercy', 'Cedar']) await programs({ do: 'add', name, market: 'inside' });
});

const programs = (options: RawOptions = {}) => ana.say('programs', options);
const rank = (options: RawOptions = {}) => programs({ do: 'rank', ...options });
const order = async () => {
  const all = await (await ana.notebook()).programs.all();
  return all
    .filter(({ rankPlace }) => rankPlace !== null)
    .toSorted((one, other) => (one.rankPlace ?? 0) - (other.rankPlace ?? 0))
    .map(({ name }) => name);
};
const rankAll = async () => {
  for (const name of ['Lakeside', 'Mercy', 'Cedar']) await rank({ name });
};

describe('a rank list', () => {
  test('is made by hand: put on, up, down, off, each taken back by itself', async () => {
    await rankAll();
    expect(await order()).toEqual(['Lakeside', 'Mercy', 'Cedar']);
    const opened = await ana.choose(await rank(), 'Pick one to move or compare', 'Cedar');
    const up = await ana.tap(await ana.tap(opened, 'Up'), 'Up');
    expect(await order()).toEqual(['Cedar', 'Lakeside', 'Mercy']);
    expect(labelsOf(up)).not.toContain('Up');
    await ana.tap(up, 'Undo');
    expect(await order()).toEqual(['Lakeside', 'Cedar', 'Mercy']);
    await ana.tap(up, 'Down');
    const off = await ana.tap(opened, 'Take off');
    expect(await order()).toEqual(['Lakeside', 'Mercy']);
    await ana.tap(off, 'Undo');
    expect(await order()).toEqual(['Lakeside', 'Mercy', 'Cedar']);
  });

  test('says every time that only NRMP’s system counts, and how to order it', async () => {
    for (const shown of [await rank(), await rank({ name: 'Lakeside' }), await rank()])
      expect(textOf(shown)).toContain('Only the list that you certify in NRMP’s system counts.');
    expect(textOf(await rank())).toContain('Rank by your own wish');
  });

  test('takes programs in the Match alone, and asks where that is not known', async () => {
    await programs({ do: 'add', name: 'Baylor', market: 'outside' });
    expect(textOf(await rank({ name: 'Baylor' }))).toContain('outside the Match');
    const asked = await rank({ name: 'Alder' });
    expect(textOf(asked)).toContain('Is Alder in the Match?');
    expect(await order()).toEqual([]);
    await ana.tap(asked, 'In the Match');
    expect(await order()).toEqual(['Alder']);
  });

  test('shows two side by side, without a word on which is better', async () => {
    await rankAll();
    await ana.say('log', { who: 'Kim', they: 'at-once', role: 'chief', where: 'Mercy' });
    await programs({ do: 'debrief', name: 'Lakeside', wish: 'maybe', flag: 'serious', line: 'Two residents left' });
    const beside = textOf(await ana.choose(await rank({ name: 'Lakeside' }), 'Compare it with', 'Mercy'));
    expect(beside).toMatch(/Lakeside: what you wrote.*Two residents left/);
    expect(beside).toMatch(/Mercy: could speak for you.*Kim/);
    expect(beside).toMatch(/Lakeside: red flag.*serious/);
  });

  test('names the official day, or the own one that comes before it, until it is certified', async () => {
    await rank({ name: 'Lakeside' });
    expect(textOf(await rank())).toMatch(/Certify it by Wed, Mar 3, 9 PM ET \(expected\); see NRMP calendars/);
    expect(textOf(await rank({ certify: 'Mar 20' }))).toContain('That day is too late');
    expect(textOf(await rank({ certify: 'Feb 26' }))).toContain('I’ll remind you a week and a day before');
    expect(textOf(await rank())).toMatch(/Certify it by Fri, Feb 26, your own date\. The deadline is Wed, Mar 3/);
    await ana.tap(await rank(), 'It is certified');
    expect(textOf(await rank())).toContain('You said that it is certified.');
  });
});

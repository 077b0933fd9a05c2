import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { plainText } from '../../src/core/cards/plaintext.ts';
import type { RawOptions } from '../../src/core/commands/call.ts';
import type { Answer } from '../../src/core/ports/request.ts';
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
    const opened = await ana.choose(await rank(), 'Move or compare one', 'Cedar');
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
    await programs({ do: 'add', name: 'Alder' });
    const asked = await rank({ name: 'Alder' });
    expect(textOf(asked)).toContain('Is Alder in the Match?');
    expect(await order()).toEqual([]);
    await ana.tap(asked, 'In the Match');
    expect(await order()).toEqual(['Alder']);
  });

  test('adds no program that it does not know before it is told whether it is in the Match', async () => {
    const names = async () => (await (await ana.notebook()).programs.all()).map(({ name }) => name).toSorted();
    const asked = await rank({ name: 'Birch' });
    expect(textOf(asked)).toContain('Is Birch in the Match?');
    expect(textOf(asked)).toContain('Nothing was saved.');
    expect(await names()).toEqual(['Cedar', 'Lakeside', 'Mercy']);
    await ana.tap(await rank({ name: 'Dover' }), 'Outside');
    expect(await names()).toContain('Dover');
    expect(await order()).toEqual([]);
    await ana.tap(asked, 'In the Match');
    expect(await order()).toEqual(['Birch']);
    const beside = await rank({ name: 'Lakeside', beside: 'Nowhere' });
    expect(textOf(beside)).toContain('No program of yours is called "Nowhere"');
    expect(await names()).not.toContain('Nowhere');
  });

  test('is read in twenty seconds, and so are two side by side: with long names, and all of it debriefed', async () => {
    const long = [
      'Lakeside General Hospital',
      'Mercy Medical Center',
      'Cedar Internal Medicine',
      'University of Alder',
    ];
    for (const name of [...long, 'Birch County Clinic']) {
      await programs({ do: 'add', name, market: 'inside' });
      const line = 'The residents stay late and laugh about it; the chief knew every name on the floor';
      await programs({ do: 'debrief', name, wish: 'maybe', mood: 'fine', flag: 'serious', knew: 'yes', line });
      await rank({ name });
    }
    for (const who of ['Dr. Patel', 'Nurse Kim', 'Ana Ruiz'])
      await ana.say('log', { who, they: 'at-once', role: 'attending', where: 'Mercy Medical Center' });
    const words = (shown: Answer) => plainText(shown.card).replaceAll(/^- /gm, '').split(/\s+/).length;
    expect(words(await rank())).toBeLessThanOrEqual(85);
    expect(words(await rank({ name: 'Mercy Medical Center' }))).toBeLessThanOrEqual(85);
    const beside = await rank({ name: 'Mercy Medical Center', beside: 'Lakeside General Hospital' });
    expect(beside.card.title).toBe('Side by side');
    expect(words(beside)).toBeLessThanOrEqual(85);
  });

  test('shows two side by side, without a word on which is better', async () => {
    await rankAll();
    await ana.say('log', { who: 'Kim', they: 'at-once', role: 'chief', where: 'Mercy' });
    await programs({ do: 'debrief', name: 'Lakeside', wish: 'maybe', flag: 'serious', line: 'Two residents left' });
    const beside = textOf(await ana.choose(await rank({ name: 'Lakeside' }), 'Compare it with', 'Mercy'));
    expect(beside).toMatch(/Mercy\s+- Nothing written yet\s+- Red flag: not noted\s+- Speaks for you: Kim/);
    expect(beside).toMatch(
      /Lakeside\s+- Would rank it: maybe\. “Two residents left”\s+- Red flag: serious\s+- Speaks for you: nobody yet/,
    );
  });

  test('names the official day, or the own one that comes before it, until it is certified', async () => {
    await rank({ name: 'Lakeside' });
    expect(textOf(await rank())).toMatch(/Certify it by Wed, Mar 3, 9 PM ET \(expected\)\./);
    expect(textOf(await rank({ certify: 'Mar 20' }))).toContain('That day is too late');
    expect(textOf(await rank({ certify: 'Feb 26' }))).toContain('I’ll remind you a week and a day before');
    expect(textOf(await rank())).toMatch(/Certify it by Fri, Feb 26, your own date\./);
    await ana.tap(await rank(), 'It is certified');
    expect(textOf(await rank())).toContain('You said that it is certified.');
  });
});

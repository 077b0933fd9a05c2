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
  await programs({ do: 'interview', name: 'Lakeside', when: 'Thu 29 Oct 9am' });
  clock.moveTo('2026-10-29T14:00[America/Chicago]');
});

const programs = (options: RawOptions = {}) => ana.say('programs', options);
const answers = { wish: 'yes', mood: 'glad', flag: 'some', knew: 'yes', line: 'Kind chief, long call nights' };

describe('a debrief', () => {
  test('asks five things of a program that is known, and says what was kept', async () => {
    const page = await programs({ name: 'Lakeside' });
    const form = await ana.typed('programs', { do: 'debrief', name: 'Lakeside' });
    expect(labelsOf(page)).toContain('Edit');
    expect(form?.fields.map(({ name }) => name)).toEqual(['wish', 'mood', 'flag', 'knew', 'line']);
    const kept = textOf(await programs({ do: 'debrief', name: 'Lakeside', ...answers }));
    expect(kept).toContain(
      'Lakeside: would rank it: yes; residents glad to be there; red flag: some; they knew your name.',
    );
    expect(kept).toContain('Kind chief, long call nights');
    expect(textOf(await programs({ name: 'Lakeside' }))).toContain('would rank it: yes');
  });

  test('with nothing in it is not kept: it says what could be said', async () => {
    const programsKept = async () =>
      (await (await ana.notebook()).programs.all()).map(({ debriefedOn }) => debriefedOn);
    for (const nothing of [{}, { line: '   ' }, { wish: '' }]) {
      const said = textOf(await programs({ do: 'debrief', name: 'Lakeside', ...nothing }));
      expect(said).toContain('A debrief says at least one thing: would you rank it');
    }
    expect(await programsKept()).toEqual([null]);
    for (const one of [{ mood: 'tired' }, { knew: 'no' }, { line: 'Long nights' }])
      expect(textOf(await programs({ do: 'debrief', name: 'Lakeside', ...one }))).toMatch(/^(Debriefed|Changed)/);
  });

  test('makes a clue of a name that was known, once, and its undo takes both back', async () => {
    const kept = await programs({ do: 'debrief', name: 'Lakeside', ...answers });
    await programs({ do: 'debrief', name: 'Lakeside', ...answers, wish: 'maybe' });
    const clues = async () => (await (await ana.notebook()).clues.all()).map(({ kind }) => kind);
    expect(await clues()).toEqual(['knew-name']);
    const other = await programs({ do: 'debrief', name: 'Mercy', ...answers });
    expect(await clues()).toHaveLength(2);
    await ana.tap(other, 'Undo');
    expect(await clues()).toHaveLength(1);
    expect(labelsOf(kept)).toContain('Undo');
  });

  test('is changed by its form, removed and brought back', async () => {
    const kept = await programs({ do: 'debrief', name: 'Lakeside', ...answers });
    const form = await ana.open(kept, 'Edit');
    expect(form.values).toMatchObject(answers);
    expect(textOf(await ana.submit(form, { wish: 'no' }))).toContain('Changed');
    const removed = await ana.tap(kept, 'Remove it');
    expect(textOf(await programs({ name: 'Lakeside' }))).not.toContain('would rank it');
    await ana.tap(removed, 'Undo');
    expect(textOf(await programs({ name: 'Lakeside' }))).toContain('would rank it: no');
  });

  test('asks which program it was where none is named, the last one seen first', async () => {
    await programs({ do: 'add', name: 'Mercy' });
    const asked = await programs({ do: 'debrief' });
    expect(textOf(asked)).toContain('Which program was it?');
    expect(JSON.stringify(asked.card.blocks)).toMatch(/Lakeside.*Mercy/);
  });

  test('is found by its words in the history, though nothing is logged', async () => {
    await programs({ do: 'debrief', name: 'Lakeside', ...answers });
    expect(textOf(await ana.say('history', { words: 'chief' }))).toContain('Kind chief, long call nights');
    expect(textOf(await ana.say('history', { words: 'nobody' }))).not.toContain('Kind chief');
  });

  test('holds back what could point to a patient', async () => {
    const asked = await programs({
      do: 'debrief',
      name: 'Lakeside',
      wish: 'yes',
      line: 'Saw pt John Smith, MRN 4471882',
    });
    expect(textOf(asked)).not.toContain('Debriefed');
    expect((await (await ana.notebook()).programs.all())[0]?.debrief).toBeNull();
  });

  test('is one tap away on the page of an interview that is over, until it is written', async () => {
    const [interview] = await (await ana.notebook()).interviews.all();
    const page = () => programs({ item: `interview.${interview?.id}` });
    expect((await ana.open(await page(), 'Debrief in 30 seconds')).rest.options.name).toBe('Lakeside');
    await programs({ do: 'debrief', name: 'Lakeside', ...answers });
    expect(labelsOf(await page())).not.toContain('Debrief in 30 seconds');
  });

  test('stands in the week', async () => {
    await programs({ do: 'debrief', name: 'Lakeside', ...answers });
    expect(textOf(await ana.say('show', { what: 'week' }))).toContain('Lakeside (would rank it: yes');
  });
});

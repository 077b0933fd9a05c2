import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { commands } from '../../../src/commands/index.ts';
import { card } from '../../../src/core/cards/card.ts';
import { plainText } from '../../../src/core/cards/plaintext.ts';
import { encodeCall } from '../../../src/core/commands/call.ts';
import { defineCommand } from '../../../src/core/commands/command.ts';
import { option, optionSpecs } from '../../../src/core/commands/options.ts';
import { labelsOf, type Member, startCore, textOf } from '../../support/member.ts';

const words = (label: string) => ({ label, description: label });
const kept: string[] = [];
/** Keeps what it is given, has no form, and looks for words as well. */
const keep = defineCommand({
  name: 'keep',
  description: 'Keeps a note',
  audience: 'everyone',
  options: z.strictObject({
    note: option.text(words('Note')).optional(),
    about: option.place(words('About')).optional(),
    search: option.text({ ...words('Search'), screened: false }).optional(),
    id: option.text({ ...words('Id'), hidden: true }).optional(),
    sure: option.choice({ ...words('Sure'), hidden: true }, { yes: { label: 'Yes' } }).optional(),
  }),
  examples: [],
  async run({ note, about, search, id, sure }, { again }) {
    if (note?.includes('unsure') && !sure)
      return card('Sure?', {
        blocks: [{ type: 'buttons', buttons: [{ label: 'Yes', call: again({ sure: 'yes' }) }] }],
      });
    if (note?.includes('at length')) {
      kept.push(note);
      return card('Long', { blocks: [{ type: 'text', text: 'word '.repeat(1500) }] });
    }
    kept.push([note, about, search, id].filter(Boolean).join('|'));
    return card('Kept');
  },
});

let core: Awaited<ReturnType<typeof startCore>>;
beforeAll(async () => {
  core = await startCore([...commands, keep]);
});
afterAll(() => core.stop());

let ana: Member;
let people = 0;
beforeEach(() => {
  ana = core.member(`ana-${people++}`);
  kept.length = 0;
});
const log = (sentence: string, more = {}) => ana.say('log', { who: 'Dr. Lee', they: 'good', sentence, ...more });
const entries = async () => (await ana.notebook()).history({ limit: 5 });
const PATIENT = 'Stayed with pt John Smith all night';

describe('a text that could point to a patient', () => {
  test('is held with the words that were noticed, and nothing is saved', async () => {
    const held = await log(PATIENT);
    expect(plainText(held.card)).toContain('"pt John Smith": a name or initials');
    expect(labelsOf(held)).toEqual(['Edit', 'Not a patient']);
    expect(await entries()).toEqual([]);
  });

  test('is edited in the form with what was typed, and looked at again', async () => {
    const form = await ana.open(await log(PATIENT, { where: 'Lakeside' }), 'Edit');
    expect(form.values).toMatchObject({ who: 'Dr. Lee', sentence: PATIENT });
    const still = await ana.submit(form, { sentence: 'Stayed with patient Maria Lopez' });
    expect(labelsOf(still)).toContain('Not a patient');
    const saved = await ana.submit(form, { sentence: 'Stayed all night' });
    expect(saved.card.title).toBe('Logged');
    expect(await entries()).toMatchObject([{ sentence: 'Stayed all night', place: 'Lakeside' }]);
  });

  test('is saved as it was once its writer says that it is no patient', async () => {
    const saved = await ana.tap(await log(PATIENT), 'Not a patient');
    expect(saved.card.title).toBe('Logged');
    expect(await entries()).toMatchObject([{ sentence: PATIENT }]);
  });

  test('is left out where no form could mend it', async () => {
    const held = await ana.say('keep', { note: 'Late again', about: 'patient Maria Lopez' });
    expect(labelsOf(held)).toEqual(['Leave it out', 'Not a patient']);
    await ana.tap(held, 'Leave it out');
    expect(kept).toEqual(['Late again']);
  });

  test('is held in a name and in a place as well', async () => {
    expect(labelsOf(await ana.say('log', { who: 'pt John Smith', they: 'good' }))).toContain('Edit');
    expect(labelsOf(await ana.say('log', { who: 'Kim', they: 'good', where: 'MRN 4471023' }))).toContain(
      'Leave it out',
    );
    expect(await entries()).toEqual([]);
  });
});

describe('what was confirmed', () => {
  test('stays so through the question that a command asks about it', async () => {
    const asked = await ana.tap(await ana.say('keep', { note: 'unsure, pt John' }), 'Not a patient');
    expect(asked.card.title).toBe('Sure?');
    expect((await ana.tap(asked, 'Yes')).card.title).toBe('Kept');
    expect(kept).toEqual(['unsure, pt John']);
  });

  test('is never a token that could be made up, and is nobody else’s', async () => {
    expect(encodeCall({ command: 'log', options: {}, confirmed: true })).toBeUndefined();
    const { card: held, tokenOf } = await log(PATIENT);
    const buttons = held.blocks.flatMap(block => (block.type === 'buttons' ? block.buttons : []));
    const tokens = buttons.map(button => ('call' in button ? tokenOf(button.call) : ''));
    expect(await ana.callOf(tokens[1] ?? '')).toMatchObject({ command: 'log', confirmed: true });
    expect(await core.member('someone else').callOf(tokens[1] ?? '')).toBeUndefined();
  });
});

describe('a call for another page', () => {
  const paged = { command: 'keep', options: { note: 'at length, pt John' }, page: 2 };

  test('is asked like any other, and goes on at that page', async () => {
    const held = await ana.make(paged);
    expect(held.card.title).toBe('Is this about a patient?');
    expect(kept).toEqual([]);
    expect(textOf(await ana.tap(held, 'Not a patient'))).toContain('Page 2 of 3');
  });

  test('is not asked again once its writer has said that it is no patient', async () => {
    const first = await ana.tap(await ana.say('keep', paged.options), 'Not a patient');
    expect(textOf(first)).toContain('Page 1 of 3');
    const second = await ana.tap(first, 'More');
    expect(textOf(second)).toContain('Page 2 of 3');
    expect(textOf(await ana.tap(second, 'Back'))).toContain('Page 1 of 3');
  });
});

describe('left alone is', () => {
  test('the name of somebody in the notebook, and of whom the same call is about', async () => {
    await ana.say('log', { who: 'Joana Ramirez', they: 'good' });
    expect((await log('Joined the code on Ramirez')).card.title).toBe('Logged');
    const same = { who: 'Ms. Ortiz', they: 'good', sentence: 'They say that Ms. Ortiz liked how I work' };
    expect((await ana.say('log', same)).card.title).toBe('Logged');
  });

  test('what is searched for, and what only a button gives', async () => {
    await ana.say('keep', { search: 'pt John Smith', id: '1234567890' });
    expect(kept).toEqual(['pt John Smith|1234567890']);
  });
});

describe('of all commands', () => {
  const free = commands.flatMap(({ name, options }) =>
    optionSpecs(options).map(spec => ({ ...spec, name: `${name} ${spec.name}` })),
  );

  test('every long text is screened, but for drafts and a program’s mail: they are not kept', () => {
    const open = free.filter(({ kind, screened }) => kind === 'longText' && !screened).map(({ name }) => name);
    expect(open.toSorted()).toEqual(['draft change', 'draft detail', 'draft text', 'programs mail', 'proofread text']);
  });

  test('what /log keeps is screened', () => {
    const screened = free.filter(spec => spec.screened).map(({ name }) => name);
    expect(screened).toEqual(expect.arrayContaining(['log who', 'log sentence', 'log where']));
  });
});

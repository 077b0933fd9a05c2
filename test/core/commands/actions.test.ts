import { afterAll, beforeEach, describe, expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { card } from '../../../src/core/cards/card.ts';
import { call, formCall, type RawOptions } from '../../../src/core/commands/call.ts';
import { defineCommand } from '../../../src/core/commands/command.ts';
import { option } from '../../../src/core/commands/options.ts';
import { labelsOf, startCore, textOf } from '../../support/member.ts';

const words = { label: 'Words', description: 'Words' };
const ran: unknown[] = [];
const things = defineCommand({
  ...{ name: 'things', description: 'Things', audience: 'everyone', examples: [] },
  options: z.strictObject({
    name: option.text(words).optional(),
    do: option.choice(words, { list: { label: 'List' }, add: { label: 'Add' }, cut: { label: 'Cut' } }).optional(),
    many: option.integer(words, 1, 3).optional(),
  }),
  actions: {
    by: 'do',
    of: {
      add: {
        needs: { name: 'What is it called?' },
        takes: ['many'],
        form: { title: 'Add', submit: 'Add', fields: ['name', 'many'], opensIncomplete: true },
      },
      cut: { needs: { many: 'How many?', name: 'Which one?' } },
    },
    otherwise: { takes: ['name'] },
  },
  async run(options) {
    ran.push(options);
    switch (options.do) {
      case 'add':
        expectTypeOf(options.name).toEqualTypeOf<string>();
        expectTypeOf(options.many).toEqualTypeOf<number | undefined>();
        break;
      case 'cut':
        expectTypeOf(options.many).toEqualTypeOf<number>();
        break;
      default:
        expectTypeOf(options.do).toEqualTypeOf<'list' | undefined>();
        expectTypeOf(options.name).toEqualTypeOf<string | undefined>();
        // @ts-expect-error what this action does not take
        options.many;
    }
    return card('Done');
  },
});

const doings = { list: 'List', meet: 'Meet', reply: 'Reply', post: 'Post', send: 'Send', cut: 'Cut' };
const text = option.text(words).optional();
const notes = defineCommand({
  ...{ name: 'notes', description: 'Notes', audience: 'everyone', examples: [] },
  options: z.strictObject({
    ...{ name: text, when: text, by: text, to: text, cut: text },
    do: option
      .choice(words, Object.fromEntries(Object.entries(doings).map(([key, label]) => [key, { label }])))
      .optional(),
  }),
  actions: {
    by: 'do',
    of: {
      meet: {
        needs: { name: 'Who?', when: 'When?' },
        form: { title: 'Meet', submit: 'Meet', fields: ['name', 'when'], opensIncomplete: true },
      },
      reply: { needs: { name: 'Who?' }, takes: ['by', 'when'] },
      post: { needs: { name: 'Who?' }, takes: ['by'] },
      send: { needs: { name: 'Who?', to: 'To whom?' }, takes: ['when'] },
      cut: { needs: { name: 'Who?', cut: 'What?' } },
    },
    otherwise: { takes: ['name'] },
    implied: true,
  },
  async run(options) {
    ran.push(options);
    return card('Done');
  },
});

const core = await startCore([things, notes]);
const ana = core.member('ana');
beforeEach(() => ran.splice(0));
afterAll(core.stop);

test('what an action needs is asked for before it runs, each with its own sentence', async () => {
  expect(textOf(await ana.say('things', { do: 'cut' }))).toContain('How many? Which one?');
  expect(textOf(await ana.say('things', { do: 'Cut', name: 'A', many: 'lots' }))).toContain(
    '"Words" is a whole number from 1 to 3.',
  );
  expect(ran).toEqual([]);
});

test('an action gets what it takes; what it does not take is named, with what would take it, and nothing runs', async () => {
  await ana.say('things', { do: 'add', name: 'A', many: '2' });
  expect(ran).toEqual([{ do: 'add', name: 'A', many: 2 }]);
  const listed = await ana.say('things', { do: 'list', name: 'A', many: '2' });
  expect(textOf(listed)).toContain('I can’t use "many" with "List", and nothing was saved.');
  expect(labelsOf(listed)).toEqual(['Add', 'Cut']);
  const plain = await ana.say('things', { name: 'A', many: '2' });
  expect(textOf(plain)).toContain('I can’t use "many" here');
  expect(ran).toHaveLength(1);
  await ana.tap(plain, 'Cut');
  expect(ran.at(-1)).toEqual({ do: 'cut', name: 'A', many: 2 });
});

describe('where an action may be implied', () => {
  const say = (options: RawOptions) => ana.say('notes', options);

  test('the one that takes all, and needs the most of it, is meant', async () => {
    await say({ name: 'A', when: 'now' });
    await say({ name: 'A' });
    await say({ name: 'A', to: 'B', when: 'now' });
    expect(ran).toEqual([
      { do: 'meet', name: 'A', when: 'now' },
      { name: 'A' },
      { do: 'send', name: 'A', to: 'B', when: 'now' },
    ]);
  });

  test('several are asked, once, and the tap has all that was typed', async () => {
    const asked = await say({ name: 'A', by: 'Friday' });
    expect(textOf(asked)).toContain('Which is it: reply or post?');
    expect(ran).toEqual([]);
    await ana.tap(asked, 'Post');
    expect(ran).toEqual([{ do: 'post', name: 'A', by: 'Friday' }]);
  });

  test('what does not go together is kept whole: one tap for each part', async () => {
    const apart = await say({ name: 'A', when: 'now', by: 'Friday', to: 'B', cut: 'x' });
    expect(textOf(apart)).toContain('"when", "by", "to" and "cut" don’t go together.');
    await ana.tap(apart, 'Meet');
    await ana.tap(apart, 'Cut');
    expect(ran).toEqual([
      { do: 'meet', name: 'A', when: 'now' },
      { do: 'cut', name: 'A', cut: 'x' },
    ]);
  });

  test('its form opens with what was given, and says which it is', async () => {
    const form = await ana.typed('notes', { when: 'now' });
    expect(form).toMatchObject({ title: 'Meet', values: { when: 'now' }, rest: { options: { do: 'meet' } } });
    expect(await ana.typed('notes', { by: 'Friday' })).toBeUndefined();
    expect(await ana.typed('notes', { when: 'now', cut: 'x' })).toBeUndefined();
  });
});

test('the form of an action requires what the action needs, and opens where that is missing', async () => {
  const form = await ana.typed('things', { do: 'add', many: '2' });
  expect(form?.fields.map(({ name, required }) => [name, required])).toEqual([
    ['name', true],
    ['many', false],
  ]);
  expect(await ana.typed('things', { do: 'add', name: 'A' })).toBeUndefined();
  expect(await ana.typed('things', { do: 'cut' })).toBeUndefined();
  expect(labelsOf(await ana.say('things', { do: 'add' }))).toEqual(['Try again']);
});

test('a button’s call has the options of its action, or does not compile', () => {
  formCall('programs', { do: 'interview', kind: 'social' });
  // @ts-expect-error a clue is no part of an offer
  call('programs', { do: 'offer', name: 'Lakeside', clue: 'call' });
  // @ts-expect-error no such action
  call('programs', { do: 'ofer', name: 'Lakeside' });
  // @ts-expect-error no such option of any action
  call('programs', { nmae: 'Lakeside' });
});

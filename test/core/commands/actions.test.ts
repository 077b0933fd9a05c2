import { afterAll, beforeEach, expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { card } from '../../../src/core/cards/card.ts';
import { call, formCall } from '../../../src/core/commands/call.ts';
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

const core = await startCore([things]);
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

test('an action gets what it takes, and nothing else', async () => {
  await ana.say('things', { do: 'add', name: 'A', many: '2' });
  await ana.say('things', { do: 'list', name: 'A', many: '2' });
  await ana.say('things', { name: 'A', many: '2' });
  expect(ran).toEqual([{ do: 'add', name: 'A', many: 2 }, { do: 'list', name: 'A' }, { name: 'A' }]);
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

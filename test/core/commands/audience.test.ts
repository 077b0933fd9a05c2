import { afterAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { card } from '../../../src/core/cards/card.ts';
import type { RawOptions } from '../../../src/core/commands/call.ts';
import { type Command, defineCommand } from '../../../src/core/commands/command.ts';
import { option } from '../../../src/core/commands/options.ts';
import { startCore, textOf } from '../../support/member.ts';

const ran: unknown[] = [];
const words = { label: 'Words', description: 'Words' };
const rule = defineCommand({
  name: 'rule',
  description: 'For organizers',
  audience: 'organizer',
  openWith: ['proof'],
  options: z.strictObject({
    word: option.text({ ...words, suggests: true }).optional(),
    many: option.integer(words, 1, 3).optional(),
    proof: option.text({ ...words, hidden: true }, 10).optional(),
  }),
  examples: [],
  form: { title: 'Rule', submit: 'Save', fields: ['word'], prefill: async () => ({ word: 'kept' }) },
  suggest: async () => [{ label: 'kept', value: 'kept' }],
  async run(options) {
    ran.push(options);
    return card('Ruled');
  },
});

const core = await startCore([rule]);
const organizer = core.member('olga', 'playground', true);
const member = core.member('mia', 'playground', false, 'general');
beforeEach(() => ran.splice(0));
afterAll(core.stop);

test('a member is refused before what they gave is read or anything runs', async () => {
  const tried: RawOptions[] = [{}, { word: 'x' }, { many: 'lots' }, { nonsense: 'x' }, { proof: '  ' }];
  for (const options of tried)
    expect(textOf(await member.say('rule', options))).toContain('/rule is for organizers: Kim, here.');
  expect(ran).toEqual([]);
});

test('an organizer is let in, where there is a community', async () => {
  expect(textOf(await organizer.say('rule', { many: '2' }))).toContain('Ruled');
  const alone = core.member('olga', 'playground', true, '').say('rule');
  expect(textOf(await alone)).toContain('/rule works inside a community. Type it in one of its channels.');
  expect(ran).toEqual([{ many: 2 }]);
});

test('anybody may call it with what proves their right', async () => {
  expect(textOf(await member.say('rule', { proof: 'code' }))).toContain('Ruled');
  expect(textOf(await member.say('rule', { proof: 'far too long for it' }))).toContain('at most 10 characters');
  expect(ran).toEqual([{ proof: 'code' }]);
});

test('a member sees nothing of it in a form or among completions', async () => {
  expect((await member.typed('rule', {}, true))?.values).toEqual({});
  expect(await member.suggest('rule', 'word', 'k')).toEqual([]);
  expect((await organizer.typed('rule', {}, true))?.values).toEqual({ word: 'kept' });
  expect(await organizer.suggest('rule', 'word', 'k')).toHaveLength(1);
});

test('a command says whose it is', () => {
  const whose = { name: 'x', description: 'x', options: z.strictObject({}), examples: [], run: async () => card('x') };
  // @ts-expect-error a command without an audience
  const without: Command = whose;
  expect(without.audience).toBeUndefined();
});

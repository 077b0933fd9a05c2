import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { card } from '../../../src/core/cards/card.ts';
import type { Admission } from '../../../src/core/commands/admission.ts';
import { defineCommand } from '../../../src/core/commands/command.ts';
import { UserError } from '../../../src/core/ports/errors.ts';
import { startCore } from '../../support/member.ts';

const ways: Record<string, () => never> = {
  question: () => {
    throw new UserError('Which?', {}, { option: 'way', answers: [] });
  },
  mistake: () => {
    throw new UserError('Not that.', { way: 'another' });
  },
  ours: () => {
    throw new TypeError('x is not a function');
  },
};
const commands = [...Object.keys(ways), 'well'].map(name =>
  defineCommand({
    ...{ name, description: 'A way to end', audience: 'everyone', options: z.strictObject({}), examples: [''] },
    run: async () => ways[name]?.() ?? card('Well', { answer: 'Done.' }),
  }),
);
const isFull = { enter: async () => undefined, refused: () => 1 } satisfies Admission;
let core: Awaited<ReturnType<typeof startCore>>;
let full: Awaited<ReturnType<typeof startCore>>;

beforeAll(async () => {
  core = await startCore(commands);
  full = await startCore(commands, undefined, isFull);
});
afterAll(async () => {
  await expect(core.stop()).rejects.toThrow('x is not a function');
  await full.stop();
});

test('an answer tells what became of the request, for who counts', async () => {
  const outcome = async (name: string) => (await core.member('ana').say(name)).outcome;
  expect(await outcome('well')).toBeUndefined();
  expect(await outcome('question')).toBe('asked');
  expect(await outcome('mistake')).toBe('refused');
  expect(await outcome('ours')).toBe('failed');
  expect(await outcome('nonsense')).toBe('refused');
  expect((await full.member('ana').say('well')).outcome).toBe('turned-away');
});

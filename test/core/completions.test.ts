import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { startCore } from '../support/member.ts';

let core: Awaited<ReturnType<typeof startCore>>;
beforeAll(async () => {
  core = await startCore(commands);
});
afterAll(() => core.stop());

test('people are completed without regard to case, accents and titles, those that begin so first', async () => {
  const ana = core.member('ana');
  for (const who of ['Kim Nunley', 'Dr. Núñez', 'Ana Ruiz'])
    await ana.say('log', { who, they: 'good', role: 'attending', where: 'Lakeside' });
  const names = async (command: string, option: string, text: string) =>
    (await ana.suggest(command, option, text)).map(({ value }) => value);

  expect(await names('log', 'who', 'nun')).toEqual(['Dr. Núñez', 'Kim Nunley']);
  expect(await names('people', 'name', 'RUIZ')).toEqual(['Ana Ruiz']);
  expect(await names('log', 'who', 'Ana Ruiz, nun')).toEqual(['Ana Ruiz, Dr. Núñez', 'Ana Ruiz, Kim Nunley']);
  expect(await names('log', 'who', 'Ana Ruiz, ')).toEqual(['Ana Ruiz, Dr. Núñez', 'Ana Ruiz, Kim Nunley']);
  expect(await names('log', 'where', 'lake')).toEqual(['Lakeside']);
  expect(await names('programs', 'zone', 'chicago')).toEqual(['America/Chicago']);
  expect(await names('log', 'sentence', 'x')).toEqual([]);
});

import { expect, test } from 'vitest';
import { commands } from '../../../src/commands/index.ts';
import { startDoor } from './door.ts';

test('a form opens, and suggests what is typed, while the store does not answer', async () => {
  const stuck = Promise.withResolvers<never>();
  const { slack, close } = await startDoor(commands, { arrive: () => stuck.promise });
  const ana = slack.addUser({ name: 'Ana' });
  const modal = await ana.shortcut('log').modal();
  const started = performance.now();
  const offered = await ana.suggest(modal, 'value', 'Pat');
  expect(offered.map(({ text }) => text.text)).toEqual(['Add "Pat"']);
  expect(performance.now() - started).toBeLessThan(2500);
  stuck.reject(new Error('closing'));
  await close();
});

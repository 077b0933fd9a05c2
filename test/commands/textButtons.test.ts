import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { actionCall } from '../../src/commands/library/pieceCard.ts';
import { startCore } from '../support/member.ts';

let core: Awaited<ReturnType<typeof startCore>>;
beforeAll(async () => {
  core = await startCore(commands);
});
afterAll(() => core.stop());

test('every button of a tip or a piece opens its form, or answers, for somebody who has nothing yet', async () => {
  const ana = core.member('ana');
  const { tips, advice } = core.content;
  for (const { title, do: action } of [...tips.values(), ...advice.values()]) {
    const { command, options, form } = actionCall(action);
    const opened = await ana.typed(command, options, form);
    if (form) expect(opened, title).toBeDefined();
    if (opened) continue;
    const { card } = await ana.make(actionCall(action));
    expect(card.title, title).not.toMatch(/did not work|Not quite/);
    expect(card.blocks.length, title).toBeGreaterThan(0);
  }
  const { people, looseEnds, programs, defenders } = await ana.notebook();
  const kept = await Promise.all([people, looseEnds, programs, defenders].map(list => list.all()));
  expect(kept.flat(), 'a tap alone writes nothing').toEqual([]);
});

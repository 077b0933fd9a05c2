import { setTimeout as sleep } from 'node:timers/promises';
import { InteractionResponseType } from 'discord.js';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { card } from '../../../src/core/cards/card.ts';
import { defineCommand } from '../../../src/core/commands/command.ts';
import { option } from '../../../src/core/commands/options.ts';
import type { Unanswered } from '../../../src/core/ports/unanswered.ts';
import type { Person } from '../../standins/discord/index.ts';
import { startDoorIn, startSurroundings } from './door.ts';

let scene: Awaited<ReturnType<typeof startSurroundings>>;
let ana: Person;
beforeEach(async () => {
  scene = await startSurroundings();
  ana = scene.discord.addUser({ name: 'Ana' });
});
afterEach(() => scene.close());

/** A process of its own at this moment, and what it carried out; it answers once it is let go. */
async function processAt(start: number, { held = false, unanswered = scene.store.unanswered } = {}) {
  const gate = Promise.withResolvers<void>();
  if (!held) gate.resolve();
  const carriedOut: string[] = [];
  const note = defineCommand({
    name: 'note',
    description: 'Notes it',
    audience: 'everyone',
    options: z.strictObject({ what: option.text({ label: 'What', description: 'Anything' }).optional() }),
    examples: [''],
    async run({ what = '' }) {
      carriedOut.push(what);
      await gate.promise;
      return card(`Noted ${what}`);
    },
  });
  let minutes = start;
  const now = () => Temporal.Now.instant().add({ minutes });
  const started = await startDoorIn(scene, [note], { unanswered, now });
  onTestFinished(async () => {
    gate.resolve();
    await started.door.stop();
  });
  const pass = (more: number) => {
    minutes += more;
  };
  return { ...started, carriedOut, goOn: gate.resolve, pass };
}

const ask = () => ana.command({ guild: scene.guild, name: 'note', options: { what: 'Quillfeather' } });
const callbacks = () =>
  scene.discord.requests.filter(({ path, status }) => path.endsWith('/callback') && status === 204);
/** A request that a process acknowledged, and never came to answer. */
async function left() {
  const own = await processAt(0, { held: true });
  const asked = await ask();
  await expect
    .poll(callbacks)
    .toMatchObject([{ body: { type: InteractionResponseType.DeferredChannelMessageWithSource } }]);
  return { own, asked };
}
const rows = () =>
  scene.store.unanswered.take(
    { platform: 'discord', bot: scene.discord.bot.id },
    Temporal.Now.instant().add({ hours: 1 }),
    Temporal.Now.instant(),
  );
const dms = () => ana.dms().map(message => scene.discord.text(message));

test('F45: what a process is about to answer itself it does not answer again, and what is answered is forgotten', async () => {
  const { own, asked } = await left();
  own.pass(3);
  own.door.sweep?.();
  await sleep(500);
  own.goOn();
  expect(scene.discord.text(await asked.message())).toContain('Noted Quillfeather');
  expect(own.carriedOut).toHaveLength(1);
  await expect.poll(rows).toEqual([]);
});

test('F45: what another left is carried out once, and its answer comes where the placeholder stands', async () => {
  const { asked } = await left();
  const [one, two] = [await processAt(3), await processAt(3)];
  for (const { door } of [one, two, one, two]) door.sweep?.();
  expect(scene.discord.text(await asked.message())).toContain('Noted Quillfeather');
  expect([...one.carriedOut, ...two.carriedOut]).toEqual(['Quillfeather']);
  expect(dms()).toEqual([]);
});

test('F45: once the token is over nothing is carried out: its sender is told that it was not saved, once', async () => {
  await left();
  const later = await processAt(20);
  later.door.sweep?.();
  await expect.poll(dms).toEqual([expect.stringContaining('One thing was not saved')]);
  await expect.poll(rows).toEqual([]);
  expect(later.carriedOut).toEqual([]);
  expect(dms().join()).not.toContain('Quillfeather');
});

test('F45: where it cannot be kept either, its sender reads what it means if no answer follows', async () => {
  const unanswered: Unanswered = { ...scene.store.unanswered, keep: () => Promise.reject(new Error('no room')) };
  const own = await processAt(0, { held: true, unanswered });
  const asked = await ask();
  const first = await asked.shown;
  if (!('message' in first)) throw new Error('nothing was shown');
  const shown = first.message;
  expect(scene.discord.text(shown)).toContain('If no answer follows here within a minute, nothing was saved');
  own.goOn();
  await expect.poll(() => scene.discord.text(shown)).toContain('Noted Quillfeather');
});

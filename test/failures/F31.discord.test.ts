import { setTimeout as sleep } from 'node:timers/promises';
import { InteractionResponseType, MessageFlags } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { buttons, card } from '../../src/core/cards/card.ts';
import { rawCall } from '../../src/core/commands/call.ts';
import { defineCommand } from '../../src/core/commands/command.ts';
import { option } from '../../src/core/commands/options.ts';
import { startDoor } from '../doors/discord/door.ts';
import type { Person } from '../standins/discord/index.ts';
import { longTest } from '../support/long.ts';

/** Answers after so many milliseconds. */
const slow = defineCommand({
  name: 'slow',
  description: 'Takes its time',
  audience: 'everyone',
  options: z.strictObject({
    ms: option.integer({ label: 'Time', description: 'Milliseconds' }, 0, 10_000).optional(),
  }),
  examples: [''],
  async run({ ms = 0 }) {
    await sleep(ms);
    return card(`Here after ${ms}`, { blocks: buttons({ label: 'Again', call: rawCall('slow', { ms: String(ms) }) }) });
  },
});
const SLOW = 1700;

let scene: Awaited<ReturnType<typeof startDoor>>;
let ana: Person;
beforeEach(async () => {
  scene = await startDoor([slow]);
  ana = scene.discord.addUser({ name: 'Ana' });
});
afterEach(() => scene.close());

const ask = (ms: number) => ana.command({ guild: scene.guild, name: 'slow', options: { ms } });
const callbacks = () =>
  scene.discord.requests
    .filter(({ path, status }) => path.endsWith('/callback') && status === 204)
    .map(({ body }) => (body as { type: number }).type);
const edits = () =>
  scene.discord.requests.filter(({ method, path }) => method === 'PATCH' && path.includes('@original'));
const text = (message: Parameters<typeof scene.discord.text>[0]) => scene.discord.text(message);
const direct = () => ana.dms().filter(({ flags }) => (Number(flags) & MessageFlags.Ephemeral) === 0);

test('F31: a quick answer is the callback itself, and so is the one to a tap', async () => {
  const message = await (await ask(0)).message();
  expect(text(message)).toContain('Here after 0');
  expect(await (await ana.click(message, 'Again')).message()).toBe(message);
  // What is seen is seen before Discord's answer to it is noted.
  await expect
    .poll(callbacks)
    .toEqual([InteractionResponseType.ChannelMessageWithSource, InteractionResponseType.UpdateMessage]);
  expect(edits()).toEqual([]);
});

test('F31: a slow one is deferred within three seconds, and comes where the placeholder stands', async () => {
  expect(text(await (await ask(SLOW)).message())).toContain('Here after 1700');
  expect(callbacks()).toEqual([InteractionResponseType.DeferredChannelMessageWithSource]);
});

longTest('F31: an edit that fails is tried again for as long as the token lives', async () => {
  // The library tries four times at once.
  scene.discord.faults.next('PATCH', /@original/, { status: 503 }, 9);
  const asked = await ask(SLOW);
  expect(text(await asked.message())).toContain('Here after 1700');
  await expect.poll(() => edits().map(({ status }) => status)).toEqual([...Array<number>(9).fill(503), 200]);
  expect(scene.refusals().map(({ call: what, kind }) => [what, kind])).toContainEqual(['reply edit', 'no-answer']);
});

test('F31: an edit that is refused for good becomes a follow-up, and where that is refused too, a direct message', async () => {
  scene.discord.faults.next('PATCH', /@original/, { status: 404, code: 10008 }, 1);
  expect(text(await (await ask(SLOW)).message())).toContain('Here after 1700');

  scene.discord.faults.next('PATCH', /@original/, { status: 401, code: 50027 }, 1);
  scene.discord.faults.next('POST', /^\/webhooks\//, { status: 401, code: 50027 }, 1);
  await ask(SLOW);
  await scene.discord.until(() => direct().length === 1);
  const told = text(direct()[0] as never);
  expect(told).toContain('I couldn’t show you an answer');
  // Discreet: what it was about stands where only its owner looks.
  expect(told).not.toContain('Here after');
});

test('F31: at last it is one plain line', async () => {
  scene.discord.faults.next('PATCH', /@original/, { status: 401, code: 50027 }, 1);
  scene.discord.faults.next('POST', /^\/webhooks\//, { status: 401, code: 50027 }, 1);
  scene.discord.faults.next('POST', /^\/channels\/\d+\/messages$/, { status: 400, code: 50035 }, 1);
  await ask(SLOW);
  await scene.discord.until(() => direct().length === 1);
  expect(direct()[0]?.content).toContain('What was saved is in Home.');
});

test('F31: a callback whose answer got lost is made sure of, and shown once', async () => {
  scene.discord.faults.next('POST', /callback$/, { cutAfter: true }, 1);
  const asked = await ask(0);
  expect(text(await asked.message())).toContain('Here after 0');
  await scene.discord.until(() => edits().some(({ status }) => status === 200));
  expect(ana.sees(scene.guild.channels.general as never)).toHaveLength(1);
});

test('F33: an answer that Discord cannot take is said to be so, with the reference that the log has', async () => {
  scene.discord.faults.next('POST', /callback$/, { status: 400, code: 50035 }, 1);
  const said = text(await (await ask(0)).message());
  expect(said).toContain('I couldn’t show the answer');
  const [refused] = scene.refusals();
  expect(refused).toMatchObject({ call: 'interaction callback', kind: 'malformed', count: 1 });
  expect(said).toContain(`Reference ${refused?.reference}.`);
});

test('F31: a door that closes waits for no token to end', async () => {
  scene.discord.faults.next('PATCH', /@original/, { status: 503 }, 100);
  await ask(SLOW);
  // The third try was over; the fourth would come four seconds later.
  const tries = () => scene.refusals().filter(({ call: what }) => what === 'reply edit');
  await expect.poll(tries, { timeout: 15_000 }).toHaveLength(3);
  const before = performance.now();
  await scene.door.stop();
  expect(performance.now() - before).toBeLessThan(3000);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Form } from '../../../src/core/commands/command.ts';
import { option, optionSpecs } from '../../../src/core/commands/options.ts';
import { look as discordLook } from '../../../src/doors/discord/look.ts';
import { look as slackLook } from '../../../src/doors/slack/look.ts';
import { everything } from '../../support/everything.ts';

/** What the page would make, as plain data. */
interface Drawn {
  tag: string;
  props: Record<string, unknown>;
  children: (Drawn | string | undefined)[];
}
const h = (tag: string, props: Drawn['props'], ...children: Drawn['children']): Drawn => ({ tag, props, children });
type Draw = (payload: object, make: typeof h, tap: (given: object) => void, on?: { now: number }) => Drawn;
type DrawForm = (form: Form, payload: object) => { title: string; fields: { label: string }[] };

const page = (name: string) => import(join(process.cwd(), 'src/doors/playground/page', name));
const { drawSlack, slackForm } = (await page('slack.js')) as { drawSlack: Draw; slackForm: DrawForm };
const { drawDiscord, discordForm } = (await page('discord.js')) as { drawDiscord: Draw; discordForm: DrawForm };

const textOf = (node: Drawn | string | undefined): string =>
  typeof node === 'object' ? node.children.map(textOf).join(' ') : (node ?? '');
const answer = { card: everything, tokenOf: ({ command }: { command: string }) => command };
const inSnapshot = (door: string, file: string): Set<string> => {
  const text = readFileSync(`test/doors/${door}/__snapshots__/${file}.test.ts.snap`, 'utf8');
  const types = [...text.matchAll(/"type": "?(\w+)"?,/g)].map(([, type = 'x']) => type);
  // A file beside the message is no block.
  return new Set(types.filter(type => type !== 'Buffer'));
};
const typesIn = (payload: object): Set<string> =>
  new Set([...JSON.stringify(payload).matchAll(/"type":"?(\w+)"?/g)].map(([, type = '']) => type));

const words = (label: string) => ({ label, description: `${label} described` });
const form: Form = {
  command: 'log',
  title: 'A title that has more letters than Discord takes, which are forty-five',
  submit: 'Log it',
  fields: optionSpecs(
    z.strictObject({
      who: option.person({ ...words('Who'), suggests: true, hint: 'Dr. Patel' }),
      file: option.file(words('File')).optional(),
      they: option.choice(words('They'), { good: { label: 'Good things' } }),
      about: option.choices(words('About'), { team: { label: 'Team fit' } }).optional(),
      sentence: option.longText(words('Sentence')).optional(),
      hour: option.integer(words('Hour'), 0, 23).optional(),
      pause: option.boolean(words('Pause')).optional(),
      channel: option.channel(words('Channel')).optional(),
      when: option.date({ ...words('When'), hint: 'today' }, 'back').optional(),
    }),
  ),
  values: {},
  rest: { command: 'log', options: {} },
};

test('every kind of block that the doors’ snapshots hold is drawn, with its words, from what is sent', async () => {
  const [slack, discord] = [await slackLook.reply(answer), await discordLook.reply(answer)];
  for (const type of inSnapshot('slack', 'render')) expect(typesIn(slack.payload)).toContain(type);
  for (const type of inSnapshot('discord', 'render')) expect(typesIn(discord.payload)).toContain(type);
  const drawn = [drawSlack(slack.payload, h, () => {}), drawDiscord(discord.payload, h, () => {})].map(textOf);
  for (const text of drawn)
    for (const said of [
      'Liked, not yet known',
      'rank only',
      '<none>',
      'Chief Kim',
      '**thank you**',
      'Log it',
      'Browse',
    ])
      expect(text).toContain(said);
  expect(slack.shaped).toEqual([expect.stringContaining('no picture')]);
  expect(discord.shaped).toEqual([]);
});

test.each(['person', 'channel'] as const)('what is posted to a %s is what the notifiers post', to => {
  expect(slackLook.post(to, answer, 'key').payload).toMatchObject({ metadata: { event_payload: { key: 'key' } } });
  const { payload } = discordLook.post(to, answer, 'key');
  expect(payload).toMatchObject({ nonce: 'key', enforce_nonce: true, allowed_mentions: { parse: [] } });
  expect(textOf(drawDiscord(payload, h, () => {}))).toContain('Dr. Patel');
});

test('a form is each platform’s dialog, and what a limit cut is said', () => {
  const [slack, discord] = [slackLook.form(form, 'token'), discordLook.form(form, 'token')];
  expect(slack.shaped).toContain('modal title cut at 24');
  expect(discord.shaped).toContain('modal title cut at 45');
  expect(slackForm(form, slack.payload).title).toHaveLength(24);
  expect(discordForm(form, discord.payload).title).toHaveLength(45);
  expect(discordForm(form, discord.payload).fields.map(({ label }) => label)).toEqual(
    slackForm(form, slack.payload).fields.map(({ label }) => label),
  );
});

test('a tap gives what the button carries', async () => {
  const taps: object[] = [];
  const { payload } = await slackLook.reply(answer);
  const find = (node: Drawn | string | undefined): Drawn | undefined =>
    typeof node !== 'object'
      ? undefined
      : textOf(node) === 'Log it' && node.tag === 'button'
        ? node
        : node.children.map(find).find(found => found);
  const press = find(drawSlack(payload, h, given => taps.push(given)))?.props.onclick;
  if (typeof press === 'function') press();
  expect(taps).toEqual([{ token: 'log' }]);
});

test('what nothing here draws is no silence', () => {
  expect(() => drawSlack({ blocks: [{ type: 'video' }] }, h, () => {})).toThrow('draws Slack’s video');
  expect(() => drawDiscord({ components: [{ type: 9 }] }, h, () => {})).toThrow('Discord’s component 9');
});

test('Discord’s moments are drawn on the reader’s clock, and counted from when they are read', () => {
  const content = 'On this device: <t:1792101600:F>, <t:1792101600:R>, and \\<t:1:F>';
  const now = 1792101600_000 - 3 * 86_400_000;
  const drawn = textOf(drawDiscord({ components: [{ type: 10, content }] }, h, () => {}, { now }));
  expect(drawn).toMatch(/Thursday, October 15, 2026 at \d+:00\sPM, in 3 days, and <t:1:F>/);
});

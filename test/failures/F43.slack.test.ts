import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Actor, type Slack, startSlack } from '../standins/slack/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

let slack: Slack;
let bot: Bot;
let ana: Actor;
beforeEach(async () => {
  slack = await startSlack({ botToken: 'xoxb-1' });
  const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1-A', SLACK_API_URL: slack.apiUrl };
  bot = await startBot({ ...tokens, PLAYGROUND: 'off' }, movableClock('2026-10-14T12:00[America/Chicago]'));
  ana = slack.addUser({ name: 'Ana' });
});
afterEach(async () => {
  await bot.remove();
  await slack.close();
});

const CARRIED = new Set([
  'action_id',
  'block_id',
  'value',
  'private_metadata',
  'callback_id',
  'external_id',
  'event_payload',
]);

/** All that Slack carries for the bot unseen, wherever it stands in what was sent. */
function carried(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(carried);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) => {
    if (CARRIED.has(name)) return [typeof value === 'string' ? value : JSON.stringify(value)];
    // What somebody entered into a field is shown in it, and comes back as what was picked.
    return name.startsWith('initial_') ? [] : carried(value);
  });
}
const sent = () => [
  ...slack.requests.map(({ args }) => args),
  ...[...slack.world.channels.values()].flatMap(({ messages }) => messages.filter(({ author }) => author !== ana.id)),
  ...slack.world.views.values(),
];

test('F43: no word that somebody wrote lies in anything that Slack carries along unseen', {
  timeout: 60_000,
}, async () => {
  const say = async (words: string) => ana.command('/backchannel', words).message();
  const taps: [words: string, buttons: string[]][] = [
    ['log Quillfeather they:good sentence:"Zebrawood every night" where:Nutmegville', ['Undo']],
    ['log Quillfeather they:warn worry:reliability', []],
    ['history', []],
    ['people name:Quillfeather', []],
    ['programs do:add name:Nutmegville', []],
    ['programs do:interview name:Nutmegville when:"3 Nov 9 am" zone:America/Chicago', []],
    ['network program:Nutmegville', []],
    ['bucket program:Nutmegville', []],
    ['loose-ends do:open person:Quillfeather about:"Zebrawood quarrel"', []],
    ['reminders what:"Zebrawood bell" when:"tomorrow 6 pm"', ['Open it']],
    ['draft kind:thank-you to:Quillfeather detail:Zebrawood', []],
    ['log Quillfeather they:"Zebrawood" when:"Nutmegville"', ['Try again']],
    ['log Quillfeather they:good sentence:"MRN 12345678 Zebrawood"', ['Edit']],
    ['advice search:Zebrawood', []],
  ];
  for (const [words, buttons] of taps) {
    const message = await say(words);
    for (const label of buttons)
      if (slack.buttons(message).some(button => button.label === label)) await ana.click(message, label).ack;
  }
  const offer = await ana.says('Quillfeather Zebrawood').message();
  const form = await ana.click(offer, 'Log it').modal();
  expect(JSON.stringify(form)).toContain('Quillfeather Zebrawood');
  await ana.submit(form, { they: 'good' });
  await (await ana.shortcut('log').modal()).id;
  const withRest = await ana.command('/log', 'Quillfeather where:Nutmegville sentence:Zebrawood').modal();
  expect(withRest.private_metadata).toContain('"rest"');
  ana.opensHome();
  await slack.until(() => ana.home(), 'the Home tab');

  const ids = sent().flatMap(carried);
  expect(ids.length).toBeGreaterThan(150);
  expect(ids.filter(id => /quill|feather|zebra|wood|nutmeg|ville/i.test(decodeURIComponent(id)))).toEqual([]);
});

test('F43: what waits behind such a button does what it says, for its owner alone', async () => {
  const offer = await ana.says('Quillfeather').message();
  const ben = slack.addUser({ name: 'Ben' });
  const [button] = slack.buttons(offer);
  expect(button?.actionId).toMatch(/^@[\w-]{22}$/);
  const general = slack.addChannel({ name: 'general' });
  const copy = await ben.command('/log', 'Kim they:good', { channel: general }).message();
  // As if it stood on a card of Ben's.
  const [element] = copy.blocks.flatMap(block =>
    (block.type === 'actions' ? block.elements : []).filter(({ type }) => type === 'button'),
  );
  if (element) element.action_id = button?.actionId ?? '';
  ben.click(copy, button?.actionId ?? '');
  await slack.until(() => slack.text(copy).includes('That button has expired'), 'the refusal');
});

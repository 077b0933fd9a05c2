import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Actor, type Message, type Slack, startSlack } from '../standins/slack/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

let slack: Slack;
let bot: Bot;
let general: ReturnType<Slack['addChannel']>;
let ana: Actor;

beforeEach(async () => {
  slack = await startSlack({ botToken: 'xoxb-1', patienceMs: 12_000 });
  general = slack.addChannel({ name: 'general' });
  ana = slack.addUser({ name: 'Ana' });
  const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1-A', SLACK_API_URL: slack.apiUrl };
  bot = await startBot({ ...tokens, PLAYGROUND: 'off' }, movableClock('2026-10-14T12:00[America/Chicago]'));
});
afterEach(async () => {
  await bot.remove();
  await slack.close();
});

const posted = () => slack.requests.filter(({ method }) => method === 'response_url');
const say = (words: string) => ana.command('/backchannel', words, { channel: general });
const entries = async () => slack.text(await say('history').message());
const logged = () => say('log Kim they:good').message();

test('F31: the answer to a command is its acknowledgement, and that to a form comes after what was saved', async () => {
  // The first of all waits for the screen's thread.
  await say('log Pat they:good').message();
  const before = posted().length;
  const reply = say('log Kim they:good');
  const ack = await reply.ack;
  expect(JSON.stringify('body' in ack ? ack.body : '')).toContain('Kim');
  expect(reply.messages()).toHaveLength(1);
  expect(posted()).toHaveLength(before);
  const opened = say('log Osei');
  const modal = await opened.modal();
  await ana.submit(modal, { they: 'good' });
  expect(await entries()).toContain('3 entries');
});

test('F31: a reply that Slack fails to take is tried again, shown once, and the entry is one', async () => {
  const message = await logged();
  slack.faults.next('response_url', { status: 503 });
  slack.faults.next('response_url', { cutBefore: true });
  await ana.click(message, 'Undo').ack;
  await slack.until(() => slack.text(message).includes('Taken back'), 'the answer after two failures');
  expect(posted().map(({ status }) => status)).toEqual([503, 0, 200]);
  expect(await entries()).toContain('Nothing logged yet');
});

test.each([
  ['the channel, for their eyes alone', [], (message: Message) => message.ephemeralFor === ana.id],
  ['their direct messages', ['chat.postEphemeral'], (message: Message) => message.channel === ana.dm.id],
] as const)('F31: where the response URL is over, the answer comes in %s', async (_, refused, isThere) => {
  const message = await logged();
  if (refused.length === 0) general.members.add(slack.team.botUserId);
  for (const method of refused) slack.faults.always(method, { error: 'not_in_channel' });
  slack.faults.always('response_url', { status: 404 });
  slack.faults.always('views.open', { error: 'expired_trigger_id' });
  const before = new Set([...general.messages, ...ana.dm.messages]);
  ana.click(message, 'Undo');
  const shown = await slack.until(
    () => [...general.messages, ...ana.dm.messages].find(each => !before.has(each)),
    'the answer in another place',
  );
  expect(isThere(shown)).toBe(true);
  expect(slack.text(shown)).toContain('Taken back');
  if (shown.channel === ana.dm.id) expect(shown.text).toBe('Taken back');
  expect(posted().filter(({ ok }) => ok)).toEqual([]);
});

test('F31: where Slack takes no card at all, one plain line says so', async () => {
  const message = await logged();
  slack.faults.always('response_url', { status: 404 });
  slack.faults.always('views.open', { error: 'expired_trigger_id' });
  slack.faults.always('chat.postEphemeral', { error: 'channel_not_found' });
  slack.faults.next('chat.postMessage', { error: 'invalid_blocks' });
  ana.click(message, 'Undo');
  const [line] = await slack.until(() => ana.dms().length > 0 && ana.dms(), 'a plain line');
  expect(line?.text).toContain('What was saved is in the Home tab.');
});

import { webApi } from '@slack/bolt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Slack, startSlack } from './slack/index.ts';
import { refusalOf, silent, webClient } from './slackBolt.ts';

const MINUTE = 60_000;
let clock: number;
let slack: Slack;
let client: webApi.WebClient;
beforeEach(async () => {
  clock = Date.UTC(2026, 10, 1);
  slack = await startSlack({ botToken: 'xoxb-1', now: () => clock });
  client = webClient(slack);
});
afterEach(() => slack.close());

const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) });
const mrkdwn = (length: number) => ({ type: 'mrkdwn', text: 'x'.repeat(length) });
const section = (length: number) => ({ type: 'section', text: mrkdwn(length) });
const button = (length: number, more: object = {}) => ({ type: 'button', text: plain(length), ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const select = (count: number, length = 5) => ({
  type: 'static_select',
  options: Array.from({ length: count }, (_, index) => ({ text: plain(length), value: String(index) })),
});
const times = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);

/** What chat.postMessage says to blocks that no type-checked bot could send. */
async function posting(blocks: object[]): Promise<string> {
  clock += MINUTE;
  const channel = slack.addChannel({ name: 'tips', botIsMember: true });
  return refusalOf(client.apiCall('chat.postMessage', { channel: channel.id, text: 'x', blocks }));
}

test.each<[string, within: object[], beyond: object[]]>([
  ['50 blocks', times(50, { type: 'divider' }), times(51, { type: 'divider' })],
  ['a header of 150', [{ type: 'header', text: plain(150) }], [{ type: 'header', text: plain(151) }]],
  ['a section of 3000', [section(3000)], [section(3001)]],
  [
    '10 fields',
    [{ type: 'section', fields: times(10, mrkdwn(1)) }],
    [{ type: 'section', fields: times(11, mrkdwn(1)) }],
  ],
  ['a field of 2000', [{ type: 'section', fields: [mrkdwn(2000)] }], [{ type: 'section', fields: [mrkdwn(2001)] }]],
  ['a button of 75', [actions(button(75))], [actions(button(76))]],
  [
    'a button value of 2000',
    [actions(button(1, { value: 'x'.repeat(2000) }))],
    [actions(button(1, { value: 'x'.repeat(2001) }))],
  ],
  ['25 elements', [actions(...times(25, button(1)))], [actions(...times(26, button(1)))]],
  [
    'an action_id of 255',
    [actions(button(1, { action_id: 'x'.repeat(255) }))],
    [actions(button(1, { action_id: 'x'.repeat(256) }))],
  ],
  [
    'a block_id of 255',
    [{ type: 'divider', block_id: 'x'.repeat(255) }],
    [{ type: 'divider', block_id: 'x'.repeat(256) }],
  ],
  ['100 options', [actions(select(100))], [actions(select(101))]],
  ['an option of 75', [actions(select(1, 75))], [actions(select(1, 76))]],
  [
    '10 context elements',
    [{ type: 'context', elements: times(10, mrkdwn(1)) }],
    [{ type: 'context', elements: times(11, mrkdwn(1)) }],
  ],
  [
    'action ids that differ',
    [actions(button(1, { action_id: 'a' }), button(1, { action_id: 'b' }))],
    [actions(button(1, { action_id: 'a' }), button(1, { action_id: 'a' }))],
  ],
  ['block ids that differ', [{ type: 'divider', block_id: 'a' }], times(2, { type: 'divider', block_id: 'a' })],
  ['properties that it knows', [section(1)], [{ ...section(1), color: 'red' }]],
  ['something to say', [section(1)], [{ type: 'section' }]],
])('A message takes %s and not more', async (_, within, beyond) => {
  expect(await posting(within)).toBe('none');
  expect(await posting(beyond)).toBe('invalid_blocks');
});

test('A refusal of blocks points at what is wrong', async () => {
  await posting([{ type: 'header', text: plain(151) }]);
  expect(slack.requests.at(-1)).toMatchObject({
    method: 'chat.postMessage',
    ok: false,
    error: 'invalid_blocks',
    detail: { messages: ['[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]'] },
  });
});

test('A message takes 13,200 characters over its blocks and 40,000 in its text, and needs one of both', async () => {
  const { id: channel } = slack.addChannel({ name: 'tips', botIsMember: true });
  expect(await posting([...times(4, section(3000)), section(1200)])).toBe('none');
  expect(await posting([...times(4, section(3000)), section(1201)])).toBe('msg_blocks_too_long');
  expect(await refusalOf(client.apiCall('chat.postMessage', { channel, text: 'x'.repeat(40_000) }))).toBe('none');
  expect(await refusalOf(client.apiCall('chat.postMessage', { channel, text: 'x'.repeat(40_001) }))).toBe(
    'msg_too_long',
  );
  expect(await refusalOf(client.apiCall('chat.postMessage', { channel }))).toBe('no_text');
});

const modal = {
  type: 'modal',
  title: plain(24),
  submit: plain(24),
  close: plain(24),
  blocks: times(100, { type: 'divider' }),
  private_metadata: 'x'.repeat(3000),
};
const input = { type: 'input', label: plain(5), element: { type: 'plain_text_input' } };

test.each<[string, object]>([
  ['a title over 24', { ...modal, title: plain(25) }],
  ['a submit over 24', { ...modal, submit: plain(25) }],
  ['private_metadata over 3000', { ...modal, private_metadata: 'x'.repeat(3001) }],
  ['more than 100 blocks', { ...modal, blocks: times(101, { type: 'divider' }) }],
  ['an input without a submit', { ...modal, submit: undefined, blocks: [input] }],
])('A modal with %s is refused, and its trigger stays unspent', async (_, view) => {
  const trigger_id = slack.trigger(slack.addUser({ name: 'Ana' }));
  expect(await refusalOf(client.apiCall('views.open', { trigger_id, view }))).toBe('invalid_arguments');
  expect(await refusalOf(client.apiCall('views.open', { trigger_id, view: modal }))).toBe('none');
});

test('A trigger opens one modal within three seconds', async () => {
  const ana = slack.addUser({ name: 'Ana' });
  const [first, late] = [slack.trigger(ana), slack.trigger(ana)];
  const open = (trigger_id: string) => refusalOf(client.apiCall('views.open', { trigger_id, view: modal }));
  clock += 3_000;
  expect(await open(first)).toBe('none');
  expect(await open(first)).toBe('exchanged_trigger_id');
  expect(await open('made up')).toBe('invalid_trigger_id');
  clock += 1;
  expect(await open(late)).toBe('expired_trigger_id');
});

test('Three modals lie on one another, a fourth does not', async () => {
  const ana = slack.addUser({ name: 'Ana' });
  const open = () =>
    refusalOf(client.apiCall('views.open', { trigger_id: slack.trigger(ana, ana.modals().at(-1)), view: modal }));
  expect([await open(), await open(), await open(), await open()]).toEqual([
    'none',
    'none',
    'none',
    'push_limit_reached',
  ]);
  expect(ana.modals()).toHaveLength(3);
  ana.close(ana.modals()[2]!);
  expect(ana.modals()).toHaveLength(2);
  ana.close(ana.modals()[1]!, { all: true });
  expect(ana.modals()).toEqual([]);
});

const retryAfter = (call: Promise<unknown>) =>
  call.then(
    () => 'none' as const,
    error => (error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter : Promise.reject(error)),
  );

test('A channel takes one message a second, and 429 says when to come again', async () => {
  const [tips, other] = ['tips', 'other'].map(name => slack.addChannel({ name, botIsMember: true }).id);
  const post = (channel = '') => retryAfter(client.chat.postMessage({ channel, text: 'x' }));
  expect(await post(tips)).toBe('none');
  expect(await post(tips)).toBe(1);
  expect(await post(other)).toBe('none');
  clock += 999;
  expect(await post(tips)).toBe(1);
  clock += 1;
  expect(await post(tips)).toBe('none');
  expect(slack.provoked429).toBe(2);
});

test('A workspace takes 200 messages a minute', async () => {
  const people = Array.from({ length: 201 }, (_, index) => slack.addUser({ name: `Applicant ${index}` }));
  const answers: unknown[] = [];
  for (const { id } of people) answers.push(await retryAfter(client.chat.postMessage({ channel: id, text: 'x' })));
  expect(answers.slice(0, 200).every(answer => answer === 'none')).toBe(true);
  expect(answers[200]).toBe(60);
  expect(people.map(person => person.dms().length)).toEqual([...times(200, 1), 0]);
});

test('A tier 3 method takes 50 calls a minute', async () => {
  const { id: channel } = slack.addChannel({ name: 'tips', botIsMember: true });
  const answers = await Promise.all(
    times(51, () => retryAfter(client.conversations.info({ channel }))).map(call => call()),
  );
  expect(answers.filter(answer => answer === 'none')).toHaveLength(50);
  expect(answers.filter(answer => answer === 60)).toHaveLength(1);
  clock += MINUTE;
  expect(await retryAfter(client.conversations.info({ channel }))).toBe('none');
});

test('A client that waits as told gets through', async () => {
  const patient = new webApi.WebClient('xoxb-1', { slackApiUrl: slack.apiUrl, logger: silent });
  const { id: channel } = slack.addChannel({ name: 'tips', botIsMember: true });
  slack.faults.next('chat.postMessage', { error: 'ratelimited', retryAfter: 1 });
  expect(await patient.chat.postMessage({ channel, text: 'x' })).toMatchObject({ ok: true });
  expect(slack.requests.map(({ status }) => status)).toEqual([429, 200]);
  expect(slack.provoked429).toBe(0);
});

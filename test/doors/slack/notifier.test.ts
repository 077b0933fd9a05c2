import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttons, card } from '../../../src/core/cards/card.ts';
import { redactedNudge } from '../../../src/core/cards/redacted.ts';
import { call } from '../../../src/core/commands/call.ts';
import type { Address, Notifier } from '../../../src/core/ports/notifier.ts';
import { createCounters } from '../../../src/core/runtime/counters.ts';
import { createRefusals } from '../../../src/doors/refusals.ts';
import { createClients, quietLogger } from '../../../src/doors/slack/clients.ts';
import { createNotifier } from '../../../src/doors/slack/notifier.ts';
import { type Actor, type Channel, type Slack, startSlack } from '../../standins/slack/index.ts';

let slack: Slack;
let notifier: Notifier;
let ana: Actor;
let tips: Channel;
const tip = card('This week', { answer: 'Call one person.', blocks: buttons({ label: 'Log', call: call('log') }) });
const to = (place: Actor | Channel): Address => {
  const where = { platform: 'slack', scope: slack.team.id } as const;
  return 'kind' in place
    ? { ...where, kind: 'channel', channel: place.id }
    : { ...where, kind: 'person', account: place.id };
};

beforeEach(async () => {
  slack = await startSlack({ botToken: 'xoxb-1' });
  const config = { token: () => 'xoxb-1', apiUrl: slack.apiUrl };
  const silent = pino({ level: 'silent' });
  const quiet = quietLogger(silent);
  notifier = createNotifier({
    ...createClients(config, quiet, createRefusals('Slack', silent, createCounters())),
    opened: async () => {},
  });
  ana = slack.addUser({ name: 'Ana' });
  tips = slack.addChannel({ name: 'tips', botIsMember: true });
});
afterEach(() => slack.close());

test('a direct message shows its title alone, and its button carries the key', async () => {
  expect(await notifier.send(to(ana), redactedNudge('d1'), 'key1')).toMatchObject({ status: 'delivered' });
  const [message] = ana.dms();
  expect(message?.text).toBe('Backchannel: one thing for today');
  expect(message?.metadata).toEqual({ event_type: 'backchannel_delivery', event_payload: { key: 'key1' } });
  expect(message && slack.buttons(message)).toMatchObject([
    { label: 'Show', actionId: 'show?id=d1~key1' },
    { label: 'Snooze' },
    { label: 'Done' },
  ]);
});

test('a channel that the bot is not in yet is joined, when it is public', async () => {
  const news = slack.addChannel({ name: 'news' });
  const secret = slack.addChannel({ name: 'secret', isPrivate: true });
  expect(await notifier.send(to(news), tip, 'key1')).toMatchObject({ status: 'delivered' });
  expect(await notifier.send(to(secret), tip, 'key2')).toMatchObject({ permanent: true, reason: 'channel-gone' });
});

describe('a delivery is found again', () => {
  test('by its key, among a hundred later messages', async () => {
    const sent = await notifier.send(to(tips), tip, 'key1');
    const other = { author: ana.id, text: 'chat', blocks: [], pings: [], files: [] };
    for (let index = 0; index < 120; index += 1)
      tips.messages.push({ ...other, ts: slack.world.ts(), channel: tips.id, edited: false, deleted: false });
    const { messageId } = sent as { messageId: string };
    expect(await notifier.findByKey(to(tips), 'key1')).toEqual({ status: 'found', messageId });
    expect(await notifier.findByKey(to(tips), 'key2')).toEqual({ status: 'absent' });
  });

  test('where the answer to the send was lost, so that nothing is sent twice', async () => {
    slack.faults.next('chat.postMessage', { cutAfter: true });
    expect(await notifier.send(to(ana), redactedNudge('d1'), 'key1')).toEqual({
      status: 'delivered',
      messageId: ana.dms()[0]?.ts,
    });
  });

  test('and one that was lost before is to be sent again', async () => {
    slack.faults.next('chat.postMessage', { cutBefore: true });
    expect(await notifier.send(to(ana), redactedNudge('d1'), 'key1')).toEqual({
      status: 'failed',
      permanent: false,
      reason: 'unreachable',
      detail: 'no answer',
      doubtful: true,
    });
    expect(ana.dms()).toEqual([]);
  });

  test('by a search that waits where Slack says so', async () => {
    await notifier.send(to(tips), tip, 'key1');
    slack.faults.next('conversations.history', { error: 'ratelimited', retryAfter: 1 });
    expect(await notifier.findByKey(to(tips), 'key1')).toMatchObject({ status: 'found' });
  });
});

describe('a failure says why, and whether for good', () => {
  test('a rate limit says how long to wait', async () => {
    slack.faults.next('chat.postMessage', { error: 'ratelimited', retryAfter: 7 });
    expect(await notifier.send(to(tips), tip, 'key1')).toEqual({
      status: 'failed',
      permanent: false,
      reason: 'rate-limited',
      detail: 'ratelimited',
      retryAfterSeconds: 7,
    });
  });

  test.each([
    ['user_disabled', 'person-gone'],
    ['cannot_dm_bot', 'dms-closed'],
    ['is_archived', 'channel-gone'],
    ['missing_scope', 'no-permission'],
    ['account_inactive', 'uninstalled'],
    ['msg_blocks_too_long', 'rejected'],
  ])('%s is %s for good', async (error, reason) => {
    slack.faults.next('chat.postMessage', { error });
    expect(await notifier.send(to(tips), tip, 'key1')).toMatchObject({ permanent: true, reason, detail: error });
  });

  test('an error of Slack’s own passes', async () => {
    slack.faults.next('chat.postMessage', { error: 'internal_error' });
    expect(await notifier.send(to(tips), tip, 'key1')).toMatchObject({ permanent: false, reason: 'unreachable' });
  });

  test('somebody who has left cannot be written to', async () => {
    slack.deactivate(ana);
    expect(await notifier.send(to(ana), redactedNudge('d1'), 'key1')).toMatchObject({
      permanent: true,
      reason: 'person-gone',
    });
  });
});

test('two messages to the same place leave a second between them', async () => {
  const results = await Promise.all(['key1', 'key2'].map(key => notifier.send(to(tips), tip, key)));
  expect(results.map(({ status }) => status)).toEqual(['delivered', 'delivered']);
  expect(slack.provoked429).toBe(0);
});

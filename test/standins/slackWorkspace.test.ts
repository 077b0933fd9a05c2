import type { webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Channel, type Slack, startSlack } from './slack/index.ts';
import { refusalOf, webClient } from './slackBolt.ts';

let slack: Slack;
let client: webApi.WebClient;
let tips: Channel;
beforeEach(async () => {
  slack = await startSlack({ botToken: 'xoxb-1' });
  client = webClient(slack);
  tips = slack.addChannel({ name: 'tips', botIsMember: true });
});
afterEach(() => slack.close());

const post = (channel: string, text = 'x') => client.chat.postMessage({ channel, text });

describe('A post is refused', () => {
  test.each<[string, () => string]>([
    ['channel_not_found', () => 'C0'],
    ['channel_not_found', () => slack.addChannel({ name: 'secret', isPrivate: true }).id],
    ['not_in_channel', () => slack.addChannel({ name: 'general' }).id],
    ['is_archived', () => slack.addChannel({ name: 'old', botIsMember: true, archived: true }).id],
    ['cannot_dm_bot', () => slack.team.botUserId],
    ['user_disabled', () => slack.addUser({ name: 'Ana', disabled: true }).id],
  ])('with %s (case %#)', async (error, channel) => {
    expect(await refusalOf(post(channel()))).toBe(error);
  });

  test('once the bot was kicked or the channel archived', async () => {
    slack.archive(tips);
    expect(await refusalOf(post(tips.id))).toBe('is_archived');
    const other = slack.addChannel({ name: 'other', botIsMember: true });
    slack.kick(other);
    expect(await refusalOf(post(other.id))).toBe('not_in_channel');
    await client.conversations.join({ channel: other.id });
    expect(await refusalOf(post(other.id))).toBe('none');
  });
});

describe('A token', () => {
  test('that is unknown, missing or of the wrong type is refused', async () => {
    expect(await refusalOf(webClient(slack, 'xoxb-2').auth.test())).toBe('invalid_auth');
    expect(await refusalOf(webClient(slack, '').auth.test())).toBe('not_authed');
    expect(await refusalOf(webClient(slack, 'xapp-1-A').auth.test())).toBe('not_allowed_token_type');
    expect(await refusalOf(client.apps.connections.open())).toBe('not_allowed_token_type');
  });

  test('can be revoked, lost by an uninstall, and renewed', async () => {
    await slack.revokeToken();
    expect(await refusalOf(post(tips.id))).toBe('token_revoked');
    await slack.uninstall();
    expect(await refusalOf(post(tips.id))).toBe('account_inactive');
    slack.reinstall(slack.team, 'xoxb-3');
    expect(await refusalOf(post(tips.id))).toBe('invalid_auth');
    expect(await webClient(slack, 'xoxb-3').auth.test()).toMatchObject({
      team_id: slack.team.id,
      user_id: slack.team.botUserId,
    });
  });

  test('does only what its scopes allow', async () => {
    const narrow = slack.addTeam({ name: 'Second', botToken: 'xoxb-2', scopes: ['users:read'] });
    const ben = slack.addUser({ name: 'Ben', team: narrow });
    const other = webClient(slack, 'xoxb-2');
    expect(await refusalOf(other.chat.postMessage({ channel: ben.id, text: 'x' }))).toBe('missing_scope');
    expect(await refusalOf(other.users.info({ user: ben.id }))).toBe('none');
  });

  test('reaches its own workspace alone', async () => {
    const second = slack.addTeam({ name: 'Second', botToken: 'xoxb-2' });
    const ben = slack.addUser({ name: 'Ben', team: second });
    expect(await refusalOf(client.users.info({ user: ben.id }))).toBe('user_not_found');
    expect(await refusalOf(webClient(slack, 'xoxb-2').chat.postMessage({ channel: tips.id, text: 'x' }))).toBe(
      'channel_not_found',
    );
    await webClient(slack, 'xoxb-2').chat.postMessage({ channel: ben.id, text: 'hello' });
    expect(ben.dms()).toMatchObject([{ text: 'hello', author: second.botUserId }]);
  });
});

test('People have a zone and roles, and a deactivated one is marked as deleted', async () => {
  const ana = slack.addUser({ name: 'Ana', tz: 'America/Chicago', admin: true });
  expect(await client.users.info({ user: ana.id })).toMatchObject({
    user: { tz: 'America/Chicago', is_admin: true, is_owner: false, deleted: false },
  });
  slack.deactivate(ana);
  expect(await client.users.info({ user: ana.id })).toMatchObject({ user: { deleted: true } });
  expect(await refusalOf(client.conversations.open({ users: ana.id }))).toBe('user_disabled');
  expect(await refusalOf(client.users.info({ user: 'U0' }))).toBe('user_not_found');
});

test('A post to a user opens their DM, and metadata is read back from its history', async () => {
  const ana = slack.addUser({ name: 'Ana' });
  const metadata = { event_type: 'delivery', event_payload: { key: 'k1' } };
  const sent = await client.chat.postMessage({ channel: ana.id, text: 'one thing', metadata });
  expect(sent.channel).toBe(ana.dm.id);
  expect(ana.dms()).toMatchObject([{ text: 'one thing', metadata }]);
  const { messages } = await client.conversations.history({ channel: ana.dm.id, include_all_metadata: true });
  expect(messages).toMatchObject([{ ts: sent.ts, metadata }]);
  const bare = await client.conversations.history({ channel: ana.dm.id });
  expect(bare.messages?.[0]).not.toHaveProperty('metadata');
});

test('History comes newest first, in pages, without ephemeral and deleted messages', async () => {
  const ana = slack.addUser({ name: 'Ana' });
  const sent: string[] = [];
  for (const text of ['1', '2', '3', '4']) {
    sent.push(String((await post(tips.id, text)).ts));
    slack.advance(1_000);
  }
  await client.chat.postEphemeral({ channel: tips.id, user: ana.id, text: 'for Ana' });
  await client.chat.delete({ channel: tips.id, ts: sent[1]! });
  const first = await client.conversations.history({ channel: tips.id, limit: 2 });
  expect(first.messages?.map(({ text }) => text)).toEqual(['4', '3']);
  const cursor = first.response_metadata!.next_cursor!;
  const second = await client.conversations.history({ channel: tips.id, limit: 2, cursor });
  expect(second.messages?.map(({ text }) => text)).toEqual(['1']);
  expect(second.has_more).toBe(false);
  const since = await client.conversations.history({ channel: tips.id, oldest: sent[2]! });
  expect(since.messages?.map(({ text }) => text)).toEqual(['4']);
});

test('An ephemeral message is for one member alone, and out of reach of update and delete', async () => {
  const [ana, ben] = [slack.addUser({ name: 'Ana' }), slack.addUser({ name: 'Ben' })];
  const { message_ts: ts = '' } = await client.chat.postEphemeral({ channel: tips.id, user: ana.id, text: 'for Ana' });
  expect([ana.sees(tips).length, ben.sees(tips).length]).toEqual([1, 0]);
  expect(await refusalOf(client.chat.update({ channel: tips.id, ts, text: 'changed' }))).toBe('message_not_found');
  expect(await refusalOf(client.chat.delete({ channel: tips.id, ts }))).toBe('message_not_found');
  const aside = slack.addChannel({ name: 'aside', botIsMember: true, members: [ana] });
  expect(await refusalOf(client.chat.postEphemeral({ channel: aside.id, user: ben.id, text: 'x' }))).toBe(
    'user_not_in_channel',
  );
});

test('An update with text alone takes the blocks away', async () => {
  const blocks = [{ type: 'divider' as const }];
  const { ts = '' } = await client.chat.postMessage({ channel: tips.id, text: 'before', blocks });
  await client.chat.update({ channel: tips.id, ts, text: 'after' });
  expect(tips.messages).toMatchObject([{ text: 'after', blocks: [], edited: true }]);
});

test.each<[string, object, string[]]>([
  ['a channel mention in text', { text: 'hi <!channel>' }, ['!channel']],
  ['an escaped one', { text: 'hi &lt;!channel&gt; @channel' }, []],
  ['a bare one with link_names', { text: 'hi @channel', link_names: true }, ['!channel']],
  [
    'a person and a group in markup',
    { text: 'x', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '<@U1> <!subteam^S1|@ops>' } }] },
    ['@U1', '!subteam^S1'],
  ],
  [
    'the same as plain text',
    { text: 'x', blocks: [{ type: 'section', text: { type: 'plain_text', text: '<@U1> <!here>' } }] },
    [],
  ],
])('Pings are noted: %s', async (_, message, pings) => {
  await client.apiCall('chat.postMessage', { channel: tips.id, ...message });
  expect(tips.messages.at(-1)?.pings).toEqual(pings);
});

test('A file is uploaded, shared, shown in blocks, and gone once deleted', async () => {
  const ana = slack.addUser({ name: 'Ana' });
  const file = Buffer.from('a,b\n1,2\n');
  await client.files.uploadV2({
    channel_id: ana.dm.id,
    file,
    filename: 'export.csv',
    title: 'Export',
    initial_comment: 'Yours',
  });
  const [shared] = ana.dms();
  const { id = '', ...uploaded } = shared?.files[0] ?? {};
  expect(shared).toMatchObject({ text: 'Yours' });
  expect(uploaded).toMatchObject({ title: 'Export', bytes: new Uint8Array(file) });
  const blocks = [{ type: 'image' as const, alt_text: 'the map', slack_file: { id } }];
  expect(await refusalOf(client.chat.postMessage({ channel: tips.id, text: 'x', blocks }))).toBe('none');
  await client.files.delete({ file: id });
  slack.advance(1_000);
  expect(await refusalOf(client.chat.postMessage({ channel: tips.id, text: 'x', blocks }))).toBe('invalid_blocks');
  expect(await refusalOf(client.files.delete({ file: id }))).toBe('file_deleted');
  expect(shared?.files[0]?.deleted).toBe(true);
});

describe('When things go wrong', () => {
  test('a cut after the work leaves a message whose sender does not know', async () => {
    slack.faults.next('chat.postMessage', { cutAfter: true });
    await expect(post(tips.id)).rejects.toThrow();
    expect(tips.messages).toHaveLength(1);
  });

  test('a cut before the work, a server error and a refusal leave nothing', async () => {
    slack.faults.next('chat.postMessage', { cutBefore: true });
    slack.faults.next('chat.postMessage', { status: 503 });
    slack.faults.next('chat.postMessage', { error: 'channel_not_found' });
    await expect(post(tips.id)).rejects.toThrow();
    await expect(post(tips.id)).rejects.toMatchObject({ statusCode: 503 });
    expect(await refusalOf(post(tips.id))).toBe('channel_not_found');
    expect(tips.messages).toEqual([]);
    expect(slack.requests.map(({ status, ok }) => [status, ok])).toEqual([
      [0, false],
      [503, false],
      [200, false],
    ]);
    expect(await refusalOf(post(tips.id))).toBe('none');
  });

  test('an answer may be late, and a fault may last', async () => {
    slack.faults.always('chat.postMessage', { delay: 50 });
    const started = performance.now();
    await post(tips.id);
    expect(performance.now() - started).toBeGreaterThanOrEqual(49);
    slack.faults.clear();
    slack.advance(1_000);
    expect(await refusalOf(post(tips.id))).toBe('none');
  });
});

test('A private file is handed to a token that may read it, and to all others the sign-in page', async () => {
  const made = await client.files.getUploadURLExternal({ filename: 'a.csv', length: 3 });
  await fetch(made.upload_url ?? '', { method: 'POST', body: 'a,b' });
  const { file } = await client.files.info({ file: made.file_id ?? '' });
  expect(file).toMatchObject({ name: 'a.csv', size: 3 });
  const read = async (token: string) =>
    (await fetch(file?.url_private_download ?? '', { headers: { authorization: `Bearer ${token}` } })).text();
  expect(await read('xoxb-1')).toBe('a,b');
  expect(await read('xoxb-2')).toContain('Sign in to Slack');
  slack.team.scopes.delete('files:read');
  expect(await read('xoxb-1')).toContain('Sign in to Slack');
  expect(await refusalOf(client.files.info({ file: made.file_id ?? '' }))).toBe('missing_scope');
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Slack, startSlack } from '../standins/slack/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

const clock = movableClock('2026-10-14T12:00[America/Chicago]');
let slack: Slack;
let bot: Bot;
beforeEach(async () => {
  slack = await startSlack({ botToken: 'xoxb-1' });
});
afterEach(async () => {
  await bot.remove();
  await slack.close();
});

async function connect(variables: Record<string, string>): Promise<void> {
  bot = await startBot({ SLACK_API_URL: slack.apiUrl, PLAYGROUND: 'off', ...variables }, clock);
}
const bySocket = () => connect({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1-A' });
async function byHttp(): Promise<void> {
  await connect({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret' });
  slack.useHttp(`${bot.url}/slack/events`);
}

describe('over signed HTTP', () => {
  beforeEach(byHttp);

  test('commands, forms, buttons and events work as they do over Socket Mode', async () => {
    const ana = slack.addUser({ name: 'Ana' });
    const opened = ana.command('/log', 'Dr. Patel');
    const modal = await opened.modal();
    expect((await ana.submit(modal, { they: 'good', when: '31 Nov' })).errors).toHaveProperty('when');
    expect((await ana.submit(modal, { when: 'yesterday' })).closed).toBe(true);
    const logged = await opened.message();
    expect(slack.text(logged)).toContain('Dr. Patel: good things. Tue, Oct 13, 2026');
    expect(slack.text(await ana.click(logged, 'Undo').message())).toContain('Taken back');
    ana.opensHome();
    expect(slack.text(await slack.until(() => ana.home(), 'the Home tab'))).toContain('Begin with one person');
  });

  test('what is not signed by Slack is refused, and what is not for the bot is not found', async () => {
    const ben = slack.addUser({ name: 'Ben' });
    slack.useHttp(`${bot.url}/slack/events`, 'another secret');
    expect(await ben.command('/log', 'forged they:good').ack).toMatchObject({ ok: false });
    expect(ben.sees(ben.dm)).toEqual([]);
    for (const path of ['/slack/', '/slack/events', '/slack/install'])
      expect((await fetch(bot.url + path)).status, path).toBe(404);
    slack.useHttp(`${bot.url}/slack/events`);
    expect(slack.text(await ben.command('/backchannel', 'history').message())).toContain('Nothing logged yet');
  });
});

describe('over Socket Mode', () => {
  beforeEach(bySocket);

  test.each(['dropSockets', 'refreshSockets'] as const)('the bot comes back at once after %s', async cut => {
    const ana = slack.addUser({ name: 'Ana' });
    slack[cut]();
    await slack.until(() => slack.connections === 0, 'the socket to go');
    await slack.until(() => slack.connections === 1, 'a new socket', 2000);
    expect(slack.text(await ana.command('/log', 'Kim they:good').message())).toContain('Kim: good things');
  });

  test('a reconnect that Slack refuses ends nothing, and is tried again', async () => {
    const ana = slack.addUser({ name: 'Ana' });
    slack.faults.next('apps.connections.open', { error: 'account_inactive' });
    slack.faults.next('apps.connections.open', { cutBefore: true });
    slack.dropSockets();
    await slack.until(() => slack.connections === 0, 'the socket to go');
    await slack.until(() => slack.connections === 1, 'a new socket');
    const opened = slack.requests.filter(({ method }) => method === 'apps.connections.open');
    expect(opened.map(({ error }) => error)).toEqual([
      undefined,
      'account_inactive',
      'connection cut before the work',
      undefined,
    ]);
    expect(slack.text(await ana.command('/log', 'Kim they:good').message())).toContain('Kim: good things');
  });

  test('a refused profile costs the zone alone', async () => {
    slack.faults.always('users.info', { error: 'ratelimited', retryAfter: 30 });
    const ana = slack.addUser({ name: 'Ana' });
    expect(slack.text(await ana.command('/log', 'Kim they:good').message())).toContain('Wed, Oct 14, 2026');
  });

  test('a slow answer is announced, and comes', async () => {
    slack.faults.next('conversations.open', { delay: 2500 });
    const ana = slack.addUser({ name: 'Ana' });
    const reply = ana.command('/backchannel', 'settings remind:weekly');
    expect((await slack.until(() => reply.messages()[0], 'a word')).text).toBe('One moment…');
    const saved = await slack.until(() => reply.messages()[1], 'the answer');
    expect(slack.text(saved)).toContain('I just sent you a test message');
  });

  test('what is under way is answered before the bot stops', async () => {
    const ana = slack.addUser({ name: 'Ana' });
    slack.faults.next('users.info', { delay: 500 });
    const reply = ana.command('/log', 'Kim they:good');
    await reply.ack;
    await bot.stop();
    expect(reply.messages().map(message => slack.text(message))).toEqual([expect.stringContaining('Kim')]);
    await bySocket();
  });
});

describe('a token that Slack refuses is named in one sentence, and stops nothing else', () => {
  test.each([
    ['SLACK_BOT_TOKEN', { SLACK_BOT_TOKEN: 'xoxb-wrong', SLACK_APP_TOKEN: 'xapp-1-A' }],
    ['SLACK_APP_TOKEN', { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-wrong' }],
  ] as const)('%s', async (variable, tokens) => {
    await connect(tokens);
    expect(bot.lines.filter(line => line.includes('refused'))).toEqual([
      expect.stringContaining(`${variable} was refused by Slack (invalid_auth). Copy it again from`),
    ]);
  });
});

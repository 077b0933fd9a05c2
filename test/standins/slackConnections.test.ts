import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectBolt, type SlackWithBolt, slackWithBolt } from './slackBolt.ts';

let rig: SlackWithBolt;
afterEach(() => rig.close());

describe('Over Socket Mode', () => {
  beforeEach(async () => {
    rig = await slackWithBolt('Socket Mode', { deadlineMs: 400, eventRetryDelaysMs: [0, 900] });
    rig.app.command('/log', ({ ack }) => ack('here'));
  });

  test.each(['dropSockets', 'refreshSockets'] as const)(
    'Bolt comes back after %s, and the next command arrives',
    async cut => {
      const { slack } = rig;
      const ana = slack.addUser({ name: 'Ana' });
      slack[cut]();
      await slack.until(() => slack.connections === 0, 'the socket to go');
      expect(await ana.command('/log').ack).toMatchObject({ ok: false, error: 'dispatch_failed' });
      await slack.until(() => slack.connections === 1, 'a new socket');
      expect((await ana.command('/log').message()).text).toBe('here');
      expect(slack.requests.filter(({ method }) => method === 'apps.connections.open')).toHaveLength(2);
    },
  );

  test('of two connections, any one gets an envelope', async () => {
    const { slack } = rig;
    const ana = slack.addUser({ name: 'Ana' });
    const second = await connectBolt(slack, 'Socket Mode');
    second.app.command('/log', ({ ack }) => ack('there'));
    await slack.until(() => slack.connections === 2, 'a second socket');
    const messages = await Promise.all([ana.command('/log').message(), ana.command('/log').message()]);
    expect(messages.map(({ text }) => text).sort()).toEqual(['here', 'there']);
    await second.app.stop();
  });

  test('an event that finds no socket comes again later, with the same id', async () => {
    const { slack, app } = rig;
    const heard = Promise.withResolvers<[string, number | undefined]>();
    app.event('app_home_opened', async ({ body, context }) => heard.resolve([body.event_id, context.retryNum]));
    slack.dropSockets();
    await slack.until(() => slack.connections === 0, 'the socket to go');
    const opened = slack.addUser({ name: 'Ana' }).opensHome();
    expect(await opened.ack).toMatchObject({ ok: false, error: 'dispatch_failed' });
    expect(await heard.promise).toEqual([opened.id, 2]);
  });
});

describe('Over signed HTTP', () => {
  beforeEach(async () => {
    rig = await slackWithBolt('signed HTTP', { deadlineMs: 400, eventRetryDelaysMs: [100] });
  });

  test('Bolt refuses a bad signature', async () => {
    const { slack, app, url } = rig;
    const heard: string[] = [];
    app.command('/log', async ({ ack, command }) => {
      heard.push(command.text);
      await ack();
    });
    const ana = slack.addUser({ name: 'Ana' });
    slack.useHttp(url, 'another secret');
    expect(await ana.command('/log', 'forged').ack).toMatchObject({ ok: false, error: 'dispatch_failed' });
    slack.useHttp(url);
    expect(await ana.command('/log', 'genuine').ack).toMatchObject({ ok: true });
    expect(heard).toEqual(['genuine']);
  });

  test('an event that was refused comes again with its retry number', async () => {
    const { slack, app, url } = rig;
    const heard = Promise.withResolvers<[string, number | undefined, string | undefined]>();
    app.event('app_home_opened', async ({ body, context }) =>
      heard.resolve([body.event_id, context.retryNum, context.retryReason]),
    );
    slack.useHttp(url, 'another secret');
    const opened = slack.addUser({ name: 'Ana' }).opensHome();
    expect(await opened.ack).toMatchObject({ ok: false });
    slack.useHttp(url);
    expect(await heard.promise).toEqual([opened.id, 1, 'http_error']);
  });

  test('a response URL takes five answers in thirty minutes', async () => {
    const { slack, app } = rig;
    const ana = slack.addUser({ name: 'Ana' });
    const outcomes = async (respond: (text: string) => Promise<unknown>, texts: string[]) => {
      for (const text of texts) await respond(text).catch(() => undefined);
    };
    app.command('/many', async ({ ack, respond }) => {
      await ack();
      await outcomes(respond, ['1', '2', '3', '4', '5', '6']);
    });
    app.command('/late', async ({ ack, respond }) => {
      await ack();
      slack.advance(30 * 60_000 + 1);
      await outcomes(respond, ['late']);
    });
    ana.command('/many');
    await slack.until(() => slack.requests.some(({ error }) => error === 'used_url'), 'a refusal');
    expect(ana.sees(ana.dm).map(({ text }) => text)).toEqual(['1', '2', '3', '4', '5']);
    ana.command('/late');
    await slack.until(() => slack.requests.some(({ error }) => error === 'expired_url'), 'a refusal');
    expect(ana.sees(ana.dm)).toHaveLength(5);
    expect(slack.requests.filter(({ method }) => method === 'response_url').map(({ status }) => status)).toEqual([
      200, 200, 200, 200, 200, 404, 404,
    ]);
  });

  test.each([false, true])('an uninstall tells the app twice, tokens first: %s', async tokensFirst => {
    const { slack, app } = rig;
    const heard: string[] = [];
    app.event('app_uninstalled', async ({ event }) => void heard.push(event.type));
    app.event('tokens_revoked', async ({ event }) => void heard.push(...(event.tokens.bot ?? [])));
    await slack.uninstall(slack.team, { tokensFirst });
    const order = ['app_uninstalled', slack.team.botUserId];
    // Bolt acknowledges an event before it calls the listeners.
    await expect.poll(() => heard).toEqual(tokensFirst ? order.reverse() : order);
    await expect(app.client.auth.test()).rejects.toThrow('account_inactive');
  });
});

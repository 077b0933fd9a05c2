import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startSlack } from '../standins/slack/index.ts';
import { signature } from '../standins/slack/signedHttp.ts';
import { spawnBot } from '../support/process.ts';

const JSON_TYPE = 'application/json';
const FORM = 'application/x-www-form-urlencoded';
const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

async function connect(variables: Record<string, string>) {
  const slack = await startSlack({ botToken: 'xoxb-1' });
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-test-'));
  const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_API_URL: slack.apiUrl, PORT: '0', ...variables };
  const bot = spawnBot({ DATABASE_URL: `file:${join(folder, 'test.db')}`, ...tokens }, folder);
  onTestFinished(async () => {
    await bot.kill();
    await slack.close();
    rmSync(folder, { recursive: true });
  });
  const url = (await bot.says(/http:\/\/[\d.:]+/)).replace(/\/$/, '');
  return { slack, bot, url: `${url}/slack/events` };
}

test('F40: no body with a valid signature ends the process, and none of a time to come is taken', {
  timeout: 60_000,
}, async () => {
  const { slack, bot, url } = await connect({ SLACK_SIGNING_SECRET: 'secret' });
  slack.useHttp(url);
  const ana = slack.addUser({ name: 'Ana' });
  await expect.poll(() => ana.command('/log', 'Kim they:good').ack, { timeout: 10_000 }).toMatchObject({ ok: true });

  async function send(type: string, body: string, ms = Date.now()): Promise<number> {
    const headers = { 'content-type': type, ...signature('secret', body, ms) };
    return (await fetch(url, { method: 'POST', headers, body })).status;
  }
  const bodies: [type: string, body: string, status: number][] = [
    [JSON_TYPE, 'null', 400],
    [FORM, 'payload=null', 400],
    [JSON_TYPE, '[]', 400],
    [FORM, 'payload=[1]', 400],
    [JSON_TYPE, '"words"', 400],
    [JSON_TYPE, '7', 400],
    [JSON_TYPE, '', 400],
    [JSON_TYPE, '{"type":', 400],
    [FORM, 'payload={', 400],
    [JSON_TYPE, deep(50_000), 400],
    [FORM, `payload=${encodeURIComponent(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)}`, 400],
    [JSON_TYPE, JSON.stringify({ type: 'x'.repeat(1_100_000) }), 413],
  ];
  for (const [type, body, status] of bodies) expect(await send(type, body), body.slice(0, 40)).toBe(status);
  // Objects of a shape that no listener knows are answered, however they are.
  for (const body of ['{"type":"block_actions"}', '{"type":"view_submission","view":null,"user":null,"team":null}'])
    expect(await send(FORM, `payload=${encodeURIComponent(body)}`)).toBeGreaterThanOrEqual(200);

  const event = JSON.stringify({ type: 'url_verification', challenge: 'c' });
  expect(await send(JSON_TYPE, event)).toBe(200);
  expect(await send(JSON_TYPE, event, Date.now() + 400_000)).toBe(401);
  expect(await send(JSON_TYPE, event, Date.now() - 400_000)).toBe(401);

  expect(bot.child.exitCode).toBeNull();
  expect(await ana.command('/backchannel', 'history').ack).toMatchObject({ ok: true });
});

test('F40: no word over the socket ends the process, nor a reconnect that is refused', {
  timeout: 60_000,
}, async () => {
  const { slack, bot } = await connect({ SLACK_APP_TOKEN: 'xapp-1-A' });
  await slack.until(() => slack.connections === 1, 'the socket', 20_000);
  const ana = slack.addUser({ name: 'Ana' });
  const envelope = (payload: unknown) => JSON.stringify({ type: 'events_api', envelope_id: '1', payload });
  for (const words of ['null', '[]', '7', '"words"', 'no JSON', deep(50_000), envelope(null), envelope([])])
    slack.sendRaw(words);
  slack.sendRaw(envelope({ event: null }));
  slack.sendRaw(JSON.stringify({ type: 'interactive', envelope_id: '2', payload: null }));
  slack.sendRaw(JSON.stringify({ type: 'slash_commands', envelope_id: '3', payload: {} }));
  const logged = ana.command('/log', 'Kim they:good');
  await expect
    .poll(() =>
      logged
        .messages()
        .map(message => slack.text(message))
        .join(),
    )
    .toContain('Kim');

  slack.faults.next('apps.connections.open', { error: 'account_inactive' });
  slack.dropSockets();
  await slack.until(() => slack.connections === 0, 'the socket to go');
  await slack.until(() => slack.connections === 1, 'a new socket', 10_000);
  expect(bot.child.exitCode).toBeNull();
  expect(slack.text(await ana.command('/backchannel', 'history').message())).toContain('1 entry');
});

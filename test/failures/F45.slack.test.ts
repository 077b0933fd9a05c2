import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startSlack } from '../standins/slack/index.ts';
import { spawnBot } from '../support/process.ts';

test('F45: killed after the acknowledgement, a command is answered once after the restart', {
  timeout: 90_000,
}, async () => {
  const slack = await startSlack({ botToken: 'xoxb-1', patienceMs: 40_000 });
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-test-'));
  const environment = {
    ...{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1-A', SLACK_API_URL: slack.apiUrl, PLAYGROUND: 'off' },
    ...{ DATABASE_URL: `file:${join(folder, 'test.db')}`, PORT: '0', TICK_SECONDS: '1' },
  };
  let bot = spawnBot(environment, folder);
  onTestFinished(async () => {
    await bot.kill();
    await slack.close();
    rmSync(folder, { recursive: true });
  });
  await slack.until(() => slack.connections === 1, 'the socket');
  const ana = slack.addUser({ name: 'Ana' });
  // The test message takes longer than Slack waits for the command.
  slack.faults.next('conversations.open', { delay: 60_000 });
  const reply = ana.command('/backchannel', 'settings remind:weekly');
  expect(await reply.ack).toMatchObject({ ok: true, body: { text: 'One moment…' } });
  await bot.kill();

  bot = spawnBot(environment, folder);
  const saved = await slack.until(() => reply.messages()[1], 'the answer after the restart');
  expect(slack.text(saved)).toContain('I just sent you a test message');
  expect(slack.text(await ana.command('/backchannel', 'settings').message())).toContain('weekly');
});

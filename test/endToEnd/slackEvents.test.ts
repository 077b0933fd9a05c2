import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Slack, startSlack } from '../standins/slack/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

let slack: Slack;
let bot: Bot;
beforeEach(async () => {
  slack = await startSlack({ botToken: 'xoxb-1', eventRetryDelaysMs: [] });
  const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1-A', SLACK_API_URL: slack.apiUrl };
  bot = await startBot({ ...tokens, PLAYGROUND: 'off' }, movableClock('2026-10-14T12:00[America/Chicago]'));
});
afterEach(async () => {
  await bot.remove();
  await slack.close();
});

test('a repeated Slack event is answered once, also after a restart', async () => {
  const ana = slack.addUser({ name: 'Ana' });
  const said = ana.says('Kim');
  await said.message();
  await said.again();
  await said.again();
  bot = await bot.restart();
  await said.again();
  const next = ana.says('Lee');
  await next.ack;
  await slack.until(() => ana.dms().length > 1, 'the answer to the next');
  // Slack takes one message a second: another would have come by then.
  await new Promise(resolve => setTimeout(resolve, 3000));
  expect(ana.dms()).toHaveLength(2);
});

test('two direct messages within a second are both answered, though Slack takes one a second', async () => {
  const ana = slack.addUser({ name: 'Ana' });
  ana.says('Kim');
  ana.says('Lee');
  await slack.until(() => ana.dms().length === 2, 'both answers');
  expect(slack.provoked429).toBeGreaterThan(0);
});

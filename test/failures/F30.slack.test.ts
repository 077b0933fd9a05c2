import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Actor, type Slack, startSlack } from '../standins/slack/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

const zone = 'America/Chicago';
let clock: ReturnType<typeof movableClock>;
let slack: Slack;
let bot: Bot;
let ana: Actor;
beforeEach(async () => {
  clock = movableClock(`2026-10-14T12:00[${zone}]`);
  slack = await startSlack({ botToken: 'xoxb-1', patienceMs: 60_000 });
  const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1-A', SLACK_API_URL: slack.apiUrl };
  bot = await startBot({ ...tokens, PLAYGROUND: 'off' }, clock);
  ana = slack.addUser({ name: 'Ana', tz: zone });
  await ana.command('/backchannel', 'settings remind:eves').message();
});
afterEach(async () => {
  await bot.remove();
  await slack.close();
});
const lines = () => bot.lines.filter(line => line.includes('SLACK_BOT_TOKEN'));

// The first further try comes after half a minute.
test.skipIf(!process.env.TEST_LONG)(
  'F30: a token that is refused while running is said once; commands are answered; what was due comes once it is taken',
  {
    timeout: 90_000,
  },
  async () => {
    for (const when of ['3 pm', '3:01 pm'])
      await ana.command('/backchannel', `reminders what:Ring when:"${when}"`).message();
    const before = ana.dms().length;
    slack.team.tokenError = 'token_revoked';
    clock.moveTo(`2026-10-14T15:02[${zone}]`);
    await slack.until(() => slack.requests.some(({ error }) => error === 'token_revoked'), 'the refusal');
    await expect.poll(lines).toEqual([expect.stringContaining('refused by Slack (token_revoked)')]);
    // The answer needs no token: members are told the truth, and what they say is kept.
    expect(slack.text(await ana.command('/backchannel', 'log Kim they:good').message())).toContain('Kim');
    slack.reinstall();
    await slack.until(() => ana.dms().length > before, 'what was due');
    expect(lines()).toEqual([expect.anything(), expect.stringContaining('takes SLACK_BOT_TOKEN again')]);
  },
);

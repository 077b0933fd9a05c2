import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Actor, type Message, type Slack, startSlack } from '../standins/slack/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

const zone = 'America/Chicago';
let clock: ReturnType<typeof movableClock>;
let slack: Slack;
let bot: Bot;
let ana: Actor;
let nudge: Message;

beforeEach(async () => {
  clock = movableClock(`2026-10-14T12:00[${zone}]`);
  slack = await startSlack({ botToken: 'xoxb-1' });
  const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1-A', SLACK_API_URL: slack.apiUrl };
  bot = await startBot({ ...tokens, PLAYGROUND: 'off' }, clock);
  ana = slack.addUser({ name: 'Ana', tz: zone });
  await ana.command('/backchannel', 'settings remind:eves').message();
  await ana.command('/backchannel', 'reminders what:"Ring Dr. Patel" when:"3 pm"').message();
  clock.moveTo(`2026-10-14T15:00:30[${zone}]`);
  nudge = await slack.until(() => ana.dms().find(message => labels(message).includes('Done')), 'the nudge');
});
afterEach(async () => {
  await bot.remove();
  await slack.close();
});

const labels = (message: Message) => slack.buttons(message).map(({ label }) => label);
const over = (message: Message) => slack.until(() => !labels(message).includes('Snooze'), 'the nudge to be over');

test('F39: Done takes the message’s own place, and its buttons are gone', async () => {
  ana.click(nudge, 'Done');
  await over(nudge);
  expect(slack.text(nudge)).toContain('Noted.');
  expect(labels(nudge)).not.toContain('Show');
  expect(slack.text(nudge)).not.toContain('Patel');
});

test('F39: Snooze asks there for how long, and then says there until when', async () => {
  expect(await ana.click(nudge, 'Snooze').message()).toBe(nudge);
  expect(labels(nudge)).toContain('Tomorrow');
  ana.click(nudge, 'Tomorrow');
  await slack.until(() => slack.text(nudge).includes('I’ll remind you'), 'until when');
  expect(labels(nudge)).not.toContain('Tomorrow');
});

test('F39: what was done in the private reply is over in the message too, and a look alone leaves it', async () => {
  const shown = await ana.click(nudge, 'Show').message();
  expect(shown.ephemeralFor).toBe(ana.id);
  expect(labels(nudge)).toEqual(['Show', 'Snooze', 'Done']);
  ana.click(shown, 'Done');
  await over(nudge);
  expect(labels(nudge)).toEqual([]);
});

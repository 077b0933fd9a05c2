import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Actor, type Channel, type Slack, startSlack } from '../standins/slack/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

const zone = 'America/Chicago';
let clock: ReturnType<typeof movableClock>;
let slack: Slack;
let bot: Bot;
let general: Channel;
beforeEach(async () => {
  clock = movableClock(`2026-10-14T12:00[${zone}]`);
  slack = await startSlack({ botToken: 'xoxb-1' });
  general = slack.addChannel({ name: 'general' });
  const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1-A', SLACK_API_URL: slack.apiUrl };
  bot = await startBot({ ...tokens, PLAYGROUND: 'off' }, clock);
});
afterEach(async () => {
  await bot.remove();
  await slack.close();
});

const say = async (who: Actor, words: string): Promise<string> =>
  slack.text(await who.command('/backchannel', words, { channel: general }).message()).replaceAll(/[\\*]/g, '');
const member = async (name: string): Promise<Actor> => {
  const who = slack.addUser({ name, tz: zone });
  await say(who, 'settings remind:eves');
  await slack.until(() => who.dms().length === 1, 'the test message');
  return who;
};

test.each([
  ['cannot_dm_bot', 'your direct messages are closed to me'],
  ['user_disabled', 'this account could not be found'],
])('F7: after %s it is kept, marked undelivered, told at the next command, and posted nowhere', async (error, why) => {
  const [ana, ben] = [await member('Ana'), await member('Ben')];
  await say(ana, 'reminders what:"Ring Dr. Patel" when:"3 pm"');
  await say(ben, 'reminders what:tick when:"3:01 pm"');
  slack.faults.next('chat.postMessage', { error });
  clock.moveTo(`2026-10-14T15:00:30[${zone}]`);
  const posts = () => slack.requests.filter(({ method }) => method === 'chat.postMessage').length;
  const before = posts();
  await slack.until(() => posts() > before, 'the try');
  clock.moveTo(`2026-10-14T15:01:30[${zone}]`);
  await slack.until(() => ben.dms().length === 2, 'the message to somebody else');
  expect(ana.dms()).toHaveLength(1);
  expect(ana.sees(general).filter(({ ephemeralFor }) => !ephemeralFor)).toEqual([]);
  expect(posts()).toBe(before + 2);

  expect(await say(ana, 'timeline')).toContain(`A message did not reach you. It was for Wed, Oct 14, 3 PM CT: ${why}.`);
  expect(await say(ana, 'timeline')).not.toContain('did not reach you');
  const missed = await ana.command('/backchannel', 'reminders show:missed', { channel: general }).message();
  expect(slack.text(await ana.click(missed, 'Show the first').message())).toContain('Ring Dr. Patel');
});

test('F16: what somebody wrote pings nobody and links nowhere, when it is shown again too', async () => {
  const [ana, ben] = [await member('Ana'), await member('Ben')];
  const words = `@everyone <!channel> <!here> <@${ben.id}> <https://a.example|here>`;
  await say(ana, `log who:"Kim Lee" they:good sentence:"${words}"`);
  await say(ana, `reminders what:"${words}" when:"3 pm"`);
  await say(ana, 'settings details:yes');
  expect(await say(ana, 'history')).toContain('everyone');
  clock.moveTo(`2026-10-14T15:00:30[${zone}]`);
  await slack.until(() => ana.dms().length === 2, 'the reminder');
  const seen = [...ana.sees(general), ...ana.dms()];
  expect(seen.length).toBeGreaterThan(4);
  for (const message of seen) expect(message.pings).toEqual([]);
  // In blocks it is plain text, which Slack reads nothing into; in the fallback text its signs are escaped.
  const blocks = JSON.stringify(seen.map(message => message.blocks));
  expect(blocks).toContain('<!channel>');
  expect(blocks).not.toMatch(/"type":"(mrkdwn|link|user|usergroup|broadcast|channel)"/);
  for (const { text } of seen) expect(text).not.toMatch(/<[!@#h]/);
});

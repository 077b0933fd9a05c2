import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Actor, type Channel, type Slack, startSlack } from '../standins/slack/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

const zone = 'America/Chicago';
let clock: ReturnType<typeof movableClock>;
let slack: Slack;
let bot: Bot;
let general: Channel;
beforeEach(async () => {
  clock = movableClock(`2026-11-03T12:00[${zone}]`);
  slack = await startSlack({ botToken: 'xoxb-1', eventRetryDelaysMs: [] });
  general = slack.addChannel({ name: 'general' });
  bot = await startBot(
    { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1-A', SLACK_API_URL: slack.apiUrl, PLAYGROUND: 'off' },
    clock,
  );
});
afterEach(async () => {
  await bot.remove();
  await slack.close();
});

const say = async (who: Actor, words: string): Promise<string> =>
  slack.text(await who.command('/backchannel', words, { channel: general }).message());
async function member(name: string): Promise<Actor> {
  const person = slack.addUser({ name, tz: zone });
  await say(person, `settings zone:${zone}`);
  expect(await say(person, 'log Quillfeather they:good')).toContain('Quillfeather');
  return person;
}
const warned = (who: Actor) => slack.until(() => who.dms()[0], 'the warning');

test('after eleven months somebody is warned in a message that names nothing of theirs; one tap keeps the notebook', async () => {
  const [ana, ben] = [await member('Ana'), await member('Ben')];
  clock.moveTo(`2027-10-10T12:00[${zone}]`);
  const message = await warned(ana);
  expect(slack.text(message)).toContain(
    'You last used Backchannel 11 months ago. On Tue, Nov 9, 2027 your notebook is erased, unless you use it before then.',
  );
  expect(slack.text(message)).not.toContain('Quill');
  await warned(ben);
  expect(slack.text(await ana.click(message, 'Keep it').message())).toContain('Your notebook stays');
  clock.moveTo(`2027-11-09T13:00[${zone}]`);
  // Three ticks: whoever asks earlier has come back.
  await new Promise(resolve => setTimeout(resolve, 3300));
  expect(await say(ben, 'history')).toContain('Nothing logged yet');
  expect(await say(ana, 'history')).toContain('Quillfeather');
  expect([ana.dms().length, ben.dms().length]).toEqual([1, 1]);
});

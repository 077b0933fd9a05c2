import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Actor, type Channel, type Slack, startSlack } from '../standins/slack/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

const clock = movableClock('2026-10-14T12:00[America/Chicago]');
let slack: Slack;
let bot: Bot;
let general: Channel;
beforeEach(async () => {
  slack = await startSlack({ botToken: 'xoxb-1' });
  general = slack.addChannel({ name: 'general' });
  const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1-A', SLACK_API_URL: slack.apiUrl };
  bot = await startBot({ ...tokens, PLAYGROUND: 'off' }, clock);
});
afterEach(async () => {
  await bot.remove();
  await slack.close();
});
const setup = async (who: Actor, words = ''): Promise<string> =>
  slack.text(await who.command('/backchannel', `setup ${words}`, { channel: general }).message());
const line = () => bot.lines.find(text => text.includes('claim:'));

test('the code that the operator saw makes one organizer, gets few tries, and is over once it was used', async () => {
  const [dan, eve] = [slack.addUser({ name: 'Dan' }), slack.addUser({ name: 'Eve' })];
  const code = line()?.match(/type \/backchannel setup claim:([0-9A-F]{4}-[0-9A-F]{4})$/)?.[1];
  for (let count = 0; count < 5; count += 1)
    expect(await setup(eve, 'claim:0000-0000')).toContain('That is not the claim code');
  expect(await setup(dan, `claim:${code}`)).toContain('wrong too often. Try again in an hour');
  clock.pass({ minutes: 61 });
  expect(await setup(dan, `claim:${code}`)).toContain('You are an organizer here');
  expect(await setup(dan)).toContain('Start the weekly tip');
  expect(await setup(eve, `claim:${code}`)).toContain('The claim code was used already and no longer works.');
  expect(await setup(eve)).toContain('is for organizers');
  bot = await bot.restart();
  expect(line()).toBeUndefined();
});

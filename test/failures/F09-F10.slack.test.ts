import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Actor, type Channel, type Slack, startSlack } from '../standins/slack/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

const zone = 'America/Chicago';
let clock: ReturnType<typeof movableClock>;
let slack: Slack;
let bot: Bot;
let general: Channel;
let tips: Channel;
const start = (folder?: string) =>
  startBot(
    { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1-A', SLACK_API_URL: slack.apiUrl, PLAYGROUND: 'off' },
    clock,
    folder,
  );
beforeEach(async () => {
  clock = movableClock(`2026-10-14T12:00[${zone}]`);
  slack = await startSlack({ botToken: 'xoxb-1', eventRetryDelaysMs: [] });
  [general, tips] = [slack.addChannel({ name: 'general' }), slack.addChannel({ name: 'tips' })];
  bot = await start();
});
afterEach(async () => {
  await bot.remove();
  await slack.close();
});

const say = async (who: Actor, words: string): Promise<string> =>
  slack.text(await who.command('/backchannel', words, { channel: general }).message());
const posts = () => slack.requests.filter(({ method }) => method === 'chat.postMessage');

/** Somebody who asked for the digest of Sunday evening, and has something to say in it. */
async function member(name: string): Promise<Actor> {
  const person = slack.addUser({ name, tz: zone });
  await say(person, 'settings remind:weekly');
  expect(await say(person, 'log Kim they:good')).toContain('Kim');
  await slack.until(() => person.dms().length === 1, 'the test message');
  return person;
}
const SUNDAY = `2026-10-18T18:31[${zone}]`;

test('F9: an archived channel is said at set-up; later it pauses the tips, and the organizer is told once', async () => {
  const organizer = slack.addUser({ name: 'Org', tz: zone, admin: true });
  const old = slack.addChannel({ name: 'old', archived: true });
  const plan = `zone:${zone} hour:9 weekday:Monday`;
  expect(await say(organizer, `setup channel:${old.id} ${plan}`)).toContain('No tip can be posted there');
  expect(await say(organizer, `setup channel:${tips.id} ${plan}`)).not.toContain('No tip can be posted');
  slack.archive(tips);
  clock.moveTo(`2026-10-19T09:00:30[${zone}]`);
  const told = await slack.until(() => organizer.dms()[0], 'the word to the organizer');
  expect(slack.text(told)).toContain('is paused');
  const asked = posts().length;
  clock.moveTo(`2026-10-26T09:00:30[${zone}]`);
  // Two ticks in which nothing may come.
  await new Promise(resolve => setTimeout(resolve, 2200));
  expect(posts()).toHaveLength(asked);
  expect(await say(organizer, 'setup')).toContain('The tips are paused.');
});

test('F10: once uninstalled nothing is sent, and a new installation within thirty days finds all of it', async () => {
  const ana = await member('Ana');
  await slack.uninstall();
  await slack.uninstall(slack.team, { tokensFirst: true });
  const before = posts().length;
  clock.moveTo(SUNDAY);
  await new Promise(resolve => setTimeout(resolve, 2200));
  expect(posts()).toHaveLength(before);

  slack.reinstall();
  clock.moveTo(`2026-10-18T20:00[${zone}]`);
  bot = await bot.restart();
  // What is still of use is sent; the notebook is there.
  await slack.until(() => ana.dms().length === 2, 'the digest');
  expect(await say(ana, 'history')).toContain('Kim');
});

test('F10: a revoked token is noticed at the first send, and asked no more', async () => {
  await member('Ben');
  slack.team.tokenError = 'token_revoked';
  const before = posts().length;
  clock.moveTo(SUNDAY);
  await slack.until(() => posts().length > before, 'the try');
  clock.pass({ hours: 1 });
  await new Promise(resolve => setTimeout(resolve, 2200));
  expect(posts()).toHaveLength(before + 1);
  slack.reinstall();
  bot = await bot.restart();
  await slack.until(() => posts().length === before + 2, 'the digest');
});

test('F10: thirty days after it was uninstalled, the settings are gone; a notebook is its person’s, and is there', async () => {
  const organizer = slack.addUser({ name: 'Org', tz: zone, admin: true });
  const cyn = await member('Cyn');
  await say(organizer, `setup channel:${tips.id} zone:${zone} hour:9 weekday:Monday`);
  expect(await say(organizer, 'setup')).not.toContain('Start the weekly tip');
  await slack.uninstall();
  await expect.poll(() => say(cyn, 'history').catch(() => 'no answer'), { timeout: 5000 }).toBeTruthy();
  clock.pass({ hours: 24 * 31 });
  bot = await bot.restart();
  slack.reinstall();
  bot = await bot.restart();
  expect(await say(organizer, 'setup')).toContain('Start the weekly tip');
  expect(await say(cyn, 'history')).toContain('Kim');
});

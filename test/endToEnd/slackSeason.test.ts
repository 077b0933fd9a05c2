import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, type Channel, type Reply, type Slack, startSlack } from '../standins/slack/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

const clock = movableClock('2026-10-14T12:00[America/Chicago]');
let slack: Slack;
let bot: Bot;
let general: Channel;
let tips: Channel;
let named: Actor;

beforeAll(async () => {
  slack = await startSlack({ botToken: 'xoxb-1' });
  [general, tips] = [slack.addChannel({ name: 'general' }), slack.addChannel({ name: 'tips' })];
  named = slack.addUser({ name: 'Nia' });
  const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1-A', SLACK_API_URL: slack.apiUrl };
  bot = await startBot({ ...tokens, SLACK_ORGANIZERS: named.id, PLAYGROUND: 'off' }, clock);
});
afterAll(async () => {
  await bot.remove();
  await slack.close();
});

const setup = (who: Actor, words = '', channel = general): Reply =>
  who.command('/backchannel', `setup ${words}`, { channel });
const shown = async (reply: Reply): Promise<string> => slack.text(await reply.message());
const REFUSED = '/backchannel setup is for organizers';
const OFFERED = 'One tap starts it';

describe('setup', () => {
  test('is for admins, owners and those named in SLACK_ORGANIZERS', async () => {
    expect(await shown(setup(slack.addUser({ name: 'Ana' })))).toContain(REFUSED);
    expect(await shown(setup(slack.addUser({ name: 'Ben', admin: true })))).toContain(OFFERED);
    expect(await shown(setup(slack.addUser({ name: 'Cyn', owner: true })))).toContain(OFFERED);
    expect(await shown(setup(named))).toContain(OFFERED);
  });

  test('has no claim code where organizers are named', async () => {
    expect(bot.lines.filter(text => text.includes('claim:'))).toEqual([]);
    expect(await shown(setup(slack.addUser({ name: 'Dan' }), 'claim:0000-0000'))).toContain(
      'There is no claim code here',
    );
  });

  test('in a direct message says where it works', async () => {
    const reply = named.command('/backchannel', 'setup');
    expect(await shown(reply)).toContain('/backchannel setup works inside a community.');
  });

  test('takes a channel from the list, and from words only its id', async () => {
    expect(await shown(setup(named, 'channel:#tips'))).toContain('Pick the channel "#tips" from the list');
  });
});

test('a tip goes out once at the community’s hour, and a digest once in the half hour after the member’s own', async () => {
  const ora = slack.addUser({ name: 'Ora', tz: 'America/Chicago' });
  const pia = slack.addUser({ name: 'Pia', tz: 'America/Chicago' });
  await pia.command('/backchannel', 'settings remind:weekly day:Monday hour:9', { channel: general }).message();
  await pia.command('/log', 'Kim they:good', { channel: general }).message();
  const offer = await setup(named).message();
  const changing = named.click(offer, 'Change first');
  await named.submit(await changing.modal(), {
    channel: tips.id,
    weekday: 'Monday',
    hour: 9,
    zone: 'America/Chicago',
  });
  await slack.until(() => slack.text(offer).includes('The weekly tip is set'), 'the plan');
  expect(slack.text(offer)).toContain('#tips');
  await ora.command('/backchannel', 'settings remind:weekly', { channel: general }).message();
  await ora.command('/log', '"Dr. Hidden" they:good', { channel: general }).message();
  const [trial, ...others] = ora.dms();
  expect(trial?.text).toBe('Backchannel: messages from me arrive here');
  expect(others).toEqual([]);
  expect(trial && slack.text(await ora.click(trial, 'Show').message())).toContain('It works');

  clock.moveTo('2026-10-18T18:31[America/Chicago]');
  const digest = await slack.until(() => ora.dms()[1], 'the digest');
  expect(digest.text).toBe('Backchannel: one thing for today');
  expect(slack.text(digest)).not.toMatch(/Hidden|good/);
  const details = await ora.click(digest, 'Show').message();
  expect(details).toMatchObject({ ephemeralFor: ora.id });
  expect(slack.text(details)).toContain('Your week');
  expect(digest.edited).toBe(false);

  clock.moveTo('2026-10-19T09:00:30[America/Chicago]');
  const tip = await slack.until(() => named.sees(tips).find(message => !message.ephemeralFor), 'the tip');
  expect(tip.metadata).toMatchObject({ event_type: 'backchannel_delivery' });
  expect(tip.pings).toEqual([]);
  const [action] = slack.buttons(tip);
  const tap = ora.click(tip, action?.label ?? '');
  await slack.until(() => tap.messages().length > 0 || ora.modals().length > 0, 'a private answer');
  expect(named.sees(tips)).toEqual([tip]);
  const copy = await ora.click(tip, 'Copy for your group').message();
  expect(slack.text(copy)).toContain('Plain text for WhatsApp');
  expect(copy.ephemeralFor).toBe(ora.id);

  // Once somebody else's digest of half an hour later has come, the engine has looked again and again.
  clock.moveTo('2026-10-19T09:31[America/Chicago]');
  await slack.until(() => pia.dms()[1], 'the other digest');
  clock.pass({ minutes: 1 });
  expect(slack.requests.filter(({ method, ok }) => ok && method === 'chat.postMessage')).toHaveLength(5);
  expect(ora.dms()).toHaveLength(2);
});

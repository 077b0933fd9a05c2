import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, type Channel, type Message, type Slack, startSlack } from '../standins/slack/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';
import { longTest } from '../support/long.ts';

const zone = 'America/Chicago';
const clock = movableClock(`2026-10-14T12:00[${zone}]`);
let slack: Slack;
let bot: Bot;
let general: Channel;
let watch: Actor;

beforeAll(async () => {
  slack = await startSlack({ botToken: 'xoxb-1' });
  general = slack.addChannel({ name: 'general' });
  const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1-A', SLACK_API_URL: slack.apiUrl };
  bot = await startBot({ ...tokens, PLAYGROUND: 'off' }, clock);
  watch = slack.addUser({ name: 'Watch', tz: zone });
  await say(watch, 'settings remind:eves quiet:none');
});
afterAll(async () => {
  await bot.remove();
  await slack.close();
});

const reply = (who: Actor, words: string): Promise<Message> =>
  who.command('/backchannel', words, { channel: general }).message();
const say = async (who: Actor, words: string): Promise<string> => text(await reply(who, words));
const text = (message: Message): string => slack.text(message).replaceAll(/[\\*]/g, '');
const tap = (who: Actor, message: Message, label: string): Promise<Message> => who.click(message, label).message();

/** The clock goes on while this is waited for: what has to wait its turn gets it. */
async function meanwhile(probe: () => boolean): Promise<void> {
  const going = setInterval(() => clock.pass({ milliseconds: 500 }), 50);
  await slack.until(probe, 'a message', 20_000).finally(() => clearInterval(going));
}

/** Everybody's time comes to this moment, and the engine has looked at it: the watch's own reminder has come. */
async function comes(local: string): Promise<void> {
  const before = watch.dms().length;
  expect(await say(watch, `reminders what:tick when:"${local.replace('T', ' ')}"`)).toContain('I will remind you');
  clock.moveTo(`${Temporal.PlainDateTime.from(local).add({ seconds: 30 })}[${zone}]`);
  await meanwhile(() => watch.dms().length > before);
}

/** A member who wants it all. */
async function member(name: string, remind = 'weekly') {
  const who = slack.addUser({ name, tz: zone });
  await say(who, `settings remind:${remind} mute:first-week`);
  await slack.until(() => who.dms().length === 1, 'the test message');
  let seen = who.dms().length;
  return {
    who,
    /** The messages that came since the last look, exactly as many as said. */
    async gets(count: number): Promise<Message[]> {
      await meanwhile(() => who.dms().length >= seen + count);
      const fresh = who.dms().slice(seen);
      expect(fresh).toHaveLength(count);
      seen += count;
      return fresh;
    },
    show: async (message: Message | undefined): Promise<string> => {
      if (!message) throw new Error('no message to show');
      return text(await tap(who, message, 'Show'));
    },
  };
}

test('a season, from the first digest to the withdrawal, one discreet message at a time', {
  timeout: 90_000,
}, async () => {
  const mia = await member('Mia');
  const { who } = mia;
  await say(who, 'log "Dr. Patel" they:at-once role:attending where:Lakeside');
  await say(who, 'defenders name:"Dr. Patel"');
  await say(who, 'defenders name:"Dr. Patel" every:4');
  await say(who, 'loose-ends with:"Dr. Patel" kind:apology about:"the late note"');
  await say(who, 'programs name:Lakeside do:interview when:"Tue 3 Nov 9am" zone:America/New_York');
  await say(who, 'reminders what:"Ask for the letter" when:"tomorrow 3 pm"');

  await comes('2026-10-15T15:00');
  expect(await mia.show((await mia.gets(1))[0])).toContain('Ask for the letter');
  await comes('2026-10-18T18:31');
  const digest = await mia.show((await mia.gets(1))[0]);
  expect(digest).toContain('Your week');
  expect(digest).toContain('interview at Lakeside, Tue, Nov 3, 9 AM ET, 8 AM for you');
  await comes('2026-10-25T18:31');
  await mia.gets(1);

  // The clocks go back on Sunday 1 November: the same local hours, and the loose end in the digest of its day.
  await comes('2026-11-01T18:31');
  const week = await mia.show((await mia.gets(1))[0]);
  expect(week).toContain('the late note');
  expect(week).toContain('Your week');
  await comes('2026-11-02T17:59');
  await mia.gets(0);
  await comes('2026-11-02T18:00');
  expect(await mia.show((await mia.gets(1))[0])).toContain('Interview at Lakeside: Tue, Nov 3, 9 AM');
  await comes('2026-11-04T18:00');
  expect(await mia.show((await mia.gets(1))[0])).toContain('While it is fresh');
  await comes('2026-11-08T18:31');
  await mia.gets(1);

  await say(who, `programs name:Lakeside do:offer by:"Fri 13 Nov 5pm" zone:${zone}`);
  await comes('2026-11-11T17:00');
  const offer = await mia.show((await mia.gets(1))[0]);
  expect(offer).toContain('Answer by Fri, Nov 13, 5 PM');
  expect(offer).toContain('Dr. Patel is due a word');
  // Twelve hours before would be five in the morning.
  await comes('2026-11-12T21:59');
  expect(await mia.show((await mia.gets(1))[0])).toContain('An offer to answer');
  expect(await say(who, 'reminders show:why')).toContain('moved to just before your quiet hours');
  await comes('2026-11-13T05:01');
  await mia.gets(0);

  await say(who, 'settings type:img');
  const shown = await tap(who, who.dms().at(-1) as Message, 'Show');
  const asked = await tap(who, shown, 'Answer one question');
  await tap(who, await tap(who, asked, 'Outside it'), 'I accepted');
  await say(who, 'settings remind:eves');
  await mia.gets(1); // the test message at the change
  await comes('2027-02-24T18:00');
  expect(await mia.show((await mia.gets(1))[0])).toContain('Withdraw from the Match');

  for (const message of who.dms()) {
    expect(message.text).toMatch(/^Backchannel: (one thing for today|messages from me arrive here)/);
    expect(JSON.stringify(message)).not.toMatch(
      /Patel|Lakeside|letter|late note|apology|at once|rank|interview|offer|Match/i,
    );
  }
});

longTest(
  'F17, F21: a snooze from a message of yesterday, after a restart, moves that one alone; done and mute work',
  {
    timeout: 60_000,
  },
  async () => {
    clock.moveTo(`2027-04-01T12:00[${zone}]`);
    const ola = await member('Ola');
    await say(ola.who, 'reminders what:Walk when:"every day at 8 am"');
    await comes('2027-04-02T08:00');
    const [message] = await ola.gets(1);
    if (!message) throw new Error('no message');
    bot = await bot.restart();
    await comes('2027-04-03T08:00');
    await ola.gets(1);
    await comes('2027-04-03T08:05');
    const asked = await tap(ola.who, message, 'Snooze');
    expect(slack.buttons(asked).map(({ label }) => label)).toEqual([
      '1 hour',
      'This evening',
      'Tomorrow',
      'Next week',
      'Another time',
    ]);
    expect(text(await tap(ola.who, asked, '1 hour'))).toContain('Sat, Apr 3, 2027, 9:05 AM CT');
    await comes('2027-04-03T09:06');
    expect(await ola.show((await ola.gets(1))[0])).toContain('Walk');
    await comes('2027-04-04T08:00');
    const [fourth] = await ola.gets(1);
    if (!fourth) throw new Error('no message');
    await tap(ola.who, fourth, 'Done');

    // Sunday evening: the week, and then no more of that kind.
    await say(ola.who, 'log Kim they:good');
    await comes('2027-04-04T18:31');
    const [week] = await ola.gets(1);
    if (!week) throw new Error('no digest');
    expect(text(await tap(ola.who, await tap(ola.who, week, 'Show'), 'Why this came'))).toContain(
      'the hour that you chose',
    );
    await tap(ola.who, await tap(ola.who, week, 'Show'), 'Not this kind');
    expect(await say(ola.who, 'reminders')).toContain('Walk');
    await comes('2027-04-05T08:00');
    await ola.gets(1);
    await say(ola.who, 'log Lee they:good');
    await comes('2027-04-11T08:00');
    await ola.gets(1);
    await comes('2027-04-11T18:31');
    await ola.gets(0);
  },
);

import { MessageFlags } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Message, type Person, patient, startDiscord } from '../standins/discord/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';
import { longTest } from '../support/long.ts';

const zone = 'America/Chicago';
const clock = movableClock(`2026-10-14T12:00[${zone}]`);
let discord: Awaited<ReturnType<typeof startDiscord>>;
let bot: Bot;
const addGuild = () => discord.addGuild({ name: 'Residency 2027', channels: ['general'] });
let guild: ReturnType<typeof addGuild>;
let watch: Person;

beforeAll(async () => {
  discord = await startDiscord(patient);
  guild = addGuild();
  bot = await startBot(environment(), clock);
  watch = discord.addUser({ name: 'Watch' });
  await say(watch, 'settings', { zone, remind: 'eves' });
});
afterAll(async () => {
  await bot.remove();
  await discord.close();
});

const environment = () => ({ DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl, PLAYGROUND: 'off' });

/** Stops the bot, lets time pass, and starts it on the same database. */
async function downUntil(local: string): Promise<void> {
  await bot.stop();
  clock.moveTo(`${local}[${zone}]`);
  bot = await startBot(environment(), clock, bot.folder);
}

type Options = Record<string, string | number | boolean>;
const reply = async (who: Person, name: string, options: Options = {}): Promise<Message> =>
  (await who.command({ guild, channel: 'general', name, options })).message();
const say = async (who: Person, name: string, options: Options = {}): Promise<string> =>
  text(await reply(who, name, options));
const tap = async (who: Person, message: Message, label: string): Promise<Message> =>
  (await who.click(message, label)).message();
const sentTo = (who: Person): Message[] =>
  who.dms().filter(({ flags }) => (Number(flags) & MessageFlags.Ephemeral) === 0);
const text = (message: Message | undefined): string => (message ? discord.text(message).replaceAll(/[\\*]/g, '') : '');

/** The clock goes on while this is waited for: what has to wait its turn gets it. */
async function meanwhile(probe: () => boolean): Promise<void> {
  const going = setInterval(() => {
    clock.pass({ milliseconds: 500 });
    if (probe()) settle.resolve();
  }, 50);
  const settle = Promise.withResolvers<void>();
  if (probe()) settle.resolve();
  await settle.promise.finally(() => clearInterval(going));
}

/** Everybody's time comes to this moment, and the engine has looked at it: the watch's own reminder has come. */
async function comes(local: string): Promise<void> {
  const moment = Temporal.PlainDateTime.from(local);
  const before = sentTo(watch).length;
  const said = await say(watch, 'reminders', { what: 'tick', when: local.replace('T', ' ') });
  expect(said).toContain('I will remind you');
  clock.moveTo(`${moment.add({ seconds: 30 })}[${zone}]`);
  await meanwhile(() => sentTo(watch).length > before);
}

/** A member who wants it all; returns what came since, each as what its Show says. */
async function member(name: string, remind = 'weekly') {
  const who = discord.addUser({ name });
  await say(who, 'settings', { zone, remind, mute: 'first-week' });
  let seen = sentTo(who).length;
  return {
    who,
    /** The messages that came since the last look, exactly as many as said. */
    async gets(count: number): Promise<Message[]> {
      await meanwhile(() => sentTo(who).length >= seen + count);
      const fresh = sentTo(who).slice(seen);
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

longTest(
  'a season, from the first digest to the withdrawal, one discreet message at a time',
  {
    timeout: 90_000,
  },
  async () => {
    const mia = await member('Mia');
    const { who } = mia;
    await say(who, 'log', { who: 'Dr. Patel', they: 'at-once', role: 'attending', where: 'Lakeside' });
    await say(who, 'people', { name: 'Dr. Patel' });
    await say(who, 'defenders', { name: 'Dr. Patel' });
    await say(who, 'defenders', { name: 'Dr. Patel', every: '4' });
    await say(who, 'loose-ends', { with: 'Dr. Patel', kind: 'apology', about: 'the late note' });
    await say(who, 'programs', { name: 'Lakeside', do: 'interview', when: 'Tue 3 Nov 9am', zone: 'America/New_York' });
    await say(who, 'reminders', { what: 'Ask for the letter', when: 'tomorrow 3 pm' });
    await say(who, 'reminders', { what: 'Read the log', when: 'every second Friday at 7 am' });

    await comes('2026-10-15T15:00');
    expect(await mia.show((await mia.gets(1))[0])).toContain('Ask for the letter');
    await comes('2026-10-16T07:00');
    expect(await mia.show((await mia.gets(1))[0])).toContain('Read the log');
    await comes('2026-10-18T18:31');
    const digest = await mia.show((await mia.gets(1))[0]);
    expect(digest).toContain('Your week');
    expect(digest).toContain('Who saw you work this week?');
    expect(digest).toContain("before Tuesday's interview there (Tue, Nov 3)");
    expect(digest).toContain('interview at Lakeside, Tue, Nov 3, 9 AM ET, 8 AM for you');
    await comes('2026-10-23T07:00');
    await mia.gets(0);
    await comes('2026-10-25T18:31');
    await mia.gets(1);
    await comes('2026-10-30T07:00');
    expect(await mia.show((await mia.gets(1))[0])).toContain('Read the log');
    const often = await who.choose(await reply(who, 'reminders'), 'reminders*id', ['Read the log']);
    await tap(who, await often.message(), 'Cancel it');

    // The clocks go back on Sunday 1 November: the same local hours, and the loose end in the digest of its day.
    await comes('2026-11-01T18:31');
    const week = await mia.show((await mia.gets(1))[0]);
    expect(week).toContain('the late note');
    expect(week).toContain('Your week');
    await comes('2026-11-02T17:59');
    await mia.gets(0);
    await comes('2026-11-02T18:00');
    const eve = await mia.show((await mia.gets(1))[0]);
    expect(eve).toContain('Interview at Lakeside: Tue, Nov 3, 9 AM ET, 8 AM for you');
    expect(eve).toContain('Still open: Dr. Patel: the late note (an apology)');
    await comes('2026-11-04T18:00');
    expect(await mia.show((await mia.gets(1))[0])).toContain('While it is fresh');
    await comes('2026-11-08T18:31');
    await mia.gets(1);

    await say(who, 'programs', { name: 'Lakeside', do: 'offer', by: 'Fri 13 Nov 5pm', zone });
    await comes('2026-11-11T17:00');
    const offer = await mia.show((await mia.gets(1))[0]);
    expect(offer).toContain('Answer by Fri, Nov 13, 5 PM');
    expect(offer).toContain('Dr. Patel is due a word');
    await comes('2026-11-11T18:05');
    await mia.gets(0);
    // Twelve hours before would be five in the morning.
    await comes('2026-11-12T21:59');
    expect(await mia.show((await mia.gets(1))[0])).toContain('An offer to answer');
    await comes('2026-11-13T05:01');
    await mia.gets(0);
    expect(await say(who, 'reminders', { show: 'why' })).toContain('moved to just before your quiet hours');

    await say(who, 'settings', { type: 'img' });
    const shown = await tap(who, sentTo(who).at(-1) as Message, 'Show');
    const asked = await tap(who, shown, 'Answer one question');
    const opened = await tap(who, asked, 'Outside it');
    await tap(who, opened, 'I accepted');
    await say(who, 'settings', { remind: 'eves' });
    await mia.gets(1); // the test message at the change
    await comes('2027-02-24T18:00');
    expect(await mia.show((await mia.gets(1))[0])).toContain('Withdraw from the Match');
    await comes('2027-03-02T18:00');
    await mia.gets(1);

    for (const message of sentTo(who)) {
      expect(text(message)).toMatch(/^### Backchannel: (one thing for today|messages from me arrive here)/);
      expect(JSON.stringify(message)).not.toMatch(
        /Patel|Lakeside|letter|Read the log|late note|apology|at once|rank|interview|offer|Match/i,
      );
    }
  },
);

test('the week in which the clocks go forward has its digest at the same local hour', async () => {
  clock.moveTo(`2027-03-10T12:00[${zone}]`);
  const noa = await member('Noa');
  await say(noa.who, 'log', { who: 'Kim', they: 'good' });
  await comes('2027-03-14T17:59');
  await noa.gets(0);
  await comes('2027-03-14T18:31');
  expect(await noa.show((await noa.gets(1))[0])).toContain('Your week');
});

describe('a snooze', () => {
  test('F17, F21: from a message of yesterday, after a restart, moves that one alone', {
    timeout: 60_000,
  }, async () => {
    clock.moveTo(`2027-04-01T12:00[${zone}]`);
    const ola = await member('Ola', 'eves');
    await say(ola.who, 'reminders', { what: 'Walk', when: 'every day at 8 am' });
    await comes('2027-04-02T08:00');
    const [message] = await ola.gets(1);
    bot = await bot.restart();
    await comes('2027-04-03T08:00');
    await ola.gets(1);
    await comes('2027-04-03T08:05');
    if (!message) throw new Error('no message');
    const asked = await tap(ola.who, message, 'Snooze');
    expect(discord.buttons(asked)).toEqual(['1 hour', 'This evening', 'Tomorrow', 'Next week', 'Another time']);
    expect(text(await tap(ola.who, asked, '1 hour'))).toContain('Sat, Apr 3, 2027, 9:05 AM CT');
    await comes('2027-04-03T09:06');
    expect(await ola.show((await ola.gets(1))[0])).toContain('Walk');
    await comes('2027-04-04T08:00');
    await ola.gets(1);
    await comes('2027-04-04T09:06');
    await ola.gets(0);
  });

  test('of something that was done by then stays away', async () => {
    clock.moveTo(`2027-04-10T12:00[${zone}]`);
    const pam = await member('Pam', 'eves');
    await say(pam.who, 'reminders', { what: 'Call', when: '1 pm' });
    await comes('2027-04-10T13:00');
    const [message] = await pam.gets(1);
    if (!message) throw new Error('no message');
    const shown = await tap(pam.who, message, 'Show');
    await tap(pam.who, await tap(pam.who, message, 'Snooze'), '1 hour');
    await tap(pam.who, shown, 'Done');
    await comes('2027-04-10T14:01');
    await pam.gets(0);
  });
});

test('F1: what was missed while the bot was down is listed at the next command, once', {
  timeout: 60_000,
}, async () => {
  clock.moveTo(`2027-05-03T12:00[${zone}]`);
  const quin = await member('Quin', 'eves');
  await say(quin.who, 'reminders', { what: 'Too old', when: 'tomorrow 8 am' });
  await say(quin.who, 'reminders', { what: 'Still good', when: 'Wednesday 6 pm' });
  await downUntil('2027-05-05T19:00');
  const [late] = await quin.gets(1);
  expect(text(late)).toContain('It comes late: it was for Wed, May 5, 6 PM');
  const shown = await quin.show(late);
  expect(shown).toContain('Still good');
  expect(shown).toContain('A message did not reach you. It was for Tue, May 4, 8 AM');
  expect(await say(quin.who, 'timeline')).not.toContain('did not reach you');
  expect(await say(quin.who, 'reminders', { show: 'missed' })).toContain('Your own reminder, for Tue, May 4, 8 AM');
});

test('F2: thirty that are overdue come as one', { timeout: 60_000 }, async () => {
  clock.moveTo(`2027-06-01T07:30[${zone}]`);
  const ria = await member('Ria', 'eves');
  for (let index = 0; index < 30; index++)
    await say(ria.who, 'reminders', { what: `Thing ${index}`, when: `${8 + (index % 10)}:00` });
  await downUntil('2027-06-01T19:00');
  const [one] = await ria.gets(1);
  const shown = await ria.show(one);
  for (const name of ['Thing 0', 'Thing 29']) expect(shown).toContain(name);
  await comes('2027-06-01T19:05');
  await ria.gets(0);
});

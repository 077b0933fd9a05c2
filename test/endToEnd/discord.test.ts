import { MessageFlags } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Interaction, type Message, type Person, patient, startDiscord } from '../standins/discord/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

const clock = movableClock('2026-10-14T12:00[America/Chicago]');
let discord: Awaited<ReturnType<typeof startDiscord>>;
let bot: Bot;
const addGuild = () => discord.addGuild({ name: 'Residency 2027', channels: ['tips', 'general'] });
let guild: ReturnType<typeof addGuild>;

beforeAll(async () => {
  discord = await startDiscord(patient);
  guild = addGuild();
  bot = await startBot({ DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl, PLAYGROUND: 'off' }, clock);
});
afterAll(async () => {
  await bot.remove();
  await discord.close();
});

const person = (name: string, more = {}): Person => discord.addUser({ name, ...more });
const say = (who: Person, name: string, options: Record<string, string | number | boolean> = {}) =>
  who.command({ guild, channel: 'general', name, options });
const shown = async (interaction: Interaction | Promise<Interaction>): Promise<string> =>
  discord.text(await (await interaction).message());
/** Direct messages that were really sent: private replies to a tap are none. */
const sentTo = (who: Person): Message[] =>
  who.dms().filter(({ flags }) => (Number(flags) & MessageFlags.Ephemeral) === 0);

describe('log', () => {
  test('one line is enough, and only the person sees the answer', async () => {
    const [ana, ben] = [person('Ana'), person('Ben')];
    const text = await shown(say(ana, 'log', { who: 'Dr. Patel', they: 'good', when: 'yesterday' }));
    expect(text).toContain('Dr. Patel');
    expect(text).toContain('Tue, Oct 13, 2026');
    expect(ana.sees(guild.channels.general)).toHaveLength(1);
    expect(ben.sees(guild.channels.general)).toHaveLength(0);
  });

  test('the bare command opens its form, and an emoji is a name like any other', async () => {
    const cyn = person('Cyn');
    const modal = await (await say(cyn, 'log')).modal();
    expect(modal.title).toBe('Log an interaction');
    const text = await shown(
      cyn.submit(modal, { who: '🦉', they: 'at-once', sentence: 'Take her any day', when: 'last Tue' }),
    );
    expect(text).toContain('🦉');
    expect(text).toContain('Take her any day');
  });

  test('an entry may speak of several things, and editing it keeps them', async () => {
    const cleo = person('Cleo');
    await shown(say(cleo, 'log', { who: 'Kim', they: 'good', about: 'reliability, team fit' }));
    const list = await (await say(cleo, 'history', { about: 'team-fit' })).message();
    expect(discord.text(list)).toContain('about reliability, team fit');
    const entry = await (await cleo.choose(list, 'history*id', ['Kim, Wed, Oct 14, 2026'])).message();
    await shown(cleo.submit(await (await cleo.click(entry, 'Edit')).modal(), { they: 'at-once' }));
    const changed = await shown(say(cleo, 'history'));
    expect(changed).toContain('1 entry');
    expect(changed).toContain('would take me in a second (about reliability, team fit)');
  });

  test('an entry can be taken back within ten minutes and not after', async () => {
    const dan = person('Dan');
    const first = await (await say(dan, 'log', { who: 'A', they: 'good' })).message();
    expect(await shown(dan.click(first, 'Undo'))).toContain('Taken back');
    expect(await shown(say(dan, 'history'))).toContain('Nothing logged yet');
    const second = await (await say(dan, 'log', { who: 'B', they: 'good' })).message();
    clock.pass({ minutes: 11 });
    expect(await shown(dan.click(second, 'Undo'))).toContain('More than ten minutes');
    expect(await shown(say(dan, 'history'))).toContain('1 entry');
  });

  test('words written to the bot come back in the form, kept for their writer alone', async () => {
    const [wes, xan] = [person('Wes'), person('Xan')];
    const words = `She said I was calm on a hard night, ${'and asked for me again '.repeat(4).trim()}`;
    wes.write(words);
    const offer = await discord.until(() => sentTo(wes)[0]);
    expect(JSON.stringify(offer)).not.toContain('hard night');
    const modal = await (await wes.click(offer, 'Log it')).modal();
    const logged = await shown(wes.submit(modal, { who: 'Nurse May', they: 'good' }));
    expect(logged).toContain(words);
    expect(sentTo(xan)).toEqual([]);
  });

  test('what is written in a channel is not read', async () => {
    const yul = person('Yul');
    yul.write('Dr. Patel would take me', addGuild().channels.general);
    await shown(say(yul, 'history'));
    expect(sentTo(yul)).toEqual([]);
  });

  test('mentions and links in what somebody typed ping nobody and link nowhere', async () => {
    const eve = person('Eve');
    const message = await (await say(eve, 'log', { who: '@everyone <@1> https://a.example', they: 'good' })).message();
    const sent = discord.requests.filter(({ path }) => path.endsWith('/callback')).at(-1);
    const said = JSON.stringify(sent?.body).match(/"content":"[^"]*"/g);
    expect(said?.join()).toContain('everyone');
    expect(said?.join()).not.toMatch(/@everyone|https:\/\/a|[^\\]<@/);
    expect(message.mention_everyone).toBe(false);
    expect(message.mentions).toEqual([]);
  });
});

describe('bad input gets one clear sentence and saves nothing', () => {
  const cases: [string, Record<string, string>, string][] = [
    ['an impossible date', { who: 'X', they: 'good', when: '31 Nov' }, 'has 30 days. The nearest is'],
    ['a day to come', { who: 'X', they: 'good', when: 'tomorrow' }, 'has not come yet'],
    [
      'words of 5,000 characters',
      { who: 'X', they: 'good', sentence: 'x'.repeat(5000) },
      'at most 1,000 characters; yours has 5,000',
    ],
  ];
  for (const [what, options, sentence] of cases)
    test(what, async () => {
      const fay = person('Fay');
      const reply = await (await say(fay, 'log', options)).message();
      expect(discord.text(reply).replaceAll('\\', '').replaceAll("'", '’')).toContain(sentence);
      expect(await shown(say(fay, 'history'))).toContain('Nothing logged yet');
    });

  test('what was typed comes back in the form', async () => {
    const gus = person('Gus');
    const reply = await (await say(gus, 'log', { who: 'Dr. Osei', they: 'little', when: 'next Thrusday' })).message();
    const modal = await (await gus.click(reply, 'Try again')).modal();
    expect(discord.text(modal)).toContain('Dr. Osei');
    const text = await shown(gus.submit(modal, { when: 'yesterday' }));
    expect(text).toContain('Logged');
  });

  test('an empty form asks for what is needed', async () => {
    const hal = person('Hal');
    const modal = await (await say(hal, 'log')).modal();
    await expect(hal.submit(modal, {})).rejects.toThrow(/who/i);
  });
});

test('the self-check asks by tapping and ends in a bucket with its reasons', async () => {
  const ida = person('Ida');
  await (await say(ida, 'log', { who: 'Dr. Patel', they: 'at-once', role: 'home-faculty', where: 'Home' })).message();
  await (await say(ida, 'log', { who: 'Chief Kim', they: 'at-once', role: 'chief', where: 'Lakeside' })).message();
  const check = await (await say(ida, 'bucket')).message();
  expect(discord.text(check)).toContain('a bad day');
  await (await ida.click(check, 'None')).message();
  await (await ida.click(check, 'Borderline')).message();
  await (await ida.click(check, 'IMG')).message();
  const result = await (await ida.click(check, 'Yes')).message();
  const text = discord.text(result).replaceAll('\\', '');
  expect(text).toContain('safe to pre-match');
  expect(text).toContain('Chief Kim and Dr. Patel would take you in a second.');
  expect(text).toContain('Your own mirror');
  expect(await shown(say(ida, 'bucket'))).toContain('Nothing has changed since 5:11 PM');
});

test('the same person on another platform or another server is only who they are', async () => {
  const [jo, kim] = [person('Jo'), person('Kim')];
  await (await say(jo, 'log', { who: 'Dr. Secret', they: 'warn' })).message();
  for (const name of ['history', 'backchannel', 'bucket', 'settings', 'timeline'])
    expect(await shown(say(kim, name))).not.toContain('Secret');
});

describe('setup', () => {
  test('is offered to whoever may manage the server and to nobody else', () => {
    expect(person('Lea').commandsIn(guild)).not.toContain('setup');
    expect(person('Max', { permissions: ['ManageGuild'] }).commandsIn(guild)).toContain('setup');
  });
});

describe('the season', () => {
  test('posts one tip at the hour, and sends one discreet message in the half hour after each member’s own', async () => {
    const [nia, ora] = [person('Nia', { permissions: ['ManageGuild'] }), person('Ora')];
    const start = await (await nia.command({ guild, channel: 'tips', name: 'setup' })).message();
    expect(discord.text(start)).toContain('One tap starts it');
    await (await nia.click(start, 'Change first')).modal();
    await (
      await nia.command({
        guild,
        channel: 'tips',
        name: 'setup',
        options: { zone: 'America/Chicago', hour: 9, weekday: '1' },
      })
    ).message();
    await (await say(ora, 'settings', { zone: 'America/Chicago', remind: 'weekly' })).message();
    await (await say(ora, 'log', { who: 'Dr. Hidden', they: 'good' })).message();
    const before = sentTo(ora).length; // the test message at opt-in

    clock.moveTo('2026-10-18T18:31[America/Chicago]');
    await discord.until(() => sentTo(ora).length > before);
    clock.pass({ minutes: 1 });
    clock.moveTo('2026-10-19T09:00:30[America/Chicago]');
    await discord.until(() => discord.channelMessages(guild.channels.tips).length > 0);
    clock.pass({ minutes: 1 });
    await new Promise(resolve => setTimeout(resolve, 2500)); // two ticks in which nothing may come

    expect(discord.channelMessages(guild.channels.tips)).toHaveLength(1);
    expect(sentTo(ora)).toHaveLength(before + 1);
    expect(nia.dms()).toHaveLength(0);
    const nudge = sentTo(ora).at(-1) as Message;
    expect(discord.text(nudge)).toContain('Backchannel: one thing for today');
    expect(discord.text(nudge)).not.toMatch(/Hidden|good things/);
    const digest = await (await ora.click(nudge, 'Show')).message();
    expect(discord.text(digest)).toContain('Your week');
    expect(discord.text(digest)).toContain('One thing to do');
    expect(sentTo(ora)).toHaveLength(before + 1);

    const tip = discord.channelMessages(guild.channels.tips)[0] as Message;
    const action = discord.buttons(tip)[0] as string;
    const answered = await nia.click(tip, action);
    await answered.shown;
    expect(ora.sees(guild.channels.tips)).toHaveLength(1);
    expect(discord.provoked429).toBe(0);
  });

  test('closed direct messages are told at once, when somebody opts in', async () => {
    const pia = person('Pia', { dmsOpen: false });
    await shown(say(pia, 'settings', { zone: 'Chicago' }));
    expect(await shown(say(pia, 'settings', { remind: 'weekly' }))).toContain('closed to me');
    expect(discord.channelMessages(guild.channels.general)).toHaveLength(0);
  });
});

test('after a restart an old button still works, and a dropped socket loses nothing', async () => {
  const quy = person('Quy');
  const message = await (await say(quy, 'log', { who: 'Dr. Old', they: 'good' })).message();
  discord.dropSockets();
  expect(await shown(say(quy, 'history'))).toContain('Dr');
  bot = await bot.restart();
  expect(await shown(quy.click(message, 'Undo'))).toContain('Taken back');
});

test('commands are registered only when they differ', () => {
  expect(discord.requests.filter(({ method, path }) => method === 'PUT' && path.endsWith('/commands'))).toHaveLength(1);
});

import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Message, type Person, patient, startDiscord } from '../standins/discord/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';

const clock = movableClock('2026-10-14T12:00[America/Chicago]');
let discord: Awaited<ReturnType<typeof startDiscord>>;
let bot: Bot;
let ana: Person;
let ben: Person;
const addGuild = () => discord.addGuild({ name: 'Residency 2027', channels: ['general'] });
let guild: ReturnType<typeof addGuild>;

beforeAll(async () => {
  discord = await startDiscord(patient);
  guild = addGuild();
  [ana, ben] = [discord.addUser({ name: 'Ana' }), discord.addUser({ name: 'Ben' })];
  bot = await startBot({ DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl, PLAYGROUND: 'off' }, clock);
});
afterAll(async () => {
  await bot.remove();
  await discord.close();
});

const say = async (
  who: Person,
  name: string,
  options: Record<string, string | { name: string; content: string }> = {},
) => (await who.command({ guild, channel: 'general', name, options })).message();
const attached = (message: Message): Uint8Array => {
  const [first] = message.attachments;
  if (!first) throw new Error(`nothing is attached to: ${discord.text(message)}`);
  return new Uint8Array(discord.file(first));
};

test('a picture comes with the reply, and the text says the same', async () => {
  const message = await say(ana, 'timeline');
  expect(Buffer.from(attached(message).slice(1, 4)).toString()).toBe('PNG');
  expect(discord.text(message)).toContain('Ranking opens');
});

test('an export is one zip file that only its owner sees', async () => {
  await say(ana, 'log', { who: 'Dr. Patel', they: 'good', where: 'Lakeside' });
  const message = await say(ana, 'my-data', { do: 'export' });
  const files = unzipSync(attached(message));
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(['notebook.json', 'calendar.ics', 'people.csv', 'interactions.csv']),
  );
  expect(strFromU8(files['interactions.csv'] ?? new Uint8Array())).toContain('Dr. Patel');
  expect(ben.sees(guild.channels.general)).toEqual([]);
});

test('a spreadsheet is shown before anything is written, imported on a tap, and taken back on another', async () => {
  const file = { name: 'people.csv', content: 'Name;Role\nDr. Osei;attending\n;chief\n' };
  const preview = await say(ben, 'my-data', { file });
  expect(discord.text(preview)).toContain('Nothing is saved yet');
  expect(discord.text(preview)).toContain('one person');
  expect(discord.text(preview)).toContain('Line 3: nobody is named');
  expect(discord.text(await say(ben, 'people'))).toContain('No one here yet');
  const imported = await (await ben.click(preview, 'Import the rest')).message();
  expect(discord.text(imported)).toContain('Added: one person');
  await (await ben.click(imported, 'Undo')).message();
  expect(discord.text(await say(ben, 'people'))).toContain('No one here yet');
});

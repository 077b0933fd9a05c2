import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Message, type Person, patient, startDiscord } from '../standins/discord/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';
import { invitationMail } from '../support/invitationMail.ts';

const clock = movableClock('2026-10-14T12:00[America/Chicago]');
let discord: Awaited<ReturnType<typeof startDiscord>>;
let bot: Bot;

beforeAll(async () => {
  discord = await startDiscord(patient);
  discord.addGuild({ name: 'Residency 2027', channels: ['general'] });
  bot = await startBot({ DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl, PLAYGROUND: 'off' }, clock);
});
afterAll(async () => {
  await bot.remove();
  await discord.close();
});

let people = 0;
const somebody = (): Person => discord.addUser({ name: `Ana${people++}` });
const answered = async (who: Person, words: string): Promise<Message> => {
  const before = who.dms().length;
  who.write(words);
  return discord.until(() => who.dms()[before]);
};

test('help is every command, and of one command how it is typed', async () => {
  const ana = somebody();
  expect(discord.text(await answered(ana, 'help'))).toContain('bucket');
  expect(discord.text(await answered(ana, 'help with reminders'))).toContain('every');
});

test('stop says the truth where nothing is sent', async () => {
  expect(discord.text(await answered(somebody(), 'stop'))).toContain('I don’t write to you unasked');
});

test('a program’s invitation is shown as it would be stored', async () => {
  const text = discord.text(await answered(somebody(), invitationMail));
  expect(text).toContain('Northfield Internal Medicine');
  expect(text).toContain('9 AM ET');
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Message, type Person, patient, startDiscord } from '../standins/discord/index.ts';
import { type Bot, movableClock, startBot } from '../support/bot.ts';
import { forwardedEvent, trackerBook } from '../support/sentFiles.ts';

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
const answers = (who: Person, count: number): Promise<Message[]> =>
  discord.until(() => (who.dms().length >= count ? who.dms() : undefined));

test('an Excel file sent to the bot is shown as it would be stored, and imported at a tap', async () => {
  const ana = somebody();
  ana.write('', undefined, [trackerBook]);
  const [shown] = await answers(ana, 1);
  if (!shown) throw new Error('no answer');
  expect(discord.text(shown)).toContain('one person, two programs and two interviews');
  expect(discord.text(shown)).toContain('9 AM ET');
  const imported = await (await ana.click(shown, 'Import it')).message();
  expect(discord.text(imported)).toContain('Added: one person, two programs, two interviews.');
});

test('a forwarded invitation is an interview to save at a tap, and the words beside it are answered too', async () => {
  const ana = somebody();
  ana.write('Dr. Osei was kind', undefined, [forwardedEvent]);
  const [shown, words] = await answers(ana, 2);
  if (!shown || !words) throw new Error('no answers');
  expect(discord.text(shown)).toContain('Northfield Internal Medicine, interview, Tue');
  expect(discord.text(words)).toContain('log');
  expect(discord.text(await (await ana.click(shown, 'Save it')).message())).toContain('one interview');
});

test('a file that cannot be read says what it is', async () => {
  const ana = somebody();
  ana.write('', undefined, [{ name: 'list.pdf', content: '%PDF-1.7' }]);
  const [shown] = await answers(ana, 1);
  expect(shown && discord.text(shown)).toContain('That is a PDF');
});

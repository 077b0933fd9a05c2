import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { isCompleted, optionSpecs } from '../../src/core/commands/options.ts';
import { type Person, patient, startDiscord } from '../standins/discord/index.ts';
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
  [ana, ben] = [
    discord.addUser({ name: 'Ana', permissions: ['ManageGuild'] }),
    discord.addUser({ name: 'Ben', permissions: ['ManageGuild'] }),
  ];
  bot = await startBot({ DISCORD_TOKEN: 'good-token', DISCORD_API_URL: discord.apiUrl, PLAYGROUND: 'off' }, clock);
  await say('log', { who: 'Dr. Osei', they: 'good', where: 'Lakeside' });
  await say('programs', { do: 'add', name: 'Riverside' });
});
afterAll(async () => {
  await bot.remove();
  await discord.close();
});

const say = async (name: string, options: Record<string, string>) =>
  (await ana.command({ guild, channel: 'general', name, options })).message();
const completed = async (who: Person, name: string, option: string, typed: string) =>
  (await who.autocomplete({ guild, channel: 'general', name, options: { [option]: typed } }, option)).choices();

const samples = { person: ['osei', 'Dr. Osei'], program: ['riv', 'Riverside'], place: ['lake', 'Lakeside'] } as const;
/** The same for everybody. */
const general = {
  zone: ['chic', 'Chicago, Illinois'],
  date: ['today', 'today'],
  dateTime: ['tomorrow 9am ET', 'tomorrow 9am ET'],
} as const;
const options = commands
  .filter(({ internal }) => !internal)
  .flatMap(command =>
    optionSpecs(command.options)
      .filter(({ kind, hidden }) => isCompleted(kind) && !hidden)
      .map(({ name, kind }) => [command.name, name, kind] as const),
  );

test('there are people, programs, places, zones, days and hours to complete', () => {
  const kinds = new Set<string>(options.map(([, , kind]) => kind));
  expect(kinds).toEqual(new Set(Object.keys({ ...samples, ...general })));
});

test.each(options)('/%s %s: a %s is completed, from one’s own notes alone', async (name, option, kind) => {
  const [typed, value] = { ...samples, ...general }[kind as keyof typeof samples | keyof typeof general];
  expect((await completed(ana, name, option, typed)).map(choice => choice.value)).toContain(value);
  if (kind in samples) expect(await completed(ben, name, option, typed)).toEqual([]);
});

test('what would be longer than Discord takes is left out, for cut it would be another person', async () => {
  expect(await completed(ana, 'log', 'who', 'Kim, osei')).toHaveLength(1);
  expect(await completed(ana, 'log', 'who', `${'Kim'.padEnd(95, 'x')}, osei`)).toEqual([]);
});

test('no more are offered than Discord takes', async () => {
  const { length } = await completed(ana, 'settings', 'zone', 'a');
  expect(length).toBeGreaterThan(15);
  expect(length).toBeLessThanOrEqual(25);
});

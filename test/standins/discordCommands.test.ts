import { DiscordAPIError, REST } from 'discord.js';
import { expect, test } from 'vitest';
import { startDiscord } from './discord/index.ts';

async function registry() {
  const discord = await startDiscord();
  const guild = discord.addGuild({ name: 'Match 2027', channels: ['tips'] });
  const client = new REST({ api: discord.apiUrl }).setToken('good-token');
  const path = `/applications/${discord.bot.id}/commands` as const;
  const put = (...body: object[]) => client.put(path, { body });
  return { discord, guild, client, path, put, [Symbol.asyncDispose]: discord.close };
}

const command = (more: object = {}) => ({ name: 'log', description: 'Log an interaction', ...more });
const option = (name: string, more: object = {}) => ({ type: 3, name, description: 'Something', ...more });
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));
const sub = (name: string, ...options: object[]) => ({ type: 1, name, description: 'Sub', options });
const group = (name: string, ...options: object[]) => ({ type: 2, name, description: 'Group', options });

test.each<[string, object[], string]>([
  ['an upper-case name', [command({ name: 'Log' })], 'APPLICATION_COMMAND_INVALID_NAME'],
  ['a blank in the name', [command({ name: 'log it' })], 'APPLICATION_COMMAND_INVALID_NAME'],
  ['a description over 100', [command({ description: 'x'.repeat(101) })], 'BASE_TYPE_BAD_LENGTH'],
  ['26 options', [command({ options: many(26, n => option(`o${n}`)) })], 'BASE_TYPE_BAD_LENGTH'],
  [
    '26 choices',
    [command({ options: [option('o', { choices: many(26, n => ({ name: `${n}`, value: `${n}` })) })] })],
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a required option after another',
    [command({ options: [option('a'), option('b', { required: true })] })],
    'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  ['an option twice', [command({ options: [option('a'), option('a')] })], 'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE'],
  [
    'options mixed with subcommands',
    [command({ options: [sub('add'), option('who')] })],
    'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
  ],
  ['a group within a group', [command({ options: [group('a', group('b'))] })], 'UNION_TYPE_CHOICES'],
  [
    'choices beside autocomplete',
    [command({ options: [option('a', { autocomplete: true, choices: [{ name: 'x', value: 'x' }] })] })],
    'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE',
  ],
  [
    'over 8000 characters',
    [
      command({
        options: many(10, n =>
          option(`o${n}`, { choices: many(10, c => ({ name: `${c}`.padEnd(80, 'x'), value: `${c}` })) }),
        ),
      }),
    ],
    'APPLICATION_COMMAND_TOO_LARGE',
  ],
  [
    'a description in the menu of a message',
    [{ type: 3, name: 'Remind me', description: 'Something' }],
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'options in the menu of a message',
    [{ type: 3, name: 'Remind me', options: [option('a')] }],
    'BASE_TYPE_BAD_LENGTH',
  ],
  ['a menu’s name over 32', [{ type: 3, name: 'x'.repeat(33) }], 'BASE_TYPE_BAD_LENGTH'],
  ['six in the menu of a message', many(6, n => ({ type: 3, name: `Do ${n}` })), 'BASE_TYPE_BAD_LENGTH'],
  ['a name twice', [command(), command()], 'APPLICATION_COMMANDS_DUPLICATE_NAME'],
  ['101 commands', many(101, n => command({ name: `c${n}` })), 'BASE_TYPE_BAD_LENGTH'],
])('a registration with %s is refused with 50035', async (_, commands, code) => {
  await using it = await registry();
  const error = await it.put(...commands).catch((error: unknown) => error);
  expect(error).toMatchObject({ status: 400, code: 50035 });
  expect(JSON.stringify(error instanceof DiscordAPIError && error.rawError)).toContain(`"${code}"`);
  expect(it.discord.commands).toEqual([]);
});

test('what was registered is read back, and keeps its ids when registered again', async () => {
  await using it = await registry();
  await it.put(command(), command({ name: 'bucket' }));
  const before = (await it.client.get(it.path)) as { id: string; name: string }[];
  expect(before.map(it => it.name)).toEqual(['log', 'bucket']);
  await it.put(command({ description: 'Other' }));
  expect(await it.client.get(it.path)).toMatchObject([{ id: before[0]?.id, description: 'Other' }]);
  await expect(it.client.get('/applications/123/commands')).rejects.toMatchObject({ status: 403 });
});

test('a person is offered what their permissions and the place allow', async () => {
  await using it = await registry();
  await it.put(
    command(),
    command({ name: 'setup', default_member_permissions: '32', contexts: [0] }),
    command({ name: 'private', contexts: [1] }),
  );
  const ana = it.discord.addUser({ name: 'Ana' });
  const olga = it.discord.addUser({ name: 'Olga', permissions: ['ManageGuild'] });
  const outsider = it.discord.addUser({ name: 'Eve', guilds: [] });
  expect(ana.commandsIn(it.guild)).toEqual(['log']);
  expect(olga.commandsIn(it.guild)).toEqual(['log', 'setup']);
  expect(olga.commandsIn()).toEqual(['log', 'private']);
  expect(outsider.commandsIn(it.guild)).toEqual([]);
  await expect(ana.command({ guild: it.guild, name: 'setup' })).rejects.toThrow(
    'Ana is not offered /setup here, only: log',
  );
  it.discord.removeBot(it.guild);
  expect(olga.commandsIn(it.guild)).toEqual([]);
});

test('a command in the menu of a message says which message, and is not one to type', async () => {
  await using it = await registry();
  await it.put(command(), { type: 3, name: 'Remind me', contexts: [0] });
  expect(await it.client.get(it.path)).toMatchObject([
    { name: 'log' },
    { name: 'Remind me', type: 3, description: '' },
  ]);
  const ana = it.discord.addUser({ name: 'Ana' });
  expect(ana.commandsIn(it.guild)).toEqual(['log']);
  const said = ana.write('hello', it.guild.channels.tips);
  await ana.messageCommand(said, 'Remind me');
  await expect(ana.messageCommand(said, 'log')).rejects.toThrow('is offered no "log" at this message');
  await expect(ana.messageCommand(ana.write('to the bot'), 'Remind me')).rejects.toThrow('is offered no');
});

test('a person cannot send what the options do not take', async () => {
  await using it = await registry();
  await it.put(
    command({
      options: [
        option('who', { required: true, max_length: 5 }),
        option('tone', { choices: [{ name: 'Good', value: 'g' }] }),
        option('days', { type: 4, max_value: 30 }),
        option('where', { type: 7 }),
      ],
    }),
    command({ name: 'deep', options: [group('a', sub('b', option('c', { required: true })))] }),
  );
  const ana = it.discord.addUser({ name: 'Ana' });
  const send = (options: Record<string, string | number>, name = 'log') =>
    ana.command({ guild: it.guild, name, options });
  await expect(send({})).rejects.toThrow('/log needs who');
  await expect(send({ who: 'x'.repeat(6) })).rejects.toThrow('who has a wrong length: 6');
  await expect(send({ who: 'x', tone: 'bad' })).rejects.toThrow('tone has no choice bad');
  await expect(send({ who: 'x', days: 31 })).rejects.toThrow('days is out of range: 31');
  await expect(send({ who: 'x', days: 'ten' })).rejects.toThrow('days takes a number');
  await expect(send({ who: 'x', where: '123' })).rejects.toThrow('Nobody here can pick 123');
  await expect(send({ who: 'x', when: 'now' })).rejects.toThrow('/log has no option when');
  await expect(send({}, 'deep')).rejects.toThrow('/deep cannot be sent as it is');
  await expect(send({}, 'deep a b')).rejects.toThrow('/deep needs c');
  await send({ who: 'x', tone: 'Good', days: 3, where: it.guild.channels.tips.id });
  await send({ c: 'x' }, 'deep a b');
});

import { AttachmentBuilder, ButtonStyle, ComponentType, DiscordAPIError, REST } from 'discord.js';
import { expect, test } from 'vitest';
import { type DiscordOptions, startDiscord } from './discord/index.ts';

/** A Discord and the REST client of a bot in it. */
async function rest(options: DiscordOptions = {}, token = 'good-token') {
  const discord = await startDiscord(options);
  const guild = discord.addGuild({ name: 'Match 2027', channels: ['tips', 'general'], roles: ['Applicants'] });
  const ana = discord.addUser({ name: 'Ana' });
  const client = new REST({ api: discord.apiUrl, offset: 0 }).setToken(token);
  const messages = `/channels/${guild.channels.tips.id}/messages` as const;
  const post = (body: object, path: `/${string}` = messages) => client.post(path, { body }) as Promise<{ id: string }>;
  const dm = async (user = ana.id) =>
    (await client.post('/users/@me/channels', { body: { recipient_id: user } })) as { id: string };
  return { discord, guild, ana, client, messages, post, dm, [Symbol.asyncDispose]: discord.close };
}

/** The codes of a 50035, each after its path. */
async function faults(request: Promise<unknown>): Promise<string[]> {
  const error = await request.catch((error: unknown) => error);
  if (!(error instanceof DiscordAPIError)) throw new Error(`Not refused: ${error}`);
  expect(error).toMatchObject({ status: 400, code: 50035 });
  const read = (node: object, path: string): string[] =>
    Object.entries(node).flatMap(([key, value]) =>
      key === '_errors'
        ? value.map((one: { code: string }) => `${path}: ${one.code}`)
        : read(value, path ? `${path}.${key}` : key),
    );
  return read((error.rawError as { errors: object }).errors, '');
}

const button = (custom_id: string, more: object = {}) => ({
  type: ComponentType.Button,
  style: ButtonStyle.Primary,
  label: 'Go',
  custom_id,
  ...more,
});
const row = (...components: object[]) => ({ type: ComponentType.ActionRow, components });
const words = (content: string) => ({ type: ComponentType.TextDisplay, content });
const v2 = (...components: object[]) => ({ flags: 1 << 15, components });
const many = (count: number, make: (index: number) => object) =>
  Array.from({ length: count }, (_, index) => make(index));
const tooLong = 'BASE_TYPE_BAD_LENGTH';

test.each<[string, object, string[]]>([
  ['content over 2000 characters', { content: 'x'.repeat(2001) }, [`content: ${tooLong}`]],
  ['six rows', { components: many(6, n => row(button(`${n}`))) }, [`components: ${tooLong}`]],
  [
    'six buttons in a row',
    { components: [row(...many(6, n => button(`${n}`)))] },
    [`components.0.components: ${tooLong}`],
  ],
  [
    'a label over 80',
    { components: [row(button('a', { label: 'x'.repeat(81) }))] },
    [`components.0.components.0.label: ${tooLong}`],
  ],
  [
    'a custom_id over 100',
    { components: [row(button('x'.repeat(101)))] },
    [`components.0.components.0.custom_id: ${tooLong}`],
  ],
  [
    'a custom_id twice',
    { components: [row(button('a')), row(button('a'))] },
    ['components.1.components.0.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED'],
  ],
  [
    'no label',
    { components: [row(button('a', { label: '' }))] },
    ['components.0.components.0: BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED'],
  ],
  [
    '26 options',
    { components: [row({ type: 3, custom_id: 's', options: many(26, n => ({ label: `${n}`, value: `${n}` })) })] },
    [`components.0.components.0.options: ${tooLong}`],
  ],
  [
    'a select beside a button',
    { components: [row(button('a'), { type: 5, custom_id: 's' })] },
    ['components.0.components.1: COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
  ],
  [
    'a container without the V2 flag',
    { components: [{ type: 17, components: [words('Hi')] }] },
    ['components.0.type: UNION_TYPE_CHOICES'],
  ],
  [
    'content beside V2',
    { ...v2(words('Hi')), content: 'Hi' },
    ['content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
  ],
  [
    '41 V2 components',
    v2({ type: 17, components: many(40, n => words(`${n}`)) }),
    ['components: COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED'],
  ],
  [
    'over 4000 characters in V2',
    v2(words('x'.repeat(2001)), words('x'.repeat(2000))),
    ['components: COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED'],
  ],
  ['an embed title over 256', { embeds: [{ title: 'x'.repeat(257) }] }, [`embeds.0.title: ${tooLong}`]],
  [
    'over 6000 characters of embeds',
    { embeds: many(2, () => ({ description: 'x'.repeat(3001) })) },
    ['embeds: MAX_EMBED_SIZE_EXCEEDED'],
  ],
  ['a nonce over 25', { content: 'Hi', nonce: 'x'.repeat(26) }, [`nonce: ${tooLong}`]],
  [
    'a missing file',
    { embeds: [{ image: { url: 'attachment://map.png' } }] },
    ['components: UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND'],
  ],
  [
    'two ways to say who is pinged',
    { content: 'Hi', allowed_mentions: { parse: ['users'], users: ['1'] } },
    ['allowed_mentions: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE'],
  ],
])('a message with %s is refused with 50035', async (_, body, expected) => {
  await using it = await rest();
  expect(await faults(it.post(body))).toEqual(expected);
  expect(it.discord.channelMessages(it.guild.channels.tips)).toEqual([]);
});

test('the largest message that the limits let through is taken', async () => {
  await using it = await rest();
  await it.post({
    content: 'x'.repeat(2000),
    components: many(5, r => row(...many(5, n => button(`${r}${n}`, { label: 'x'.repeat(80) })))),
  });
  await it.post(v2({ type: 17, components: [words('x'.repeat(3962)), ...many(38, () => words('x'))] }));
  expect(it.discord.channelMessages(it.guild.channels.tips)).toHaveLength(2);
});

test('an empty message is refused with 50006', async () => {
  await using it = await rest();
  await expect(it.post({ content: ' ' })).rejects.toMatchObject({ code: 50006 });
  await expect(it.post(v2())).rejects.toMatchObject({ code: 50006 });
});

test('the same enforced nonce gives the first message back, for some minutes', async () => {
  let now = Date.now();
  await using it = await rest({ now: () => now });
  const body = { content: 'Once', nonce: 'delivery-1', enforce_nonce: true };
  const first = await it.post(body);
  expect(await it.post(body)).toMatchObject({ id: first.id, nonce: 'delivery-1' });
  expect(it.discord.channelMessages(it.guild.channels.tips)).toHaveLength(1);
  expect(await it.client.get(it.messages)).toEqual([expect.not.objectContaining({ nonce: 'delivery-1' })]);
  now += 10 * 60 * 1000;
  expect((await it.post(body)).id).not.toBe(first.id);
});

test('a file goes up, is shown, and can be fetched', async () => {
  await using it = await rest();
  const file = new AttachmentBuilder(Buffer.from('a,b'), { name: 'notes.csv' });
  const body = { embeds: [{ title: 'Export', image: { url: 'attachment://notes.csv' } }] };
  await it.client.post(it.messages, {
    body,
    files: [{ name: 'notes.csv', data: file.attachment as Buffer, contentType: 'text/csv' }],
  });
  const [message] = it.discord.channelMessages(it.guild.channels.tips);
  const [attachment] = message?.attachments ?? [];
  expect(attachment).toMatchObject({ filename: 'notes.csv', size: 3, content_type: 'text/csv' });
  expect(message?.embeds[0]?.image?.url).toBe(attachment?.url);
  expect(await (await fetch(attachment?.url ?? '')).text()).toBe('a,b');
});

test('a file over 10 MiB is refused', async () => {
  await using it = await rest();
  const files = [{ name: 'big', data: Buffer.alloc(10 * 1024 * 1024 + 1) }];
  await expect(it.client.post(it.messages, { body: {}, files })).rejects.toMatchObject({ status: 413, code: 40005 });
});

test('direct messages reach whoever takes them, and are refused with 50007 and 50278 elsewhere', async () => {
  await using it = await rest();
  const channel = await it.dm();
  expect(await it.dm()).toMatchObject({ id: channel.id });
  await it.post({ content: 'Hello' }, `/channels/${channel.id}/messages`);
  expect(it.ana.dms().map(it => it.content)).toEqual(['Hello']);
  it.discord.closeDms(it.ana);
  await expect(it.post({ content: 'Hello' }, `/channels/${channel.id}/messages`)).rejects.toMatchObject({
    status: 403,
    code: 50007,
  });
  const stranger = await it.dm(it.discord.addUser({ name: 'Eve', guilds: [] }).id);
  await expect(it.post({ content: 'Hello' }, `/channels/${stranger.id}/messages`)).rejects.toMatchObject({
    code: 50278,
  });
  await expect(it.dm('123')).rejects.toMatchObject({ code: 10013 });
});

test('an unknown channel, one that is not to be seen, and one not to be written in each have their code', async () => {
  await using it = await rest();
  const { tips, general } = it.guild.channels;
  await expect(it.post({ content: 'Hi' }, '/channels/123/messages')).rejects.toMatchObject({
    status: 404,
    code: 10003,
  });
  it.discord.revokePermission(tips, 'SendMessages');
  await expect(it.post({ content: 'Hi' })).rejects.toMatchObject({ status: 403, code: 50013 });
  it.discord.grantPermission(tips, 'SendMessages');
  await it.post({ content: 'Hi' });
  it.discord.revokePermission(it.guild, 'ReadMessageHistory');
  expect(await it.client.get(it.messages)).toEqual([]);
  it.discord.revokePermission(tips, 'ViewChannel');
  await expect(it.post({ content: 'Hi' })).rejects.toMatchObject({ status: 403, code: 50001 });
  it.discord.deleteChannel(general);
  await expect(it.client.get(`/channels/${general.id}`)).rejects.toMatchObject({ code: 10003 });
  it.discord.removeBot(it.guild);
  await expect(it.client.get(`/guilds/${it.guild.id}`)).rejects.toMatchObject({ code: 50001 });
  await expect(it.client.get('/guilds/123')).rejects.toMatchObject({ code: 10004 });
});

test('a message is edited, read back the newest first, and deleted', async () => {
  await using it = await rest();
  const first = await it.post({ content: 'One' });
  const second = await it.post({ content: 'Two' });
  await it.client.patch(`${it.messages}/${first.id}`, { body: { content: 'Uno' } });
  expect(await it.client.get(it.messages)).toMatchObject([{ content: 'Two' }, { content: 'Uno' }]);
  expect(await it.client.get(it.messages, { query: new URLSearchParams({ after: first.id }) })).toMatchObject([
    { id: second.id },
  ]);
  await it.client.delete(`${it.messages}/${first.id}`);
  await expect(it.client.get(`${it.messages}/${first.id}`)).rejects.toMatchObject({ code: 10008 });
  const { id } = it.ana.write('Mine', it.guild.channels.tips);
  await expect(it.client.patch(`${it.messages}/${id}`, { body: { content: 'Yours' } })).rejects.toMatchObject({
    code: 50005,
  });
  await expect(it.client.delete(`${it.messages}/${id}`)).rejects.toMatchObject({ code: 50013 });
});

test('only those whom allowed_mentions names are pinged', async () => {
  await using it = await rest();
  const content = `<@${it.ana.id}> <@&${it.guild.roles.Applicants.id}>`;
  await it.post({ content, allowed_mentions: { parse: [] } });
  await it.post({ content, allowed_mentions: { users: [it.ana.id] } });
  await it.post({ content });
  const pinged = it.discord
    .channelMessages(it.guild.channels.tips)
    .map(it => [it.mentions.length, it.mention_roles.length]);
  expect(pinged).toEqual([
    [0, 0],
    [1, 0],
    [1, 1],
  ]);
});

test('a body that is no JSON is refused with 50109', async () => {
  await using it = await rest();
  const headers = { authorization: 'Bot good-token', 'content-type': 'application/json' };
  const answer = await fetch(`${it.discord.apiUrl}/v10${it.messages}`, { method: 'POST', headers, body: '{' });
  expect([answer.status, await answer.json()]).toMatchObject([400, { code: 50109 }]);
});

test('a bad token is refused with 401', async () => {
  await using it = await rest({}, 'bad-token');
  await expect(it.client.get('/users/@me')).rejects.toMatchObject({ status: 401 });
});

import {
  type APIModalInteractionResponseCallbackData,
  type Interaction,
  ComponentType as Kind,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { expect, test } from 'vitest';
import { LOG, scene } from './discordBot.ts';

const log = { name: 'log', options: { who: 'Dr. Patel' } };

const form = () =>
  new ModalBuilder()
    .setCustomId('entry')
    .setTitle('Log an interaction')
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Who')
        .setTextInputComponent(
          new TextInputBuilder()
            .setCustomId('who')
            .setStyle(TextInputStyle.Short)
            .setMaxLength(20)
            .setValue('Dr. Patel'),
        ),
      new LabelBuilder()
        .setLabel('How')
        .setStringSelectMenuComponent(
          new StringSelectMenuBuilder().setCustomId('tone').addOptions({ label: 'Good things', value: 'good' }),
        ),
    );

async function withForm(interaction: Interaction) {
  if (interaction.isChatInputCommand()) await interaction.showModal(form());
  if (interaction.isModalSubmit()) {
    const who = interaction.fields.getTextInputValue('who');
    await interaction.reply(`${who}: ${interaction.fields.getStringSelectValues('tone')}`);
  }
}

test('a modal opens, holds what is prefilled, and is sent back', async () => {
  await using it = await scene(withForm);
  const modal = await (await it.ana.command({ guild: it.guild, ...log })).modal();
  expect(it.discord.text(modal)).toContain('Log an interaction\nWho\nDr. Patel');
  const sent = await it.ana.submit(modal, { How: ['Good things'] });
  expect((await sent.message()).content).toBe('Dr. Patel: good');
  await expect(it.ana.submit(modal, {})).rejects.toThrow('is closed');
});

test('a modal lets nothing through that the client would not', async () => {
  await using it = await scene(withForm);
  const modal = await (await it.ana.command({ guild: it.guild, ...log })).modal();
  await expect(it.ana.submit(modal, { who: 'x'.repeat(21), tone: ['good'] })).rejects.toThrow('takes 20 characters');
  await expect(it.ana.submit(modal, { who: ' ', tone: ['good'] })).rejects.toThrow('is required');
  await expect(it.ana.submit(modal, {})).rejects.toThrow('takes 1 to 1 values, not 0');
  await expect(it.ana.submit(modal, { tone: ['bad'] })).rejects.toThrow('no option bad');
  await expect(it.ana.submit(modal, { where: 'ICU' })).rejects.toThrow('has no field where');
  await expect(it.ben.submit(modal, { tone: ['good'] })).rejects.toThrow('Ben has no such form open');
});

test('no modal answers a modal', async () => {
  await using it = await scene(async interaction => {
    if (interaction.isChatInputCommand()) await interaction.showModal(form());
    if (!interaction.isModalSubmit()) return;
    const { id, token, client } = interaction;
    await client.rest.post(`/interactions/${id}/${token}/callback`, { auth: false, body: { type: 9, data: form() } });
  });
  const modal = await (await it.ana.command({ guild: it.guild, ...log })).modal();
  await it.ana.submit(modal, { tone: ['good'] });
  expect(await it.bot.failed).toMatchObject({
    code: 50035,
    rawError: { errors: { type: { _errors: [{ code: 'BASE_TYPE_CHOICES' }] } } },
  });
});

const label = (component: object, more: object = {}) => ({ type: Kind.Label, label: 'Label', component, ...more });
const input = (custom_id: string, more: object = {}) => ({ type: Kind.TextInput, style: 1, custom_id, ...more });
const options = (count: number) => Array.from({ length: count }, (_, n) => ({ label: `Option ${n}`, value: `${n}` }));
const tooLong = 'BASE_TYPE_BAD_LENGTH';

test.each<[string, object, string]>([
  ['a title over 45', { title: 'x'.repeat(46) }, `{"title":{"_errors":[{"code":"${tooLong}"`],
  [
    'six fields',
    { components: ['a', 'b', 'c', 'd', 'e', 'f'].map(id => label(input(id))) },
    `{"components":{"_errors":[{"code":"${tooLong}"`,
  ],
  ['no fields', { components: [] }, tooLong],
  [
    'a label over 45',
    { components: [label(input('a'), { label: 'x'.repeat(46) })] },
    `"label":{"_errors":[{"code":"${tooLong}"`,
  ],
  ['a custom_id twice', { components: [label(input('a')), label(input('a'))] }, 'COMPONENT_CUSTOM_ID_DUPLICATED'],
  [
    'a value over max_length',
    { components: [label(input('a', { max_length: 3, value: 'four' }))] },
    `"value":{"_errors":[{"code":"${tooLong}"`,
  ],
  ['a value over 4000', { components: [label(input('a', { value: 'x'.repeat(4001) }))] }, tooLong],
  ['26 options', { components: [label({ type: Kind.StringSelect, custom_id: 'a', options: options(26) })] }, tooLong],
  [
    'a radio group of one',
    { components: [label({ type: Kind.RadioGroup, custom_id: 'a', options: options(1) })] },
    tooLong,
  ],
  [
    'eleven checkboxes',
    { components: [label({ type: Kind.CheckboxGroup, custom_id: 'a', options: options(11) })] },
    tooLong,
  ],
  [
    'a button',
    { components: [label({ type: Kind.Button, custom_id: 'a', style: 1, label: 'Go' })] },
    'UNION_TYPE_CHOICES',
  ],
  ['a bare field', { components: [input('a')] }, 'UNION_TYPE_CHOICES'],
])('a modal with %s is refused with 50035', async (_, more, expected) => {
  await using it = await scene(async ({ id, token, client }) => {
    const data = { custom_id: 'form', title: 'Form', components: [label(input('a'))], ...more };
    await client.rest.post(`/interactions/${id}/${token}/callback`, { auth: false, body: { type: 9, data } });
  });
  await it.ana.command({ guild: it.guild, ...log });
  const error = await it.bot.failed;
  expect(error).toMatchObject({ code: 50035 });
  expect(JSON.stringify((error as { rawError: object }).rawError)).toContain(expected);
});

test('every kind of field comes back as discord.js reads it', async () => {
  const data: APIModalInteractionResponseCallbackData = {
    custom_id: 'all',
    title: 'All kinds',
    components: [
      { type: Kind.TextDisplay, content: 'Fill in' },
      label({ type: Kind.RadioGroup, custom_id: 'radio', options: options(2) }),
      label({ type: Kind.CheckboxGroup, custom_id: 'several', max_values: 2, options: options(3) }),
      label({ type: Kind.FileUpload, custom_id: 'file' }),
      label({ type: Kind.UserSelect, custom_id: 'person', required: false }),
    ] as APIModalInteractionResponseCallbackData['components'],
  };
  await using it = await scene(async interaction => {
    if (interaction.isChatInputCommand()) await interaction.showModal(data);
    if (!interaction.isModalSubmit()) return;
    const { fields } = interaction;
    const file = fields.getUploadedFiles('file', true).first();
    const said = [
      fields.getRadioGroup('radio'),
      fields.getCheckboxGroup('several'),
      fields.getSelectedUsers('person')?.first()?.id,
    ];
    await interaction.reply(`${said.join('; ')}; ${file?.name}: ${await (await fetch(file?.url ?? '')).text()}`);
  });
  const modal = await (await it.ana.command({ guild: it.guild, ...log })).modal();
  const file = { name: 'notes.csv', content: 'a,b' };
  const given = { radio: 'Option 1', several: ['0', '2'], file, person: [it.ben.id] };
  const answer = await it.ana.submit(modal, given);
  expect((await answer.message()).content).toBe(`1; 0,2; ${it.ben.id}; notes.csv: a,b`);
  expect(it.bot.errors).toEqual([]);
});

test('a command takes a file and answers with one', async () => {
  const file = { type: 11, name: 'file', description: 'A file' };
  await using it = await scene(
    async interaction => {
      if (!interaction.isChatInputCommand()) return;
      const text = await (await fetch(interaction.options.getAttachment('file', true).url)).text();
      const files = [{ attachment: Buffer.from(text.toUpperCase()), name: 'export.csv' }];
      await interaction.reply({ content: 'Here', files, flags: MessageFlags.Ephemeral });
    },
    [{ ...LOG, options: [file] }],
  );
  const reply = await it.ana.command({ name: 'log', options: { file: { name: 'in.csv', content: 'a,b' } } });
  const [attachment] = (await reply.message()).attachments;
  expect(attachment?.filename).toBe('export.csv');
  expect(Buffer.from(attachment ? it.discord.file(attachment) : []).toString()).toBe('A,B');
});

import {
  ActionRowBuilder,
  type APIModalInteractionResponseCallbackData,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  DiscordAPIError,
  MessageFlags,
} from 'discord.js';
import { expect, test } from 'vitest';
import { scene } from './discordBot.ts';

const row = (...labels: string[]) =>
  new ActionRowBuilder<ButtonBuilder>().addComponents(
    labels.map(label => new ButtonBuilder().setCustomId(`do ${label}`).setLabel(label).setStyle(ButtonStyle.Primary)),
  );
const log = { name: 'log', options: { who: 'Dr. Patel' } };

test('a command that the bot registered reaches it, and its answer reaches the user', async () => {
  await using it = await scene(async interaction => {
    if (interaction.isChatInputCommand()) await interaction.reply(`Logged ${interaction.options.getString('who')}`);
  });
  const reply = await it.ana.command({ guild: it.guild, channel: 'general', ...log });
  expect(it.discord.text(await reply.message())).toBe('Logged Dr. Patel');
  expect(it.discord.channelMessages(it.guild.channels.general)).toHaveLength(1);
  expect(it.bot.errors).toEqual([]);
});

test('a command works in the direct messages with the bot', async () => {
  await using it = await scene(async interaction => {
    if (interaction.isChatInputCommand()) await interaction.reply(`In a guild: ${interaction.inGuild()}`);
  });
  const reply = await it.ana.command(log);
  expect((await reply.message()).content).toBe('In a guild: false');
  expect(it.ana.dms()).toHaveLength(1);
  expect(it.ben.dms()).toEqual([]);
});

test('an ephemeral reply is seen and used by its user alone', async () => {
  await using it = await scene(async interaction => {
    if (interaction.isChatInputCommand())
      await interaction.reply({ content: 'Private', components: [row('Undo')], flags: MessageFlags.Ephemeral });
  });
  const message = await (await it.ana.command({ guild: it.guild, channel: 'general', ...log })).message();
  const { general } = it.guild.channels;
  expect(it.ana.sees(general)).toEqual([message]);
  expect(it.ben.sees(general)).toEqual([]);
  expect(it.discord.channelMessages(general)).toEqual([]);
  await expect(it.ben.click(message, 'Undo')).rejects.toThrow('Ben does not see this message');
});

test('a deferred reply shows nothing until the real content arrives', async () => {
  const gate = Promise.withResolvers<void>();
  await using it = await scene(async interaction => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await gate.promise;
    const card = new ContainerBuilder().addTextDisplayComponents(text => text.setContent('Here it is'));
    await interaction.editReply({ components: [card], flags: MessageFlags.IsComponentsV2 });
    await interaction.followUp({ content: 'And this', flags: MessageFlags.Ephemeral });
  });
  const reply = await it.ana.command({ guild: it.guild, ...log });
  const loading = await it.discord.until(() => it.ana.sees(it.guild.channels.tips)[0]);
  expect(loading.flags & MessageFlags.Loading).not.toBe(0);
  gate.resolve();
  const message = await reply.message();
  expect(it.discord.text(message)).toBe('Here it is');
  expect(message.id).toBe(loading.id);
  const followUp = await it.discord.until(() => reply.followUps[0]);
  expect(followUp.content).toBe('And this');
  expect(it.ben.sees(it.guild.channels.tips)).toEqual([]);
  expect(it.bot.errors).toEqual([]);
});

test('a follow-up straight after a deferral fills the deferred reply', async () => {
  await using it = await scene(async interaction => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    await interaction.followUp({ content: 'First', flags: MessageFlags.Ephemeral });
  });
  const reply = await it.ana.command({ guild: it.guild, ...log });
  expect((await reply.message()).content).toBe('First');
  expect(it.discord.channelMessages(it.guild.channels.tips)).toHaveLength(1);
});

test('a button changes its message in place, at once or after a deferral', async () => {
  await using it = await scene(async interaction => {
    if (interaction.isChatInputCommand())
      await interaction.reply({ content: 'One', components: [row('Now', 'Later')] });
    if (!interaction.isButton()) return;
    if (interaction.customId === 'do Now') {
      await interaction.update({ content: 'Two', components: [row('Later')] });
      return;
    }
    await interaction.deferUpdate();
    await interaction.editReply({ content: 'Three', components: [] });
  });
  const message = await (await it.ana.command({ guild: it.guild, ...log })).message();
  expect(it.discord.buttons(message)).toEqual(['Now', 'Later']);
  expect(await (await it.ana.click(message, 'Now')).message()).toBe(message);
  expect(message.content).toBe('Two');
  await (await it.ana.click(message, 'do Later')).message();
  expect(message).toMatchObject({ content: 'Three', components: [] });
  await expect(it.ana.click(message, 'Later')).rejects.toThrow('0 buttons "Later"');
});

test('a disabled button cannot be pressed', async () => {
  await using it = await scene(async interaction => {
    const off = new ButtonBuilder().setCustomId('x').setLabel('Off').setStyle(ButtonStyle.Primary).setDisabled();
    const only = new ActionRowBuilder<ButtonBuilder>().addComponents(off);
    if (interaction.isChatInputCommand()) await interaction.reply({ components: [only], content: 'No' });
  });
  const message = await (await it.ana.command({ guild: it.guild, ...log })).message();
  await expect(it.ana.click(message, 'Off')).rejects.toThrow('is disabled');
});

test('a select gives its values, and a channel select what they stand for', async () => {
  const tone = { type: 3, custom_id: 'tone', options: [{ label: 'Good', value: 'good' }] };
  await using it = await scene(async interaction => {
    if (interaction.isChatInputCommand())
      await interaction.reply({
        content: '?',
        components: [tone, { type: 8, custom_id: 'where' }].map(one => ({ type: 1, components: [one] })),
      });
    if (interaction.isStringSelectMenu())
      await interaction.update({ content: interaction.values.join(), components: [] });
    if (interaction.isChannelSelectMenu()) await interaction.reply(`${interaction.channels.map(at => at.id)}`);
  });
  const { tips } = it.guild.channels;
  const message = await (await it.ana.command({ guild: it.guild, ...log })).message();
  expect((await (await it.ana.choose(message, 'where', [tips.id])).message()).content).toBe(tips.id);
  await expect(it.ana.choose(message, 'tone', ['bad'])).rejects.toThrow('no option bad');
  expect((await (await it.ana.choose(message, 'tone', ['Good'])).message()).content).toBe('good');
});

test('autocompletion shows what the bot suggests for the option that is being typed', async () => {
  await using it = await scene(async interaction => {
    if (!interaction.isAutocomplete()) return;
    const { name, value } = interaction.options.getFocused(true);
    await interaction.respond([{ name: `Add "${value}" as ${name}`, value }]);
  });
  const typed = await it.ana.autocomplete({ guild: it.guild, name: 'log', options: { who: 'Pat' } }, 'who');
  expect(await typed.choices()).toEqual([{ name: 'Add "Pat" as who', value: 'Pat' }]);
});

test('who waited for a message and saw a form is told so', async () => {
  await using it = await scene(async interaction => {
    const field = { type: 18, label: 'Who', component: { type: 4, custom_id: 'who', style: 1 } };
    if (interaction.isChatInputCommand())
      await interaction.showModal({
        custom_id: 'log',
        title: 'Log it',
        components: [field],
      } as APIModalInteractionResponseCallbackData);
  });
  const asked = await it.ana.command({ guild: it.guild, ...log });
  await expect(asked.message()).rejects.toThrow(/^Ana waited for a message and saw .*Log it/s);
});

test('an option that was not registered for it is not completed', async () => {
  await using it = await scene(async () => {});
  const ask = (option: string) =>
    it.ana.autocomplete({ guild: it.guild, name: 'log', options: { [option]: 'G' } }, option);
  await expect(ask('tone')).rejects.toThrow('/log does not complete tone: it was not registered with autocomplete');
  await expect(ask('mood')).rejects.toThrow('/log has no option mood');
});

const choice = (name: string, value: string | number = 'x') => ({ name, value });
test.each<[string, object[], string]>([
  ['26 of them', Array.from({ length: 26 }, (_, n) => choice(`${n}`)), 'BASE_TYPE_BAD_LENGTH'],
  ['a name of nothing', [choice('')], 'BASE_TYPE_BAD_LENGTH'],
  ['a name over 100', [choice('x'.repeat(101))], 'BASE_TYPE_BAD_LENGTH'],
  ['a value of nothing', [choice('x', '')], 'BASE_TYPE_BAD_LENGTH'],
  ['a value over 100', [choice('x', 'x'.repeat(101))], 'BASE_TYPE_BAD_LENGTH'],
  ['a number where words are typed', [choice('x', 7)], ''],
])('suggestions with %s are refused with 50035', async (_, choices, code) => {
  await using it = await scene(async interaction => {
    if (interaction.isAutocomplete()) await interaction.respond(choices as ReturnType<typeof choice>[]);
  });
  await it.ana.autocomplete({ guild: it.guild, name: 'log', options: { who: 'P' } }, 'who');
  const failed = await it.bot.failed;
  expect(failed).toMatchObject({ status: 400, code: 50035 });
  expect(JSON.stringify(failed instanceof DiscordAPIError && failed.rawError)).toContain(code);
});

test('a second answer is refused with 40060', async () => {
  await using it = await scene(async interaction => {
    if (!interaction.isChatInputCommand()) return;
    const again = { type: 4, data: { content: 'Two' } };
    await interaction.reply('One');
    await interaction.client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
      auth: false,
      body: again,
    });
  });
  const reply = await it.ana.command({ guild: it.guild, ...log });
  expect((await reply.message()).content).toBe('One');
  expect(await it.bot.failed).toMatchObject({ code: 40060, status: 400 });
});

test('after the deadline the user sees a failure and the answer is refused with 10062', async () => {
  const gate = Promise.withResolvers<void>();
  await using it = await scene(
    async interaction => {
      await gate.promise;
      if (interaction.isChatInputCommand()) await interaction.reply('Late');
    },
    undefined,
    { deadlineMs: 50 },
  );
  const reply = await it.ana.command({ guild: it.guild, ...log });
  expect(await reply.shown).toEqual({ failure: 'The application did not respond' });
  await expect(reply.message()).rejects.toThrow('Ana waited for a message and saw "The application did not respond"');
  gate.resolve();
  expect(await it.bot.failed).toMatchObject({ code: 10062, status: 404 });
});

test('a token lives for fifteen minutes, and is none before the first answer', async () => {
  let now = Date.now();
  await using it = await scene(
    async interaction => {
      if (!interaction.isChatInputCommand()) return;
      await expect(interaction.webhook.send('Too early')).rejects.toMatchObject({ code: 10015 });
      await interaction.reply('One');
      now += 15 * 60 * 1000;
      await interaction.editReply('Two');
    },
    undefined,
    { now: () => now },
  );
  const reply = await it.ana.command({ guild: it.guild, ...log });
  expect((await reply.message()).content).toBe('One');
  expect(await it.bot.failed).toMatchObject({ code: 50027, status: 401 });
});

import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import { buttons, card } from '../../core/cards/card.ts';
import { type Call, call, decodeCall, type RawOptions } from '../../core/commands/call.ts';
import type { Via } from '../../core/commands/command.ts';
import type { Core } from '../../core/commands/dispatch.ts';
import type { Door, Request } from '../../core/ports/request.ts';
import { readFiles } from './attachments.ts';
import { readSubmission, toModal } from './modal.ts';
import { renderMessage } from './render.ts';

type Answerable = ChatInputCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction;

/** Carries one interaction to the core and its reply back. Only the person who made it sees the reply. */
export async function onInteraction(interaction: Interaction, core: Core, door: Door): Promise<void> {
  if (interaction.isAutocomplete()) return complete(interaction, core, door);
  if (interaction.isChatInputCommand()) {
    const made = call(interaction.commandName, optionsOf(interaction.options.data));
    return carry(interaction, request(interaction, made, 'command'), core, door);
  }
  if (!interaction.isMessageComponent() && !interaction.isModalSubmit()) return;
  const choice = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
  const made = await core.callOf(interaction.customId, whoIs(interaction), choice);
  if (!made) return expired(interaction);
  const filled = interaction.isModalSubmit()
    ? { ...made, options: { ...made.options, ...readSubmission(interaction) } }
    : made;
  return carry(interaction, request(interaction, filled, interaction.isModalSubmit() ? 'form' : 'button'), core, door);
}

/** A form where the call opens one; else acknowledged at once and answered when the core has. */
async function carry(interaction: Answerable, asked: Request, core: Core, door: Door): Promise<void> {
  const form = interaction.isModalSubmit() ? undefined : core.form(asked.call);
  if (form && !interaction.isModalSubmit()) {
    await interaction.showModal(
      toModal(await core.prefilled(form, asked, door), await core.formToken(form, asked, door)),
    );
    return;
  }
  // A private reply changes in place; beside a public message, or one that stays, a new private one opens.
  const inPlace = !interaction.isChatInputCommand() && interaction.message?.flags.has(MessageFlags.Ephemeral);
  if (inPlace && !interaction.isChatInputCommand() && isUpdatable(interaction)) await interaction.deferUpdate();
  else await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const options = { ...asked.call.options, ...(await readFiles(interaction)) };
  const { card: reply, tokenOf } = await core.answer({ ...asked, call: { ...asked.call, options } }, door);
  await interaction.editReply({ ...renderMessage(reply, tokenOf), attachments: [] });
}

/** A modal that no message opened has nothing to change in place. */
const isUpdatable = (interaction: MessageComponentInteraction | ModalSubmitInteraction) =>
  interaction.isMessageComponent() || interaction.isFromMessage();

async function complete(interaction: AutocompleteInteraction, core: Core, door: Door): Promise<void> {
  const focused = interaction.options.getFocused(true);
  const asked = request(interaction, call(interaction.commandName), 'command');
  const found = await core.suggest(asked, focused.name, focused.value, door).catch(() => []);
  await interaction.respond(
    found.map(({ label, value }) => ({ name: label.slice(0, 100), value: value.slice(0, 100) })),
  );
}

async function expired(interaction: MessageComponentInteraction | ModalSubmitInteraction): Promise<void> {
  const gone = card('That button has expired', {
    answer: 'What it was for is no longer kept. Start again from home.',
    blocks: buttons({ label: 'Home', call: call('backchannel') }),
  });
  const { flags, ...message } = renderMessage(gone, () => 'backchannel');
  await interaction.reply({ ...message, flags: [flags, MessageFlags.Ephemeral] });
}

const whoIs = ({ user }: Interaction) => ({ platform: 'discord', scope: '', externalId: user.id }) as const;

function request(interaction: Exclude<Interaction, { type: 1 }>, made: Call, via: Via): Request {
  const { guild, channelId } = interaction;
  return {
    call: made,
    via,
    requestId: interaction.id,
    who: whoIs(interaction),
    where: guild && channelId ? { externalId: guild.id, name: guild.name, channel: channelId } : null,
    mayOrganise: guild !== null && mayOrganise(interaction, via),
  };
}

/**
 * Discord itself lets only those type an organisers' command whom the server allows. A button's call is theirs where
 * it was kept for them, and otherwise needs the permission that is the command's default.
 */
function mayOrganise(interaction: Interaction, via: Via): boolean {
  const manages = interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
  if (via === 'command') return interaction.isChatInputCommand() && (manages || interaction.commandName === 'setup');
  const kept = 'customId' in interaction && 'pending' in (decodeCall(interaction.customId) ?? {});
  return manages || kept;
}

type Given = ChatInputCommandInteraction['options']['data'];
const optionsOf = (given: Given): RawOptions =>
  Object.fromEntries(given.flatMap(({ name, value }) => (value === undefined ? [] : [[name, String(value)]])));

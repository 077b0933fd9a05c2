import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import { actsOnDelivery } from '../../core/cards/redacted.ts';
import { type Call, type RawOptions, rawCall } from '../../core/commands/call.ts';
import type { Form, Via } from '../../core/commands/command.ts';
import type { Core } from '../../core/commands/dispatch.ts';
import type { Answer, Door, Request } from '../../core/ports/request.ts';
import { withTimeout } from '../../core/runtime/withTimeout.ts';
import { clip } from '../clip.ts';
import { expiredButton, expiredForm, unopenedForm, unreadableFile } from '../errorCards.ts';
import { discord } from '../limits.ts';
import type { Refusals } from '../refusals.ts';
import type { Keeping } from '../unfinished.ts';
import { filesOf, readFiles } from './attachments.ts';
import { failureKind } from './failures.ts';
import { readSubmission, toModal } from './modal.ts';
import { type Answerable, type AnswerPlace, patienceLeft, type Replies } from './replies.ts';
import { mayOrganize } from './rights.ts';
import { isSentMessage, type SentMessages } from './sentMessages.ts';
import type { Given, Unfinished } from './unfinished.ts';

export interface Hearing {
  core: Core;
  door: Door;
  replies: Replies;
  refusals: Refusals;
  sentMessages: SentMessages;
  unfinished: Unfinished;
}

/** Carries one interaction to the core and its reply back. Only the person who made it sees the reply. */
export async function onInteraction(interaction: Interaction, hearing: Hearing): Promise<void> {
  const since = performance.now();
  if (interaction.isAutocomplete()) return complete(interaction, hearing);
  if (interaction.isChatInputCommand()) {
    const made = hearing.core.given(interaction.commandName, optionsOf(interaction.options.data));
    return carry(interaction, made, 'command', since, hearing);
  }
  if (interaction.isMessageContextMenuCommand()) {
    const made = callFrom(interaction, hearing.core);
    return made && carry(interaction, made, 'command', since, hearing);
  }
  if (!interaction.isMessageComponent() && !interaction.isModalSubmit()) return;
  const { core, replies } = hearing;
  const choice = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
  const found = core
    .callOf(interaction.customId, whoIs(interaction), choice)
    .then(made => made && filled(interaction, made));
  const via = interaction.isModalSubmit() ? 'form' : 'button';
  const early = await withTimeout(
    patienceLeft(since),
    found.then(made => ({ made })),
    undefined,
  );
  if (early?.made) return carry(interaction, early.made, via, since, hearing);
  const late = found.then(made => (made ? lateAnswer(interaction, made, via, hearing) : expired(interaction)));
  await replies.show({ it: interaction, place: placeOf(interaction), since }, late, UNKEPT);
}

/** The call of the command that opens from a message, with that message's address: nothing else of it is read. */
function callFrom(
  { commandName, guildId, channelId, targetId }: MessageContextMenuCommandInteraction,
  { commands }: Core,
): Call | undefined {
  const command = commands.find(({ fromMessage }) => fromMessage?.label === commandName);
  if (!command?.fromMessage) return undefined;
  const link = `https://discord.com/channels/${guildId ?? '@me'}/${channelId}/${targetId}`;
  return { ...rawCall(command.name, { [command.fromMessage.option]: link }), form: true };
}

/** What is not known yet cannot be kept. */
const UNKEPT: Keeping = { keep: () => Promise.reject(new Error('not known yet')), done: async () => {} };

const filled = (interaction: Answerable, made: Call): Call =>
  interaction.isModalSubmit() ? { ...made, options: { ...made.options, ...readSubmission(interaction) } } : made;

/** A form where the call opens one; else answered, in the callback where that is quick enough. */
async function carry(interaction: Answerable, made: Call, via: Via, since: number, hearing: Hearing): Promise<void> {
  const form = interaction.isModalSubmit() ? undefined : hearing.core.form(made);
  // A modal has no room to say what stands in none of its fields: that comes first, with the form behind a button.
  const isOffered = via === 'command' && form?.note !== undefined;
  if (form && !isOffered && !interaction.isModalSubmit()) return open(interaction, made, form, since, hearing);
  const { sentMessages, replies, unfinished, refusals } = hearing;
  const given = givenBy(interaction, made, via, refusals);
  const work = given.then(it => answerTo(it, hearing));
  // What was tapped in a message that the bot sent unasked is over there; what went wrong is said beside it.
  const acts = actsOnDelivery(made) && isSentMessage(interaction);
  const place = acts && (await isWell(work, since)) ? 'in place' : placeOf(interaction);
  await replies.show({ it: interaction, place, since }, work, unfinished.keeping(interaction, given));
  await sentMessages.follow(interaction, made, work, acts && place === 'in place');
}

/** Opens the form; where it is not ready in time, or Discord says no, that is said. */
async function open(
  interaction: Exclude<Answerable, ModalSubmitInteraction>,
  made: Call,
  form: Form,
  since: number,
  { core, door, replies, refusals }: Hearing,
): Promise<void> {
  const asked = await request(interaction, made, interaction.isCommand() ? 'command' : 'button', refusals);
  const modal = Promise.all([core.prefilled(form, asked, door), core.formToken(form, asked, door)]).then(
    ([known, token]) => toModal(known, token),
  );
  const ready = await withTimeout(patienceLeft(since), modal, undefined);
  let no: Parameters<typeof unopenedForm>[2] = { late: true };
  if (ready)
    try {
      await interaction.showModal(ready);
      return;
    } catch (error) {
      const { kind } = failureKind(error);
      no = { kind, reference: refusals.note('modal', kind, error) };
    }
  const shown = core.authorizedButtons(unopenedForm(made, 'Discord', no).card, asked, door);
  await replies.show({ it: interaction, place: 'beside', since }, shown);
}

const givenBy = async (interaction: Answerable, made: Call, via: Via, refusals: Refusals): Promise<Given> => ({
  request: await request(interaction, made, via, refusals),
  files: filesOf(interaction),
});

/** The answer with what its files hold, which takes the network: the clock runs meanwhile. */
export async function answerTo(
  { request: asked, files }: Given,
  { core, door, refusals }: Pick<Hearing, 'core' | 'door' | 'refusals'>,
): Promise<Answer> {
  const read = await readFiles(files);
  if (!read.ok) {
    const reference = refusals.note('file', read.why);
    return core.authorizedButtons(unreadableFile(read.why, 'Discord', asked.call, reference).card, asked, door);
  }
  const given = { ...asked, call: { ...asked.call, options: { ...asked.call.options, ...read.options } } };
  return asked.via === 'command' ? core.answerOrOffer(given, door) : core.answer(given, door);
}

/** What was tapped was read too late for a form to open: it is offered again. */
async function lateAnswer(interaction: Answerable, made: Call, via: Via, hearing: Hearing): Promise<Answer> {
  const { core, door, refusals } = hearing;
  if (via === 'form' || !core.form(made)) return answerTo(await givenBy(interaction, made, via, refusals), hearing);
  return core.authorizedButtons(
    unopenedForm(made, 'Discord', { late: true }).card,
    await request(interaction, made, via, refusals),
    door,
  );
}

const expired = (interaction: Answerable): Answer =>
  interaction.isModalSubmit() ? expiredForm(Object.values(readSubmission(interaction))) : expiredButton();

/** A private reply changes in place; beside a public message, or one that stays, a new private one opens. */
const placeOf = (interaction: Answerable): AnswerPlace =>
  !interaction.isCommand() && interaction.message?.flags.has(MessageFlags.Ephemeral) ? 'in place' : 'beside';

const isWell = async (work: Promise<Answer>, since: number): Promise<boolean> =>
  (await withTimeout(patienceLeft(since), work, undefined))?.card.tone !== 'careful';

async function complete(interaction: AutocompleteInteraction, { core, door, refusals }: Hearing): Promise<void> {
  const focused = interaction.options.getFocused(true);
  const asked = await request(interaction, rawCall(interaction.commandName), 'command', refusals);
  const found = await withTimeout(COMPLETION_MS, core.suggest(asked, focused.name, focused.value, door), []);
  const choices = found
    // A value that was cut would be another one.
    .filter(({ label, value }) => label.trim() !== '' && value.length <= discord.completionValue)
    .slice(0, discord.completions)
    .map(({ label, value }) => ({ name: clip(label, discord.completionName), value }));
  await interaction.respond(choices).catch(error => refusals.note('completion', failureKind(error).kind, error));
}

/** A completion cannot be deferred: what is not known by then is left out. */
const COMPLETION_MS = 2000;

const whoIs = ({ user }: Pick<Interaction, 'user'>) =>
  ({ platform: 'discord', scope: '', externalId: user.id }) as const;

async function request(
  interaction: Answerable | AutocompleteInteraction,
  made: Call,
  via: Via,
  refusals: Refusals,
): Promise<Request> {
  const { guild, channelId } = interaction;
  return {
    call: made,
    via,
    requestId: interaction.id,
    who: whoIs(interaction),
    // A server that has not invited the bot is no community of its: only a person has brought it there.
    where: guild && channelId ? { externalId: guild.id, name: guild.name, channel: channelId } : null,
    mayOrganize: await mayOrganize(interaction, made.command, refusals),
  };
}

const optionsOf = (given: ChatInputCommandInteraction['options']['data']): RawOptions =>
  Object.fromEntries(given.flatMap(({ name, value }) => (value === undefined ? [] : [[name, String(value)]])));

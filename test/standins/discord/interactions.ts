import {
  InteractionResponseType as Answer,
  ApplicationCommandOptionType,
  InteractionType,
  MessageFlags,
} from 'discord.js';
import { z } from 'zod';
import { text } from './components.ts';
import { fault, Refusal, readForm } from './errors.ts';
import { type Interaction, NO_RESPONSE } from './interaction.ts';
import { readModal } from './modals.ts';
import { blank, edit, type Incoming, place, remove, write } from './posting.ts';
import type { Message } from './shapes.ts';
import type { World } from './world.ts';

const TOKEN_MS = 15 * 60 * 1000;

const NEW = [Answer.ChannelMessageWithSource, Answer.DeferredChannelMessageWithSource];
const IN_PLACE = [Answer.DeferredMessageUpdate, Answer.UpdateMessage];

/** Which callbacks each kind of interaction takes. */
function answersTo({ type, source }: Interaction): Answer[] {
  if (type === InteractionType.ApplicationCommand) return [...NEW, Answer.Modal];
  if (type === InteractionType.MessageComponent) return [...NEW, ...IN_PLACE, Answer.Modal];
  if (type === InteractionType.ModalSubmit) return source ? [...NEW, ...IN_PLACE] : NEW;
  return [Answer.ApplicationCommandAutocompleteResult];
}

const callback = z.object({ type: z.int(), data: z.unknown().optional() });
const flagsOf = (data: unknown) => readForm(z.object({ flags: z.int().nullish() }).nullish(), data)?.flags ?? 0;
/** Suggestions are of the kind of the option that is being typed. */
const autocompletion = (kind: ApplicationCommandOptionType | undefined) => {
  const numeric = kind === ApplicationCommandOptionType.Number ? z.number() : z.int();
  const value = kind === ApplicationCommandOptionType.String ? text(100) : numeric;
  return z.object({ choices: z.array(z.object({ name: text(100), value })).max(25) });
};

/** The interactions under way: who may still answer them, and what an answer does. */
export class Interactions {
  #byId = new Map<string, Interaction>();
  #byToken = new Map<string, Interaction>();
  #timers = new Set<NodeJS.Timeout>();
  #world: World;
  #deadlineMs: number;

  constructor(world: World, deadlineMs: number) {
    this.#world = world;
    this.#deadlineMs = deadlineMs;
  }

  /** From now on the bot has its three seconds. */
  open(interaction: Interaction): void {
    this.#byId.set(interaction.id, interaction);
    this.#byToken.set(interaction.token, interaction);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (interaction.state !== 'waiting') return;
      interaction.state = 'expired';
      interaction.show({ failure: NO_RESPONSE });
      this.#world.changed();
    }, this.#deadlineMs);
    this.#timers.add(timer);
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  /** POST /interactions/{id}/{token}/callback: the one initial response. */
  answer(id: string, token: string, body: Incoming): { interaction: Interaction; type: Answer } {
    const interaction = this.#byId.get(id);
    if (interaction?.token !== token || interaction.state === 'expired') throw new Refusal('unknownInteraction');
    if (interaction.state === 'answered') throw new Refusal('alreadyAcknowledged');
    const allowed = answersTo(interaction);
    const { type, data } = readForm(
      callback.superRefine((it, issues) => {
        if (!allowed.includes(it.type))
          issues.addIssue(fault('BASE_TYPE_CHOICES', `Value must be one of (${allowed.join(', ')}).`, ['type']));
      }),
      body.json,
    );
    this.#carryOut(interaction, type, { json: data ?? {}, files: body.files });
    interaction.state = 'answered';
    return { interaction, type };
  }

  #carryOut(interaction: Interaction, type: Answer, body: Incoming): void {
    const { channel, by, source } = interaction;
    if (type === Answer.ChannelMessageWithSource) {
      interaction.original = this.#reply(interaction, body);
      interaction.show({ message: interaction.original });
    } else if (type === Answer.DeferredChannelMessageWithSource) {
      interaction.original = this.#place(
        interaction,
        this.#blank(interaction, flagsOf(body.json) | MessageFlags.Loading),
      );
    } else if (type === Answer.Modal) {
      const modal = readModal(body.json);
      interaction.show({ modal: { ...modal, owner: by, channel, closed: false, ...(source && { source }) } });
    } else if (type === Answer.ApplicationCommandAutocompleteResult) {
      interaction.show(readForm(autocompletion(interaction.completes), body.json));
    } else if (source) {
      interaction.original = source;
      if (type === Answer.DeferredMessageUpdate) return;
      interaction.show({ message: edit(this.#world, channel, source, body) });
    }
  }

  #blank({ id, type, by, channel }: Interaction, flags: number): Message {
    const { bot } = this.#world;
    return {
      ...blank(this.#world, channel, bot, flags & (MessageFlags.Ephemeral | MessageFlags.Loading)),
      type: type === InteractionType.ApplicationCommand ? 20 : 0,
      webhook_id: bot.id,
      application_id: bot.id,
      interaction_metadata: { id, type, user: by.user, authorizing_integration_owners: {} },
    };
  }

  #place({ channel, by }: Interaction, message: Message): Message {
    return place(this.#world, channel, message, message.flags & MessageFlags.Ephemeral ? by.user.id : undefined);
  }

  #reply(interaction: Interaction, body: Incoming): Message {
    const message = this.#blank(interaction, flagsOf(body.json));
    write(this.#world, interaction.channel, message, body);
    return this.#place(interaction, message);
  }

  /** The interaction that a webhook token belongs to, while it lives. */
  #answered(application: string, token: string): Interaction {
    const interaction = this.#byToken.get(token);
    if (application !== this.#world.bot.id || interaction?.state !== 'answered') throw new Refusal('unknownWebhook');
    if (this.#world.now() - interaction.createdAt >= TOKEN_MS) throw new Refusal('invalidWebhookToken');
    return interaction;
  }

  /** A message of a token's own: `@original`, or a follow-up by its id. */
  find(application: string, token: string, id: string): { interaction: Interaction; message: Message } {
    const interaction = this.#answered(application, token);
    const own = [...interaction.followUps, ...(interaction.original ? [interaction.original] : [])];
    const message = id === '@original' ? interaction.original : own.find(it => it.id === id);
    if (!message || !interaction.channel.messages.includes(message)) throw new Refusal('unknownMessage');
    return { interaction, message };
  }

  /** PATCH of `@original` or of a follow-up: also what fills a deferred reply. */
  edit(application: string, token: string, id: string, body: Incoming): Message {
    const { interaction, message } = this.find(application, token, id);
    edit(this.#world, interaction.channel, message, body);
    interaction.show({ message });
    return message;
  }

  delete(application: string, token: string, id: string): void {
    const { interaction, message } = this.find(application, token, id);
    remove(this.#world, interaction.channel, message);
  }

  /** A follow-up; straight after a deferred reply it fills that one, and its own ephemeral flag is passed over. */
  followUp(application: string, token: string, body: Incoming): Message {
    const interaction = this.#answered(application, token);
    if ((interaction.original?.flags ?? 0) & MessageFlags.Loading)
      return this.edit(application, token, '@original', body);
    const message = this.#reply(interaction, body);
    interaction.followUps.push(message);
    interaction.show({ message });
    return message;
  }
}

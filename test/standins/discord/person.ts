import {
  type ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  MessageFlags,
} from 'discord.js';
import { type Command, isTyped, offers } from './commands.ts';
import { fillCommand, focusedKind } from './fillCommand.ts';
import { fillModal } from './fillModal.ts';
import { Interaction, type OpenModal } from './interaction.ts';
import type { Interactions } from './interactions.ts';
import { interactionWire } from './interactionWire.ts';
import { blank, place } from './posting.ts';
import type { Account, Channel, Guild, Message } from './shapes.ts';
import {
  attached,
  checkCount,
  nothingResolved,
  type PersonsFile,
  pick,
  resolve,
  type Scene,
  type Value,
} from './values.ts';
import { all, type Button, type Component, isSelect } from './walk.ts';
import type { World } from './world.ts';

/** A command as a person types it; without a guild or a channel, in the direct messages with the bot. */
export interface Typed {
  /** The command's name, with the names of subcommands after it where there are any. */
  name: string;
  options?: Record<string, Value>;
  guild?: Guild;
  channel?: string | Channel;
}

/** Somebody who uses Discord's client: does only what it would let them do, and throws otherwise. */
export class Person {
  readonly account: Account;
  #world: World;
  #interactions: Interactions;

  constructor(world: World, interactions: Interactions, account: Account) {
    this.#world = world;
    this.#interactions = interactions;
    this.account = account;
  }

  get id(): string {
    return this.account.user.id;
  }

  get name(): string {
    return this.account.user.global_name ?? this.account.user.username;
  }

  /** Sends a slash command. */
  command = async (typed: Typed): Promise<Interaction> => this.#type(typed, InteractionType.ApplicationCommand);

  /** Types in the option `focused`, and gets the bot's suggestions. */
  autocomplete = async (typed: Typed, focused: string): Promise<Interaction> =>
    this.#type(typed, InteractionType.ApplicationCommandAutocomplete, focused);

  /** Takes a command of the bot from the menu of a message; what is only for one's own eyes has none. */
  messageCommand = async (message: Message, name: string): Promise<Interaction> => {
    const channel = this.#channelOf(message);
    if (message.flags & MessageFlags.Ephemeral) throw new Error('Discord has no commands at an ephemeral message');
    const offered = this.#offeredIn(channel).filter(it => it.type === ApplicationCommandType.Message);
    const command = offered.find(it => it.name === name);
    if (!command) throw new Error(`${this.name} is offered no "${name}" at this message`);
    const data = {
      ...{ id: command.id, name, type: command.type, target_id: message.id },
      resolved: { messages: { [message.id]: message } },
    };
    return this.#send(InteractionType.ApplicationCommand, channel, data);
  };

  /** The names of the commands that this person can type in a guild, or in the direct messages with the bot. */
  commandsIn(guild?: Guild): string[] {
    return this.#offered(guild)
      .filter(isTyped)
      .map(it => it.name);
  }

  #offeredIn = ({ guild, group }: Channel): Command[] => (group ? this.#carried(2) : this.#offered(guild));

  #offered(guild?: Guild): Command[] {
    if (guild && !this.#world.isMember(this.account, guild)) return [];
    const isThere = guild ? guild.hasBot : this.#world.sharesGuild(this.account);
    if (!isThere) return this.#carried(guild ? 0 : 1);
    const permissions = guild ? this.#world.memberPermissions(this.account, guild) : null;
    const allowed = (it: Command) => guild && this.#world.commandRules.allowed(guild, it, this.account);
    return this.#world.commands.filter(it => allowed(it) ?? offers(it, permissions));
  }

  /** The commands that go with this person, in a context where the bot is not. */
  #carried(context: number): Command[] {
    if (!this.account.installs) return [];
    const goes = ({ integration_types: types, contexts }: Command) =>
      types?.includes(1) === true && (contexts?.includes(context) ?? true);
    return this.#world.commands.filter(goes);
  }

  /** Presses a button, by its label or its custom_id. */
  click = async (message: Message, button: string): Promise<Interaction> => {
    const { custom_id } = this.#find(message, button);
    return this.#use(message, { component_type: ComponentType.Button, custom_id });
  };

  /** Chooses from a select menu: options by value or label; people, roles and channels by id. */
  choose = async (message: Message, customId: string, values: string[]): Promise<Interaction> => {
    const select = this.#on(message)
      .filter(isSelect)
      .find(it => it.custom_id === customId);
    if (!select) throw new Error(`${this.name} sees no select ${customId}`);
    if (select.disabled) throw new Error(`${customId} is disabled`);
    const resolved = nothingResolved();
    const scene = { world: this.#world, channel: this.#channelOf(message) };
    const chosen =
      'options' in select ? pick(customId, select.options, values) : values.map(id => resolve(id, scene, resolved));
    checkCount(customId, select, chosen, true);
    return this.#use(message, { component_type: select.type, custom_id: customId, values: chosen, resolved });
  };

  /** Sends a modal; fields by custom_id or label, those left out as they are prefilled. */
  submit = async (modal: OpenModal, fields: Record<string, Value> = {}): Promise<Interaction> => {
    const { owner, channel, source } = modal;
    if (owner !== this.account) throw new Error(`${this.name} has no such form open`);
    if (modal.closed) throw new Error(`"${modal.title}" is closed`);
    const data = fillModal(modal, fields, { world: this.#world, channel });
    const sent = this.#send(InteractionType.ModalSubmit, channel, data, source);
    // The client keeps a form open whose submission failed, so that what was typed is not lost.
    void sent.shown.then(shown => {
      modal.closed = !('failure' in shown);
    });
    return sent;
  };

  /** Writes a message with files, into a channel or to the bot. */
  write(content: string, channel: Channel = this.#world.dm(this.account), files: readonly PersonsFile[] = []): Message {
    const world = this.#world;
    const message = blank(world, channel, this.account.user);
    const attachments = files.map(file => attached(file, { world, channel }));
    return place(world, channel, Object.assign(message, { content, attachments }));
  }

  /** The messages that this person sees in a channel: the public ones, and the private ones that are theirs. */
  sees(channel: Channel): Message[] {
    const { guild, group, recipient } = channel;
    const here = guild
      ? this.#world.isMember(this.account, guild)
      : [recipient, ...(group ?? [])].includes(this.account);
    if (!here) return [];
    return channel.messages.filter(it => (this.#world.viewers.get(it.id) ?? this.id) === this.id);
  }

  /** What the bot wrote to this person directly. */
  dms(): Message[] {
    return this.sees(this.#world.dm(this.account)).filter(it => it.author.bot);
  }

  #type(typed: Typed, type: InteractionType, focused?: string): Interaction {
    const channel = this.#where(typed);
    const [name = '', ...path] = typed.name.replace(/^\//, '').split(' ');
    const offered = this.#offeredIn(channel).filter(isTyped);
    const command = offered.find(it => it.name === name);
    if (!command)
      throw new Error(`${this.name} is not offered /${name} here, only: ${offered.map(it => it.name).join(', ')}`);
    const scene: Scene = { world: this.#world, channel };
    const data = fillCommand(command, path, typed.options ?? {}, scene, focused);
    return this.#send(type, channel, data, undefined, focusedKind(data.options));
  }

  #where({ guild, channel }: Typed): Channel {
    if (typeof channel === 'object') return channel;
    if (!guild) return this.#world.dm(this.account);
    const found = channel ? guild.channels[channel] : Object.values(guild.channels)[0];
    if (!found) throw new Error(`${guild.name} has no channel ${channel}`);
    return found;
  }

  #channelOf(message: Message): Channel {
    const channel = this.#world.channels.get(message.channel_id);
    if (!channel || !this.sees(channel).includes(message)) throw new Error(`${this.name} does not see this message`);
    return channel;
  }

  #on(message: Message): Component[] {
    this.#channelOf(message);
    return all(message.components);
  }

  #find(message: Message, wanted: string): Button {
    const buttons = this.#on(message).filter(it => it.type === ComponentType.Button);
    const found = buttons.filter(it => it.label === wanted || it.custom_id === wanted || it.emoji?.name === wanted);
    const [button] = found;
    if (!button || found.length > 1)
      throw new Error(`${found.length} buttons "${wanted}" among: ${buttons.map(it => it.label).join(', ')}`);
    if (button.disabled) throw new Error(`The button "${wanted}" is disabled`);
    if (!button.custom_id) throw new Error(`The button "${wanted}" is a link to ${button.url}`);
    return button;
  }

  #use = (message: Message, data: object): Interaction =>
    this.#send(InteractionType.MessageComponent, this.#channelOf(message), data, message);

  #send(
    type: InteractionType,
    channel: Channel,
    data: object,
    source?: Message,
    completes?: ApplicationCommandOptionType,
  ): Interaction {
    const world = this.#world;
    const interaction = new Interaction(world, {
      type,
      by: this.account,
      channel,
      ...(source && { source }),
      ...(completes && { completes }),
    });
    this.#interactions.open(interaction);
    world.dispatch('INTERACTION_CREATE', interactionWire(world, interaction, data), 0);
    return interaction;
  }
}

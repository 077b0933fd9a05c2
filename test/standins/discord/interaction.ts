import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import type { ApplicationCommandOptionType, InteractionType } from 'discord.js';
import { PLACEHOLDER } from '../../support/placeholder.ts';
import type { Modal } from './modals.ts';
import { text } from './reading.ts';
import type { Account, Channel, Message } from './shapes.ts';
import type { World } from './world.ts';

/** What Discord's client says when the bot stayed silent for three seconds. */
export const NO_RESPONSE = 'The application did not respond';

export interface Choice {
  name: string;
  value: string | number;
}

/** What the user sees in answer: one of these. */
export type Shown =
  | { message: Message }
  | { modal: OpenModal }
  | { choices: Choice[] }
  | { failure: typeof NO_RESPONSE };

/** A modal as it was opened: whose it is, where, and from which message. */
export interface OpenModal extends Modal {
  owner: Account;
  channel: Channel;
  source?: Message;
  closed: boolean;
}

/** One thing that a person did, and what came of it. */
export class Interaction {
  readonly id: string;
  readonly token = randomBytes(48).toString('base64url');
  readonly type: InteractionType;
  readonly by: Account;
  readonly channel: Channel;
  /** The message whose component was used, or from which the submitted modal was opened. */
  readonly source?: Message;
  /** The kind of the option that is being typed, where suggestions for it are asked for. */
  readonly completes?: ApplicationCommandOptionType;
  readonly createdAt: number;
  /** What the user sees first; a deferral is not yet anything to see. */
  readonly shown: Promise<Shown>;
  /** Messages that came after the first one, as the user sees them. */
  readonly followUps: Message[] = [];
  state: 'waiting' | 'answered' | 'expired' = 'waiting';
  /** The message that `@original` means. */
  original?: Message;
  show: (what: Shown) => void;
  readonly #world: World;

  constructor(
    world: World,
    it: {
      type: InteractionType;
      by: Account;
      channel: Channel;
      source?: Message;
      completes?: ApplicationCommandOptionType;
    },
  ) {
    this.#world = world;
    this.id = world.id();
    this.createdAt = world.now();
    this.type = it.type;
    this.by = it.by;
    this.channel = it.channel;
    if (it.source) this.source = it.source;
    if (it.completes) this.completes = it.completes;
    const { promise, resolve } = Promise.withResolvers<Shown>();
    this.shown = promise;
    this.show = resolve;
  }

  /** The message that the user takes for an answer; throws when they got anything else. */
  message = async (): Promise<Message> => {
    const shown = await this.shown;
    if (!('message' in shown)) return this.#unexpected('a message', shown);
    const now = () => this.original ?? shown.message;
    await this.#world.until(() => !PLACEHOLDER.test(text(now())));
    return now();
  };

  /** The modal that opened; throws when anything else came. */
  modal = async (): Promise<OpenModal> => {
    const shown = await this.shown;
    return 'modal' in shown ? shown.modal : this.#unexpected('a modal', shown);
  };

  /** What autocompletion offered; throws when the bot did not answer. */
  choices = async (): Promise<Choice[]> => {
    const shown = await this.shown;
    return 'choices' in shown ? shown.choices : this.#unexpected('choices', shown);
  };

  #unexpected(wanted: string, shown: Shown): never {
    const name = this.by.user.global_name;
    throw new Error(
      `${name} waited for ${wanted} and saw ${'failure' in shown ? `"${shown.failure}"` : inspect(shown, { depth: 4 })}`,
    );
  }
}

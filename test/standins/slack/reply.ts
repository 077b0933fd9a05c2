import { PLACEHOLDER } from '../../support/placeholder.ts';
import type { Ack, Message, View } from './types.ts';
import type { World } from './world.ts';

/** What came of something that a user did. */
export class Reply {
  /** How the app acknowledged it; never rejects. */
  readonly ack: Promise<Ack>;
  readonly #world: World;
  /** Of an event: its event_id. */
  readonly id: string;
  readonly #userId: string;
  readonly #seenBefore: number;
  readonly #target: Message | undefined;
  readonly #deliver: () => Promise<Ack>;

  constructor(world: World, userId: string, interaction: string, deliver: () => Promise<Ack>, target?: Message) {
    this.#world = world;
    this.#userId = userId;
    this.id = interaction;
    this.#seenBefore = world.feed.length;
    this.#target = target;
    this.#deliver = deliver;
    this.ack = deliver();
  }

  /** Delivers the same payload once more, as a double tap or a retry would. */
  again(): Promise<Ack> {
    return this.#deliver();
  }

  /**
   * What the user saw since, in order: answers through the response URL or the acknowledgement; else new ephemeral
   * messages and DMs of theirs, and changes to the message they acted on.
   */
  messages(): Message[] {
    const since = this.#world.feed
      .slice(this.#seenBefore)
      .filter(({ message }) => this.#world.sees(this.#userId, message));
    const answers = since.filter(({ by }) => by === this.id);
    const others = since.filter(({ message, by }) => by === undefined && this.#concerns(message));
    return [...new Set((answers.length > 0 ? answers : others).map(({ message }) => message))];
  }

  /** The first message that the user takes for an answer; waits up to the stand-in's patience. */
  message(patienceMs?: number): Promise<Message> {
    return this.#world.until(
      () => this.messages().find(({ text }) => !PLACEHOLDER.test(text)),
      () => `a message for the user. ${this.#lately()}`,
      patienceMs,
    );
  }

  /** The modal opened with its trigger; waits up to the stand-in's patience. */
  modal(patienceMs?: number): Promise<View> {
    const opened = () => [...this.#world.views.values()].find(({ openedBy }) => openedBy === this.id);
    return this.#world.until(opened, () => `a modal. ${this.#lately()}`, patienceMs);
  }

  #concerns(message: Message): boolean {
    // A change of another message of the conversation is no answer.
    const isNew = !message.edited && message.author !== this.#userId;
    const isDm = isNew && this.#world.channel(message.channel).user === this.#userId;
    return message === this.#target || message.ephemeralFor === this.#userId || isDm;
  }

  #lately(): string {
    const calls = this.#world.requests
      .slice(-5)
      .map(
        ({ method, status, error, detail }) =>
          `${method} ${status} ${error ? `${error} ${JSON.stringify(detail ?? '')}` : 'ok'}`,
      );
    return `Last calls: ${calls.join('; ') || 'none'}`;
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import {
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Answer } from '../../core/ports/request.ts';
import { withTimeout } from '../../core/runtime/withTimeout.ts';
import { fullStop } from '../../domain/words/sentences.ts';
import { oneMoment, refusedAnswer, unshownAnswer } from '../errorCards.ts';
import { discord } from '../limits.ts';
import type { Refusals } from '../refusals.ts';
import type { Keeping } from '../unfinished.ts';
import { failureKind } from './failures.ts';
import { type Message, renderMessage } from './render.ts';

export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction;

/** Discord waits three seconds. An answer within so many is the callback itself. */
const PATIENCE_MS = 1500;
/** A callback that met no answer is sent again after so long, until so long after the interaction came. */
const AGAIN_MS = 300;
const LAST_CALL_MS = 2500;
/** The waits before each further try to show an answer, while the interaction's token lives: thirteen minutes in all. */
const WAITS_MS = [0, 1000, 2000, 4000, 8000, 15_000, 30_000, 60_000, 120_000, 240_000, 300_000];

/** Where the answer is seen. */
export type AnswerPlace =
  /** A new reply that its person alone sees. */
  | 'beside'
  /** The message that was tapped changes. */
  | 'in place';

export interface Asked {
  it: Answerable;
  place: AnswerPlace;
  /** When the interaction came, by performance.now(). */
  since: number;
}

/** As long as it may take to keep what is not answered yet. */
const KEEPING_MS = 700;

/** Where an answer goes once the interaction was acknowledged, also after a restart. */
type Recipient = Pick<Answerable, 'webhook'> & { user: { id: string } };

/** What is left, in milliseconds, in which an answer can be the callback itself. */
export const patienceLeft = (since: number): number => Math.max(0, since + PATIENCE_MS - performance.now());

interface ReplyParts {
  refusals: Refusals;
  /** The door closes: nothing is waited for any more. */
  stopping: AbortSignal;
  waits?: readonly number[];
}

export type Replies = ReturnType<typeof createReplies>;

/** Brings an answer to where it was asked for, and where Discord does not take it there, to where it does. */
export function createReplies({ refusals, stopping, waits = WAITS_MS }: ReplyParts) {
  const noted = (call: string, error: unknown) => {
    const { kind, permanent } = failureKind(error);
    return { kind, permanent, reference: refusals.note(call, kind, error) };
  };

  /** The one initial response. False where it was not taken. */
  async function respond({ it, place, since }: Asked, answer: Answer): Promise<boolean> {
    try {
      await callback(it, answer, place);
      return true;
    } catch (error) {
      const { kind, permanent, reference } = noted('interaction callback', error);
      // What cannot be drawn is no reason to say nothing.
      if (kind === 'malformed')
        return callback(it, refusedAnswer('Discord', reference), place).then(
          () => true,
          () => false,
        );
      // It arrived, and its answer was lost: what it says is made sure of.
      if (kind === 'answered-before') return fill(it, since, answer);
      if (permanent || performance.now() > since + LAST_CALL_MS) return false;
      await sleep(AGAIN_MS);
      return respond({ it, place, since }, answer);
    }
  }

  async function callback(it: Answerable, answer: Answer, place: AnswerPlace): Promise<void> {
    const message = messageOf(answer);
    if (place === 'in place' && isUpdatable(it)) await it.update({ ...message, attachments: [] });
    else await it.reply({ ...message, flags: [message.flags, MessageFlags.Ephemeral] });
  }

  async function defer({ it, place }: Asked): Promise<boolean> {
    try {
      if (place === 'in place' && isUpdatable(it)) await it.deferUpdate();
      else await it.deferReply({ flags: MessageFlags.Ephemeral });
      return true;
    } catch (error) {
      return noted('interaction callback', error).kind === 'answered-before';
    }
  }

  /** Fills the placeholder, tried again while the token lives. */
  async function fill(it: Recipient, since: number, answer: Answer): Promise<boolean> {
    const until = since + TOKEN_MS;
    let shown = answer;
    let drawn = false;
    for (const wait of waits) {
      await sleep(Math.min(wait, Math.max(0, until - performance.now())), undefined, { signal: stopping }).catch(
        () => {},
      );
      try {
        await it.webhook.editMessage('@original', { ...messageOf(shown), attachments: [] });
        return true;
      } catch (error) {
        const { kind, permanent, reference } = noted('reply edit', error);
        if (kind === 'malformed' && !drawn) {
          shown = refusedAnswer('Discord', reference);
          drawn = true;
        } else if (permanent) break;
      }
      if (stopping.aborted || performance.now() >= until) break;
    }
    return followUp(it, shown);
  }

  async function followUp(it: Recipient, answer: Answer): Promise<boolean> {
    const message = messageOf(answer);
    return it.webhook.send({ ...message, flags: [message.flags, MessageFlags.Ephemeral] }).then(
      () => true,
      error => noted('reply follow-up', error) === undefined,
    );
  }

  /** By direct message: as a card, else as one plain line. True too where it never could be said. */
  async function tell({ webhook, user }: Recipient, told: Answer): Promise<boolean> {
    const send = (message: Parameters<typeof webhook.client.users.send>[1]) =>
      webhook.client.users.send(user.id, message).then(
        () => undefined,
        (error: unknown) => noted('direct message', error),
      );
    const no = await send(messageOf(told));
    if (!no || no.kind === 'dms-closed') return true;
    const still = await send(`${fullStop(told.card.title)} ${told.card.answer}`);
    return !still || still.permanent;
  }

  /** Where the placeholder stands, else, discreetly, that there is an answer. */
  const late = async (to: Recipient, since: number, answer: Answer): Promise<boolean> =>
    (await fill(to, since, answer)) || tell(to, unshownAnswer('Discord'));

  /**
   * Acknowledges what is not answered yet. It is kept before that; where it cannot be, its sender reads what it means
   * if nothing more comes.
   */
  async function wait(asked: Asked, keeping: Keeping | undefined): Promise<(isShown: boolean) => Promise<void>> {
    const keep = keeping?.keep().catch(() => undefined);
    const isKept = !keep || (await withTimeout(KEEPING_MS, keep, undefined)) !== undefined;
    if (isKept) await defer(asked);
    else await respond({ ...asked, place: 'beside' }, oneMoment());
    return async isShown => {
      const id = await keep;
      if (id !== undefined) await keeping?.done(id, isShown);
    };
  }

  return {
    /**
     * Shows the answer when it is there: in the callback where it comes in time, else where the placeholder stands.
     */
    async show(asked: Asked, work: Promise<Answer>, keeping?: Keeping): Promise<void> {
      const { it, since } = asked;
      const ready = await withTimeout(patienceLeft(since), work, undefined);
      if (ready) {
        if (!(await respond(asked, ready))) await tell(it, unshownAnswer('Discord'));
        return;
      }
      const done = await wait(asked, keeping);
      let isShown = false;
      try {
        isShown = await late(it, since, await work);
      } finally {
        await done(isShown);
      }
    },
    /** What an earlier process left. */
    late: async (to: Recipient, since: number, work: Promise<Answer>): Promise<boolean> => late(to, since, await work),
    tell,
  };
}

/** So long an interaction's token is relied upon: it lives a little longer. */
export const TOKEN_MS = discord.tokenMs - 30_000;

export const messageOf = ({ card, tokenOf }: Answer): Message => renderMessage(card, tokenOf);

/** A modal that no message opened has nothing to change in place. */
const isUpdatable = (it: Answerable) => it.isMessageComponent() || (it.isModalSubmit() && it.isFromMessage());

import { buttons, type Card, card } from '../cards/card.ts';
import type { Answer } from '../ports/request.ts';
import type { Identity } from '../ports/users.ts';
import { personKey } from './admission.ts';
import { type Call, chosen, decodeCall, encodePending, rawCall } from './call.ts';
import type { Command } from './command.ts';
import { createMemoryCalls, type MemoryCall } from './memoryCalls.ts';
import { openToken } from './openCalls.ts';

/** Stands for a button of which there was no time to ask whose call it is. Nobody can type it. */
const UNREAD = '@unread';

interface Parts {
  find(command: string): Command | undefined;
  now(): Temporal.Instant;
}

/**
 * Those for whom there is no room now: they are told that nothing was saved, and get a button that asks again. Nothing
 * here asks the store.
 */
export function createTurnedAway({ find, now }: Parts) {
  const heldCalls = createMemoryCalls();

  const hold = (who: Identity, held: MemoryCall): string | undefined => {
    const id = heldCalls.hold(personKey(who), held, now());
    return id === undefined ? undefined : encodePending(id);
  };

  /** What somebody wrote never travels in a button's id. */
  function tokenFor(asked: Call, who: Identity): string | undefined {
    if (asked.command === UNREAD) {
      const { token = '', choice } = asked.options;
      return choice === undefined ? token : hold(who, { token, choice });
    }
    const command = find(asked.command);
    // Whether they organize is for the store to say.
    if (command?.audience === 'organizer') return undefined;
    return openToken(asked, command) ?? hold(who, { call: asked });
  }

  return {
    /** The call that stands for a button which could not be looked up in time. */
    unread: (token: string, choice: string | undefined): Call =>
      rawCall(UNREAD, { token, ...(choice !== undefined && { choice }) }),
    isUnread: ({ command }: Call): boolean => command === UNREAD,

    /** What they are shown, with `words` or those for too many requests. Without a call there is nothing to ask again. */
    answer(asked: Call | undefined, who: Identity, words = TOO_MANY): Answer {
      const token = asked && tokenFor(asked, who);
      return {
        card: notSaved(token === undefined ? undefined : asked, words),
        tokenOf: () => token ?? '',
        outcome: 'turned-away',
      };
    },

    /** What a form carries along while the store has no room for it. */
    token: (asked: Call, who: Identity): string => hold(who, { call: asked }) ?? asked.command,

    /** What was held behind this token; undefined where it is another's, too old, or no token of ours. */
    find(
      token: string,
      who: Identity,
      choice: string | undefined,
    ): Call | { token: string; choice?: string } | undefined {
      const decoded = decodeCall(token);
      if (!decoded || !('pending' in decoded)) return undefined;
      const held = heldCalls.find(personKey(who), decoded.pending, now());
      return held && ('call' in held ? chosen(held.call, choice) : held);
    },
  };
}

const TOO_MANY = 'More came in than I can answer right now, so nothing was saved. Try again in a minute.';

const notSaved = (again: Call | undefined, answer: string): Card =>
  card('That was not saved', {
    answer,
    tone: 'careful',
    blocks: again ? buttons({ label: 'Try again', call: again }) : [],
    ...(again && { footer: 'What you sent is kept behind this button for half an hour at most.' }),
  });

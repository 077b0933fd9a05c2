import type { Invitation } from '../notebook.ts';
import type { Market } from '../vocabulary.ts';
import { type AnswerBy, sayAnswerBy } from './answerBy.ts';

/** Hours before the end of a long clock, as for an offer. */
const LONG_HOURS = [48, 12] as const;
/** Which part of a shorter clock is left then: two days are said a day and six hours before their end. */
const LEFT = [1 / 2, 1 / 8] as const;
/** What NRMP asks for, about invitations and not about offers. */
const NRMP_HOURS = 48;
const NRMP_RULE = `NRMP asks programs in the Match to give at least ${NRMP_HOURS} hours to answer.`;

export interface InvitationAsked extends AnswerBy {
  market: Market;
  receivedAt: Temporal.Instant;
}

const unsaid = {
  time: 'No time to answer is noted. Answer soon: dates go to whoever answers first.',
  passed: 'If you still want to go, write or call the coordinator now.',
};

/** By when to answer, and what NRMP's rule on that time says of this program; null where it says nothing. */
export function adviseInvitation(asked: InvitationAsked): { answer: string; rule: string | null } {
  return { answer: sayAnswerBy(asked, unsaid), rule: ruleFor(asked) };
}

function ruleFor({ market, receivedAt, replyBy }: InvitationAsked): string | null {
  if (market === 'outside') return null;
  if (market === 'unknown') return `If it’s in the Match: ${NRMP_RULE}`;
  const isShort = replyBy !== null && receivedAt.until(replyBy).total('hours') < NRMP_HOURS - ROOM;
  return `${NRMP_RULE}${isShort ? ' This clock looks shorter. If the mail came just now, you may kindly ask for the rest.' : ''}`;
}
/** Hours that may have passed before an invitation is noted. */
const ROOM = 6;

/** How many hours before the time to answer is over it is said again: at 48 and 12, or sooner before a short clock's end. */
export function reminderHours({ receivedAt, replyBy }: Pick<Invitation, 'receivedAt' | 'replyBy'>): number[] {
  if (!replyBy) return [];
  const whole = Math.max(0, receivedAt.until(replyBy).total('hours'));
  const hours = LONG_HOURS.map((most, index) => Math.min(most, Math.max(1, Math.round(whole * (LEFT[index] ?? 1)))));
  return [...new Set(hours)];
}

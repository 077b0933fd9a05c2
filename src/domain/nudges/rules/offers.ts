import type { Offer } from '../../notebook.ts';
import { heldBy, offerRule } from '../../programs/offerRules.ts';
import { withdrawalDeadline } from '../../programs/offers.ts';
import { formatMoment } from '../../time/localTime.ts';
import type { NotebookFacts, Recipient, Source } from '../nudgeFacts.ts';
import type { Nudge } from '../nudgeKinds.ts';
import { answers } from './answers.ts';
import { ahead, evening, type NudgeRule } from './rule.ts';

/** Hours before an offer expires. */
const OFFER_HOURS = [48, 12] as const;
/** Days before the withdrawal deadline. */
const WITHDRAWAL_DAYS = [7, 1] as const;

const beforeOffersEnd = answers({
  kind: 'offer',
  label: 'An offer',
  all: ({ offers }) => offers,
  hours: () => OFFER_HOURS,
});

/** Whether the accepted offer lets its person withdraw, so that the deadline may be spoken of. */
export const leadsThere = (
  { programId, state }: Offer,
  { offers, programs }: Pick<NotebookFacts, 'offers' | 'programs'>,
  type: Recipient['applicantType'],
): boolean =>
  state === 'accepted' &&
  offerRule(type, programs.find(({ id }) => id === programId)?.market).verdict === 'may' &&
  heldBy(offers, programs, type) === undefined;

const beforeWithdrawal: Source = ({ zone, quiet, applicantType }, facts, { now }, rules) => {
  const isOver = (id: string) =>
    facts.recent.some(({ kind, subject, done }) => kind === 'withdrawal' && subject === id && done);
  const accepted = facts.offers.find(offer => leadsThere(offer, facts, applicantType) && !isOver(offer.id));
  if (!accepted) return [];
  const { deadline } = withdrawalDeadline(now, rules);
  if (!(deadline?.when instanceof Temporal.ZonedDateTime)) return [];
  const end = deadline.when.toInstant();
  const day = end.toZonedDateTimeISO(zone).toPlainDate();
  return WITHDRAWAL_DAYS.map((days): Nudge => {
    const { dueAt, moved } = ahead(evening(day.subtract({ days }), zone), quiet, zone);
    const why = `You accepted an offer, and the deadline to withdraw from the Match is ${formatMoment(end, zone)} (${deadline.label})${moved}.`;
    return { kind: 'withdrawal', subject: accepted.id, occurrence: `${days}d ${day}`, dueAt, graceUntil: end, why };
  });
};

/** An offer to answer, and the deadline to withdraw once one is accepted that may be: nobody else is led there. */
export const offers: NudgeRule<'offer' | 'withdrawal'> = {
  moments: (...asked) => [...beforeOffersEnd.moments(...asked), ...beforeWithdrawal(...asked)],
  checks: {
    ...beforeOffersEnd.checks,
    withdrawal: ({ subject }, { facts, member }) => {
      const offer = facts.offers.find(({ id }) => id === subject);
      if (offer?.state !== 'accepted') return 'the offer is not accepted any more';
      return leadsThere(offer, facts, member.applicantType)
        ? undefined
        : 'something is to be found out or put in writing first';
    },
  },
};

import { afterAccepting } from '../../programs/offers.ts';
import { formatMoment } from '../../time/localTime.ts';
import type { Source } from '../nudgeFacts.ts';
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

const beforeWithdrawal: Source = ({ zone, quiet, applicantType }, { offers, recent }, { now }, rules) => {
  const isOver = (id: string) =>
    recent.some(({ kind, subject, done }) => kind === 'withdrawal' && subject === id && done);
  const accepted = offers.find(({ id, state }) => state === 'accepted' && !isOver(id));
  if (!accepted) return [];
  const { deadline } = afterAccepting(applicantType ?? 'graduate', now, rules);
  if (!(deadline?.when instanceof Temporal.ZonedDateTime)) return [];
  const end = deadline.when.toInstant();
  const day = end.toZonedDateTimeISO(zone).toPlainDate();
  return WITHDRAWAL_DAYS.map((days): Nudge => {
    const { dueAt, moved } = ahead(evening(day.subtract({ days }), zone), quiet, zone);
    const why = `You accepted an offer, and the deadline to withdraw from the Match is ${formatMoment(end, zone)} (${deadline.label})${moved}.`;
    return { kind: 'withdrawal', subject: accepted.id, occurrence: `${days}d ${day}`, dueAt, graceUntil: end, why };
  });
};

/** An offer to answer, and the deadline to withdraw once one is accepted. */
export const offers: NudgeRule<'offer' | 'withdrawal'> = {
  moments: (...asked) => [...beforeOffersEnd.moments(...asked), ...beforeWithdrawal(...asked)],
  checks: {
    ...beforeOffersEnd.checks,
    withdrawal: ({ subject }, { facts }) =>
      facts.offers.some(({ id, state }) => id === subject && state === 'accepted')
        ? undefined
        : 'the offer is not accepted any more',
  },
};

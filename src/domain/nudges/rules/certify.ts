import { certifyBy, isCertified } from '../../programs/rankList.ts';
import type { SeasonRules } from '../../season/season.ts';
import type { NotebookFacts, Recipient, Source } from '../nudgeFacts.ts';
import type { Nudge } from '../nudgeKinds.ts';
import { leadsThere } from './offers.ts';
import { ahead, evening, localDay, type NudgeRule } from './rule.ts';

/** Days before the list is to be certified. */
const CERTIFY_DAYS = [7, 1] as const;

/** Why nobody has to be reminded; undefined where somebody has. */
function whyNot(
  { certifiedOn, zone, applicantType }: Recipient,
  facts: Pick<NotebookFacts, 'ranked' | 'offers' | 'programs'>,
  now: Temporal.Instant,
): string | undefined {
  if (facts.ranked === 0) return 'no program is on the list';
  if (isCertified(certifiedOn, localDay(now, zone))) return 'the list is certified';
  // Whoever accepted an early offer leaves the Match, and is reminded of that.
  return facts.offers.some(offer => leadsThere(offer, facts, applicantType)) ? 'an offer is accepted' : undefined;
}

const dayOf = (member: Recipient, now: Temporal.Instant, rules: SeasonRules) =>
  certifyBy(member.certifyBy, { now, zone: member.zone, rules });

const moments: Source = (member, facts, { now }, rules) => {
  const by = dayOf(member, now, rules);
  if (!by || whyNot(member, facts, now)) return [];
  const { zone, quiet } = member;
  const graceUntil = by.day.add({ days: 1 }).toZonedDateTime(zone).toInstant();
  return CERTIFY_DAYS.map((days): Nudge => {
    const { dueAt, moved } = ahead(evening(by.day.subtract({ days }), zone), quiet, zone);
    const why = `Your rank list is to be certified by ${by.words}${moved ? ` It comes${moved.slice(1)}.` : ''}`;
    return { kind: 'certify', subject: 'list', occurrence: `${days}d ${by.day}`, dueAt, graceUntil, why };
  });
};

/** A week and a day before a rank list is to be certified. */
export const certify: NudgeRule<'certify'> = {
  moments,
  checks: {
    certify: ({ occurrence }, { member, facts, now, rules }) => {
      const why = whyNot(member, facts, now);
      if (why) return why;
      const by = dayOf(member, now, rules);
      return by && occurrence.endsWith(by.day.toString()) ? undefined : 'the day was moved, or has passed';
    },
  },
};

import type { OfficialDate } from '../season/officialDates.ts';
import { officialDates, sayOfficialDate } from '../season/officialDates.ts';
import type { SeasonRules } from '../season/season.ts';
import { cycleOf } from '../season/season.ts';
import { capital } from '../words/sentences.ts';
import { sayAnswerBy } from './answerBy.ts';
import { type OfferAsked, type OfferCheck, offerChecks } from './offerChecks.ts';
import { firstSteps, type OfferRule, offerRule } from './offerRules.ts';

export interface OfferAdvice {
  /** "Answer by Fri, Nov 13, 5 PM CT, in 46 hours." */
  answer: string;
  rule: OfferRule;
  checks: OfferCheck[];
}

const noTime = 'No time to answer is noted. Ask for it in writing, with the hour and the zone.';

/** By when to answer an early offer, what holds for it, and what to check. */
export function adviseOffer(asked: OfferAsked): OfferAdvice {
  const rule = offerRule(asked.applicantType, asked.market);
  // A program is called about a place only where it may be taken.
  const passed = rule.verdict === 'may' ? 'If you still want the place, call the program now.' : '';
  const checks = offerChecks.filter(check => check.for?.(asked) ?? true).map(({ for: _, ...check }) => check);
  return { answer: sayAnswerBy(asked, { time: noTime, passed }).trim(), rule, checks };
}

export interface AfterAccepting {
  steps: string[];
  /** The official withdrawal deadline, with its sureness and source, and how it may be said. */
  deadline: OfficialDate | null;
  /** Undefined where nobody is led to it. */
  deadlineSentence?: string;
  /** Whether the deadline of this cycle has passed. */
  passed: boolean;
}

/** What follows from accepting, in this cycle. Nothing is said about sanctions: the Match agreement is the place for that. */
export function afterAccepting(rule: OfferRule, now: Temporal.Instant, rules: SeasonRules): AfterAccepting {
  const { deadline, passed } = withdrawalDeadline(now, rules);
  if (rule.verdict !== 'may') return { steps: firstSteps(rule, true), deadline, passed };
  const said = deadline ? `${sayOfficialDate(deadline)}.` : 'Look up the deadline in the NRMP calendar.';
  return passed
    ? { steps: tooLate, deadline, deadlineSentence: `This cycle’s deadline has passed: ${said}`, passed }
    : { steps: follows, deadline, deadlineSentence: capital(said), passed };
}

const follows = [
  'Get the contract signed, and keep it.',
  'If you’re registered for the Match, withdraw from the NRMP before its deadline, and keep the confirmation. Not doing so breaks the Match agreement.',
  'Cancel your other interviews kindly and soon: someone is waiting.',
];

const tooLate = [
  'If you’re in this year’s Match, write to NRMP before anything else, and keep the answer.',
  'If you aren’t in it, get the contract signed, and keep it.',
];

/** Until when an applicant can withdraw from the Match in this cycle, and whether that has passed. */
export function withdrawalDeadline(
  now: Temporal.Instant,
  rules: SeasonRules,
): { deadline: OfficialDate | null; passed: boolean } {
  const cycle = cycleOf(now.toZonedDateTimeISO(rules.zone), rules);
  const deadline = officialDates(cycle, rules).find(({ id }) => id === 'rank-deadline') ?? null;
  return { deadline, passed: deadline !== null && hasPassed(deadline.when, now, rules.zone) };
}

function hasPassed(when: OfficialDate['when'], now: Temporal.Instant, zone: string): boolean {
  return when instanceof Temporal.ZonedDateTime
    ? Temporal.Instant.compare(when.toInstant(), now) <= 0
    : Temporal.PlainDate.compare(when, now.toZonedDateTimeISO(zone).toPlainDate()) < 0;
}

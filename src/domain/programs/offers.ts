import type { OfficialDate } from '../season/officialDates.ts';
import { officialDates, sayOfficialDate } from '../season/officialDates.ts';
import type { SeasonRules } from '../season/season.ts';
import { cycleOf } from '../season/season.ts';
import type { ApplicantType } from '../vocabulary.ts';
import { applicantTypes } from '../vocabulary.ts';
import { sayAnswerBy } from './answerBy.ts';
import type { Fit, OfferAsked, OfferCheck } from './offerChecks.ts';
import { offerChecks, offerFits } from './offerChecks.ts';

export interface AfterAccepting {
  /** Who can take this applicant out of the Match. */
  whoWithdraws: 'you' | 'your-school';
  steps: string[];
  /** The official withdrawal deadline, with its sureness and source; how it may be said; and whether it has passed. */
  deadline: OfficialDate | null;
  deadlineSentence: string;
  passed: boolean;
}

const unsaid = {
  time: 'No time to answer is noted. Ask for it in writing, with the hour and the zone.',
  passed: 'If you still want the place, call the program now.',
};

export interface OfferAdvice {
  /** "Answer by Fri 13 Nov, 5:00 PM CT, in 46 hours." */
  answer: string;
  fit: Fit;
  fitReason: string;
  checks: OfferCheck[];
  afterAccepting: AfterAccepting;
}

/** What to check before answering an early offer, whether it fits the rules, and what accepting it would ask for. */
export function adviseOffer(asked: OfferAsked, rules: SeasonRules): OfferAdvice {
  const { applicantType, market, now } = asked;
  const { fit, reason } = offerFits[applicantTypes[applicantType].independent ? 'independent' : 'senior'][market];
  const checks = offerChecks.filter(check => check.for?.(asked) ?? true).map(({ for: _, ...check }) => check);
  return {
    answer: sayAnswerBy(asked, unsaid),
    fit,
    fitReason: reason,
    checks,
    afterAccepting: afterAccepting(applicantType, now, rules),
  };
}

/** What follows from accepting, in this cycle. Nothing is said about sanctions: the Match agreement is the place for that. */
export function afterAccepting(
  applicantType: ApplicantType,
  now: Temporal.Instant,
  rules: SeasonRules,
): AfterAccepting {
  const cycle = cycleOf(now.toZonedDateTimeISO(rules.zone), rules);
  const deadline = officialDates(cycle, rules).find(({ id }) => id === 'rank-deadline') ?? null;
  const passed = deadline !== null && hasPassed(deadline.when, now, rules.zone);
  const said = deadline ? sayOfficialDate(deadline) : 'Look up the withdrawal deadline in the NRMP calendar.';
  const deadlineSentence = passed
    ? `The deadline of this cycle has passed. Ask NRMP what to do before you accept. ${said}`
    : said;
  const independent = applicantTypes[applicantType].independent;
  return {
    whoWithdraws: independent ? 'you' : 'your-school',
    steps: [
      ...(independent ? yourSteps : schoolSteps),
      'Keep your word, and cancel your other interviews kindly and soon. Somebody is waiting for that slot.',
    ],
    deadline,
    deadlineSentence,
    passed,
  };
}

const yourSteps = [
  'Accept in writing, and keep the signed contract.',
  'If you are registered for the Match, withdraw from the NRMP before its deadline. Not doing so breaks the Match agreement.',
  'Keep the confirmation of the withdrawal.',
];

const schoolSteps = [
  "Tell your dean's office the same day. You can't withdraw yourself: only your school can.",
  'Ask for a written confirmation once your school has withdrawn you.',
];

function hasPassed(when: OfficialDate['when'], now: Temporal.Instant, zone: string): boolean {
  return when instanceof Temporal.ZonedDateTime
    ? Temporal.Instant.compare(when.toInstant(), now) <= 0
    : Temporal.PlainDate.compare(when, now.toZonedDateTimeISO(zone).toPlainDate()) < 0;
}

import type { ApplicantType, Market } from '../vocabulary.ts';
import { applicantTypes } from '../vocabulary.ts';
import type { AnswerBy } from './answerBy.ts';

/** An offer as it is judged. */
export interface OfferAsked extends AnswerBy {
  applicantType: ApplicantType;
  market: Market;
}

/** `check`: it depends on something that the applicant can find out. */
export type Fit = 'fits' | 'does-not-fit' | 'check';

export interface OfferCheck {
  id: string;
  text: string;
  reason: string;
  source: { name: string; url?: string };
  /** The piece of advice about it. */
  advice: string;
}

const allIn = { name: 'NRMP All In Policy' };
const applicantFaq = { name: 'NRMP applicant FAQ' };

/** The rule for each kind of applicant and program, as NRMP states it. */
export const offerFits: Record<'independent' | 'senior', Record<Market, { fit: Fit; reason: string }>> = {
  independent: {
    outside: {
      fit: 'fits',
      reason: 'A program wholly outside the Match may offer you a place early, and you may accept it.',
    },
    inside: {
      fit: 'does-not-fit',
      reason:
        'A program in the Match must fill all its places through a match, unless NRMP has granted it an exception.',
    },
    unknown: {
      fit: 'check',
      reason: 'It fits only where the program is wholly outside the Match. Find that out first.',
    },
  },
  senior: {
    outside: {
      fit: 'check',
      reason:
        'If any program of that institution is in the Main Match, all its programs must take US seniors through a match. Ask your dean.',
    },
    inside: { fit: 'does-not-fit', reason: 'A program in the Match must take US seniors through a match.' },
    unknown: {
      fit: 'check',
      reason:
        "It fits only where no program of that institution is in the Main Match. Your dean's office can find out.",
    },
  },
};

/** What to check, in this order. `for` leaves out those it does not concern. */
export const offerChecks: readonly (OfferCheck & { for?: (asked: OfferAsked) => boolean })[] = [
  {
    id: 'dean',
    text: "Go to your dean's office before you answer.",
    reason: 'Only your school can take a US senior out of the Match.',
    source: applicantFaq,
    advice: 'us-seniors-and-early-offers',
    for: ({ applicantType }) => !applicantTypes[applicantType].independent,
  },
  {
    id: 'all-in',
    text: 'Ask in writing how the offer fits the All In Policy, and sign nothing before the answer.',
    reason: 'A program in the Match must fill all its places through a match. NRMP can grant exceptions.',
    source: allIn,
    advice: 'all-in-rule',
    for: ({ market }) => market === 'inside',
  },
  {
    id: 'directory',
    text: "Look the program up in NRMP's program directory, and ask whether all its places go through the Match.",
    reason: 'Early offers come from programs wholly outside the Match, and no official list names them.',
    source: allIn,
    advice: 'outside-the-match',
    for: ({ market }) => market !== 'inside',
  },
  {
    id: 'deadline',
    text: 'Have the day, the hour and the time zone of the deadline in writing.',
    reason: 'Programs set the time to answer themselves. What others were given tells you nothing.',
    source: { name: 'Published accounts, which differ' },
    advice: 'before-you-accept-an-offer',
  },
  {
    id: 'contract',
    text: 'Read the contract: pay, leave, length, start date, renewal. It may not contain a non-compete.',
    reason: 'ACGME requires the terms in writing, and forbids making residents sign a non-compete.',
    source: { name: 'ACGME requirements' },
    advice: 'before-you-accept-an-offer',
  },
  {
    id: 'visa-j1',
    text: 'If you need a visa, ask the program which one it sponsors. For a J-1, read the official page.',
    reason: 'Visa rules and fees change, so they are not repeated here.',
    source: { name: 'US Department of State, J-1', url: 'https://j1visa.state.gov/' },
    advice: 'before-you-accept-an-offer',
    for: ({ applicantType }) => applicantType === 'img',
  },
  {
    id: 'visa-h1b',
    text: 'For an H-1B, read the official page.',
    reason: 'Visa rules and fees change, so they are not repeated here.',
    source: {
      name: 'USCIS, H-1B',
      url: 'https://www.uscis.gov/working-in-the-united-states/h-1b-specialty-occupations',
    },
    advice: 'before-you-accept-an-offer',
    for: ({ applicantType }) => applicantType === 'img',
  },
];

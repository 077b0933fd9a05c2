import type { ApplicantType, Market } from '../vocabulary.ts';
import { applicantTypes } from '../vocabulary.ts';
import type { AnswerBy } from './answerBy.ts';

/** An offer as it is judged; null: who asks has not been said. */
export interface OfferAsked extends AnswerBy {
  applicantType: ApplicantType | null;
  market: Market;
}

export interface OfferCheck {
  id: string;
  text: string;
  /** Where the rule stands, or the official pages to read. */
  source: string;
  links: readonly { name: string; url: string }[];
  /** The piece of advice about it. */
  advice: string;
}

const isSenior = ({ applicantType }: OfferAsked): boolean =>
  applicantType !== null && !applicantTypes[applicantType].independent;

/** What to check, in this order: five lines at most for anybody. `for` leaves out those it does not concern. */
export const offerChecks: readonly (OfferCheck & { for?: (asked: OfferAsked) => boolean })[] = [
  {
    id: 'dean',
    text: 'Your dean’s office first, in writing. The institution decides.',
    source: 'NRMP',
    links: [],
    advice: 'us-seniors-and-early-offers',
    for: isSenior,
  },
  {
    id: 'all-in',
    text: 'NRMP and the program, in writing: does it fit the All-In Policy?',
    source: 'NRMP',
    links: [],
    advice: 'all-in-rule',
    for: ({ market }) => market === 'inside',
  },
  {
    id: 'directory',
    text: 'Is it in NRMP’s program directory? Ask whether any place goes through the Match.',
    source: 'NRMP',
    links: [],
    advice: 'outside-the-match',
    for: ({ market }) => market !== 'inside',
  },
  {
    id: 'paper',
    text: 'The contract and the deadline (day, hour, zone). No non-compete is allowed.',
    source: 'ACGME',
    links: [],
    advice: 'before-you-accept-an-offer',
  },
  {
    id: 'accreditation',
    text: 'ACGME accreditation. Does training there count for your state license and board?',
    source: 'state, specialty board',
    links: [],
    advice: 'before-you-accept-an-offer',
  },
  {
    id: 'ecfmg',
    text: 'The date they need your ECFMG certificate by. Will you have it?',
    source: 'ECFMG',
    links: [],
    advice: 'before-you-accept-an-offer',
    for: ({ applicantType }) => applicantType === 'img',
  },
  {
    id: 'visa',
    text: 'The visa they sponsor, in writing. Rules change: read the official page.',
    source: 'official pages',
    links: [
      { name: 'J-1', url: 'https://j1visa.state.gov/' },
      { name: 'H-1B', url: 'https://www.uscis.gov/working-in-the-united-states/h-1b-specialty-occupations' },
    ],
    advice: 'before-you-accept-an-offer',
    for: ({ applicantType }) => applicantType === 'img',
  },
];

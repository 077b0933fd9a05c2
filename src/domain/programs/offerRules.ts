import { type AnswerState, type ApplicantType, applicantTypes, type Market } from '../vocabulary.ts';
import { list } from '../words/sentences.ts';

/**
 * `may`: it may be accepted, and what follows from that may be said. `find-out`: nothing may be said before its question
 * is answered. `write-first`: it breaks a rule, or may: it is put in writing before anything else, and no step of ours
 * carries it out.
 */
export type Verdict = 'may' | 'find-out' | 'write-first';

/** Who hears of it, in writing, before anything else. */
type Addressee = 'dean' | 'nrmp' | 'nrmp-with-dean' | 'dean-or-nrmp' | 'program';

export interface OfferRule {
  verdict: Verdict;
  /** In a few words. */
  says: string;
  reason: string;
  /** In this order. */
  first: readonly Addressee[];
  /** What is to be asked before any step: one tap. */
  asks: 'program' | 'applicant' | null;
  /** Why the line about an early offer may go into a message, or may not: a clause, with neither capital nor period. */
  line: string;
}

/** How the rules of the Match sort applicants. */
type Row = 'independent' | 'senior' | 'unsaid';

const wait = 'Accept nothing yet.';
const inTheMatch = 'a program in the Match fills its positions there, with rare exceptions';
const notKnown = 'it is only for a program that is known to fill its positions outside the Match';
const seniorLine = 'as a US senior you go through a match almost everywhere, and your dean’s office knows the rule';

/**
 * Applicant by program: what may be said of an offer, and what follows (NRMP All In Policy, Match agreement, applicant
 * FAQ). For a US senior the institution decides, whatever the program's own status: to be withdrawn by the school for a
 * place outside, where any program of the institution is in the Main Match, breaks the Match agreement by itself. So a
 * senior is led to the dean's office, and to nothing else.
 */
export const offerRules: Readonly<Record<Row, Readonly<Record<Market, OfferRule>>>> = {
  independent: {
    outside: {
      verdict: 'may',
      says: 'You may accept it.',
      reason: 'A program wholly outside the Match may offer a place early.',
      first: [],
      asks: null,
      line: 'the program is noted as outside the Match, and you may accept a position there',
    },
    inside: {
      verdict: 'write-first',
      says: wait,
      reason: 'With rare exceptions, a program in the Match must fill all its places through a match.',
      first: ['nrmp', 'program'],
      asks: null,
      line: inTheMatch,
    },
    unknown: {
      verdict: 'find-out',
      says: wait,
      reason: 'With rare exceptions, only a program wholly outside the Match may offer a place early.',
      first: [],
      asks: 'program',
      line: notKnown,
    },
  },
  senior: {
    outside: {
      verdict: 'write-first',
      says: wait,
      reason:
        'If any program of that institution is in the Main Match, all its programs must take US seniors through a match.',
      first: ['dean'],
      asks: null,
      line: seniorLine,
    },
    inside: {
      verdict: 'write-first',
      says: wait,
      reason: 'A program in the Match must take US seniors through a match, with rare exceptions.',
      first: ['dean', 'nrmp-with-dean'],
      asks: null,
      line: inTheMatch,
    },
    unknown: {
      verdict: 'write-first',
      says: wait,
      reason: 'It matters whether any program at its institution is in the Main Match.',
      first: ['dean'],
      asks: 'program',
      line: seniorLine,
    },
  },
  unsaid: {
    outside: {
      verdict: 'find-out',
      says: wait,
      reason: 'A US senior must go through a match almost everywhere. Others may accept a place outside it.',
      first: [],
      asks: 'applicant',
      line: 'the rules depend on your applicant type, which is not known yet',
    },
    inside: {
      verdict: 'write-first',
      says: wait,
      reason: 'With rare exceptions, a program in the Match must fill all its places through a match.',
      first: ['dean-or-nrmp'],
      asks: 'applicant',
      line: inTheMatch,
    },
    unknown: {
      verdict: 'find-out',
      says: wait,
      reason:
        'With rare exceptions, only a program wholly outside the Match may offer a place early, and not to everyone.',
      first: [],
      asks: 'program',
      line: notKnown,
    },
  },
};

/** What holds for this applicant and this program; null and undefined: not said. */
export function offerRule(type: ApplicantType | null | undefined, market: Market | null | undefined): OfferRule {
  const row = !type ? 'unsaid' : applicantTypes[type].independent ? 'independent' : 'senior';
  return offerRules[row][market ?? 'unknown'];
}

/** What decides, as it is asked before any step. */
export const questions: Record<'program' | 'applicant', string> = {
  program: 'Is this program in the Match?',
  applicant: 'Which applicant are you?',
};

/** The steps of what has to be put in writing first; `accepted`: somebody has said yes already. */
export const firstSteps = ({ first }: Pick<OfferRule, 'first'>, accepted = false): string[] =>
  first.length === 0
    ? []
    : [
        ...first.map(addressee => addressees[addressee](accepted)),
        'Until they answer in writing, sign nothing and change nothing.',
      ];

const told = (accepted: boolean): string => (accepted ? 'who offered what, and that you said yes' : 'who offered what');
const addressees: Record<Addressee, (accepted: boolean) => string> = {
  dean: accepted => `Write to your dean’s office today: ${told(accepted)}.`,
  nrmp: accepted => `Write to NRMP today: ${told(accepted)}.`,
  'nrmp-with-dean': () => 'They can put it to NRMP with you.',
  'dean-or-nrmp': accepted => `Write to NRMP today, or your dean’s office (US seniors): ${told(accepted)}.`,
  program: accepted => `Ask the program in writing how it fits the All-In Policy${accepted ? '' : ', and for time'}.`,
};

/** What holds for an open offer where others are accepted: that is the reason, and it is not said that it may be, too. */
export function besideYes(rule: OfferRule, names: readonly string[]): OfferRule {
  const reason = `You said yes to ${list(names)} already, and only one can stand.`;
  return { ...rule, reason, ...(rule.verdict === 'may' && { verdict: 'find-out', says: wait }) };
}

/** What is said where two offers are accepted: nothing is called off before somebody who knows the rules has answered. */
export const secondSteps = (rules: readonly OfferRule[]): string[] => [
  rules.some(({ first }) => first.includes('dean'))
    ? 'Write to your dean’s office today, and name both.'
    : 'Write to NRMP or your school today, and name both.',
  'Tell neither program anything more until you have a written answer.',
  'Was one marked by mistake? Open that offer again.',
];

interface Accepted {
  id: string;
  programId: string;
  state: AnswerState;
}
interface Sorted {
  id: string;
  market: Market | null;
}

/** What stands in the way of acting on what was accepted. */
export interface Held<Item extends Accepted = Accepted> {
  /** The accepted offers that it is about: two or more, or one that is not simply allowed. */
  offers: Item[];
  rules: OfferRule[];
}

/** Whether something has to be put in writing, or found out, before anything is called off for an accepted offer. */
export function heldBy<Item extends Accepted>(
  offers: readonly Item[],
  programs: readonly Sorted[],
  type: ApplicantType | null,
): Held<Item> | undefined {
  const accepted = offers.filter(({ state }) => state === 'accepted');
  const ruleOf = ({ programId }: Accepted) => offerRule(type, programs.find(({ id }) => id === programId)?.market);
  const about = accepted.length > 1 ? accepted : accepted.filter(offer => ruleOf(offer).verdict !== 'may');
  return about.length === 0 ? undefined : { offers: about, rules: about.map(ruleOf) };
}

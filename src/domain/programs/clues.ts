import { columnFor } from '../bucket/bucketWords.ts';
import type { ApplicantType, ClueKind, Market } from '../vocabulary.ts';
import { capital, count } from '../words/sentences.ts';

/** What a soft clue may and may not say. */
export interface ClueMeaning {
  mayMean: string;
  /** Other causes, which are at least as likely. */
  orElse: string[];
  howWeak: string;
  todo: string;
  /** The piece of advice that goes with it. */
  advice: string;
}

/** Said with every clue. */
export const weakEvidence =
  'This is weak evidence from one first-hand account. You will hardly ever know whether a program asked about you.';

/** Said where a program in the Match, or a US senior, has no early offer to lose. */
export const noEarlyOffer = 'No early offer depends on it: a place there would come to you through a match.';

export const clueMeanings: Record<ClueKind, ClueMeaning> = {
  'knows-somebody': {
    mayMean: 'They may have asked that person about you, or may do so.',
    orElse: ['It is small talk that puts people at ease.', 'They say it to everyone from your school.'],
    howWeak: 'Weak: knowing someone is not the same as calling them.',
    todo: 'Note who they named. If that person saw you work, log what they saw, and speak well of your school.',
    advice: 'when-your-school-speaks-first',
  },
  'insider-detail': {
    mayMean: 'Someone who knows you may have told them.',
    orElse: ['It stands in your file, a letter or the MSPE.', 'Someone mentioned you on their own, and kindly.'],
    howWeak: 'A little stronger than the others, and still weak: the word may have been a good one.',
    todo: 'Write down the detail in their words. Look who could have known it, and whether anything there is open.',
    advice: 'are-they-asking-about-me',
  },
  'warm-then-silent': {
    mayMean: `One insider says that you may have moved from "safe to pre-match" to "let's see where they land."`,
    orElse: [
      'Programs are busy, and internal medicine programs are asked not to send personal messages after interviews.',
      'They treat everyone alike until the lists are in.',
      'The person who was warm has no part in the decision.',
    ],
    howWeak: 'Very weak: silence has many causes, and most have nothing to do with you.',
    todo: 'Leave them be. Do one thing that is yours: a word to a defender, or a loose end.',
    advice: 'checking-again',
  },
  'knew-name': {
    mayMean: 'Someone may have spoken of you before the day.',
    orElse: ['They read your file well.', 'They learn the names of everyone who comes.'],
    howWeak: 'Weak: good hosts know every name on the day.',
    todo: 'Write down who knew it. If you share a person with them, log what that person saw.',
    advice: 'are-they-asking-about-me',
  },
  other: {
    mayMean: 'It may mean something, or nothing at all.',
    orElse: ['Interview days are long, and people say a great deal that they forget.'],
    howWeak: 'Unknown, so count it as weak.',
    todo: 'Write down the date and the exact words, and leave it there.',
    advice: 'are-they-asking-about-me',
  },
};

/** What one clue from this kind of program may mean for this applicant. */
export function readClue(
  kind: ClueKind,
  applicantType: ApplicantType,
  market: Market,
): ClueMeaning & { answer: string } {
  const clue = clueMeanings[kind];
  const orElse = columnFor(applicantType, market) === 'list' ? [noEarlyOffer, ...clue.orElse] : clue.orElse;
  return { ...clue, orElse, answer: `${clue.mayMean} ${clue.howWeak}` };
}

/** What all the clues from one program amount to, in one line. */
export function sayClues(amount: number, program: string): string {
  if (amount === 0) return `No clue is noted from ${program}. That says nothing either way.`;
  if (amount === 1) return `One clue from ${program}, and a weak one.`;
  return `${capital(count(amount, 'clue', 'clues'))} from ${program}. Weak clues stay weak together.`;
}

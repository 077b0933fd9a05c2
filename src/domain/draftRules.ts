import type { DraftKind } from './draftKinds.ts';

/** Something to look for in a message. `phrases` and `unless` are written as `phrases.ts` says. */
export interface DraftRule {
  kind: DraftKind;
  phrases: readonly string[];
  /** Not where the same sentence has this. */
  unless?: string;
  /** Capitals count. */
  cased?: boolean;
  /** In place of the kind's own words. */
  why?: string;
  better?: string;
}

/** Words that stand for one another in the phrases. */
export const wordLists = {
  /** Whoever calls about an applicant. */
  callers:
    'them|him|her|anyone|anybody|whoever \\w+|(?:the |a |any )?(?:program )?(?:directors?|pds?|programs?|committee)',
  dont: "don't|do not|dont|never|rather not",
  position: 'residency|position|spot|job|match|interview(?! date| time| link)|program|place|seat|offer',
  soon: 'as soon as (?:possible|you can)|asap|immediately|urgently|at once|right away|today|by (?:tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|noon|the end of|this|next|\\d+)',
  reply: 'reply|respond|answer|get back to me|let me know|write back|call me(?: back)?|confirm|decide',
  colleague:
    'residents?|interns?|chiefs?|seniors?|attendings?|faculty|directors?|coordinators?|nurses?|dean|preceptors?|supervisors?|staff|team|students?|classmates?|colleagues?|applicants?|candidates?',
  institution: 'programs?|hospitals?|schools?|departments?|residenc(?:y|ies)|institutions?|leadership|administration',
  been: "is|are|was|were|'s|'re|being|(?:has|have|had) been|seems?|seemed|acts?|acted|can be",
  hard: 'toxic|malignant|lazy|incompetent|terrible|awful|horrible|lousy|rude|unprofessional|abusive|hostile|useless|arrogant|unfair|dishonest|stupid|ignorant|mean|nasty|cruel|dysfunctional|disorganized|second-rate|third-rate|mediocre|corrupt|a (?:joke|mess|nightmare|bully|liar|disaster)',
  others: 'applicants?|candidates?|interviewees?|imgs|students?|people|others',
  praise: 'good|nice|great|positive|wonderful|amazing|the best',
  best: 'first|highly|high|number one|no\\. ?1|#1|at the top|top|in my top \\w+|above \\w+',
  specialty:
    'medicine|surgery|psychiatry|pediatrics|neurology|radiology|anesthesiology|pathology|dermatology|specialty|field',
  person: 'patient|woman|man|lady|gentleman|boy|girl|baby|child|mr\\.?|mrs\\.?|ms\\.?',
  month: '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?',
  day: '\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?|{month} \\d{1,2}|\\d{1,2}(?:st|nd|rd|th)? (?:of )?{month}',
} as const;

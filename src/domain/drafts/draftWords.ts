/** Words that stand for one another in the phrases of `draftRules.ts`, each as part of a phrase. */
export const wordLists = {
  // People and places
  callers:
    '(?:the |a |any )?(?:program )?(?:directors?|pds?|programs?|committee)|them|him|her|anyone|anybody|whoever \\w+',
  colleague:
    'residents?|interns?|chiefs?|seniors?|attendings?|faculty|(?:program )?directors?|pds?|coordinators?|nurses?|dean|preceptors?|supervisors?|staff|team|students?|classmates?|colleagues?|applicants?|candidates?',
  institution:
    'programs?|hospitals?|schools?|departments?|residenc(?:y|ies)|institutions?|leadership|administration|teaching|training|supervision|morale',
  others: 'applicants?|candidates?|interviewees?|imgs|students?|people|others|rest',
  specialty:
    '\\w+ medicine|medicine|\\w*surgery|psychiatry|pediatrics|neurology|radiology|anesthesia|anesthesiology|pathology|dermatology|derm|ortho\\w*|ophthalmology|urology|ent|cardiology|the match|specialty|field',
  position: 'residency|position|spot|job|match|interview(?! date| time| link)|program|place|seat|offer',
  ranklist: '(?:your|the|my) (?:rank(?:ing)? )?(?:order )?(?:short-?)?list(?! of)',
  person: 'patient|woman|man|lady|gentleman|boy|girl|baby|child|mr\\.?|mrs\\.?|ms\\.?',
  title: 'Mr|Mrs|Ms|Miss',

  // What is said of others
  been: "is|are|was|were|'s|'re|being|(?:has|have|had) been|seems?|seemed|acts?|acted|can be",
  hard: 'toxic|malignant|lazy|incompetent|terrible|awful|horrible|lousy|rude|unprofessional|abusive|hostile|useless|arrogant|unfair|dishonest|stupid|ignorant|mean|nasty|cruel|sloppy|careless|unreliable|unhelpful|two-faced|petty|jealous|vindictive|clueless|negligent|dysfunctional|disorganized|second-rate|third-rate|mediocre|corrupt|racist|sexist|(?:badly|poorly) (?:run|organized)|(?:difficult|impossible) to work with|an? (?:joke|mess|nightmare|bully|liar|disaster|circus|idiot)',
  praise: 'good|nice|great|positive|wonderful|amazing|the best',
  best: 'first|highly|high|number one|no\\. ?1|#1|at the top|top|in my top \\w+|above \\w+',

  // Asking
  dont: "don't|do not|dont|never|rather not",
  /** Before a verb: it is not what the writer does. */
  notmine: "(?<!\\bi(?:'ll|'d|'ve)?(?: (?!you)\\w+){0,3} )",
  wish: "please|kindly|could you|can you|would you|will you|if you(?: could| can| would)?|i want you to|i'd like you to|you (?:could|can|might|may|should)|it would (?:help|be great|mean a lot)",
  claim: "(?:that |how |how \\w+ |about )?(?:i'm|i've|i|my(?! name| interest| application))",
  /** After a claim: it is thanks or news, no praise. */
  nothanks:
    "(?! (?:(?:am|was|have|had|'m|really|truly|so|very) )*(?:thank|grateful|sorry|appreciat|enjoy|sa(?:y|id)|hello|hi\\b|miss|withdr|interest|appl|com(?:e|ing)|in town|arriv|hope|look|wrong)\\w*)",
  reply:
    'reply|respond|answer|revert|get back to me|come back to me|let me know|write back|call me(?: back)?|confirm|decide|update me',
  soon: 'as soon as (?:possible|you can)|asap|immediately|urgently|at once|right away|quickly|today|at (?:the|your) (?:very )?earliest(?! convenience)|(?:by|before|until) (?:tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|noon|the end of|this|next|\\d+)',
  answered: 'answered|replied|responded|written back|answer|reply|respond|write back',

  // Days
  month: '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?',
  day: '\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?|{month} \\d{1,2}|\\d{1,2}(?:st|nd|rd|th)? (?:of )?{month}',
} as const;

import type { Dimension } from '../vocabulary.ts';

/** One of the five things that directors ask about, put to oneself. */
export interface AuditQuestion {
  /** What is at stake, in a few words: "closing loops". */
  theme: string;
  /** One answer is given for both. */
  questions: [string, string];
  /** One thing to do this week. */
  practice: string;
  /** The piece of advice about it. */
  advice: string;
}

/** What directors ask, by the account, in our own words. */
export const auditQuestions: Record<Dimension, AuditQuestion> = {
  reliability: {
    theme: 'closing loops',
    questions: [
      'Are you there, and on time, every shift?',
      'Do you close your own loops, so that nobody has to finish for you?',
    ],
    practice: 'Keep one list per shift. Before you leave, close each line or hand it to a person with a name.',
    advice: 'question-reliability',
  },
  'clinical-sense': {
    theme: 'asking in time',
    questions: [
      'Could someone send you on a consult and not worry?',
      'Do you say what you are unsure of, and ask for help before it is late?',
    ],
    practice: 'Once a shift, say your plan aloud with how sure you are, and ask one clear question.',
    advice: 'question-clinical-sense',
  },
  'team-fit': {
    theme: 'being good to work with',
    questions: [
      'Do you get along with the whole team, the nurses and coordinators too?',
      'Would your colleagues let you cover their patients?',
    ],
    practice: 'Learn two names on the unit, and thank whoever pages you.',
    advice: 'question-team-fit',
  },
  'work-ethic': {
    theme: 'pulling your weight',
    questions: [
      'Does the team know where you are, without looking for you?',
      'Do you do the dull part in full when nobody checks?',
    ],
    practice: 'Before you sit down, ask one person what you can take off them.',
    advice: 'question-work-ethic',
  },
  professionalism: {
    theme: 'nothing to explain',
    questions: [
      'Are your emails, forms and words to others calm and on time?',
      'Could every complaint about you be told in two plain sentences, with what you do now?',
    ],
    practice: 'Answer every message of an office or a coordinator within a day, with a thank you.',
    advice: 'question-professionalism',
  },
};

import { type Card, card } from '../../core/cards/card.ts';
import { type Call, call, formCall } from '../../core/commands/call.ts';
import { choicesOf } from '../../core/commands/choices.ts';
import type { SelfAnswers } from '../../core/ports/notebook.ts';
import { howToBegin } from '../../domain/bucket/bucketWords.ts';
import type { ProgramFacts } from '../../domain/notebook.ts';
import {
  type ApplicantType,
  applicantTypes,
  incidentKinds,
  incidentStates,
  markets,
  papers,
  schools,
} from '../../domain/vocabulary.ts';

/** What is known before a question is asked. */
export interface Known {
  contacts: number;
  answers: SelfAnswers;
  applicantType: ApplicantType | null;
  program: ProgramFacts | null;
}

interface Question {
  /** How it stands in "Change an answer". */
  label: string;
  title: string;
  why: string;
  /** Which option of `bucket` the answer fills, and with what. */
  option: string;
  choices: Record<string, { label: string }>;
  /** Asked only where this holds. */
  open(known: Known): boolean;
}

/** At most seven, in this order; what the log or an earlier answer tells is not asked. */
export const questions = {
  paper: {
    label: 'Scores and CV',
    title: 'How do your scores and CV stand, for the programs you want?',
    why: 'Good words protect a file. They rarely lift it.',
    option: 'paper',
    choices: papers,
    open: ({ answers }) => answers.paper === undefined,
  },
  incidents: {
    label: 'Incidents',
    title: 'Is there a story that somebody could tell about a bad day?',
    why: 'A blow-up, a complaint, something unsafe. You decide what counts.',
    option: 'incidents',
    choices: incidentStates,
    open: ({ answers }) => answers.incidents === undefined,
  },
  kind: {
    label: 'What kind of incident',
    title: 'What kind of story is it?',
    why: 'No details are needed, and no patient belongs in here.',
    option: 'kind',
    choices: incidentKinds,
    open: ({ answers }) =>
      answers.incidents !== undefined && answers.incidents !== 'none' && answers.incidentKind === undefined,
  },
  type: {
    label: 'Applicant type',
    title: 'Which applicant are you?',
    why: 'The rules of the Match differ, so the result says different things.',
    option: 'type',
    choices: applicantTypes,
    open: ({ applicantType }) => applicantType === null,
  },
  market: {
    label: 'In the Match or outside',
    title: 'Does this program fill its places through the Match?',
    why: 'Early offers come from programs outside the NRMP Match. Its directory tells.',
    option: 'market',
    choices: markets,
    open: ({ program }) => program !== null && program.market === null,
  },
  school: {
    label: 'Your school there',
    title: 'How does this program know your school?',
    why: 'Where nobody there saw you, they may judge by the last graduate they knew.',
    option: 'school',
    choices: schools,
    open: ({ program }) => program !== null && program.school === null,
  },
} satisfies Record<string, Question>;

export type QuestionId = keyof typeof questions;
const order = Object.keys(questions) as QuestionId[];

/** The next question that is open and was not left out; people come first where nobody is logged. */
export function nextQuestion(known: Known, skipped: readonly string[]): QuestionId | 'people' | undefined {
  if (known.contacts === 0 && !skipped.includes('people')) return 'people';
  return order.find(id => !skipped.includes(id) && (questions[id] as Question).open(known));
}

/** One question, one tap; "not now" leaves it out of this check. */
export function ask(id: QuestionId | 'people', known: Known, skipped: string | undefined): Card {
  const base = { ...(known.program && { program: known.program.name }), ...(skipped && { skip: skipped }) };
  const later: Call = call('bucket', { ...base, skip: [skipped, id].filter(Boolean).join(',') });
  if (id === 'people')
    return card('Who saw you work?', {
      answer: howToBegin,
      blocks: [
        {
          type: 'buttons',
          buttons: [
            { label: 'Name the first', call: formCall('log', { next: 'bucket' }) },
            { label: 'Go on without', call: later },
          ],
        },
      ],
      footer: 'Initials are fine. Only you see this.',
    });
  const question: Question = questions[id];
  return card(question.title, {
    answer: question.why,
    blocks: [
      {
        type: 'buttons',
        buttons: [
          ...choicesOf(question.choices).map(({ value, label }) => ({
            label,
            call: call('bucket', { ...base, [question.option]: value }),
          })),
          ...(Object.keys(question.choices).length < 5 ? [{ label: 'Not now', call: later }] : []),
        ],
      },
    ],
    footer: 'Your answers are kept for the next check.',
  });
}

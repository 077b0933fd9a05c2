import { type Card, card } from '../../core/cards/card.ts';
import { clip } from '../../core/cards/clip.ts';
import { type Call, call, formCall, type RawOptions } from '../../core/commands/call.ts';
import { choicesOf } from '../../core/commands/choices.ts';
import { howToBegin } from '../../domain/bucket/bucketWords.ts';
import type { OpenPlaces } from '../../domain/bucket/openPlaces.ts';
import type { Answers } from '../../domain/bucket/selfCheck.ts';
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
  answers: Answers;
  applicantType: ApplicantType | null;
  program: ProgramFacts | null;
  places: OpenPlaces;
}

/** An answer, and which options of `bucket` it fills. */
interface Tap {
  label: string;
  options: RawOptions;
  /** It opens the form for what has to be written. */
  form?: true;
}

export interface Question {
  /** How it stands in "Change an answer". */
  label: string;
  title(known: Known): string;
  why: string;
  taps(known: Known): Tap[];
  /** It makes sense for a program, or for an IMG, alone. */
  only?: 'program' | 'img';
  /** Asked only where this holds. */
  isOpen(known: Known): boolean;
}

type Listed = 'paper' | 'incidents' | 'kind' | 'type' | 'market' | 'school';
export type QuestionId = Listed | 'alike' | 'us' | 'own';
const tapsFor =
  (name: Listed, list: Record<string, { label: string }>): (() => Tap[]) =>
  () =>
    choicesOf(list).map(({ value, label }) => ({ label, options: { [name]: value } }));
const titled = (title: string) => () => title;

/** In this order, at most so many of them; what the log or an earlier answer tells is not asked. */
export const questions: Record<QuestionId, Question> = {
  incidents: {
    label: 'Incidents',
    title: titled('Is there a story someone could tell about a bad day?'),
    why: 'A blow-up, a complaint, something unsafe. You decide what counts.',
    taps: tapsFor('incidents', incidentStates),
    isOpen: ({ answers }) => answers.incidents === undefined,
  },
  kind: {
    label: 'What kind of incident',
    title: titled('What kind of story is it?'),
    why: 'No details needed, and no patients, please.',
    taps: tapsFor('kind', incidentKinds),
    isOpen: ({ answers: { incidents, incidentKind } }) =>
      incidents !== undefined && incidents !== 'none' && incidentKind === undefined,
  },
  paper: {
    label: 'Scores and CV',
    title: titled('How do your scores and CV stand, for the programs you want?'),
    why: 'Good words protect a file. They rarely lift it.',
    taps: tapsFor('paper', papers),
    isOpen: ({ answers }) => answers.paper === undefined,
  },
  type: {
    label: 'Applicant type',
    title: titled('Which applicant are you?'),
    why: 'The rules of the Match differ, so the result says different things.',
    taps: tapsFor('type', applicantTypes),
    isOpen: ({ applicantType }) => applicantType === null,
  },
  alike: {
    label: 'Which places are the same',
    only: 'program',
    title: ({ places: { alike } }) =>
      `Is ${clip(alike?.one ?? '', 60)} the same place as ${clip(alike?.other ?? '', 60)}?`,
    why: 'Who works or trained there can be asked there. I will remember it.',
    taps: ({ places: { alike } }) =>
      (['yes', 'no'] as const).map(same => ({
        label: same === 'yes' ? 'Yes, the same' : 'No, two places',
        options: { place: alike?.one ?? '', other: alike?.other ?? '', same },
      })),
    isOpen: ({ places }) => places.alike !== null,
  },
  school: {
    label: 'Your school there',
    only: 'program',
    title: ({ program }) => `How does ${clip(program?.name ?? 'this program', 60)} know your school?`,
    why: 'Where no one there saw you, they may judge by the last graduate they knew.',
    taps: tapsFor('school', schools),
    isOpen: ({ program }) => program !== null && program.school === null,
  },
  us: {
    label: 'Which places are in the US',
    only: 'img',
    title: ({ places: { inUs } }) => `Is ${clip(inUs ?? '', 60)} in the US?`,
    why: 'A director wants to hear from someone who saw you work here.',
    taps: ({ places: { inUs } }) =>
      (['yes', 'no'] as const).map(us => ({ label: us === 'yes' ? 'Yes' : 'No', options: { place: inUs ?? '', us } })),
    isOpen: ({ places }) => places.inUs !== null,
  },
  own: {
    label: 'Your own school',
    only: 'program',
    title: titled('Which of these is your own school, or its hospital?'),
    why: 'Any program may call your home faculty.',
    taps: ({ places: { ownSchool } }) => [
      ...ownSchool.slice(0, 2).map(own => ({ label: clip(own, 38), options: { own } })),
      { label: 'None of these', options: { own: 'none' } },
      { label: 'Type it', options: {}, form: true },
    ],
    isOpen: ({ places }) => places.ownSchool.length > 0,
  },
  market: {
    label: 'In the Match or outside',
    only: 'program',
    title: ({ program }) => `Does ${clip(program?.name ?? 'this program', 60)} fill its places through the Match?`,
    why: 'Early offers come from programs outside the NRMP Match. Its directory tells.',
    taps: tapsFor('market', markets),
    isOpen: ({ program }) => program !== null && program.market === null,
  },
};
const order = Object.keys(questions) as QuestionId[];

/** As many as are asked the first time, and where there is an earlier check. */
export const MOST_QUESTIONS = { first: 7, again: 3 };

/** The next question that is open and was not left out; people come first where nobody is logged. */
export function nextQuestion(known: Known, skipped: readonly string[]): QuestionId | 'people' | undefined {
  if (known.contacts === 0 && !skipped.includes('people')) return 'people';
  return order.find(id => !skipped.includes(id) && questions[id].isOpen(known));
}

/** What was left out so far, and how many questions there were. */
interface Asked {
  skip: string | undefined;
  asked: number;
}

/** One question, one tap; "not now" leaves it out of this check. */
export function ask(id: QuestionId | 'people', known: Known, { skip, asked }: Asked): Card {
  const base = {
    ...(known.program && { program: known.program.name }),
    ...(skip && { skip }),
    asked: String(asked + 1),
  };
  const later: Call = call('bucket', { ...base, skip: [skip, id].filter(Boolean).join(',') });
  if (id === 'people')
    return card('Who saw you work?', {
      answer: howToBegin,
      blocks: [
        {
          type: 'buttons',
          buttons: [
            { label: 'Name the first', call: formCall('log', { next: 'bucket' }) },
            { label: 'Skip', call: later },
          ],
        },
      ],
      footer: 'Initials are fine.',
    });
  const question: Question = questions[id];
  const taps = question.taps(known);
  return card(question.title(known), {
    answer: question.why,
    blocks: [
      {
        type: 'buttons',
        buttons: [
          ...taps.map(({ label, options, form }) => {
            const all = { ...base, ...options };
            return { label, call: form ? formCall('bucket', all) : call('bucket', all) };
          }),
          ...(taps.length < 5 ? [{ label: 'Not now', call: later }] : []),
        ],
      },
    ],
    footer: 'Your answers are kept for the next check.',
  });
}

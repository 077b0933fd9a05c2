import { z } from 'zod';
import type { Card } from '../../core/cards/card.ts';
import { type Context, defineCommand } from '../../core/commands/command.ts';
import { option } from '../../core/commands/options.ts';
import type { ProgramFacts } from '../../domain/notebook.ts';
import { applicantTypes, incidentKinds, incidentStates, markets, papers, schools } from '../../domain/vocabulary.ts';
import { keepAnswers, knownBefore, type Said } from './bucketAnswers.ts';
import { resultCard } from './bucketCards.ts';
import { allReasons, earlierChecks, howItIsDecided } from './bucketPages.ts';
import { programSaid } from './bucketProgram.ts';
import { ask, MOST_QUESTIONS, nextQuestion, questions } from './bucketQuestions.ts';
import { inputFor, resultOf } from './bucketResult.ts';
import { readBare, shows } from './bucketTyped.ts';

const internal = (label: string) => ({ label, description: label, hidden: true });
const yesOrNo = { yes: { label: 'Yes' }, no: { label: 'No' } };

export const bucket = defineCommand({
  name: 'bucket',
  description: 'An honest self-check: which of a director’s three buckets you are likely in, and why',
  audience: 'everyone',
  options: z.strictObject({
    program: option
      .program({ label: 'Program', description: 'For one program; blank: overall', also: ['for', 'at', 'name'] })
      .optional(),
    show: option
      .choice({ label: 'Show', description: 'The result, how it is decided, earlier checks, all reasons' }, shows)
      .optional(),
    paper: option.choice(internal('Scores and CV'), papers).optional(),
    incidents: option.choice(internal('Incidents'), incidentStates).optional(),
    kind: option.choice(internal('What kind'), incidentKinds).optional(),
    type: option.choice(internal('Applicant type'), applicantTypes).optional(),
    market: option.choice(internal('In the Match'), markets).optional(),
    school: option.choice(internal('Your school there'), schools).optional(),
    own: option.place(internal('Your own school')).optional(),
    place: option.place(internal('A place')).optional(),
    other: option.place(internal('Another place')).optional(),
    same: option.choice(internal('The same place'), yesOrNo).optional(),
    us: option.choice(internal('In the US'), yesOrNo).optional(),
    add: option.boolean(internal('Add the program')).optional(),
    skip: option.text(internal('Questions left out')).optional(),
    asked: option.integer(internal('Questions so far'), 0, 99).optional(),
    ask: option.choice(internal('Question to answer again'), questions).optional(),
  }),
  also: ['check', 'self-check', 'buckets', 'my-bucket'],
  readBare,
  examples: ['', 'Lakeside IM', 'how', 'history'],
  form: { title: 'Your own school', submit: 'Save', fields: ['own'], requires: ['own'] },
  actions: {
    by: 'show',
    of: { how: {}, history: { takes: ['program'] }, reasons: { takes: ['program'] } },
    otherwise: {
      takes: [
        'program',
        'paper',
        'incidents',
        'kind',
        'type',
        'market',
        'school',
        'own',
        'place',
        'other',
        'same',
        'us',
        'add',
        'skip',
        'asked',
        'ask',
      ],
    },
  },
  async run(options, context): Promise<Card> {
    if (options.show === 'how') return howItIsDecided();
    const said = await programSaid(options.program, 'add' in options && options.add === true, context);
    if ('card' in said) return said.card;
    const { program } = said;
    switch (options.show) {
      case 'history':
        return earlierChecks(program, context);
      case 'reasons':
        return allReasons(await inputFor(program, context));
      default:
        return check(options, program, context);
    }
  },
});

type Options = Said & { skip?: string | undefined; asked?: number | undefined };

/** Keeps what was answered, asks what is open, and tells the result. */
async function check({ skip, asked = 0, ...said }: Options, program: ProgramFacts | null, context: Context) {
  const kept = await keepAnswers(said, program, context);
  const input = await inputFor(kept, context);
  const [previous] = await context.notebook.checks(kept?.id ?? null, 1);
  const known = knownBefore(input);
  const left = (previous ? MOST_QUESTIONS.again : MOST_QUESTIONS.first) - asked;
  const question = said.ask ?? (left > 0 ? nextQuestion(known, skip?.split(',') ?? []) : undefined);
  if (question) return ask(question, known, { skip, asked });
  return resultCard(await resultOf(input, previous, context));
}

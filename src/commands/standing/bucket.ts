import { z } from 'zod';
import { ownPictures } from '../../charts/index.ts';
import { type Card, card } from '../../core/cards/card.ts';
import { call } from '../../core/commands/call.ts';
import { type Context, defineCommand } from '../../core/commands/command.ts';
import { option } from '../../core/commands/options.ts';
import { decideBucket } from '../../domain/bucket/bucket.ts';
import { possibleMoves } from '../../domain/bucket/bucketMoves.ts';
import { changeSince, checked, mirror } from '../../domain/bucket/bucketWords.ts';
import type { SelfCheck } from '../../domain/bucket/selfCheck.ts';
import type { ProgramFacts as KeptProgram } from '../../domain/notebook.ts';
import { formatClock, formatDay } from '../../domain/time/localTime.ts';
import {
  applicantTypes,
  buckets,
  incidentKinds,
  incidentStates,
  markets,
  papers,
  schools,
} from '../../domain/vocabulary.ts';
import { loggedFacts } from '../facts.ts';
import { howItIsDecided, resultCard } from './bucketCards.ts';
import { programMeant, readBare, shows } from './bucketProgram.ts';
import { ask, type Known, nextQuestion, questions } from './bucketQuestions.ts';

const internal = (label: string) => ({ label, description: label, hidden: true });
export const bucket = defineCommand({
  name: 'bucket',
  description: 'An honest self-check: which of a director’s three buckets you are likely in, and why',
  audience: 'everyone',
  options: z.strictObject({
    program: option
      .program({ label: 'Program', description: 'For one program; left out: overall', also: ['for', 'at', 'name'] })
      .optional(),
    show: option
      .choice({ label: 'Show', description: 'The result, how it is decided, or earlier checks' }, shows)
      .optional(),
    paper: option.choice(internal('Scores and CV'), papers).optional(),
    incidents: option.choice(internal('Incidents'), incidentStates).optional(),
    kind: option.choice(internal('What kind'), incidentKinds).optional(),
    type: option.choice(internal('Applicant type'), applicantTypes).optional(),
    market: option.choice(internal('In the Match'), markets).optional(),
    school: option.choice(internal('Your school there'), schools).optional(),
    new: option.boolean(internal('A program that is new')).optional(),
    skip: option.text(internal('Questions left out')).optional(),
    ask: option.choice(internal('Question to answer again'), questions).optional(),
  }),
  also: ['check', 'self-check', 'buckets', 'my-bucket'],
  readBare,
  examples: ['', 'Lakeside IM', 'how', 'history'],
  actions: {
    by: 'show',
    of: { how: {}, history: { takes: ['program', 'new'] } },
    otherwise: {
      takes: ['program', 'new', 'paper', 'incidents', 'kind', 'type', 'market', 'school', 'skip', 'ask'],
    },
  },
  async run(options, context): Promise<Card> {
    const { notebook } = context;
    if (options.show === 'how') return howItIsDecided();
    // What only a button asks, it asks of a program that is kept.
    const isKept = options.new || ('market' in options && options.market) || ('school' in options && options.school);
    const named = options.program && !isKept ? await programMeant(options.program, context) : options.program;
    if (typeof named === 'object') return named;
    if (options.show === 'history')
      return earlier(named ? (await notebook.nameProgram(named, {})).value : null, context);
    if (options.type) await notebook.changeProfile({ applicantType: options.type });
    const { paper, incidents, kind: incidentKind, market, school } = options;
    if (paper || incidents || incidentKind)
      await notebook.answer({
        ...(paper && { paper }),
        ...(incidents && { incidents }),
        ...(incidentKind && { incidentKind }),
      });
    const program = named
      ? (await notebook.nameProgram(named, { ...(market && { market }), ...(school && { school }) })).value
      : null;

    const known: Known = {
      contacts: (await notebook.people.all()).length,
      answers: await notebook.answers(),
      applicantType: (await notebook.profile()).applicantType,
      program,
    };
    const question = options.ask ?? nextQuestion(known, options.skip?.split(',') ?? []);
    if (question) return ask(question, known, options.skip);
    return check(known, program, context);
  },
});

async function check(known: Known, program: KeptProgram | null, context: Context) {
  const { notebook, now, today, zone } = context;
  const input = await gather(known, program, context);
  const result = decideBucket(input);
  const current = checked(result);
  const [previous] = await notebook.checks(program?.id ?? null, 1);
  const change = changeSince(previous ? { ...previous.checked, when: since(previous.at, now, zone) } : null, current);
  if (change.kind !== 'same') await notebook.recordCheck({ programId: program?.id ?? null, checked: current });
  const openEnds = (await notebook.looseEnds.all()).filter(({ closedOn }) => closedOn === null);
  const openWith = new Map(openEnds.flatMap(({ contactId, id }) => (contactId ? [[contactId, id]] : [])));
  return resultCard({ input, result, change, moves: possibleMoves(input, today.add({ days: 1 })), openWith });
}

/** Everything that the table looks at: the log and the answers. */
async function gather(
  { answers, applicantType }: Known,
  program: KeptProgram | null,
  { notebook }: Context,
): Promise<SelfCheck> {
  return {
    ...(await loggedFacts(notebook)),
    answers,
    // Unsaid, both columns are shown, as for anybody who may accept an early offer.
    applicantType: applicantType ?? 'graduate',
    ...(program && {
      program: {
        name: program.name,
        market: program.market ?? 'unknown',
        ...(program.school && { school: program.school }),
      },
    }),
  };
}

/** The time on the same day, else the day. */
function since(at: Temporal.Instant, now: Temporal.Instant, zone: string): string {
  const [then, here] = [at, now].map(moment => moment.toZonedDateTimeISO(zone)) as [
    Temporal.ZonedDateTime,
    Temporal.ZonedDateTime,
  ];
  return then.toPlainDate().equals(here.toPlainDate())
    ? formatClock(then.toPlainTime())
    : formatDay(then.toPlainDate());
}

async function earlier(program: KeptProgram | null, { notebook, zone, now }: Context) {
  const checks = await notebook.checks(program?.id ?? null, 10);
  const days = checks.map(({ at, checked: { bucket } }) => ({
    day: at.toZonedDateTimeISO(zone).toPlainDate(),
    bucket,
  }));
  return card(program ? `Earlier checks for ${program.name}` : 'Earlier checks', {
    answer: checks.length === 0 ? 'No check yet. The first takes a minute.' : `${checks.length} kept, newest first.`,
    blocks: [
      {
        type: 'list',
        items: checks.map(
          ({ at, checked: { bucket: was, rules } }) =>
            `${since(at, now, zone)}: ${was ? buckets[was].label : 'nobody could say'} (${rules.join(', ') || 'nothing known'})`,
        ),
      },
      ...(days.length > 1 ? [{ type: 'picture', ...(await ownPictures.checks(days.toReversed())) } as const] : []),
      {
        type: 'buttons',
        buttons: [{ label: 'Check now', call: call('bucket', { program: program?.name }) }],
      },
    ],
    footer: mirror.split('.')[0],
  });
}

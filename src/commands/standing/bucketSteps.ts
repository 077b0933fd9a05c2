import { type Block, type Button, section } from '../../core/cards/card.ts';
import { buttonLabel } from '../../core/cards/limits.ts';
import { call, formCall } from '../../core/commands/call.ts';
import { noMoveHelps } from '../../domain/bucket/bucketWords.ts';
import type { Move, Step } from '../../domain/bucket/moves/move.ts';
import { formatShortDay } from '../../domain/time/localTime.ts';
import { buckets } from '../../domain/vocabulary.ts';
import { capital, count, list } from '../../domain/words/sentences.ts';
import { editCall } from '../people/personPage.ts';
import type { Shown } from './bucketResult.ts';

/** As many as a card lists. */
const MOST_STEPS = 5;

/** What comes first: an answer where one is missing, else the first step. */
export const firstStep = ({ moves }: Pick<Shown, 'moves'>): Move | undefined => moves?.answers[0] ?? moves?.steps[0];

/**
 * The smallest set of moves, one sentence each, and where they lead; or kindly that there is none.
 * @param said how many are said already, above
 */
export function movesSection({ moves, result }: Shown, said = 0): Block[] {
  if (result.bucket === 'safe') return [];
  if (!moves) return [{ type: 'text', text: noMoveHelps }];
  const { answers, steps, bucket } = moves;
  const all = [...answers, ...steps].map(({ text }) => text);
  const more = all.length - MOST_STEPS;
  const provided = [...new Set(steps.flatMap(step => step.provided ?? []))];
  const then =
    answers.length > 0
      ? 'Where that leads depends on the answers.'
      : `Then${provided.length > 0 ? `, if ${list(provided)}` : ''}: ${buckets[bucket].label}.`;
  return [
    ...section(said > 0 ? 'And' : 'What would change it', [
      ...all.slice(said, MOST_STEPS),
      ...(more > 0 ? [`${capital(count(more, 'more step', 'more steps'))} like these.`] : []),
    ]),
    { type: 'text', text: then },
  ];
}

/** A hard moment is best answered within so many days. */
const SOON = { days: 3 };

/** Where to begin on a hard day: what can be made right, with whom, by when. */
export function toBegin(shown: Shown): string {
  const { input, openWith } = shown;
  const first = firstStep(shown);
  if (!first)
    return 'The story can still be made right, with the people who saw it. This week is a good time to start.';
  if (first.step.does !== 'close') return `${first.text} This week is a good time.`;
  const due = openWith.get(first.step.person.id)?.dueOn;
  return `${first.text} Best by ${formatShortDay(due ?? input.today.add(SOON))}.`;
}

/** What decides how a move begins. */
type Moving = Pick<Shown, 'input' | 'moves' | 'result' | 'openWith'>;

/** How the first move begins; two buttons where it is a question, none where there is no move. */
export function mainButtons(shown: Moving): Button[] {
  const { input, moves, result } = shown;
  const program = input.program ? { program: input.program.name } : {};
  const first = firstStep(shown);
  if (first) return beginning(first.step, program, shown);
  if (result.bucket === 'safe' || moves) return [];
  return input.answers.incidents === 'open'
    ? [{ label: 'How to fix it', call: call('advice', { piece: 'can-a-bad-name-be-mended' }) }]
    : [{ label: 'What you can change', call: call('advice', { piece: 'what-you-can-change' }) }];
}

function beginning(step: Step, program: { program?: string }, { openWith }: Moving): Button[] {
  switch (step.does) {
    case 'close': {
      const end = openWith.get(step.person.id);
      return [
        end
          ? { label: 'See the loose end', call: call('loose-ends', { id: end.id }) }
          : { label: 'Open a loose end', call: formCall('loose-ends', { do: 'open', with: step.person.name }) },
      ];
    }
    case 'log':
      return [{ label: 'Log what they saw', call: formCall('log', { who: step.person.name }) }];
    case 'ask':
      return [{ label: 'Draft an honest ask', call: formCall('draft', { kind: 'faculty-ask', to: step.person.name }) }];
    case 'letter':
      return [
        { label: 'Draft an honest ask', call: formCall('draft', { kind: 'faculty-ask', to: step.person.name }) },
        { label: 'They will write one', call: call('people', { do: 'tell', id: step.person.id, letter: 'yes' }) },
      ];
    case 'say-role':
      return [{ label: 'Say their role', call: call('people', { do: 'tell', id: step.person.id }) }];
    case 'edit':
      return [{ label: 'Say where they work', call: editCall(step.person) }];
    case 'say-in-us':
      return [
        {
          label: buttonLabel(`${step.place} is in the US`),
          call: call('bucket', { ...program, place: step.place, us: 'yes' }),
        },
        { label: 'It is not', call: call('bucket', { ...program, place: step.place, us: 'no' }) },
      ];
    case 'answer':
      return [{ label: 'Answer it', call: call('bucket', { ...program, ask: step.question }) }];
    case 'read':
      return [
        {
          label: step.piece === 'mistreated' ? 'Where to turn' : 'How to fix it',
          call: call('advice', { piece: step.piece }),
        },
      ];
    case 'find':
      return [{ label: 'See who could be called', call: call('network', program) }];
  }
}

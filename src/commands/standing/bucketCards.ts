import { bold } from '../../core/cards/bold.ts';
import { type Button, buttons, type Card, card, section } from '../../core/cards/card.ts';
import { call, formCall, selectCall } from '../../core/commands/call.ts';
import { choicesOf } from '../../core/commands/choices.ts';
import type { Result } from '../../domain/bucket/bucket.ts';
import { type Move, movesThatHelp, type Step } from '../../domain/bucket/bucketMoves.ts';
import { bucketRules, safeRule } from '../../domain/bucket/bucketRules.ts';
import {
  type Change,
  directorsWord,
  howToBegin,
  mirror,
  noMoveHelps,
  outcome,
  titleOf,
} from '../../domain/bucket/bucketWords.ts';
import type { SelfCheck } from '../../domain/bucket/selfCheck.ts';
import { buckets } from '../../domain/vocabulary.ts';
import { questions } from './bucketQuestions.ts';

interface Shown {
  input: SelfCheck;
  result: Result;
  change: Change;
  moves: Move[];
  /** The open loose end with a person, by the person's id. */
  openWith: ReadonlyMap<string, string>;
}

/** The result: what speaks for the person, what holds them back, what would change it, what changed since. */
export function resultCard({ input, result, change, moves, openWith }: Shown): Card {
  const { bucket, rows, speaksForYou, treatedBadly } = result;
  const program = input.program ? { program: input.program.name } : {};
  const helping = bucket === null || bucket === 'safe' ? [] : movesThatHelp(input, moves).slice(0, 2);
  const hard = bucket === 'too-risky';
  const words = bucket
    ? outcome(bucket, input.applicantType, input.program?.market ?? 'unknown').sentences.join(' ')
    : howToBegin;
  return card(titleOf(bucket), {
    answer: [input.program && `For ${input.program.name}.`, bucket && directorsWord(bucket), words]
      .filter(Boolean)
      .join(' '),
    tone: bucket === 'safe' ? 'good' : hard ? 'careful' : 'neutral',
    blocks: [
      ...section(
        'For you',
        speaksForYou.map(({ sentence }) => sentence),
      ),
      ...section(
        bucket === 'safe' ? 'Why' : 'Holding back',
        rows.map(({ sentence, evidence }) => `${sentence}${grounds(evidence)}`),
      ),
      ...(helping.length > 0
        ? section(
            'What would change it',
            helping.map(
              ({ moves: set, bucket: to }) =>
                `${set.map(({ text }) => text).join(' And: ')} Then: ${buckets[to].label}.`,
            ),
          )
        : []),
      ...(bucket === 'safe' ? section('What would make it firmer', result.firmer.slice(0, 2)) : []),
      ...(bucket !== null && bucket !== 'safe' && helping.length === 0
        ? [{ type: 'text', text: noMoveHelps } as const]
        : []),
      { type: 'text', text: change.sentence },
      ...buttons(
        helping[0]?.moves[0] && beginning(helping[0].moves[0].step, program, openWith),
        { label: 'Log someone', call: formCall('log') },
        { label: 'How this is decided', call: call('bucket', { show: 'how' }) },
        { label: 'Earlier checks', call: call('bucket', { ...program, show: 'history' }) },
      ),
      ...buttons(
        hard && { label: 'Where to begin', call: call('advice', { piece: 'bucket-too-risky' }) },
        hard && { label: 'On a hard week', call: call('advice', { piece: 'a-hard-week' }) },
        treatedBadly.length > 0 && { label: 'Where to turn', call: call('advice', { piece: 'mistreated' }) },
        change.kind === 'same' && {
          label: 'When you keep checking',
          call: call('advice', { piece: 'checking-again' }),
        },
      ),
      {
        type: 'select',
        placeholder: 'Change an answer',
        call: selectCall('bucket', 'ask', program),
        choices: choicesOf(questions).filter(
          ({ value }) => input.program || (value !== 'market' && value !== 'school'),
        ),
      },
    ],
    footer: mirror,
  });
}

/** The one next step: how the first move begins. */
function beginning(step: Step, program: { program?: string }, openWith: Shown['openWith']): Button {
  switch (step.does) {
    case 'mend': {
      const id = openWith.get(step.person.id);
      return id
        ? { label: 'See the loose end', call: call('loose-ends', { id }) }
        : {
            label: 'Open a loose end',
            call: formCall('loose-ends', { do: 'open', with: step.person.name, kind: 'apology' }),
          };
    }
    case 'log':
      return { label: 'Log what they saw', call: formCall('log', { who: step.person.name }) };
    case 'ask':
      return { label: 'Draft an honest ask', call: formCall('draft', { kind: 'faculty-ask', to: step.person.name }) };
    case 'answer':
      return { label: 'Answer it', call: call('bucket', { ...program, ask: step.question }) };
    case 'read':
      return { label: 'How to mend it', call: call('advice', { piece: step.piece }) };
    case 'find':
      return { label: 'See who could be called', call: call('network', program) };
  }
}

/** The entries and answers behind a row, so that each can be found again. */
const grounds = (evidence: Result['rows'][number]['evidence']): string =>
  evidence.length === 0
    ? ''
    : ` (${evidence
        .slice(0, 3)
        .map(({ text }) => text)
        .join('; ')}${evidence.length > 3 ? '; …' : ''})`;

/** The public table: same input, same answer. */
export const howItIsDecided = (): Card =>
  card('How the bucket is decided', {
    answer: 'All rows that hold are shown. The worst bucket among them is the result. There are no points.',
    blocks: [
      {
        type: 'list',
        items: [...bucketRules, safeRule].map(
          ({ id, condition, bucket, reason, ours }) =>
            `${bold(id)} ${condition}: ${buckets[bucket].label}, because ${reason}.${ours ? ` (Ours: ${ours})` : ''}`,
        ),
      },
      {
        type: 'text',
        text: 'Directors are said to put about 20 in 100 in the first bucket, 60 in the second, 20 in the third. That is one author’s illustration, without data behind it.',
      },
      ...buttons(
        { label: 'The three buckets', call: call('advice', { piece: 'the-three-buckets' }) },
        { label: 'Check now', call: call('bucket') },
      ),
    ],
    footer: mirror,
  });

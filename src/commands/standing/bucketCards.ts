import { type Block, type Button, buttons, type Card, card, section } from '../../core/cards/card.ts';
import { call, formCall, selectCall } from '../../core/commands/call.ts';
import { choicesOf } from '../../core/commands/choices.ts';
import { directorsWord, howToBegin, mirror, outcome, titleOf } from '../../domain/bucket/bucketWords.ts';
import { formatDay, formatShortDay } from '../../domain/time/localTime.ts';
import type { Bucket } from '../../domain/vocabulary.ts';
import { list, uncapital } from '../../domain/words/sentences.ts';
import { type Question, questions } from './bucketQuestions.ts';
import type { Shown } from './bucketResult.ts';
import { mainButtons, movesSection, toBegin } from './bucketSteps.ts';

/** More is behind a button. */
const MOST = { rows: 4, others: 3, days: 3 };

/** The result: what speaks for the person, what holds them back, what would change it, what changed since. */
export function resultCard(shown: Shown): Card {
  const { result, input } = shown;
  const { bucket } = result;
  if (bucket === null) return nothingKnown(shown);
  const hard = bucket === 'too-risky';
  const words = sayOutcome(bucket, shown);
  return card(titleOf(bucket, input.program?.name), {
    answer: hard ? toBegin(shown) : words,
    tone: bucket === 'safe' ? 'good' : hard ? 'careful' : 'neutral',
    // Care first: where it is hard, what directors call it comes last.
    blocks: [
      ...(hard ? movesSection(shown, 1) : []),
      ...(hard ? [] : forYou(shown)),
      ...why(shown),
      ...(hard ? [...forYou(shown), { type: 'text', text: words } as const] : movesSection(shown)),
      ...beside(shown),
      ...ways(shown),
    ],
    footer: mirror,
  });
}

const nothingKnown = ({ result: { mistreated } }: Shown): Card =>
  card(titleOf(null), {
    answer: howToBegin,
    blocks: buttons(
      { label: 'Log the first', call: formCall('log', { next: 'bucket' }) },
      mistreated.length > 0 && whereToTurn,
      { label: 'How this is decided', call: call('bucket', { show: 'how' }) },
    ),
    footer: mirror,
  });

const sayOutcome = (bucket: Bucket, { input }: Shown): string =>
  [directorsWord(bucket), ...outcome(bucket, input.applicantType, input.program?.market ?? 'unknown').sentences].join(
    ' ',
  );

/** All of it where the result is safe; else who they are, or with nobody yet, what they answered. */
function forYou({ result: { speaksForYou, bucket } }: Shown): Block[] {
  const people = speaksForYou.filter(({ evidence }) => evidence.some(({ kind }) => kind === 'entry'));
  const shown = bucket === 'safe' || people.length === 0 ? speaksForYou : people;
  return section(
    'For you',
    shown.map(({ sentence }) => sentence),
  );
}

/** The rows that hold, the worst first, each with the days of what stands behind it and is not said above. */
function why({ result: { rows, bucket, speaksForYou, answered }, input }: Shown): Block[] {
  const above = new Set(speaksForYou.flatMap(({ evidence }) => evidence.map(({ id }) => id)));
  const daysOf = (evidence: (typeof rows)[number]['evidence']) => {
    const days = evidence
      .filter(({ id }) => !above.has(id))
      .flatMap(({ day }) => (day ? [sayDay(day, input.today)] : []));
    return days.length > 0 ? ` (${list([...new Set(days)].slice(0, MOST.days))})` : '';
  };
  return [
    ...(bucket === 'safe'
      ? []
      : section(
          'Holding back',
          rows.slice(0, MOST.rows).map(({ sentence, evidence }) => `${sentence}${daysOf(evidence)}`),
        )),
    ...answered.slice(0, 2).map(text => ({ type: 'text', text }) as const),
  ];
}

/** How long a day needs no year. */
const NEAR = { days: 300 };
const sayDay = (day: Temporal.PlainDate, today: Temporal.PlainDate): string =>
  Temporal.PlainDate.compare(day.add(NEAR), today) < 0 ? formatDay(day) : formatShortDay(day);

/** What changed since the last time, and what the same would be elsewhere. */
function beside({ change, better, unheard, result }: Shown): Block[] {
  const lines = [
    better,
    unheard.length > 0 && `At ${list(unheard)}, no one they would call has heard of it yet.`,
    result.bucket === 'safe' && result.firmer[0] && `Firmer still: ${uncapital(result.firmer[0])}`,
    change.kind !== 'first' && change.sentence,
  ];
  return lines.filter(line => typeof line === 'string').map(text => ({ type: 'text', text }) as const);
}

const whereToTurn: Button = { label: 'Where to turn', call: call('advice', { piece: 'mistreated' }) };

const isFor = (only: Question['only'], { program, applicantType }: Shown['input']): boolean =>
  !only || (only === 'program' ? program !== undefined : applicantType === 'img');

/** The main button begins the first move; beside it three others, and a menu of the answers. */
function ways(shown: Shown): Block[] {
  const { input, result, change } = shown;
  const program = input.program ? { program: input.program.name } : {};
  const main = mainButtons(shown);
  const others: (Button | false)[] = [
    result.mistreated.length > 0 && whereToTurn,
    result.bucket === 'too-risky' && { label: 'A hard week', call: call('advice', { piece: 'a-hard-week' }) },
    change.kind === 'same' && { label: 'When you keep checking', call: call('advice', { piece: 'checking-again' }) },
    result.bucket === 'too-risky' && {
      label: 'Where to begin',
      call: call('advice', { piece: 'bucket-too-risky' }),
    },
    { label: 'All reasons', call: call('bucket', { ...program, show: 'reasons' }) },
    { label: 'Log someone', call: formCall('log') },
    { label: 'How this is decided', call: call('bucket', { show: 'how' }) },
  ];
  return [
    ...buttons(...main, ...others.filter(button => button !== false).slice(0, MOST.others + 1 - main.length)),
    {
      type: 'select',
      placeholder: 'Change an answer',
      call: selectCall('bucket', 'ask', program),
      choices: choicesOf(questions).filter(({ value }) => isFor(questions[value].only, input)),
    },
  ];
}

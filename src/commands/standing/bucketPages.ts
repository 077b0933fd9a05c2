import { ownPictures } from '../../charts/index.ts';
import { bold } from '../../core/cards/bold.ts';
import { buttons, type Card, card, section } from '../../core/cards/card.ts';
import { call } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { decideBucket } from '../../domain/bucket/bucket.ts';
import { mirror } from '../../domain/bucket/bucketWords.ts';
import type { Evidence } from '../../domain/bucket/evidence.ts';
import { bucketRules } from '../../domain/bucket/rules/index.ts';
import type { ProgramFacts } from '../../domain/notebook.ts';
import { buckets } from '../../domain/vocabulary.ts';
import { capital, count } from '../../domain/words/sentences.ts';
import { type Input, since } from './bucketResult.ts';

/** The public table: same input, same answer. The one page with the numbers of its rows. */
export const howItIsDecided = (): Card =>
  card('How the bucket is decided', {
    answer: 'All rows that hold are shown. The worst bucket among them is the result. There are no points.',
    blocks: [
      {
        type: 'list',
        items: bucketRules.map(
          ({ id, condition, bucket, carried, reason, ours }) =>
            `${bold(id)} ${condition}: ${buckets[bucket].label}${carried ? ' (rank only with strong cover)' : ''}. ${capital(reason)}.${ours ? ' (Ours.)' : ''}`,
        ),
      },
      {
        type: 'text',
        text: 'Strong cover is three people who would take you in a second, on at least two routes. It carries one row, never two, and never one that was unsafe, a second person’s concern, or a concern of someone who works there.',
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

/** Every row that holds, with all that stands behind it. */
export function allReasons({ input }: Input): Card {
  const result = decideBucket(input);
  const program = input.program ? { program: input.program.name } : {};
  const lines = (all: readonly { sentence: string; evidence: Evidence[] }[]) =>
    all.map(({ sentence, evidence }) => {
      const entries = evidence.filter(({ kind }) => kind === 'entry').map(({ text }) => text);
      return entries.length === 0 ? sentence : `${sentence} (${entries.join('; ')})`;
    });
  return card(input.program ? `All reasons for ${input.program.name}` : 'All reasons', {
    answer: 'Everything the result stands on, by what you logged and answered.',
    blocks: [
      ...section('For you', lines(result.speaksForYou)),
      ...section(result.bucket === 'safe' ? 'Why' : 'Holding back', lines(result.rows)),
      ...section('Answered since', result.answered),
      ...buttons(
        { label: 'Back to the result', call: call('bucket', program) },
        { label: 'Earlier checks', call: call('bucket', { ...program, show: 'history' }) },
        { label: 'How this is decided', call: call('bucket', { show: 'how' }) },
      ),
    ],
    footer: mirror,
  });
}

/** What earlier checks said, as a list and as a picture. */
export async function earlierChecks(program: ProgramFacts | null, { notebook, zone, now }: Context): Promise<Card> {
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
        items: checks.map(({ at, checked: { bucket, rules } }) => {
          const held = bucket === null || bucket === 'safe' ? '' : ` (${count(rules.length, 'reason', 'reasons')})`;
          return `${since(at, now, zone)}: ${bucket ? buckets[bucket].label : 'nobody could say'}${held}`;
        }),
      },
      ...(days.length > 1 ? [{ type: 'picture', ...(await ownPictures.checks(days.toReversed())) } as const] : []),
      ...buttons({ label: 'Check now', call: call('bucket', { program: program?.name }) }),
    ],
    footer: mirror,
  });
}

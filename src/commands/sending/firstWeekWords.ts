import { type Block, buttons } from '../../core/cards/card.ts';
import { call, formCall } from '../../core/commands/call.ts';
import { DEFENDERS_TARGET } from '../../domain/followUps/cadence.ts';
import { lessonOf } from '../../domain/nudges/rules/firstWeek.ts';
import { buckets } from '../../domain/vocabulary.ts';
import { count, list } from '../../domain/words/sentences.ts';
import { comingUp } from './agenda.ts';
import type { Said } from './nudgeWords.ts';
import type { Reading } from './reading.ts';

/** What the first week says on this occasion: how to begin, or what there is by now. */
export const sayFirstWeek = (occurrence: string, context: Reading): Promise<Said> | Said =>
  lessonOf(occurrence) === 'start' ? begin : whatYouHave(context);

const begin: Said = {
  title: 'One person is enough',
  line: 'Who saw you work last? A name, and what they would say of you: 15 seconds.',
  more: [{ type: 'text', text: 'Initials are fine. The nurse from your last night counts as much as an attending.' }],
  main: { label: 'Log one person', call: formCall('log') },
};

/** What a week of use has brought, and the one view that has not been opened yet. */
async function whatYouHave(context: Reading): Promise<Said> {
  const { notebook } = context;
  const [people, entries, { checks }, defenders, ahead] = await Promise.all([
    notebook.people.all(),
    notebook.countEntries(),
    notebook.selfCheck(),
    notebook.defenders.all(),
    comingUp(context),
  ]);
  const [check] = checks;
  const bucket = check?.checked.bucket;
  const [next] = ahead;
  const lines = [
    `Defenders: ${defenders.length} of ${DEFENDERS_TARGET}.`,
    check
      ? `Self-check: ${bucket ? buckets[bucket].label.toLowerCase() : 'nobody can say yet'}.`
      : 'Self-check: not done yet. It takes a minute.',
    next ? `Next: ${next.line}.` : 'Interviews: none noted yet.',
  ];
  const have = [
    people.length > 0 && count(people.length, 'person', 'people'),
    entries > 0 && count(entries, 'log entry', 'log entries'),
    ahead.length > 0 && count(ahead.length, 'date', 'dates'),
  ].filter(part => part !== false);
  const more: Block[] = [
    { type: 'list', items: lines },
    ...buttons(people.length > 0 && { label: 'See my map', call: call('network') }),
  ];
  const main = check
    ? { label: 'My next step', call: call('backchannel') }
    : { label: 'See my bucket', call: call('bucket') };
  return { title: 'What you have now', line: `After one week: ${list(have)}.`, more, main };
}

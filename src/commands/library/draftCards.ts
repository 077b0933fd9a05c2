import { bold } from '../../core/cards/bold.ts';
import { type Block, buttons, type Card, card } from '../../core/cards/card.ts';
import { call, formCall, type RawOptions } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { countWords, type Finding, type Writing } from '../../domain/drafts/draftCheck.ts';
import { draftKinds } from '../../domain/drafts/draftKinds.ts';
import { keysOf } from '../../domain/vocabulary.ts';
import { capital, count } from '../../domain/words/sentences.ts';

/** Longest list of findings on a card: more would not be read. */
const SHOWN = 6;

/** What is said of a message, what matters most first; one item for findings with the same reason. */
export function findingList(findings: readonly Finding[]): Block[] {
  const order = keysOf(draftKinds);
  const byWeight = findings.toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
  const groups = [...Map.groupBy(byWeight, ({ kind, why }) => `${kind} ${why}`).values()];
  const items = groups.slice(0, SHOWN).map(group => {
    const { kind, why, better } = group[0]!;
    const words = group.map(({ words }) => `“${words}”`).join(', ');
    return `${bold(`${capital(draftKinds[kind].label)}:`)} ${words}. ${why} ${better}`;
  });
  const more = groups.length - items.length;
  const rest = more > 0 ? [`And ${count(more, 'kind', 'kinds')} more, once these are fixed.`] : [];
  return items.length === 0 ? [] : [{ type: 'list', items: [...items, ...rest] }];
}

/** Whether the words may point to a patient: they are then kept in no button. */
export const namesPatient = (findings: readonly Finding[]): boolean => findings.some(({ kind }) => kind === 'patient');

/** What may be mended in a message: what it says, and what could point to a patient. */
export const checked = async (text: string, writing: Writing, { notebook, proofread }: Context): Promise<Finding[]> =>
  proofread(
    text,
    writing,
    (await notebook.people.all()).map(({ name }) => name),
  );

/** Somebody's own message, read for what may be mended. */
export async function checkedCard(
  text: string,
  program: string | undefined,
  writing: Writing,
  context: Context,
): Promise<Card> {
  const findings = await checked(text, writing, context);
  const length = count(countWords(text), 'word', 'words');
  const again: RawOptions = { ...(program && { program }), ...(!namesPatient(findings) && { text }) };
  const fine = findings.length === 0;
  return card(fine ? 'Reads well' : 'Before you send it', {
    answer: fine
      ? `Nothing in its ${length} stands out. Sign it and send it yourself.`
      : `${count(findings.length, 'place', 'places')} to look at in ${length}.`.replace(/^./, first =>
          first.toUpperCase(),
        ),
    tone: fine ? 'good' : 'neutral',
    blocks: [
      ...findingList(findings),
      ...buttons(
        { label: 'Change and check again', call: formCall('proofread', again) },
        { label: 'Other drafts', call: call('draft') },
      ),
    ],
    footer: 'Lists of words check this, so it can miss things.',
  });
}

import { call, formCall, type RawOptions } from '../core/call.ts';
import { type Block, buttons, type Card, card } from '../core/card.ts';
import { checkDraft, countWords, type Finding, type Writing } from '../domain/draftCheck.ts';
import { draftKinds } from '../domain/draftKinds.ts';
import { count } from '../domain/sentences.ts';

/** Longest list of findings on a card: more would not be read. */
const SHOWN = 6;

/** What is said of a message, one item for findings with the same reason. */
export function findingList(findings: readonly Finding[]): Block[] {
  const groups = Map.groupBy(findings, ({ kind, why }) => `${kind} ${why}`);
  const items = [...groups.values()].slice(0, SHOWN).map(group => {
    const { kind, why, better } = group[0]!;
    const words = group.map(({ words }) => `“${words}”`).join(', ');
    return `**${draftKinds[kind].label}:** ${words}. ${why} ${better}`;
  });
  return items.length === 0 ? [] : [{ type: 'list', items }];
}

/** Whether the words may point to a patient: they are then kept in no button. */
export const namesPatient = (findings: readonly Finding[]): boolean => findings.some(({ kind }) => kind === 'patient');

/** Somebody's own message, read for wordings that may be mended. */
export function checkedCard(text: string, program: string | undefined, writing: Writing): Card {
  const findings = checkDraft(text, writing);
  const length = count(countWords(text), 'word', 'words');
  const again: RawOptions = { ...(program && { program }), ...(!namesPatient(findings) && { text }) };
  const fine = findings.length === 0;
  return card(fine ? 'Reads well' : 'Before you send it', {
    answer: fine
      ? `Nothing in its ${length} stands out. Sign it and send it yourself.`
      : `${count(findings.length, 'place', 'places')} to look at in ${length}.`.replace(/^./, first => first.toUpperCase()),
    tone: fine ? 'good' : 'neutral',
    blocks: [
      ...findingList(findings),
      ...buttons(
        { label: 'Change and check again', call: formCall('proofread', again) },
        { label: 'Other drafts', call: call('draft') },
      ),
    ],
    footer: 'A word list checks this, so it can miss things.',
  });
}

import type { types } from '@slack/bolt';
import type { OptionSpec } from '../../core/commands/options.ts';
import { within } from '../../core/within.ts';
import { LIMITS, plain } from './render.ts';

/** Slack waits three seconds for suggestions, and does not ask again. */
const DEADLINE_MS = 1500;
/** Slack's limits of a menu. */
const MOST = 100;
const VALUE = 150;

const KINDS = new Set<OptionSpec['kind']>(['person', 'program', 'place', 'zone']);

/** Whether its field completes what is typed. */
export const isSuggested = ({ kind, suggests }: OptionSpec): boolean => suggests === true && KINDS.has(kind);

export const choiceOf = (value: string, label = value): types.PlainTextOption => ({
  text: plain(label, LIMITS.option),
  value: value.slice(0, VALUE),
});

/** What is known, and what was typed as it is: the latter alone where the former takes too long. */
export async function suggestions(
  typed: string,
  { kind }: Pick<OptionSpec, 'kind'>,
  known: Promise<{ label: string; value: string }[]>,
): Promise<types.PlainTextOption[]> {
  const found = (await within(DEADLINE_MS, known, [])).filter(({ value }) => value.length <= VALUE);
  const words = typed.trim();
  const same = (text: string) => text.toLowerCase() === words.toLowerCase();
  const own =
    words === '' || found.some(({ label, value }) => same(label) || same(value))
      ? []
      : [choiceOf(words, `${kind === 'zone' ? 'Use' : 'Add'} "${words}"`)];
  return [...found.slice(0, MOST - own.length).map(({ label, value }) => choiceOf(value, label)), ...own];
}

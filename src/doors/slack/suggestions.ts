import type { types } from '@slack/bolt';
import type { OptionSpec } from '../../core/commands/options.ts';
import { withTimeout } from '../../core/runtime/withTimeout.ts';
import { clip } from '../clip.ts';
import { slack } from '../limits.ts';
import { plain } from './render.ts';

/** Slack waits three seconds for suggestions, and does not ask again. */
const DEADLINE_MS = 1500;

const KINDS = new Set<OptionSpec['kind']>(['person', 'program', 'place', 'zone']);

/** Whether its field completes what is typed. */
export const isSuggested = ({ kind, suggests }: OptionSpec): boolean => suggests === true && KINDS.has(kind);

export const choiceOf = (value: string, label = value): types.PlainTextOption => ({
  text: plain(label, slack.menuOption),
  value: clip(value, slack.menuValue),
});

/** What is known, and what was typed as it is: the latter alone where the former takes too long. */
export async function suggestions(
  typed: string,
  { kind }: Pick<OptionSpec, 'kind'>,
  known: Promise<{ label: string; value: string }[]>,
): Promise<types.PlainTextOption[]> {
  const found = (await withTimeout(DEADLINE_MS, known, [])).filter(({ value }) => value.length <= slack.menuValue);
  const words = typed.trim();
  const same = (text: string) => text.toLowerCase() === words.toLowerCase();
  const own =
    words === '' || found.some(({ label, value }) => same(label) || same(value))
      ? []
      : [choiceOf(words, `${kind === 'zone' ? 'Use' : 'Add'} "${words}"`)];
  return [...found.slice(0, slack.menuOptions - own.length).map(({ label, value }) => choiceOf(value, label)), ...own];
}

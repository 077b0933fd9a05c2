import { commands } from '../../../src/commands/index.ts';
import { directCall } from '../../../src/core/commands/direct.ts';
import { unplacedError } from '../../../src/core/commands/unplaced.ts';
import { corpus, type Kind, type Outcome } from '../kind.ts';
import { entryOf } from './logWords.ts';

const asking = { now: Temporal.Instant.from('2026-10-14T17:00:00Z'), zone: 'America/Chicago' };

/** The command and its options; `offer` and what the log's form holds, where nothing is done before a tap. */
function written(said: string): Outcome {
  const call = directCall(said, commands, asking);
  const command = commands.find(({ name }) => name === call.command);
  if (!command) return 'asked';
  if (call.unplaced !== undefined) return unplacedError(call, command).offers.length > 0 ? 'asked' : 'refused';
  if (call.command === 'log' && Object.keys(call.options).length > 0) {
    const entry = entryOf(call);
    return typeof entry === 'string' ? entry : { understood: `${call.form ? 'offer' : 'log'} ${entry.understood}` };
  }
  const options = Object.keys(call.options).length === 0 ? '' : ` ${JSON.stringify(call.options)}`;
  return { understood: call.command + options };
}

/** The options of the log in one order. */
const sorted = (is: string): string => {
  const [, command, options] = /^(offer|log) (\{.*\})$/.exec(is) ?? [];
  if (!options) return is;
  const entries = Object.entries(JSON.parse(options)).toSorted(([one], [other]) => one.localeCompare(other));
  return `${command} ${JSON.stringify(Object.fromEntries(entries))}`;
};

export const directMessages: Kind = {
  name: 'direct messages',
  cases: corpus('direct messages').map(one => ({ ...one, is: sorted(one.is) })),
  bar: 0.9,
  read: ({ said }) => written(said),
};

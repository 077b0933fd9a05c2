import type { RawOptions } from '../../core/commands/call.ts';
import type { Bare } from '../../core/commands/typed.ts';
import { readOneOf } from '../../domain/words/choice.ts';

/** The pages of the self-check, in the words that people have for them. */
export const shows = {
  result: { label: 'The result', said: ['result', 'now', 'check now'] },
  how: { label: 'How it is decided', said: ['how', 'how it works', 'how does it work', 'rules', 'why', 'the rules'] },
  history: { label: 'Earlier checks', said: ['history', 'earlier', 'past checks', 'previous', 'previous checks'] },
  reasons: { label: 'All reasons', said: ['reasons', 'all reasons'] },
};

const choices = Object.entries(shows).map(([value, entry]) => ({ value, ...entry }));
const showIn = (words: string): string | undefined => {
  const reading = words.length < 40 ? readOneOf(choices, words) : undefined;
  return reading?.outcome === 'understood' ? reading.value : undefined;
};

/** After `/bucket`: what to show, a program, or both with what to show last. */
export function readBare(bare: readonly string[], given: RawOptions): Bare {
  const words = bare.join(' ').replace(/^(?:for|at)\s+/i, '');
  if (words === '') return { options: given };
  const whole = given.show === undefined ? showIn(words) : undefined;
  if (whole) return { options: { ...given, show: whole } };
  if (given.program !== undefined) return { options: given, rest: words };
  const [, name = '', last = ''] = /^(.+)\s(\S+)$/s.exec(words) ?? [];
  const show = name && given.show === undefined ? showIn(last) : undefined;
  return { options: show ? { ...given, program: name, show } : { ...given, program: words } };
}

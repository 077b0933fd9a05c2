import { buttons, type Card, card } from '../../core/cards/card.ts';
import { clip } from '../../core/cards/clip.ts';
import { buttonLabel } from '../../core/cards/limits.ts';
import { call, type RawOptions } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import type { Bare } from '../../core/commands/typed.ts';
import { readOneOf } from '../../domain/words/choice.ts';
import { isSlip } from '../../domain/words/distance.ts';
import { alike, ambiguous, sameName } from '../people/find.ts';

export const shows = {
  result: { label: 'The result', said: ['result', 'now', 'check now'] },
  how: { label: 'How it is decided', said: ['how', 'how it works', 'how does it work', 'rules', 'why', 'the rules'] },
  history: { label: 'Earlier checks', said: ['history', 'earlier', 'past checks', 'previous', 'previous checks'] },
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

/** The name of the program that is meant as it is kept; a question where none is. @throws UserError where several fit */
export async function programMeant(typed: string, { notebook, again }: Context): Promise<string | Card> {
  const all = await notebook.programs.all();
  const found = alike(typed, all);
  const [only, ...others] = found;
  if (only && others.length > 0) throw ambiguous(found, 'program');
  if (only) return only.name;
  const near = all.filter(({ name }) => !sameName(name, typed) && isSlip(typed.toLowerCase(), name.toLowerCase()));
  return card(`Is "${clip(typed)}" a program?`, {
    answer: 'It is not among yours so far.',
    blocks: buttons(
      ...near.slice(0, 2).map(({ name }) => ({ label: buttonLabel(name), call: again({ program: name }) })),
      { label: 'Add it', call: again({ program: typed, new: 'yes' }) },
      { label: 'No', call: call('bucket') },
      all.length > 0 && { label: 'Show my programs', call: call('programs') },
    ),
    footer: 'Nothing is saved yet.',
  });
}

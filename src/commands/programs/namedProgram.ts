import { buttons, type Card, card } from '../../core/cards/card.ts';
import { clip } from '../../core/cards/clip.ts';
import { buttonLabel } from '../../core/cards/limits.ts';
import { type Call, call } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import type { ProgramFacts } from '../../domain/notebook.ts';
import { alike } from '../people/find.ts';

/** As many as one can tap. */
const MOST = 5;

interface Asking {
  /** The same again, for the program that was meant. */
  again(name: string): Call;
  /** What "No" leads to, where no program is called so. */
  otherwise: { label: string; call: Call };
}

/** The program that a typed name stands for; a card where that must be asked first: which of several, or whether it is one. */
export async function namedProgram(
  typed: string,
  { notebook }: Context,
  { again, otherwise }: Asking,
): Promise<ProgramFacts | Card> {
  const found = alike(typed, await notebook.programs.all());
  const [only, ...others] = found;
  if (only && others.length === 0) return only;
  if (!only)
    return card(`Is “${clip(typed, 60)}” a program?`, {
      answer: `No program of yours is called "${clip(typed)}".`,
      blocks: buttons(
        { label: buttonLabel(`Add ${clip(typed, 30)}`), call: call('programs', { do: 'add', name: typed }) },
        otherwise,
      ),
      footer: 'Nothing was saved.',
    });
  return card('Which one is it?', {
    answer: `"${clip(typed)}" could be ${found.length} of your programs.`,
    blocks: buttons(
      ...found.slice(0, MOST).map(({ name }) => ({ label: buttonLabel(name), call: again(name) })),
      found.length > MOST && { label: 'All programs', call: call('programs') },
    ),
  });
}

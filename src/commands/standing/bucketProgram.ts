import { buttons, type Card, card } from '../../core/cards/card.ts';
import { clip } from '../../core/cards/clip.ts';
import { buttonLabel } from '../../core/cards/limits.ts';
import type { Context } from '../../core/commands/command.ts';
import type { ProgramFacts } from '../../domain/notebook.ts';
import { mayBeOnePlace, samePlace } from '../../domain/people/places.ts';
import { isSlip } from '../../domain/words/distance.ts';
import { alike } from '../people/find.ts';

/** More would be a list to read. */
const MOST = 3;

/**
 * The program that a typed name stands for, or none where nothing was typed. A name that is none of the user's programs
 * is asked about: a program comes into being by a tap that says so, never by a word after a command.
 */
export async function programSaid(
  typed: string | undefined,
  add: boolean,
  context: Context,
): Promise<{ program: ProgramFacts | null } | { card: Card }> {
  if (typed === undefined) return { program: null };
  const { notebook } = context;
  const programs = await notebook.programs.all();
  const found = alike(typed, programs);
  if (found.length === 1) return { program: found[0] ?? null };
  if (add) return { program: (await notebook.nameProgram(typed, {})).value };
  const near =
    found.length > 0
      ? found
      : programs.filter(
          ({ name }) =>
            samePlace(name, typed) || mayBeOnePlace(name, typed) || isSlip(typed.toLowerCase(), name.toLowerCase()),
        );
  return { card: question(typed, near, context) };
}

/** What was given with the name goes on with whatever is tapped. */
function question(typed: string, near: readonly ProgramFacts[], { again }: Context): Card {
  const name = clip(typed, 60);
  const several = near.length > 0;
  return card(several ? `Which program is "${name}"?` : `Is "${name}" a program?`, {
    answer: several
      ? 'It may be one of yours, or a new one.'
      : 'It isn’t on your list yet. Nothing is added unless you say so.',
    blocks: buttons(
      ...near
        .slice(0, MOST)
        .map(program => ({ label: buttonLabel(program.name), call: again({ program: program.name }) })),
      { label: 'Add it', call: again({ add: 'yes' }) },
      { label: 'No, check overall', call: again({ program: undefined }) },
    ),
    footer: 'Nothing is saved yet.',
  });
}

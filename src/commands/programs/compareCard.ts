import { buttons, type Card, card, section } from '../../core/cards/card.ts';
import { clip } from '../../core/cards/clip.ts';
import { buttonLabel } from '../../core/cards/limits.ts';
import { call } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { UserError } from '../../core/ports/errors.ts';
import { networkFor } from '../../domain/network/network.ts';
import type { ProgramFacts } from '../../domain/notebook.ts';
import { sayDebrief } from '../../domain/programs/debriefs.ts';
import { redFlags } from '../../domain/programs/programWords.ts';
import { capital, list } from '../../domain/words/sentences.ts';
import { loggedFacts } from '../facts.ts';
import { itemCall } from './programItems.ts';

/** Of what somebody wrote as much is shown beside the other's. */
const SHOWN = 45;
/** Letters of a name, at its side and in a button. */
const NAME = 40;
const MOVED = 20;

/** Two programs side by side: what the user wrote, who speaks for them there, and red flags; no word on which is better. */
export async function compareCard(one: ProgramFacts, other: ProgramFacts, context: Context): Promise<Card> {
  if (one.id === other.id) throw new UserError('That is the same program twice. Pick another one beside it.');
  const facts = await loggedFacts(context.notebook);
  const speakers = (program: ProgramFacts): string => {
    const { routes } = networkFor(facts.people, facts.entries, { program, mended: facts.mended, scene: facts.scene });
    const names = routes.flatMap(({ callers }) => callers.map(({ person }) => person.name));
    return list([...new Set(names)], 2) || 'nobody yet';
  };
  const side = (program: ProgramFacts) =>
    section(clip(program.name, NAME), [written(program), sayFlag(program), `Speaks for you: ${speakers(program)}`]);
  return card('Side by side', {
    answer: 'Which would you rather wake up for in July?',
    blocks: [
      ...side(one),
      ...side(other),
      ...buttons(
        ...[one, other].map(({ id, name }) => ({
          label: buttonLabel(`Move ${clip(name, MOVED)}`),
          call: itemCall('rank', id),
        })),
        { label: 'My rank list', call: call('programs', { do: 'rank' }) },
      ),
    ],
    footer: 'No score: your wish decides.',
  });
}

const sayFlag = ({ redFlag }: ProgramFacts): string => `Red flag: ${redFlag ? redFlags[redFlag].label : 'not noted'}`;

function written(program: ProgramFacts): string {
  if (!program.debriefedOn) return program.note ? `“${clip(program.note, SHOWN)}”` : 'Nothing written yet';
  const said = capital(sayDebrief({ ...program, redFlag: null, knewName: null }));
  return program.debrief ? `${said}. “${clip(program.debrief, SHOWN)}”` : said;
}

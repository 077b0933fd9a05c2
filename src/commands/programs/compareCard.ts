import { buttons, type Card, card } from '../../core/cards/card.ts';
import { clip } from '../../core/cards/clip.ts';
import { buttonLabel } from '../../core/cards/limits.ts';
import { call } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { UserError } from '../../core/ports/errors.ts';
import { networkFor } from '../../domain/network/network.ts';
import type { ProgramFacts } from '../../domain/notebook.ts';
import { sayDebrief } from '../../domain/programs/debriefs.ts';
import { redFlags } from '../../domain/programs/programWords.ts';
import { list } from '../../domain/words/sentences.ts';
import { loggedFacts } from '../facts.ts';
import { itemCall } from './programItems.ts';

/** Of what somebody wrote as much is shown beside the other's. */
const SHOWN = 160;

/** Two programs side by side: what the user wrote, who speaks for them there, and red flags; no word on which is better. */
export async function compareCard(one: ProgramFacts, other: ProgramFacts, context: Context): Promise<Card> {
  if (one.id === other.id) throw new UserError('That is the same program twice. Pick another one beside it.');
  const facts = await loggedFacts(context.notebook);
  const speakers = (program: ProgramFacts): string => {
    const { routes } = networkFor(facts.people, facts.entries, { program, mended: facts.mended, scene: facts.scene });
    const names = routes.flatMap(({ callers }) => callers.map(({ person }) => person.name));
    return list([...new Set(names)], 3) || 'nobody yet';
  };
  const rows: [label: string, value: (program: ProgramFacts) => string][] = [
    ['what you wrote', written],
    ['could speak for you', speakers],
    ['red flag', ({ redFlag }) => (redFlag ? redFlags[redFlag].label : 'not noted')],
  ];
  return card('Side by side', {
    answer: `${one.name} and ${other.name}, in your own words. Which one would you rather wake up for in July?`,
    blocks: [
      {
        type: 'fields',
        fields: rows.flatMap(([label, value]) =>
          [one, other].map(program => ({ label: `${program.name}: ${label}`, value: value(program) })),
        ),
      },
      ...buttons(
        ...[one, other].map(({ id, name }) => ({ label: buttonLabel(`Move ${name}`), call: itemCall('rank', id) })),
        { label: 'My rank list', call: call('programs', { do: 'rank' }) },
      ),
    ],
    footer: 'No score: the order is your own wish.',
  });
}

function written(program: ProgramFacts): string {
  if (!program.debriefedOn) return program.note ? clip(program.note, SHOWN) : 'nothing yet';
  return `${sayDebrief({ ...program, redFlag: null, knewName: null })}${program.debrief ? `. “${clip(program.debrief, SHOWN)}”` : ''}`;
}

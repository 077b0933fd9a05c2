import type { Context } from '../../core/commands/command.ts';
import { defendersDue, lastWordWith, paceOn } from '../../domain/followUps/cadence.ts';

/** The defenders with their names, and when each is due a word: what Home and the digest show too. */
export async function cadenceOf({ notebook, season, today }: Pick<Context, 'notebook' | 'season' | 'today'>) {
  const [kept, people] = await Promise.all([notebook.metDefenders(), notebook.people.all()]);
  const named = kept.flatMap(defender => {
    const person = people.find(({ id }) => id === defender.contactId);
    if (!person) return [];
    const logged = defender.lastDay ? [{ contactId: person.id, day: defender.lastDay }] : [];
    return [{ person, word: { ...defender, name: person.name, lastWord: lastWordWith(defender, logged) } }];
  });
  const cadence = defendersDue(
    named.map(({ word }) => word),
    today,
    paceOn(today, season),
  );
  return { cadence, named };
}

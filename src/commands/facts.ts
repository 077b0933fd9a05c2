import type { Notebook } from '../core/ports/notebook.ts';
import type { Mended, Person } from '../domain/bucket/voices.ts';
import type { LoggedEntry } from '../domain/notebook.ts';

/** What the rules of the domain read from a notebook. */
export interface LoggedFacts {
  people: Person[];
  /** Oldest first. */
  entries: LoggedEntry[];
  /** Loose ends with somebody that were closed. */
  mended: Mended[];
}

/** People, entries and closed loose ends, as the rules of the domain take them. */
export async function loggedFacts(notebook: Notebook): Promise<LoggedFacts> {
  const [contacts, history, looseEnds] = await Promise.all([
    notebook.people.all(),
    notebook.history({ limit: 5000 }),
    notebook.looseEnds.all(),
  ]);
  return {
    people: contacts.map(({ place, ...contact }) => ({ ...contact, ...(place && { place }) })),
    entries: history.toReversed().map(({ id, contactId, stance, worry, dimensions, sentence, day }, sequence) => ({
      entryId: id,
      personId: contactId,
      day,
      stance,
      sequence,
      ...(worry && { worry }),
      ...(dimensions.length > 0 && { dimensions }),
      ...(sentence && { sentence }),
    })),
    mended: looseEnds.flatMap(({ contactId, closedOn }) =>
      contactId && closedOn ? [{ personId: contactId, day: closedOn }] : [],
    ),
  };
}

import type { Contact, HistoryItem, Notebook } from '../core/ports/notebook.ts';
import type { Mended } from '../domain/bucket/voices.ts';

/** What the rules of the domain read from a notebook. */
interface LoggedFacts {
  people: readonly Contact[];
  /** Oldest first. */
  entries: HistoryItem[];
  /** Loose ends with somebody that were closed. */
  mended: Mended[];
}

/** People, entries and closed loose ends, as the rules of the domain take them. */
export async function loggedFacts(notebook: Notebook): Promise<LoggedFacts> {
  const [people, history, looseEnds] = await Promise.all([
    notebook.people.all(),
    notebook.history({ limit: 5000 }),
    notebook.looseEnds.all(),
  ]);
  return {
    people,
    entries: history.toReversed(),
    mended: looseEnds.flatMap(({ contactId, closedOn }) =>
      contactId && closedOn ? [{ contactId, day: closedOn }] : [],
    ),
  };
}

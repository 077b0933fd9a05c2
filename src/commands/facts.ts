import type { Contact, HistoryItem, Notebook, SelfAnswers } from '../core/ports/notebook.ts';
import { sceneBy } from '../domain/bucket/selfCheck.ts';
import type { Mended } from '../domain/bucket/voices.ts';
import type { Scene } from '../domain/bucket/where.ts';
import type { ProgramFacts } from '../domain/notebook.ts';

/** What the rules of the domain read from a notebook. */
export interface LoggedFacts {
  people: readonly Contact[];
  /** Oldest first. */
  entries: HistoryItem[];
  /** Loose ends with somebody that were closed. */
  mended: Mended[];
  answers: SelfAnswers;
  programs: readonly ProgramFacts[];
  /** Where people are heard, for no program in particular. */
  scene: Scene;
}

/** People, entries, closed loose ends and what was said of places, as the rules of the domain take them. */
export async function loggedFacts(notebook: Notebook): Promise<LoggedFacts> {
  const [people, history, looseEnds, { answers }, programs] = await Promise.all([
    notebook.people.all(),
    notebook.history({ limit: 5000 }),
    notebook.looseEnds.all(),
    notebook.selfCheck(),
    notebook.programs.all(),
  ]);
  return {
    people,
    entries: history.toReversed(),
    mended: looseEnds.flatMap(({ contactId, closedOn }) =>
      contactId && closedOn ? [{ contactId, day: closedOn }] : [],
    ),
    answers,
    programs,
    scene: sceneBy(
      answers,
      programs.map(({ name }) => name),
    ),
  };
}

import type { Contact, HistoryItem, Notebook, Reminder } from '../core/ports/notebook.ts';
import type { Clue, Interview, Invitation, LooseEnd, Offer, ProgramFacts } from '../domain/notebook.ts';

/** Everything of one person's that a spreadsheet or a calendar can hold. */
export interface NotebookData {
  people: readonly Contact[];
  entries: readonly HistoryItem[];
  programs: readonly ProgramFacts[];
  looseEnds: readonly LooseEnd[];
  interviews: readonly Interview[];
  invitations: readonly Invitation[];
  offers: readonly Offer[];
  clues: readonly Clue[];
  reminders: readonly Reminder[];
}

/** Reads it whole. */
export async function readNotebook(notebook: Notebook): Promise<NotebookData> {
  const [people, entries, programs, looseEnds, interviews, invitations, offers, clues, reminders] = await Promise.all([
    notebook.people.all(),
    notebook.history({ limit: 5000 }),
    notebook.programs.all(),
    notebook.looseEnds.all(),
    notebook.interviews.all(),
    notebook.invitations.all(),
    notebook.offers.all(),
    notebook.clues.all(),
    notebook.reminders.all(),
  ]);
  return { people, entries, programs, looseEnds, interviews, invitations, offers, clues, reminders };
}

/** The name behind an id, or nothing. */
export const namer = (items: readonly { id: string; name: string }[]) => {
  const names = new Map(items.map(({ id, name }) => [id, name]));
  return (id: string | null): string => names.get(id ?? '') ?? '';
};

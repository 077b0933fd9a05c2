import type { NotebookData } from '../../src/exchange/notebookData.ts';

/** A notebook with nothing in it. */
export const nothing: NotebookData = {
  people: [],
  entries: [],
  programs: [],
  looseEnds: [],
  interviews: [],
  invitations: [],
  offers: [],
  clues: [],
  reminders: [],
};

export const program = (id: string, name: string) =>
  ({ id, name, specialty: null, market: null, school: null, rotated: false, thankYou: 'unknown', note: null }) as const;

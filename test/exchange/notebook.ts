import { unknownProgram } from '../../src/domain/entities/programs.ts';
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

export const program = (id: string, name: string) => ({ ...unknownProgram, id, name }) as const;

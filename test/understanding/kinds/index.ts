import type { Kind } from '../kind.ts';
import { care } from './care.ts';
import { drafts } from './drafts.ts';
import { invitations } from './invitations.ts';
import { patientNotes } from './patientNotes.ts';
import { programsWords } from './programsWords.ts';
import { search } from './search.ts';
import { zones } from './zones.ts';

/** Everything that is read from people's words and files, in the order of the table. */
export const kinds: readonly Kind[] = [zones, care, search, patientNotes, drafts, invitations, programsWords];

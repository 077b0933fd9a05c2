import type { Kind } from '../kind.ts';
import { care } from './care.ts';
import { choices } from './choices.ts';
import { days } from './days.ts';
import { directMessages } from './directMessages.ts';
import { drafts } from './drafts.ts';
import { fileDays } from './fileDays.ts';
import { fileHeads } from './fileHeads.ts';
import { fileRoles } from './fileRoles.ts';
import { files } from './files.ts';
import { invitations } from './invitations.ts';
import { logWords } from './logWords.ts';
import { patientNotes } from './patientNotes.ts';
import { programsWords } from './programsWords.ts';
import { repeats } from './repeats.ts';
import { roles } from './roles.ts';
import { search } from './search.ts';
import { times } from './times.ts';
import { zones } from './zones.ts';

/** Everything that is read from people's words and files, in the order of the table. */
export const kinds: readonly Kind[] = [
  times,
  days,
  repeats,
  zones,
  logWords,
  roles,
  choices,
  directMessages,
  invitations,
  programsWords,
  files,
  care,
  search,
  patientNotes,
  drafts,
  fileDays,
  fileHeads,
  fileRoles,
];

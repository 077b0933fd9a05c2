import type { Kind } from '../kind.ts';
import { fileDays } from './fileDays.ts';
import { fileHeads } from './fileHeads.ts';
import { files } from './files.ts';

/** Everything that is read from people's words and files, in the order of the table. */
export const kinds: readonly Kind[] = [fileDays, fileHeads, files];

import type { Kind } from '../kind.ts';
import { days } from './days.ts';
import { repeats } from './repeats.ts';
import { times } from './times.ts';

/** Everything that is read from people's words and files, in the order of the table. */
export const kinds: readonly Kind[] = [times, repeats, days];

import type { Kind } from '../kind.ts';
import { choices } from './choices.ts';
import { directMessages } from './directMessages.ts';
import { logWords } from './logWords.ts';
import { roles } from './roles.ts';

/** Everything that is read from people's words and files, in the order of the table. */
export const kinds: readonly Kind[] = [logWords, roles, choices, directMessages];

import { isName } from '../people/nameLexicon.ts';
import { nameWords } from '../people/names.ts';
import { colleaguesOf } from './privacy.ts';

const TITLE = /\b(?:dr|doctor|prof|professor|mr|mrs|ms|miss|nurse)\b\.? +\p{L}{2,}/iu;
/** A number that could lead to somebody, a handle, an address. */
const TRACE = /\d{4,}|@\w|\w@|https?:|www\./iu;

/**
 * Whether a text names somebody, a patient or not: by a name, a title, a number. For what is kept where others read it,
 * beside the patient screen. `own`: the names of people and places that its writer keeps.
 */
export function namesSomebody(text: string, own: readonly string[]): boolean {
  const kept = colleaguesOf(own);
  return (
    TITLE.test(text) ||
    TRACE.test(text) ||
    nameWords(text).some(word => isName(word) || (word.length > 2 && own.length > 0 && kept.has(word)))
  );
}

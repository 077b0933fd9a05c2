/** What is sent with a sign before it where it might be read as markup, and the marks of bold words, of two each. */
const MARKED = /[\\*_~`|<>#[\]@\uE000\uE001]|:\/\/|^[^\S\n]*(?:[-+]|\d+\.)(?=\s)/gm;
/** How much longer one of them gets. */
const growth = (found: string): number => (found === '://' ? 2 : 1);

/** How long a text is at most once it is escaped for whichever platform counts what it is sent. */
export const weightOf = (text: string): number =>
  (text.match(MARKED) ?? []).reduce((sum, found) => sum + growth(found), text.length);

/** Of text to copy the backticks alone are marked. */
export const weightOfCopy = (text: string): number => text.length + (text.match(/`/g) ?? []).length;

/** Each line of a quote begins with a sign of its own. */
export const weightOfQuote = (text: string): number => weightOf(text) + 2 * text.split('\n').length;

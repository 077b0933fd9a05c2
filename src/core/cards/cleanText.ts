import { withoutBold } from './bold.ts';
import { uprightText } from './upright.ts';

/** All of Unicode's, but for what divides words and lines. */
const CONTROL = /[\p{Cc}--[\t\n\r]]/gv;

/**
 * A text from outside without what nobody sees: control characters, what turns others round, and the marks of bold
 * words.
 */
export const cleanText = (text: string): string => withoutBold(uprightText(text.replace(CONTROL, '')));

/**
 * What stands around bold words in a card's text: two characters of Unicode's private use, which no font has and no
 * keyboard types, so that a member's own asterisks stay asterisks. What comes in is freed of them.
 */
const OPEN = '\uE000';
const CLOSE = '\uE001';
const PAIR = new RegExp(`${OPEN}([^${OPEN}${CLOSE}]*)${CLOSE}`, 'g');
const MARKS = new RegExp(`[${OPEN}${CLOSE}]`, 'g');

export const bold = (text: string): string => `${OPEN}${withoutBold(text)}${CLOSE}`;

/** A text without its marks, also those that a cut left alone. */
export const withoutBold = (text: string): string => text.replace(MARKS, '');

/** The text in turn plain and bold, the first part plain. */
export const boldParts = (text: string): string[] => text.split(PAIR).map(withoutBold);

/** Bold as content writes it, `**so**`. */
export const boldFromContent = (text: string): string =>
  text.replace(/\*\*(.+?)\*\*/g, (_, words: string) => bold(words));

import { randomBytes } from 'node:crypto';

/** Crockford's letters: none that is taken for another, none that makes a word. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 5;
const SHORT_GROUPS = 2;
const LONG_GROUPS = 5;

function newGroups(groups: number): string {
  const letters = [...randomBytes(groups * GROUP)].map(byte => LETTERS[byte % LETTERS.length]);
  return Array.from({ length: groups }, (_, at) => letters.slice(at * GROUP, (at + 1) * GROUP).join('')).join('-');
}

/** A code to be read from one screen and typed into another: 50 random bits, `7G2KM-0XWQ4`. */
export const newCode = (): string => newGroups(SHORT_GROUPS);

/** A code to be kept on paper: 125 random bits as five groups of five, `7G2KM-0XWQ4-...`. */
export const newTakeAway = (): string => newGroups(LONG_GROUPS);

/** What stays the same of a code however it is typed: case, dashes and blanks, O for 0, I and L for 1. */
export const readTyped = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');

/**
 * A code's first group, by which a wrong one is known as a try at this one. The other groups are the secret: the short
 * code's second has 25 bits, and a few tries.
 */
export const handleOf = (typed: string): string => readTyped(typed).slice(0, GROUP);

/** Whether what was typed is as long as a take-away code. */
export const isLong = (typed: string): boolean => readTyped(typed).length > SHORT_GROUPS * GROUP;

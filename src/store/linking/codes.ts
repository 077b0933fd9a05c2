import { randomBytes, randomInt } from 'node:crypto';

/** Six digits, to be read from one screen and typed into another. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** Crockford's letters: none that is taken for another, none that makes a word. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 5;
const GROUP = 5;

/** A code to be kept on paper: 125 random bits as five groups of five, `7G2KM-0XWQ4-...`. */
export function newTakeAway(): string {
  const letters = [...randomBytes(GROUPS * GROUP)].map(byte => LETTERS[byte % LETTERS.length]);
  return letters.join('').match(/.{5}/g)!.join('-');
}

/** What stays the same of a code however it is typed: case, dashes and blanks, O for 0, I and L for 1. */
export const readTyped = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');

import { nameWords } from './names.ts';

const SEPARATOR = /(\s*[,;]\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+)/i;

/** A part that ends so tells where somebody works, or nothing of who it is. */
const PLACES = new Set(
  `icu micu sicu nicu picu ccu ed er or pacu gme hr ob gyn obgyn peds ward floor unit team clinic service wing office desk
  hospital center program department nights days shift delivery neck throat care medicine surgery co others`.split(
    /\s+/,
  ),
);
/** Alone after a comma, it tells what somebody is. */
const STANDINGS = new Set(
  `attending chief resident intern fellow nurse coordinator dean director md do phd rn np pa mph mbbs jr sr`.split(
    /\s+/,
  ),
);

/**
 * The people in "Dr. Patel, Kim and nurse Joy". What follows a comma and is no name stays with the name before it:
 * "night nurse, 4W" and "Smith, J." are one person each.
 */
export function namesIn(text: string): string[] {
  const parts = text.trim().split(SEPARATOR);
  const names: string[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const [separator = '', part = ''] = [parts[at - 1], parts[at]];
    const before = names.at(-1);
    if (part === '') continue;
    if (before === undefined || isName(part, /[,;]\s*$/.test(separator) ? nameWords(before) : [])) names.push(part);
    else names[names.length - 1] = before + separator + part;
  }
  return names.length === 0 ? [text.trim()] : names;
}

/** `before`: the words that stand before a comma, which this part may only add to. */
function isName(part: string, before: string[]): boolean {
  const words = nameWords(part);
  if (/\p{N}/u.test(part) || PLACES.has(words.at(-1) ?? '')) return false;
  const [alone = ''] = before.length > 0 && words.length === 1 ? words : [];
  const initial = /^\p{L}$/u.test(alone) && before.some(word => word.length > 1);
  return !STANDINGS.has(alone) && !initial;
}

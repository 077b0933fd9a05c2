import { nameWords } from './names.ts';

const SEPARATOR = /(\s*[,;]\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+)/i;

/** Words that tell where somebody works or what they are, and are nobody's name. */
const ABOUT = new Set(
  `icu micu sicu nicu picu ccu ed er or pacu gme hr ob gyn obgyn peds ward floor unit team clinic service wing office desk
  hospital center program department nights days night shift delivery neck throat acute care medicine surgery md do phd
  rn np pa mph mbbs jr sr ii iii her his their my your pgy`.split(/\s+/),
);
const ROLES = new Set('attending chief resident intern fellow nurse coordinator dean director'.split(' '));

/**
 * The people in "Dr. Patel, Kim and nurse Joy". What follows a comma and is no name stays with the name before it:
 * "night nurse, 4W" and "Smith, J." are one person each.
 */
export function namesIn(text: string): string[] {
  const parts = text.trim().split(SEPARATOR);
  const names: string[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const [separator = '', part = ''] = [parts[at - 1], parts[at]];
    if (part === '') continue;
    if (names.length === 0 || isName(part, /[,;]\s*$/.test(separator))) names.push(part);
    else names[names.length - 1] += separator + part;
  }
  return names;
}

function isName(part: string, afterComma: boolean): boolean {
  const words = nameWords(part);
  if (/\p{N}/u.test(part) || words.some(word => ABOUT.has(word))) return false;
  const alone = words.length === 1 && words[0];
  return !(afterComma && alone && (ROLES.has(alone) || /^\p{L}$/u.test(alone)));
}

const TITLES = new Set(['dr', 'doctor', 'prof', 'professor', 'mr', 'mrs', 'ms', 'miss', 'mx']);
/** Letters that no decomposition takes apart. */
const PLAIN: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/**
 * What stays the same of a name however it is typed: "Dr. José  Núñez" and "jose nunez" are one. Accents go from Latin,
 * Greek and Cyrillic letters alone, as elsewhere such marks are vowels. A name of nothing but signs stays as it is.
 */
export const normalizeName = (name: string): string => nameWords(name).join('') || plainName(name).trim();

/** The words of a name in plain small letters, without the titles before it; none in a name of nothing but signs. */
export function nameWords(name: string): string[] {
  const words = plainWords(name);
  while (words.length > 1 && TITLES.has(words[0] ?? '')) words.shift();
  return words;
}

/** The words of any name in plain small letters. */
export const plainWords = (name: string): string[] =>
  plainName(name)
    .split(/(?:[\p{P}\p{Z}\p{C}]|\ufe0f)+/u)
    .filter(word => word !== '');

/** A name in plain small letters, without accents. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, letter => PLAIN[letter] ?? letter);

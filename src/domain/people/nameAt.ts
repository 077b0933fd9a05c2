import type { Role } from '../vocabulary.ts';
import { ALSO_NAMES, CREDENTIALS, PARTICLES, PLAIN_WORDS, SENTENCE_WORDS, TITLES } from './lexicon.ts';
import { isUnit, LONGEST_ROLE, rolesSaid } from './roles.ts';
import type { Token } from './tokens.ts';

/** More words than these are no name. */
const LONGEST_NAME = 4;
const AND = new Set(['and', '&', '+', '/', 'plus']);

export const isAnd = (token: Token | undefined): boolean => token !== undefined && AND.has(token.word || token.raw);

/** Whether a sign stands before the word at this place, or nothing comes there at all. */
export const isCutOff = (token: Token | undefined): boolean => token?.before !== 'none';

/** A degree, in capital letters or alone between signs; "MD" and the like in any letters. */
export function isCredential(tokens: readonly Token[], at: number): boolean {
  const { word = '', raw = '' } = tokens[at] ?? {};
  const plain = word.replace(/[.-]/g, '');
  if (!CREDENTIALS.has(plain)) return false;
  const isAlone = isCutOff(tokens[at]) && isCutOff(tokens[at + 1]);
  return isAlone || /^[A-Z][A-Za-z.-]*[A-Z.]$/.test(raw) || /^(?:phd|mph|mbbs|md)$/.test(plain);
}

/** The roles that the words from here on name, and how many words; the longest phrase counts. */
export function roleAt(tokens: readonly Token[], at: number): { length: number; roles: readonly Role[] } | undefined {
  for (let length = Math.min(LONGEST_ROLE, tokens.length - at); length > 0; length--) {
    const phrase = tokens.slice(at, at + length);
    if (phrase.slice(1).some(isCutOff)) continue;
    const roles = rolesSaid(phrase.map(({ key }) => key).join(' '));
    if (roles.length > 0) return { length, roles };
  }
  return undefined;
}

/** A capital letter alone between signs, with a period, or behind what says who it is: "Dr. A", "nurse B". */
function isInitial(tokens: readonly Token[], at: number): boolean {
  const raw = tokens[at]?.raw ?? '';
  if (/^\p{Lu}\.$/u.test(raw)) return true;
  const isBehind = /^\p{Lu}$/u.test(raw) && !isCutOff(tokens[at]);
  // "The nurse I met" is no nurse called I.
  if (isBehind && (TITLES.has(tokens[at - 1]?.word ?? '') || (raw !== 'I' && roleAt(tokens, at - 1)))) return true;
  const isEdge = (one: Token | undefined, itself: Token | undefined) => isCutOff(itself) || isAnd(one);
  const [before, , next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  return /^\p{L}$/u.test(raw) && isEdge(before, tokens[at]) && isEdge(next, next);
}

/** Whether a word may be one of a name that began with `first`; it is the first itself where that is undefined. */
function isOfName({ word, raw, isCapital }: Token, first: Token | undefined, isTitled: boolean): boolean {
  const mayBe = isCapital && ALSO_NAMES.has(word);
  if (SENTENCE_WORDS.has(word) || /n't$/.test(word)) return mayBe && (!!first || isTitled || word.length > 2);
  if (isTitled && !first) return true;
  if (PLAIN_WORDS.has(word)) return mayBe;
  if (isUnit(word)) return isCapital && !!first && raw !== raw.toUpperCase() && !/\d/.test(word);
  if (!first) return true;
  if (first.isCapital) return isCapital || !/^\p{Ll}/u.test(raw);
  // In small letters throughout, a verb shows by its ending alone.
  return !/[bcdfghkpstwxz]ed$/.test(word) && !/\p{L}{3}ing$/u.test(word);
}

/** Within a name: a role that is a name too, such as a first name "Dean", does not end it. */
const isRoleWord = (tokens: readonly Token[], at: number): boolean => {
  const { isCapital, word = '' } = tokens[at] ?? {};
  return roleAt(tokens, at) !== undefined && !(isCapital && ALSO_NAMES.has(word));
};

/** Behind one word without a title these tell of things: "Interviews are long", "History of a month". */
const OF_THINGS = new Set(['are', 'were', 'have', 'of']);

/** How many words from here on are a name with its titles; undefined where none begins. */
export function nameAt(tokens: readonly Token[], at: number): { length: number; isTitled: boolean } | undefined {
  const goesOn = (end: number) => end === at || !isCutOff(tokens[end]);
  let end = at;
  while (TITLES.has(tokens[end]?.word ?? '') && goesOn(end)) end++;
  const start = end;
  const isTitled = start > at;
  let first: Token | undefined;
  let counted = 0;
  for (let token = tokens[end]; token && goesOn(end); token = tokens[++end]) {
    if (token.isDay || token.isQuoted || isAnd(token)) break;
    const isParticle = PARTICLES.has(token.word) && !isCutOff(tokens[end + 1]);
    if (isParticle && (end > at || tokens[end + 1]?.isCapital)) continue;
    if (first && (isCredential(tokens, end) || isRoleWord(tokens, end))) break;
    const isOne = token.word === '' || isInitial(tokens, end) || isOfName(token, first, isTitled);
    if (counted === LONGEST_NAME || !isOne) break;
    first ??= token;
    counted++;
  }
  const isThing = !isTitled && counted === 1 && !isCutOff(tokens[end]) && OF_THINGS.has(tokens[end]?.word ?? '');
  return (counted > 0 && !isThing) || isTitled ? { length: end - at, isTitled } : undefined;
}

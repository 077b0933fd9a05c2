import type { Role } from '../vocabulary.ts';
import { isPlaceWord, PLAIN_WORDS, SENTENCE_WORDS, TITLES } from './lexicon.ts';
import { isAnd, isCredential, isCutOff, nameAt, roleAt } from './nameAt.ts';
import { isUnit } from './roles.ts';
import type { Separator, Token } from './tokens.ts';

/**
 * A stretch of words of one kind. A `name` may begin with a title or the word for a role; `words` are a sentence, or
 * what else is none of the others.
 */
export interface Piece {
  kind: 'name' | 'role' | 'credential' | 'unit' | 'place' | 'day' | 'and' | 'words';
  tokens: Token[];
  before: Separator;
  role?: Role;
  /** A title or a role stands before the name, or it was in quotes: a person of their own. */
  isSure?: boolean;
}

const ARTICLES = new Set(['the', 'a', 'an', 'my', 'our', 'this', 'one']);
/** A word for a role that is written before a name as a title is, and stays with it. */
const ROLE_TITLES = new Set(['nurse', 'chief', 'dean', 'coordinator', 'attending', 'resident', 'fellow', 'intern']);
const LINKS = new Set(['the', 'and', '&', 'of']);
const LONGEST_PLACE = 6;

/** Where one is in the words, and what was made of those before. */
interface Here {
  tokens: readonly Token[];
  at: number;
  token: Token;
  /** One where an article stands before what is to come. */
  article: number;
  last: Piece | undefined;
  /** Somebody was named since the last "and", semicolon or line. */
  isNamed: boolean;
}

type Found = Omit<Piece, 'tokens' | 'before'> & { length: number };

/** What can begin at a place, in the order in which it is looked for. */
const readers: ((here: Here) => Found | undefined)[] = [
  ({ token }) => (token.isQuoted ? { kind: 'name', length: 1, isSure: true } : undefined),
  ({ tokens, at, token }) => {
    if (!token.isDay) return undefined;
    const end = tokens.findIndex((each, index) => index > at && (!each.isDay || each.before === 'line'));
    return { kind: 'day', length: (end < 0 ? tokens.length : end) - at };
  },
  // "and" is one where another person follows; before a ward it belongs to that, else to a sentence.
  ({ tokens, at, token, last }) => {
    if (!isAnd(token)) return undefined;
    const next = last && tokens[at + 1] && pieceAt(tokens, at + 1, []);
    if (next?.kind === 'name' || next?.kind === 'role') return { kind: 'and', length: 1 };
    const isUnits = next?.kind === 'unit' && last?.kind !== 'words';
    return isUnits ? { kind: 'unit', length: 1 + next.tokens.length } : { kind: 'words', length: 1 };
  },
  ({ tokens, at, article }) => {
    const start = at + article;
    const found = roleAt(tokens, start);
    if (!found) return undefined;
    const [role, ...others] = found.roles;
    const length = article + found.length;
    // What may be several roles, or is none of the list, still tells who is meant.
    if (!role || others.length > 0 || role === 'someone-else') return { kind: 'unit', length };
    const name = isCutOff(tokens[start + found.length]) ? undefined : nameAt(tokens, start + found.length);
    const isTitle = found.length === 1 && ROLE_TITLES.has(tokens[start]?.word ?? '') && name?.isTitled === false;
    return isTitle
      ? { kind: 'name', length: length + name.length, isSure: true, role }
      : { kind: 'role', length, role };
  },
  ({ tokens, at, last }) => (last && isCredential(tokens, at) ? { kind: 'credential', length: 1 } : undefined),
  ({ tokens, at, token, last }) => {
    const isOf = token.word === 'of' && last?.kind === 'role';
    if (!last || !(['at', '@', 'from'].includes(token.word) || token.raw.startsWith('@') || isOf)) return undefined;
    const start = token.raw.startsWith('@') && token.raw.length > 1 ? at : at + 1;
    const end = placeEnd(tokens, start);
    const inside = tokens.slice(start, end);
    if (inside.length === 0 || /^\d+$/.test(inside[0]?.word ?? '')) return undefined;
    const isWard = inside.every(({ word }) => isUnit(word) || LINKS.has(word));
    return { kind: isWard ? 'unit' : 'place', length: end - at };
  },
  ({ tokens, at, token, last }) => {
    if (!last || !['in', 'on', 'for'].includes(token.word)) return undefined;
    const end = tokens.findIndex(
      (each, index) => index > at && (isCutOff(each) || !(isUnit(each.word) || LINKS.has(each.word))),
    );
    const inside = tokens.slice(at + 1, end < 0 ? tokens.length : end);
    return inside.some(({ word }) => isUnit(word)) ? { kind: 'unit', length: 1 + inside.length } : undefined;
  },
  ({ tokens, at, article }) => {
    const word = tokens[at + article]?.word ?? '';
    return isUnit(word) && !TITLES.has(word) ? { kind: 'unit', length: article + 1 } : undefined;
  },
  ({ tokens, at, token, last }) => {
    const words = last && token.before !== 'none' ? tokens.slice(at, placeEnd(tokens, at)) : [];
    const isPlace = words.some(({ word }) => isPlaceWord(word)) && !words.some(({ word }) => TITLES.has(word));
    return isPlace ? { kind: 'place', length: words.length } : undefined;
  },
  ({ tokens, at, token, article, isNamed }) => {
    const name = nameAt(tokens, at + article);
    if (!name || (isNamed && token.before === 'none' && !name.isTitled)) return undefined;
    return { kind: 'name', length: article + name.length, ...(name.isTitled && { isSure: true }) };
  },
];

/** Where the words that name a place end: at a sign, a day, or a word of a sentence. */
function placeEnd(tokens: readonly Token[], at: number): number {
  let end = at;
  for (let token = tokens[end]; token && end - at < LONGEST_PLACE; token = tokens[++end]) {
    if (end > at && isCutOff(token)) break;
    const isLink = LINKS.has(token.word) && (end === at || tokens[end + 1]?.isCapital === true);
    if (token.isDay || (!isLink && SENTENCE_WORDS.has(token.word))) break;
    if (!isCutOff(token) && PLAIN_WORDS.has(token.word)) break;
  }
  return end;
}

function pieceAt(tokens: readonly Token[], at: number, done: readonly Piece[]): Piece {
  const token = tokens[at] as Token;
  const last = done.at(-1)?.kind === 'words' ? undefined : done.at(-1);
  const article = ARTICLES.has(token.word) && !isCutOff(tokens[at + 1]) ? 1 : 0;
  const since = done.findLastIndex(({ kind, before }) => kind === 'and' || ['line', 'semicolon'].includes(before));
  const isNamed = done.slice(Math.max(0, since)).some(({ kind }) => kind === 'name');
  for (const read of readers) {
    const found = read({ tokens, at, token, article, last, isNamed });
    if (!found) continue;
    const { length, ...piece } = found;
    return { ...piece, before: token.before, tokens: tokens.slice(at, at + length) };
  }
  return { kind: 'words', before: token.before, tokens: [token] };
}

/** Whether from here to the sign or the end there is nothing but a day. */
function isDayAlone(tokens: readonly Token[], at: number): boolean {
  const end = tokens.findIndex((token, index) => index > at && isCutOff(token));
  return tokens.slice(at, end < 0 ? tokens.length : end).every(({ isDay }) => isDay);
}

/** A text taken apart from left to right; a sentence that has begun goes on over its commas. */
export function piecesOf(tokens: readonly Token[]): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    const sentence = pieces.at(-1)?.kind === 'words' ? pieces.at(-1) : undefined;
    if (sentence && ['none', 'comma', 'dash', 'open', 'close'].includes(token.before) && !isDayAlone(tokens, at)) {
      sentence.tokens.push(token);
      at += 1;
      continue;
    }
    const piece = pieceAt(tokens, at, pieces);
    if (sentence && piece.kind === 'words') sentence.tokens.push(...piece.tokens);
    else pieces.push(piece);
    at += piece.tokens.length;
  }
  return pieces;
}

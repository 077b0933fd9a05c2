import { choiceKey } from '../words/choice.ts';
import { type Asking, dayPhrases } from '../words/dayWords.ts';
import { CREDENTIALS, TITLES } from './lexicon.ts';

/** What stands between two words, most telling first where it is several. */
export type Separator = 'line' | 'semicolon' | 'open' | 'close' | 'comma' | 'dash' | 'stop' | 'none';

export interface Token {
  raw: string;
  from: number;
  to: number;
  /** In small letters, without the signs around it. */
  word: string;
  /** As choices are compared. */
  key: string;
  isCapital: boolean;
  /** What stands before it. */
  before: Separator;
  isDay: boolean;
  /** It was in quotes: taken as it is. */
  isQuoted: boolean;
}

const PIECE = /"[^"\n]*"|[,;()\n]|[^\s,;()]+/g;
const SIGNS: Record<string, Separator> = { ',': 'comma', ';': 'semicolon', '(': 'open', ')': 'close', '\n': 'line' };
const DASH = /^(?:[-–—|•*·→>]+|->)$/;
/** A number that begins a line of a list. */
const BULLET = /^(?:\d{1,2}[.)]|[a-z]\))$/i;
const ORDER: readonly Separator[] = ['line', 'semicolon', 'open', 'close', 'comma', 'dash', 'stop', 'none'];

const stronger = (one: Separator, other: Separator): Separator =>
  ORDER.indexOf(one) <= ORDER.indexOf(other) ? one : other;

/** The words of a text, each with what stands before it, and which of them say a day. */
export function tokensOf(text: string, asking: Asking): Token[] {
  const days = dayPhrases(text, asking);
  const tokens: Token[] = [];
  let before: Separator = 'line';
  for (const { 0: raw, index } of text.matchAll(PIECE)) {
    const sign = SIGNS[raw] ?? (DASH.test(raw) ? 'dash' : undefined);
    if (sign || (before === 'line' && BULLET.test(raw))) {
      before = stronger(before, sign ?? 'line');
      continue;
    }
    const isQuoted = raw.length > 1 && raw.startsWith('"') && raw.endsWith('"');
    const inner = isQuoted ? raw.slice(1, -1) : raw;
    const word = inner.toLowerCase().replace(/^[^\p{L}\p{N}@&]+|[^\p{L}\p{N}]+$/gu, '');
    const isDay = days.some(({ from, to }) => index >= from && index < to);
    const isCapital = /^[^\p{L}]*\p{Lu}/u.test(inner);
    tokens.push({
      raw: inner,
      from: index,
      to: index + raw.length,
      word,
      key: choiceKey(inner),
      isCapital,
      before,
      isDay,
      isQuoted,
    });
    before = endsWith(inner, word);
  }
  return tokens;
}

/** A sentence may end here, and a colon divides what is before it from what is said of it. */
function endsWith(raw: string, word: string): Separator {
  if (/:$/.test(raw)) return 'dash';
  if (/[!?]+$/.test(raw)) return 'stop';
  const isShort = word.replace(/\./g, '').length < 2 || TITLES.has(word) || CREDENTIALS.has(word.replace(/\./g, ''));
  return /\.$/.test(raw) && !isShort && word !== 'st' && word !== 'mt' ? 'stop' : 'none';
}

import { list } from '../words/sentences.ts';
import type { Piece, Span } from './said/piece.ts';
import { type Said, sortPieces } from './said/said.ts';
import { type Scanned, scan } from './said/scan.ts';

/** Nobody needs more letters to say a day and an hour; what is longer is not looked at. */
const LONGEST = 200;

/** The words with single blanks, as they are read and quoted. */
export const squeezed = (words: string): string => words.trim().replace(/\s+/g, ' ');

/** All of the words, sorted; or in a sentence which of them were not understood. */
export type Understood = { said: Said } | { because: string };

/** @param expected what might be written instead, with examples */
export function understand(text: string, now: Temporal.Instant, expected: string): Understood {
  const words = squeezed(text);
  if (words.length > LONGEST) return { because: `That is too long for a time. ${expected}` };
  return sorted(scan(words, now, 'time'), words, expected);
}

/** Whether the words speak of an interview or an official date, from which a day may be counted. */
export function saysEvent(text: string, now: Temporal.Instant): boolean {
  const words = squeezed(text);
  return words.length <= LONGEST && scan(words, now, 'time').pieces.some(({ kind }) => kind === 'event');
}

/** The same of words that were looked through already. */
function sorted(scanned: Scanned, words: string, expected: string): Understood {
  const said = sortPieces(scanned.pieces, words);
  const [trouble] = said.troubles;
  const unread = [...scanned.unread, ...said.loose].toSorted((one, other) => one.start - other.start);
  if (unread.length > 0) return { because: notUnderstood(words, scanned.pieces, unread, said, expected) };
  return trouble ? { because: `${trouble} ${expected}` } : { said };
}

/** Words after which a rule would have to leave days out. */
const LEAVES_OUT = /^(?:except|excluding|excl|unless|without|skip|skipping|but|not)\b/i;

function notUnderstood(
  words: string,
  pieces: readonly Piece[],
  unread: readonly Span[],
  said: Said,
  expected: string,
): string {
  const isRead = ({ kind, start, end }: Piece) =>
    kind !== 'filler' && !unread.some(span => span.start < end && start < span.end);
  const read = quoted(words, pieces.filter(isRead), pieces);
  const left = quoted(words, unread, pieces);
  if (said.every.length > 0 && unread.some(({ start }) => LEAVES_OUT.test(words.slice(start))))
    return `A repeat can’t leave days out: I understood ${read}, but not ${left}. ${expected}`;
  if (!read) return `I couldn’t read "${words}". ${expected}`;
  return `I understood ${read}, but not ${left}. ${expected}`;
}

/** "tomorrow 5 PM" and "Friday": the stretches of the words, with the fillers between them. */
function quoted(words: string, spans: readonly Span[], pieces: readonly Piece[]): string {
  const isFiller = (start: number, end: number) =>
    pieces.some(piece => piece.kind === 'filler' && piece.start <= start && end <= piece.end);
  const stretches: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = stretches.at(-1);
    const gap = last && words.slice(last.end, start).trim();
    const joins =
      last &&
      (gap === '' ||
        isFiller(words.indexOf(gap ?? '', last.end), words.indexOf(gap ?? '', last.end) + (gap?.length ?? 0)));
    if (last && joins) last.end = Math.max(last.end, end);
    else stretches.push({ start, end });
  }
  return list(stretches.map(({ start, end }) => `"${words.slice(start, end)}"`));
}

import { plainLetters } from '../../words/phrases.ts';
import { findZone, readZone } from '../zones.ts';
import { clockFinders } from './clocks.ts';
import { countFinders } from './counts.ts';
import { dayFinders, partFinders } from './days.ts';
import { eventFinders } from './events.ts';
import { linkFinders, signFinders } from './links.ts';
import type { Finder, Meaning, Piece, Span } from './piece.ts';
import { repeatFinders } from './repeats.ts';
import { writtenDates } from './writtenDates.ts';

/** What the words say, piece by piece, and what of them was not understood. */
export interface Scanned {
  pieces: readonly Piece[];
  unread: readonly Span[];
}

/** `time`: the words are a time and nothing else. `sentence`: a time may stand somewhere in them. */
export type Text = 'time' | 'sentence';

const ofDigits: readonly Finder[] = [...clockFinders, ...dayFinders, ...partFinders, ...countFinders];
const ofLetters: readonly Finder[] = [...ofDigits, ...repeatFinders, ...eventFinders, ...linkFinders];
const ofAt: readonly Finder[] = [...clockFinders, ...signFinders];

/** Those that may find something that begins with this letter, digit or sign. */
function findersOf(first: string): readonly Finder[] {
  if (/\d/.test(first)) return ofDigits;
  if (/\p{L}/u.test(first)) return ofLetters;
  return first === '@' ? ofAt : signFinders;
}

/** Letters and digits with what joins them, or one sign. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}'’.:/@_-]*[\p{L}\p{N}])?|\S/uy;

interface Stretch {
  end: number;
  meanings: readonly Meaning[];
}

/** Reads the words from the left, at each place what is longest there. The blanks in them are single ones. */
export function scan(words: string, now: Temporal.Instant, of: Text): Scanned {
  const text = plainLetters(words).replace(/[A-Z]/g, letter => letter.toLowerCase());
  const zone = findZone(words);
  const known = new Map<number, Stretch>(writtenDates(text, now).map(date => [date.start, date]));
  if (zone) known.set(zone.start, { end: zone.end, meanings: [{ kind: 'zone', zone: zone.reading }] });
  const pieces: Piece[] = [];
  const unread: Span[] = [];
  for (let at = 0; at < text.length; ) {
    const end = text[at] === ' ' ? at + 1 : undefined;
    const found = end ? undefined : at === zone?.start ? known.get(at) : longestAt(at, text, known.get(at), of);
    if (found) pieces.push(...found.meanings.map(meaning => ({ start: at, end: found.end, ...meaning })));
    else if (!end) unread.push({ start: at, end: wordEnd(at, text) });
    at = end ?? found?.end ?? wordEnd(at, text);
  }
  if (zone && !pieces.some(({ kind }) => kind === 'zone')) pieces.push({ ...zone, kind: 'zone', zone: zone.reading });
  return zone || of === 'sentence' ? { pieces, unread } : withZone({ pieces, unread }, words);
}

function longestAt(at: number, text: string, written: Stretch | undefined, of: Text): Stretch | undefined {
  let longest = written;
  for (const { pattern, meaning, isNameToo } of findersOf(text.charAt(at))) {
    pattern.lastIndex = at;
    const found = isNameToo && of === 'sentence' ? null : pattern.exec(text);
    if (!found || at + found[0].length <= (longest?.end ?? at)) continue;
    const meanings = meaning(found.groups ?? {}, found[0]);
    if (meanings.length > 0) longest = { end: at + found[0].length, meanings };
  }
  return longest;
}

function wordEnd(at: number, text: string): number {
  WORD.lastIndex = at;
  return WORD.test(text) ? WORD.lastIndex : at + 1;
}

/** What a zone is called away from its hour; a city there is rather a place, and "Christmas" rather a day. */
const FAR_ZONE = /^(?:[A-Z]{3,5}|(?:eastern|central|mountain|pacific)\b.*|.* time)$/i;

/** What was not read may be a zone away from its hour: "Eastern, Friday 5 pm", "9 AM on Friday ET". */
function withZone({ pieces, unread }: Scanned, words: string): Scanned {
  const [first, last] = [unread[0], unread.at(-1)];
  if (!first || !last || pieces.some(({ start }) => start > first.start && start < last.end)) return { pieces, unread };
  const text = words.slice(first.start, last.end);
  const isZone = FAR_ZONE.test(text)
    ? text === text.toUpperCase() || text.length > 5
    : /^[A-Z]{2}$/.test(text) && last.end === words.length;
  const zone = isZone ? readZone(text) : undefined;
  if (!zone || zone.outcome === 'refused') return { pieces, unread };
  return { pieces: [...pieces, { kind: 'zone', zone, start: first.start, end: last.end }], unread: [] };
}

import { type Reading, refused } from '../words/reading.ts';
import { list } from '../words/sentences.ts';
import { readWhen, type When, type WhenAsked } from './readWhen.ts';
import type { Piece, Span } from './said/piece.ts';
import { scan } from './said/scan.ts';
import { squeezed } from './understand.ts';
import { readZone } from './zones.ts';

/** No sentence in which a time is looked for is longer. */
const LONGEST_SENTENCE = 1000;

export interface TimeFound {
  reading: Reading<When>;
  /** What was said beside the time; empty where there was nothing else. */
  rest: string;
  /** The words that are the time. */
  time: string;
}

/** The time that stands in a sentence ("email Dr. Patel tomorrow at 9am"), and the rest of it. Undefined where there is none. */
export function findTime(sentence: string, asking: WhenAsked): TimeFound | undefined {
  const words = squeezed(sentence);
  const runs = timesIn(words, asking.now);
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last) return undefined;
  const texts = runs.map(({ start, end }) => words.slice(start, end));
  const frames = runs.length === 2 && first.from === 0 && last.until === words.length;
  if (runs.length > 1 && !frames)
    return {
      reading: refused(`I found more than one time: ${list(texts.map(text => `"${text}"`))}. Give the time by itself.`),
      rest: words,
      time: '',
    };
  const time = texts.join(' ');
  const before = runs.length === 1 ? words.slice(0, first.from) : words.slice(first.until, last.from);
  const after = runs.length === 1 ? words.slice(first.until) : '';
  return { reading: readWhen(time, asking), rest: restOf(`${before.trimEnd()} ${after.trimStart()}`), time };
}

/** Whether a time stands in the sentence, whatever it is. */
export const hasTime = (sentence: string): boolean =>
  timesIn(squeezed(sentence), Temporal.Instant.fromEpochMilliseconds(0)).length > 0;

/** What was to be said when, without what led to it: "remind me", "to". */
const restOf = (words: string): string =>
  words
    .trim()
    .replace(/^(?:(?:please|pls) )?(?:remind me )?(?:to |that )?(?=\S)/i, '')
    .replace(/[\s,;:.-]+$/, '')
    .replace(/^[\s,;:.-]+/, '');

/** A time in a sentence: its words, and from where until where it goes with the words that lead to it. */
interface Run extends Span {
  from: number;
  until: number;
}

/** Words that make another time of the one beside them: they are not understood, and not left out. */
const HINGES = /^(?:before|after|or|except|unless|not|than|excluding)$/i;
/** The same, where they stand before it. */
const LEADING_HINGES = /^(?:since|around|about|past)$/i;
/** What leads to a time; behind "for", "of" or "the" a time says which thing is meant, and not when. */
const LEADS = /^(?:at|on|by|in|@|,|;)$/i;

/** In capitals right behind an hour it is a zone, whatever comes after it: "9 AM UTC read the notes". */
function isZoneOf(run: readonly Item[], word: string): boolean {
  const before = run.findLast(({ piece }) => piece?.kind !== 'filler')?.piece;
  const isHour = before?.kind === 'clock' || before?.kind === 'part';
  return isHour && /^[A-Z]{2,5}$/.test(word) && readZone(word).outcome !== 'refused';
}

type Item = Span & { piece?: Piece; isHinge: boolean };

function timesIn(words: string, now: Temporal.Instant): Run[] {
  if (words.length > LONGEST_SENTENCE) return [];
  const { pieces, unread } = scan(words, now, 'sentence');
  const items: Item[] = [
    ...pieces.map(piece => ({ start: piece.start, end: piece.end, piece, isHinge: false })),
    ...unread.map(span => ({ ...span, isHinge: false })),
  ].toSorted((one, other) => one.start - other.start);
  const runs: Item[][] = [[]];
  for (const item of items) {
    const run = runs.at(-1)!;
    const word = words.slice(item.start, item.end);
    const isHinge =
      !item.piece && (HINGES.test(word) || isZoneOf(run, word) || (run.length === 0 && LEADING_HINGES.test(word)));
    if (item.piece || isHinge) run.push({ ...item, isHinge });
    else runs.push([]);
  }
  return runs.flatMap(run => timeOf(run, words));
}

/** A run of pieces without what only leads to it, where it surely is a time. */
function timeOf(run: readonly Item[], words: string): Run[] {
  const text = ({ start, end }: Span) => words.slice(start, end);
  const isCore = ({ piece, isHinge }: Item) =>
    isHinge || (piece !== undefined && !['filler', 'and', 'to', 'from', 'between'].includes(piece.kind));
  if (!run.some(({ piece }) => piece && isStrong(piece, text(piece), run.length))) return [];
  const [first, last] = [run.findIndex(isCore), run.findLastIndex(isCore)];
  const [start, end] = [run[first], run[last]];
  if (!start || !end) return [];
  let from = first;
  while (from > 0 && LEADS.test(text(run[from - 1]!))) from -= 1;
  const led = run[from - 1];
  if (led) return [];
  const starts = run[from]!.start;
  const ends = run.at(-1)!.end;
  const isInside = starts > 0 && ends < words.length;
  const isLed = from < first || (start.piece !== undefined && OPENS.includes(start.piece.kind)) || isNear(start.piece);
  if (isInside && !isLed) return [];
  return [{ start: start.start, end: end.end, from: starts, until: ends }];
}

const OPENS: readonly Piece['kind'][] = ['every', 'count', 'relation'];
const isNear = (piece: Piece | undefined): boolean =>
  piece?.kind === 'day' && (piece.by === 'near' || (piece.by === 'weekday' && piece.which !== undefined));

/** Whether it is a time by itself: "night", "2 weeks" and "sat" may be anything. */
function isStrong(piece: Piece, text: string, company: number): boolean {
  switch (piece.kind) {
    case 'clock':
    case 'relation':
    case 'every':
      return true;
    case 'count':
      return piece.from !== 'open';
    case 'part':
      return /^(?:in the|at|by|this) |^(?:noon|midnight|eod|cob)$/i.test(text);
    case 'day':
      if (piece.by === 'weekday') return text.length > 4 || company > 1;
      return (
        piece.by === 'near' ||
        piece.by === 'date' ||
        (piece.by === 'period' && piece.which !== 'this') ||
        (piece.by === 'dayOfMonth' && /\d(?:st|nd|rd|th)$/i.test(text))
      );
    default:
      return false;
  }
}

import type { Reading } from '../../words/reading.ts';
import type { EventName } from './events.ts';
import type { Amount, Clock, DaySaid, Every, Meaning, Piece, Span } from './piece.ts';
import type { DayPart } from './vocabulary.ts';

type Count = Extract<Meaning, { kind: 'count' }>;
type Relation = Extract<Meaning, { kind: 'relation' }>;

/** What says a day, alone or counted from another one. */
export interface DayWords {
  days: DaySaid[];
  event?: EventName;
  relation?: Relation;
  count?: Count;
}

/** An hour, or a bare number, which may be an hour, a day of the month or neither. */
export type Hour = Span & { text: string } & (Clock | { number: number });

/** Everything that a time says, sorted by what it is about. */
export interface Said {
  on: DayWords;
  hours: Hour[];
  /** "9 to 11" rather than "9 and 11". */
  isRange: boolean;
  parts: DayPart[];
  zone?: Reading<string>;
  zoneSpan?: Span;
  every: Every[];
  weekdays: number[];
  isAgain: boolean;
  starts?: DayWords;
  until?: DayWords;
  lasting?: readonly Amount[];
  times?: number;
  isExact: boolean;
  troubles: string[];
  /** Links with nothing to hold together, and what was said twice: not understood, like words that were not read. */
  loose: Span[];
}

type Place = Piece | undefined;
const isHour = (piece: Place): boolean =>
  piece?.kind === 'clock' ||
  (piece?.kind === 'number' && piece.value <= 24) ||
  (piece?.kind === 'part' && piece.part === 'noon');
const isWeekday = (piece: Place): piece is Piece & { by: 'weekday'; weekday: number } =>
  piece?.kind === 'day' && piece.by === 'weekday';
/** Of a list: "Monday and Friday", "Mondays and Fridays". */
const isListed = (piece: Place): boolean =>
  isWeekday(piece) || isDayOfMonth(piece) || (piece?.kind === 'every' && piece.weekdays !== undefined);
const isDay = (piece: Place): boolean =>
  piece !== undefined && ['day', 'event', 'relation', 'count'].includes(piece.kind);
const isDayOfMonth = (piece: Place): boolean => piece?.kind === 'day' && piece.by === 'dayOfMonth';

/** Words that say nothing of a time yet. */
export const nothingSaid = (): Said => ({
  on: { days: [] },
  hours: [],
  isRange: false,
  parts: [],
  every: [],
  weekdays: [],
  isAgain: false,
  isExact: false,
  troubles: [],
  loose: [],
});

/** Sorts what was read. Fillers are gone; what is left over is in `loose`. */
export function sortPieces(pieces: readonly Piece[], words: string): Said {
  const said = nothingSaid();
  const all = pieces.filter(({ kind }) => kind !== 'filler');
  let about: DayWords = said.on;
  all.forEach((piece, index) => {
    const [before, after] = [all[index - 1], all[index + 1]];
    switch (piece.kind) {
      case 'starting':
      case 'from':
        if (isDay(after)) said.starts = about = { days: [] };
        else if (!isHour(after)) said.loose.push(piece);
        break;
      case 'until':
        if (isHour(before) && isHour(after)) said.isRange = true;
        else if (isDay(after)) said.until = about = { days: [] };
        else said.loose.push(piece);
        break;
      case 'to':
        if (isHour(before) && isHour(after)) said.isRange = true;
        else if (isWeekday(before) && isWeekday(after)) said.weekdays.push(...between(before.weekday, after.weekday));
        else said.loose.push(piece);
        break;
      case 'between':
        said.isRange = true;
        break;
      case 'and':
        if (![isHour, isListed].some(is => is(before) && is(after))) said.loose.push(piece);
        break;
      default:
        if (!isDay(piece)) about = said.on;
        put(piece, said, about, words);
    }
  });
  return said;
}

/** The weekdays after one and before another. */
function between(first: number, last: number): number[] {
  const apart = (last - first + 7) % 7;
  return Array.from({ length: Math.max(0, apart - 1) }, (_, index) => ((first + index) % 7) + 1);
}

function put(piece: Piece, said: Said, about: DayWords, words: string): void {
  const { start, end } = piece;
  switch (piece.kind) {
    case 'day': {
      const { kind: _, start: __, end: ___, ...day } = piece;
      about.days.push(day);
      break;
    }
    case 'event':
    case 'relation':
    case 'count':
      if (about[piece.kind]) said.loose.push(piece);
      else Object.assign(about, { [piece.kind]: piece.kind === 'event' ? piece.event : piece });
      break;
    case 'clock': {
      const { hour, minute, isSure } = piece;
      said.hours.push({ start, end, text: words.slice(start, end), hour, minute, isSure });
      break;
    }
    case 'number':
      said.hours.push({ start, end, text: piece.text, number: piece.value });
      break;
    case 'part':
      said.parts.push(piece.part);
      said.isAgain ||= piece.isAgain === true;
      break;
    case 'every':
      said.every.push(piece);
      break;
    case 'zone':
      if (said.zone) said.loose.push(piece);
      else Object.assign(said, { zone: piece.zone, zoneSpan: { start, end } });
      break;
    case 'lasting':
      said.lasting = piece.amounts;
      break;
    case 'times':
      said.times = piece.times;
      break;
    case 'exactly':
      said.isExact = true;
      break;
    case 'trouble':
      said.troubles.push(piece.because);
  }
}

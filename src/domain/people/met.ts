import type { Role } from '../vocabulary.ts';
import { type Asking, plainDay } from '../words/dayWords.ts';
import { asked, type Reading } from '../words/reading.ts';
import { nameAt } from './nameAt.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { type Token, tokensOf } from './tokens.ts';

export interface SaidPerson {
  name: string;
  /** What stands in the words beside the name. */
  role?: Role;
}

/** Which names and places somebody keeps, where that is known. */
export interface Known {
  isPerson(name: string): boolean;
  isPlace(name: string): boolean;
}
const NOBODY: Known = { isPerson: () => false, isPlace: () => false };

/** Whom somebody met, where and when, and what they said, as far as words tell. */
export interface Met {
  people: SaidPerson[];
  /** The letters that say who it was, signs and all. */
  who: string;
  place?: string;
  /** The words of the day. */
  day?: string;
  /** What is none of these, as it was written: a sentence. */
  words?: string;
  /** Who it was may be read in two ways. */
  question?: Reading<never>;
}

/** A person while the words are gone through. */
interface Person {
  from: number;
  to: number;
  /** Where all ends that was said of who they are. */
  end: number;
  /** What was said of them after something else. */
  more: string[];
  /** The wards and fields of somebody who has no name so far. */
  wards: string[];
  /** Something that is no part of the name stands behind it. */
  isOver: boolean;
  role: Role | undefined;
  /** The words of the name; none for somebody called by a role alone: "the night nurse". */
  name: readonly Token[];
  before: Piece['before'];
  isSure: boolean;
}

/** Reads whom a text speaks of. All of its words are in what comes out. */
export function readMet(text: string, asking: Asking, known: Known = NOBODY): Met {
  const tokens = tokensOf(text, asking);
  const pieces = piecesOf(tokens);
  const isList = pieces.filter(({ kind }) => kind === 'name').length > 2 || pieces.some(({ kind }) => kind === 'and');
  const { people, rest, place, day } = sorted(text, pieces, isList, known);
  const [first, second] = people;
  const said = first ? eachWithTitle(people.map(person => toPerson(text, person))) : titledIn(text, tokens);
  const question =
    first && second && people.length === 2 && !isList ? questionOf(said, first, second, known) : undefined;
  const words = rest.length > 0 && text.slice(...spanOf(rest.flatMap(({ tokens }) => tokens)));
  return {
    people: said,
    who: first && second ? cut(text, first.from, Math.max(...people.map(({ end }) => end))) : list(said),
    ...(place && { place }),
    ...(day && { day }),
    ...(words && { words }),
    ...(question && { question }),
  };
}

const list = (people: readonly SaidPerson[]): string => people.map(({ name }) => name).join(' and ');

/** "Drs. Lee and Park" are Dr. Lee and Dr. Park. */
function eachWithTitle(people: SaidPerson[]): SaidPerson[] {
  const plural = /^drs\.?\s+/i;
  if (!plural.test(people[0]?.name ?? '')) return people;
  return people.map(({ name, ...person }) => ({ ...person, name: `Dr. ${name.replace(plural, '')}` }));
}

/** Those whom a sentence that begins with nobody names by a title: "worked with Dr. Lee". */
function titledIn(text: string, tokens: readonly Token[]): SaidPerson[] {
  const people: SaidPerson[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const name = nameAt(tokens, at);
    if (!name?.isTitled) continue;
    people.push({ name: cut(text, ...spanOf(tokens.slice(at, at + name.length))) });
    at += name.length - 1;
  }
  return people;
}

/** Where words begin and end, all that is between them included. */
const spanOf = (tokens: readonly Token[]): [number, number] => [
  Math.min(...tokens.map(({ from }) => from)),
  Math.max(...tokens.map(({ to }) => to)),
];

/** With the sign that closes what was opened, and without those that divide. */
function cut(text: string, from: number, to: number): string {
  const inside = text.slice(from, to);
  const isOpen = inside.split('(').length > inside.split(')').length && text.slice(to).trimStart().startsWith(')');
  return `${inside.replace(/[,;:\s]+$/, '')}${isOpen ? ')' : ''}`.replace(/^"([^"]*)"$/, '$1');
}

/** Nurses write their license behind their name. */
const NURSES = new Set(['rn', 'lpn', 'lvn', 'bsn', 'crna']);
const BESIDE: readonly Piece['before'][] = ['none', 'comma', 'dash', 'open'];

/** Each piece put to the person, the place, the day or the words that it is of. */
function sorted(text: string, pieces: readonly Piece[], isList: boolean, known: Known) {
  const people: Person[] = [];
  const rest: Piece[] = [];
  let place: string | undefined;
  let day: string | undefined;
  let isAnd = false;
  /** A field or a ward before the one who works there. */
  let unit: Piece | undefined;
  for (const piece of pieces) {
    if (piece.kind === 'and') {
      isAnd = true;
      continue;
    }
    const { kind, tokens, role } = piece;
    const [from, to] = spanOf(tokens);
    const said = cut(text, from, to);
    const last = people.at(-1);
    const isBeside = last !== undefined && !isAnd && BESIDE.includes(piece.before);
    const begin = (name: readonly Token[]): void => {
      const before = isAnd ? 'semicolon' : piece.before;
      const [start, wardEnd] = unit ? spanOf(unit.tokens) : [from, from];
      people.push({
        from: start,
        to,
        end: to,
        more: [],
        wards: unit ? [cut(text, start, wardEnd)] : [],
        isOver: false,
        role,
        name,
        before,
        isSure: piece.isSure === true,
      });
    };
    if (kind === 'role') {
      if (!isBeside) begin([]);
      else if (last.role && last.role !== role) rest.push(piece);
      else Object.assign(last, { role, isOver: true, end: to });
      unit = undefined;
    } else if (kind === 'name') {
      if (isBeside && last.name.length === 0)
        Object.assign(last, { from, to, end: to, name: tokens, isSure: true, more: last.wards, isOver: true });
      else if (isBeside && continuesName(last, piece, isList)) extend(last, text, from, to);
      else if (isBeside && piece.before === 'comma' && !isList && !place && known.isPlace(said)) place = said;
      else begin(tokens);
      unit = undefined;
    } else if (kind === 'credential' && last) {
      if (NURSES.has(tokens[0]?.word ?? '') && (last.role ?? 'nurse') === 'nurse')
        Object.assign(last, { role: 'nurse', isOver: true, end: to });
      else extend(last, text, from, to);
    } else if (kind === 'unit') {
      if (last) extend(last, text, from, to);
      else unit = piece;
      if (last?.name.length === 0) last.wards.push(said);
    } else if (kind === 'place' && !place) {
      place = said.replace(/^(?:at|from|of|@)\s*/i, '');
      if (last) last.isOver = true;
    } else if (kind === 'day' && !day) day = plainDay(said);
    else rest.push(piece);
    isAnd = false;
  }
  return { people, rest: unit ? [unit, ...rest] : rest, place, day };
}

/** A bare initial after a comma, or another name in parentheses, belongs to the name before it. */
function continuesName(last: Person, { tokens, before, isSure }: Piece, isList: boolean): boolean {
  if (isSure) return false;
  if (before === 'open') return true;
  const isInitials = tokens.every(({ raw }) => /^(?:\p{L}|(?:\p{L}\.){1,3})$/u.test(raw));
  const [only, ...others] = last.name;
  return before === 'comma' && isInitials && !isList && others.length === 0 && (only?.word.length ?? 0) > 1;
}

/** Goes on with the name as it is written; behind something else it is said after a comma. */
function extend(person: Person, text: string, from: number, to: number): void {
  if (person.isOver) person.more.push(cut(text, from, to));
  else person.to = to;
  person.end = to;
}

function toPerson(text: string, { from, to, more, role }: Person): SaidPerson {
  const name = [cut(text, from, to).replace(/^(?:my|our|this)\s+/i, ''), ...more].join(', ');
  return { name, ...(role && { role }) };
}

/** Two names with nothing but a comma between them may be one: the family's first, or somebody and a place. */
function questionOf([one, two]: SaidPerson[], first: Person, second: Person, known: Known): Reading<never> | undefined {
  if (second.before !== 'comma' || second.isSure || second.role || !one || !two) return undefined;
  if (known.isPerson(one.name) && known.isPerson(two.name)) return undefined;
  const isOneWord = ({ name }: Person) => name.filter(({ word }) => word !== '').length === 1;
  const both = { label: `Two: ${one.name} and ${two.name}`, words: `${one.name}; ${two.name}` };
  if (isOneWord(first) && !first.isSure) {
    const name = `${two.name} ${one.name}`;
    return asked(`Is "${one.name}, ${two.name}" one person?`, { label: `One: ${name}`, words: `"${name}"` }, both);
  }
  if (!isOneWord(second)) return undefined;
  return asked(
    `Is "${two.name}" where ${one.name} works, or someone else?`,
    { label: `${one.name}, at ${two.name}`, words: `${one.name} at ${two.name}` },
    both,
  );
}

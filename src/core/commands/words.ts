import { plainTyped } from '../../domain/words/plainTyped.ts';
import { UserError } from '../ports/errors.ts';
import type { RawOptions } from './call.ts';
import { SEPARATOR } from './choices.ts';
import type { OptionSpec } from './options.ts';
import { type Asking, readKind } from './parse.ts';
import { nearOption } from './unplaced.ts';

/** Far more than all the fields of a form take: what is longer is not looked at. */
const LONGEST_TYPED = 20_000;

/** What was typed after a command. */
export interface Typed {
  options: RawOptions;
  /** The words that stand by no option's name, in their order: before the first one, and behind values that end. */
  bare: string[];
  /** What surely was meant for an option and is none's, as it was typed. */
  unplaced: string[];
}

/**
 * Reads the words typed after a command. An option's value runs to the next name of an option, to the end of its
 * quotes or, where it is one of a list or a day, as far as it can be read:
 * `Dr. Patel they:good things when:"last Tue"` -> `{ they: 'good things', when: 'last Tue' }` and bare `Dr. Patel`.
 * @throws UserError on more than anybody types
 */
export function readWords(text: string, specs: readonly OptionSpec[], asking: Asking): Typed {
  if (text.length > LONGEST_TYPED)
    throw new UserError(
      `That is ${text.length.toLocaleString('en-US')} characters, and I read ${LONGEST_TYPED.toLocaleString('en-US')} at most. The form has room for a long note.`,
    );
  const typed: Typed = { options: {}, bare: [], unplaced: [] };
  const { head, values } = split(plainTyped(text), specs);
  takeBare(typed, head, specs, asking);
  for (const { spec, name, given } of values) {
    const { value, rest } = readValue(spec, given, asking);
    const before = typed.options[spec.name];
    if (before === undefined) {
      if (value !== '') typed.options[spec.name] = value;
    } else if (spec.kind === 'choices') typed.options[spec.name] = `${before}${SEPARATOR} ${value}`;
    else if (spec.kind === 'person') typed.options[spec.name] = `${before}; ${value}`;
    else if (value !== '') typed.unplaced.push(`${name}:${value}`);
    takeBare(typed, rest, specs, asking);
  }
  return typed;
}

interface Given {
  spec: OptionSpec;
  /** The name as it was typed. */
  name: string;
  given: string;
}

/** The text before the first option's name, and what stands behind each name. Within quotes there are no names. */
function split(text: string, specs: readonly OptionSpec[]): { head: string; values: Given[] } {
  // What is shown goes before what only buttons give.
  const ordered = specs.toSorted((one, other) => Number(other.hidden ?? false) - Number(one.hidden ?? false));
  const named = new Map(ordered.flatMap(spec => namesOf(spec).map(name => [name, spec] as const)));
  const names = [...named.keys()].toSorted((one, other) => other.length - one.length).map(escaped);
  const mark = new RegExp(`(?<![^\\s:=,;(])"[^"]*"|(?<![^\\s,;"])(${names.join('|')}) ?[:=](?!//) ?`, 'gi');
  const marks = names.length === 0 ? [] : [...text.matchAll(mark)].filter(([, name]) => name !== undefined);
  const values = marks.flatMap(({ 0: whole, 1: name = '', index }, at): Given[] => {
    const spec = named.get(name.toLowerCase());
    return spec ? [{ spec, name, given: text.slice(index + whole.length, marks[at + 1]?.index) }] : [];
  });
  return { head: text.slice(0, marks[0]?.index), values };
}

const escaped = (name: string): string => name.replace(/[^a-z0-9 ]/gi, '\\$&');

/** An option's name, its other names and, where it is shown, its label without the question mark. */
const namesOf = ({ name, also = [], label, hidden }: OptionSpec): string[] => {
  const said = label.toLowerCase().replace(/[?.]$/, '');
  return [name, ...also, ...(hidden || !/^[a-z][a-z' -]*$/.test(said) ? [] : [said])];
};

/** Kinds whose value ends where it can be read no further. */
const ENDING: readonly OptionSpec['kind'][] = ['choice', 'choices', 'boolean', 'integer', 'date'];
/** No choice and no day has more words. */
const MOST_WORDS = 12;

/** The value of an option, and the words behind it that are not of it. */
function readValue(spec: OptionSpec, given: string, asking: Asking): { value: string; rest: string } {
  const text = given.trim();
  const [, quoted, behind = ''] = /^"([^"]*)"(.*)$/s.exec(text) ?? /^'([^']*)'(?=$|[\s,;])(.*)$/s.exec(text) ?? [];
  if (quoted !== undefined) return { value: quoted.trim(), rest: behind };
  const whole = text.replace(/^"/, '').replace(/[,;\s]+$/, '');
  if (!ENDING.includes(spec.kind)) return { value: whole, rest: '' };
  const ends = [...whole.matchAll(/\S+/g)].slice(0, MOST_WORDS).map(({ 0: word, index }) => index + word.length);
  for (const end of ends.toReversed()) {
    const value = whole.slice(0, end).replace(/[,;.]+$/, '');
    if (LEADS_ON.test(value)) continue;
    if (isRead(spec, value, asking)) return { value, rest: whole.slice(end) };
  }
  return { value: whole, rest: '' };
}

/** What comes behind these words is of something else: "last Tue at Mercy". */
const LEADS_ON = /\s(?:at|in|on|with|from|and)$/i;

const isRead = (spec: OptionSpec, value: string, asking: Asking): boolean =>
  spec.kind === 'integer' ? /^[+-]?\d+$/.test(value) : readKind(spec, value, asking).outcome !== 'refused';

/** Something that stands as an option's name does. */
const NAMED = /(?<![^\s,;])([a-z][a-z-]*)([=:])(?!\/\/) ?/gi;

/** Takes the words by no option's name: prose has a colon here and there, but a slip of a name was meant as one. */
function takeBare(typed: Typed, words: string, specs: readonly OptionSpec[], asking: Asking): void {
  const slip = [...words.matchAll(NAMED)].find(
    ([, name = '', sign]) => sign === '=' || nearOption(name, specs) !== undefined,
  );
  const bare = slip ? words.slice(0, slip.index) : words;
  const kept = bare.replace(/^[\s,;]+|[\s,;]+$/g, '').replace(/^"([^"]*)"$/, '$1');
  if (kept.trim() !== '') typed.bare.push(kept.trim());
  if (!slip) return;
  const [mark, name = '', sign = ''] = slip;
  const behind = words.slice(slip.index + mark.length);
  const near = nearOption(name, specs);
  const [first = ''] = /^(?:"[^"]*"|\S*)/.exec(behind) ?? [];
  const { value, rest } = near
    ? readValue(near, behind, asking)
    : { value: first.replace(/"/g, ''), rest: behind.slice(first.length) };
  typed.unplaced.push(`${name}${sign}${value}`);
  takeBare(typed, rest, specs, asking);
}

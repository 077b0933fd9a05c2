import type { z } from 'zod';
import { saidNo, saidYes } from '../../domain/said.ts';
import type { Calendar } from '../../domain/time/meant/events.ts';
import { readDay } from '../../domain/time/readDay.ts';
import { readTime } from '../../domain/time/readTime.ts';
import { readZone } from '../../domain/time/zones.ts';
import { readOneOf } from '../../domain/words/choice.ts';
import { own } from '../../domain/words/own.ts';
import { type Reading, refused, understood } from '../../domain/words/reading.ts';
import { cleanText } from '../cards/cleanText.ts';
import { type Question, UserError } from '../ports/errors.ts';
import { type Actions, namesGiven, needsOf, type OptionsOf } from './actions.ts';
import type { RawOptions } from './call.ts';
import { choiceReading, choicesReading } from './choices.ts';
import type { Command } from './command.ts';
import { type OptionSpec, optionSpecs } from './options.ts';
import { withOverflow } from './overflow.ts';
import { type Picked, readWithPicked, wallTime } from './picked.ts';
import { placedAction } from './placedAction.ts';
import { unknownOption } from './unplaced.ts';

/** What plain words are read against. */
export interface Asking {
  now: Temporal.Instant;
  zone: string;
  /** What days may be counted from, where it was looked up. */
  calendar?: Calendar | undefined;
}

/**
 * Reads what was given for each option of a command, by its kind.
 * @throws UserError naming every option that could not be read, what is expected there, and that it was kept; with a
 * question where nothing else is in the way; UnplacedOptions where not all that was given goes with one action.
 */
export function parseOptions<S extends z.ZodObject, A extends Actions | undefined>(
  command: Pick<Command<S, string, A>, 'options' | 'actions'>,
  given: RawOptions,
  reading: Asking,
  picked: Record<string, Picked> = {},
): OptionsOf<S, A> {
  const raw = withOverflow(command, given);
  const specs = optionSpecs(command.options);
  const values: Record<string, unknown> = {};
  const fields: Record<string, string> = {};
  const questions: Question[] = [];
  for (const [name, given] of Object.entries(raw)) {
    const spec = specs.find(candidate => candidate.name === name);
    if (!spec) throw unknownOption(name, specs);
    // Before any work on it: whatever reads it takes longer the longer it is.
    const most = longestOf(spec);
    if (given.length > most + ROOM_FOR_BLANKS) {
      fields[name] = tooLong(spec, most, given.length);
      continue;
    }
    const text = cleanText(given).trim();
    if (text === '') continue;
    const read =
      text.length > most ? refused(tooLong(spec, most, text.length)) : readKind(spec, text, reading, raw, picked[name]);
    if (read.outcome === 'understood') values[name] = read.value;
    else fields[name] = read.outcome === 'asked' ? read.question : read.because;
    if (read.outcome === 'asked') questions.push({ option: name, answers: read.answers });
  }
  const { actions } = command;
  const by = actions?.by ?? '';
  if (actions && fields[by] === undefined) {
    const { value, action } = placedAction(actions, specs, said(values[by]), namesGiven(raw));
    if (value !== undefined) values[by] = value;
    for (const [name, asks] of needsOf(action)) if (values[name] === undefined) fields[name] ??= asks;
  }
  const result = command.options.safeParse(values);
  if (result.success && Object.keys(fields).length === 0) return result.data as OptionsOf<S, A>;
  for (const issue of result.error?.issues ?? []) {
    const spec = specs.find(candidate => candidate.name === issue.path[0]);
    if (spec) fields[spec.name] ??= whatIsExpected(spec, values[spec.name]);
  }
  const isOneQuestion = Object.keys(fields).length === questions.length;
  throw new UserError(Object.values(fields).join(' '), fields, isOneQuestion ? questions[0] : undefined);
}

const said = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What words mean for an option of this kind; text is taken as it is. */
export function readKind(
  spec: OptionSpec,
  text: string,
  asking: Asking,
  given: RawOptions = {},
  picked: Picked = {},
): Reading<unknown> {
  const { now, zone, calendar } = asking;
  switch (spec.kind) {
    case 'date': {
      const { side = 'ahead' } = spec;
      return readWithPicked(
        text,
        picked,
        words => readDay(words, { now, zone, calendar, side }),
        day => day,
      );
    }
    case 'dateTime': {
      const meant = spec.isEvening?.(given) ? 'evening' : 'day';
      const time = { now, zone, calendar, meant, isDeadline: spec.isDeadline ?? false } as const;
      return readWithPicked(
        text,
        picked,
        words => readTime(words, time),
        ({ at }) => wallTime(at, zone),
      );
    }
    case 'zone':
      return readZone(text);
    case 'choice':
      return own(spec.instead ?? {}, text.toLowerCase()) ?? orExpected(choiceReading(spec, text), spec, text);
    case 'choices':
      return orExpected(choicesReading(spec, text), spec, text);
    case 'boolean':
      return orExpected(readOneOf(YES_NO, text), spec, text);
    default:
      return understood(text);
  }
}

const YES_NO = [
  { value: 'yes', label: 'yes', said: saidYes },
  { value: 'no', label: 'no', said: saidNo },
];

/** What is not understood is told what is expected there. */
const orExpected = <T>(reading: Reading<T>, spec: OptionSpec, text: string): Reading<T> =>
  reading.outcome === 'refused' ? refused(whatIsExpected(spec, text)) : reading;

/** Of what words are read out of, nobody needs more letters. */
const LONGEST_WORDS = 200;
/** Blanks around a text are taken off and not counted, within reason. */
const ROOM_FOR_BLANKS = 200;

/** How long what is given for an option may be. */
function longestOf({ kind, max, choices = [] }: OptionSpec): number {
  if (kind === 'choices')
    return choices.reduce((sum, { label, value }) => sum + label.length + value.length + 4, LONGEST_WORDS);
  const isText = kind !== 'integer' && max !== undefined;
  return isText ? max : LONGEST_WORDS;
}

const tooLong = ({ label }: OptionSpec, most: number, length: number): string =>
  `"${label}" may have at most ${most.toLocaleString('en-US')} characters; yours has ${length.toLocaleString('en-US')}.`;

function whatIsExpected(spec: OptionSpec, given: unknown): string {
  const { kind, label, choices, min, max } = spec;
  if (given === undefined) return `"${label}" is needed.`;
  switch (kind) {
    case 'integer':
      return `"${label}" is a whole number from ${min} to ${max}.`;
    case 'boolean':
      return `"${label}" is yes or no.`;
    case 'choices':
      return `"${label}" is one or more, with commas, of: ${(choices ?? []).map(choice => choice.label).join('; ')}.`;
    case 'choice':
      return `"${label}" is one of: ${(choices ?? []).map(choice => choice.label).join('; ')}.`;
    default:
      return tooLong(spec, max ?? LONGEST_WORDS, String(given).length);
  }
}

import { z } from 'zod';
import type { Side } from '../../domain/time/meant/dates.ts';
import type { SaidTime } from '../../domain/time/readTime.ts';
import type { Reading } from '../../domain/words/reading.ts';
import type { RawOptions } from './call.ts';
import { type Choice, spokenOf } from './choices.ts';
import { LONGEST_FILE_OPTION } from './givenFile.ts';

/** What an option holds: decides its field in a form, its type on Discord, and how words typed for it are read. */
export type OptionKind =
  | 'text'
  | 'longText'
  | 'integer'
  | 'boolean'
  | 'choice'
  | 'choices'
  | 'date'
  | 'dateTime'
  | 'time'
  | 'zone'
  | 'channel'
  | 'role'
  | 'file'
  | 'person'
  | 'program'
  | 'place';

interface OptionMeta {
  kind: OptionKind;
  /** What the person sees beside the field, at most 45 characters. */
  label: string;
  /** What the option is for, at most 100 characters. */
  description: string;
  choices?: readonly Choice[];
  /** Reads words for it, where its choices do not say all. */
  reads?: (text: string) => Reading<string>;
  /** Other names under which it may be typed: `by:` for `due:`. */
  also?: readonly string[];
  /** Only buttons and forms give it: not offered where commands are typed. */
  hidden?: boolean;
  /** Words that mean none of the choices and are said all the same, each with what is asked or told then. */
  instead?: Readonly<Record<string, Reading<never>>>;
  /** Of a day: whether it lies ahead or behind, or is the first of what is listed. */
  side?: Side;
  /** Of a day and hour: by then something is to be done. */
  isDeadline?: boolean;
  /** Of a day and hour: with these options it is a dinner's or a social's, whose bare 7 is in the evening. */
  isEvening?(given: RawOptions): boolean;
  /** Two or three things one might write. */
  hint?: string;
  /** What is too long for it is taken for another option, together with what else that asks for. */
  overflow?: {
    into: string;
    with: Readonly<Record<string, string>>;
    /** Actions for which it is only too long. */
    unless?: readonly string[];
  };
  /** It is completed as it is typed: by its kind, else by the command's `suggest`. */
  suggests?: boolean;
  /**
   * Held back where it could point to a patient. So is all free text that is not hidden; a search that saves nothing
   * says false, and a hidden field of a form that saves what is typed says true.
   */
  screened?: boolean;
  /** Listened to for what asks for care before the call is run: all free text that people type. */
  heard?: boolean;
}

const FREE_TEXT: readonly OptionKind[] = ['text', 'longText', 'person', 'program', 'place'];

/** Kinds that are completed as they are typed, whatever the command, by `completions.ts`. */
const COMPLETED = ['person', 'program', 'place', 'zone', 'date', 'dateTime'] as const;
export type CompletedKind = (typeof COMPLETED)[number];
export const isCompleted = (kind: OptionKind): kind is CompletedKind => COMPLETED.some(one => one === kind);

export interface OptionSpec extends OptionMeta {
  name: string;
  required: boolean;
  min?: number | undefined;
  max?: number | undefined;
}

type Words = Pick<OptionMeta, 'label' | 'description'> &
  Partial<
    Pick<
      OptionMeta,
      | 'hidden'
      | 'hint'
      | 'suggests'
      | 'screened'
      | 'instead'
      | 'overflow'
      | 'heard'
      | 'side'
      | 'isDeadline'
      | 'isEvening'
      | 'also'
      | 'reads'
    >
  >;

const meta = <T extends z.ZodType>(schema: T, kind: OptionKind, words: Words, choices?: readonly Choice[]): T =>
  schema.meta({
    kind,
    screened: FREE_TEXT.includes(kind) && !words.hidden,
    heard: FREE_TEXT.includes(kind) && (!words.hidden || words.screened === true),
    suggests: isCompleted(kind),
    ...words,
    ...(choices && { choices }),
  });

/** The kinds of option that commands are declared with; each is a zod type that carries its own words. */
export const option = {
  text: (words: Words, max = 100) => meta(z.string().trim().min(1).max(max), 'text', words),
  longText: (words: Words, max = 1000) => meta(z.string().trim().min(1).max(max), 'longText', words),
  person: (words: Words) => meta(z.string().trim().min(1).max(80), 'person', words),
  program: (words: Words) => meta(z.string().trim().min(1).max(80), 'program', words),
  place: (words: Words) => meta(z.string().trim().min(1).max(80), 'place', words),
  integer: (words: Words, min: number, max: number) =>
    meta(z.coerce.number().int().min(min).max(max), 'integer', words),
  boolean: (words: Words) => meta(z.stringbool(), 'boolean', words),
  choice: <const V extends string>(words: Words, list: Record<V, { label: string; said?: readonly string[] }>) =>
    meta(z.enum(Object.keys(list) as V[]), 'choice', words, spokenOf(list)),
  /** Several of a list; comes out as an array, in the order of the list. */
  choices: <const V extends string>(words: Words, list: Record<V, { label: string; said?: readonly string[] }>) =>
    meta(z.array(z.enum(Object.keys(list) as V[])).min(1), 'choices', words, spokenOf(list)),
  /** A local day; comes out as a Temporal.PlainDate, read from plain words. Plans look ahead, logs back. */
  date: (words: Words, side: Side) => meta(z.instanceof(Temporal.PlainDate), 'date', { ...words, side }),
  /** A day with its hour, read from plain words. */
  dateTime: (words: Words) =>
    meta(
      z.custom<SaidTime>(value => typeof value === 'object' && value !== null && 'at' in value),
      'dateTime',
      words,
    ),
  /** An IANA zone or an offset, read by `core/parse.ts` from what people call it or a city. */
  zone: (words: Words) => meta(z.string(), 'zone', words),
  /** A file; comes out as `optionToFile` reads it. */
  file: (words: Words) => meta(z.string().min(1).max(LONGEST_FILE_OPTION), 'file', words),
  /** A channel of the community, by the platform's own id. */
  channel: (words: Words) => meta(z.string().min(1).max(64), 'channel', words),
  /** A role of a Discord server, by its id. */
  role: (words: Words) => meta(z.string().regex(/^\d{1,20}$/), 'role', words),
};

const hasInner = (field: z.ZodType): field is z.ZodOptional<z.ZodType> =>
  field instanceof z.ZodOptional || field instanceof z.ZodDefault;

const specsOf = new WeakMap<z.ZodObject, readonly OptionSpec[]>();

/**
 * The options of a command in the order of their declaration, read once: a request asks for them a dozen times.
 * @throws Error on a field made without {@link option}
 */
export function optionSpecs(schema: z.ZodObject): readonly OptionSpec[] {
  const known = specsOf.get(schema) ?? readSpecs(schema);
  specsOf.set(schema, known);
  return known;
}

function readSpecs(schema: z.ZodObject): OptionSpec[] {
  return Object.entries(schema.shape).map(([name, field]) => {
    let inner = field as z.ZodType;
    while (hasInner(inner)) inner = inner.unwrap() as z.ZodType;
    const found = inner.meta() as OptionMeta | undefined;
    if (!found?.kind) throw new Error(`option ${name} is not declared with option.*`);
    return { ...found, ...bounds(inner), name, required: !field.safeParse(undefined).success };
  });
}

function bounds(field: z.ZodType): Pick<OptionSpec, 'min' | 'max'> {
  if (field instanceof z.ZodString) return { min: field.minLength ?? undefined, max: field.maxLength ?? undefined };
  if (field instanceof z.ZodNumber) return { min: field.minValue ?? undefined, max: field.maxValue ?? undefined };
  return {};
}

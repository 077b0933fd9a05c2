import type { z } from 'zod';
import { withoutBold } from '../cards/bold.ts';
import { uprightText } from '../cards/upright.ts';
import { UserError } from '../errors.ts';
import type { RawOptions } from './call.ts';
import { readChoice, readChoices } from './choices.ts';
import type { Command } from './command.ts';
import { readDay, readTime } from './dates.ts';
import { type OptionSpec, optionSpecs } from './options.ts';
import { clip, unknownOption } from './words.ts';
import { readZone } from './zones.ts';

/** What plain words are read against. */
export interface Reading {
  now: Temporal.Instant;
  zone: string;
}

type Parsed = { ok: true; value: unknown } | { ok: false; expected: string };
const fine = (value: unknown): Parsed => ({ ok: true, value });
const expected = (sentence: string): Parsed => ({ ok: false, expected: sentence });

/**
 * Reads what was given for each option of a command, by its kind.
 * @throws UserError naming every option that could not be read, what is expected there, and that it was kept.
 */
export function parseOptions<S extends z.ZodObject>(
  command: Command<S>,
  raw: RawOptions,
  reading: Reading,
): z.output<S> {
  const specs = optionSpecs(command.options);
  const values: Record<string, unknown> = {};
  const fields: Record<string, string> = {};
  for (const [name, given] of Object.entries(raw)) {
    const spec = specs.find(candidate => candidate.name === name);
    if (!spec) throw unknownOption(name, specs);
    const text = clean(given);
    if (text === '') continue;
    const parsed = readKind(spec, text, reading);
    if (parsed.ok) values[name] = parsed.value;
    else fields[name] = parsed.expected;
  }
  const result = command.options.safeParse(values);
  if (result.success && Object.keys(fields).length === 0) return result.data;
  for (const issue of result.error?.issues ?? []) {
    const spec = specs.find(candidate => candidate.name === issue.path[0]);
    if (spec) fields[spec.name] ??= whatIsExpected(spec, values[spec.name]);
  }
  throw new UserError(Object.values(fields).join(' '), fields);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this takes out
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
/** Nor does anybody's text turn others round, or hold the marks of bold words. */
const clean = (text: string): string => withoutBold(uprightText(text.replace(CONTROL, ''))).trim();

function readKind(spec: OptionSpec, text: string, { now, zone }: Reading): Parsed {
  switch (spec.kind) {
    case 'date': {
      const day = readDay(text, now, zone);
      return day
        ? fine(day)
        : expected(`I couldn’t read the day "${clip(text)}". Try "yesterday", "last Tue" or "29 Oct".`);
    }
    case 'dateTime': {
      const time = readTime(text, now, zone);
      return time
        ? fine(time)
        : expected(
            `I couldn’t read the day and hour "${clip(text)}". Try "Tue 3 Nov 9am" or "tomorrow 2:30 pm"; a zone has a field of its own.`,
          );
    }
    case 'zone': {
      const found = readZone(text);
      return found
        ? fine(found)
        : expected(`I don’t know the time zone "${clip(text)}". Try a name like "America/Chicago", or a city.`);
    }
    case 'choice': {
      const choice = readChoice(spec, text);
      return choice ? fine(choice) : expected(whatIsExpected(spec, text));
    }
    case 'choices': {
      const several = readChoices(spec, text);
      return several ? fine(several) : expected(whatIsExpected(spec, text));
    }
    default:
      return fine(text);
  }
}

function whatIsExpected({ kind, label, choices, min, max }: OptionSpec, given: unknown): string {
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
      return `"${label}" may have at most ${max?.toLocaleString('en-US')} characters; yours has ${String(given).length.toLocaleString('en-US')}.`;
  }
}

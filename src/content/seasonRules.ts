import { z } from 'zod';
import { dayByRule, type Phase, phases, type SeasonRules, weekOfSeason } from '../domain/season/season.ts';
import { keysOf } from '../domain/vocabulary.ts';
import type { Mistake } from './mistakes.ts';
import { daySchema, idSchema } from './schemas.ts';
import { validate, type YamlSource } from './yamlSource.ts';

const sentence = z.string().trim().min(1);

const schema: z.ZodType<SeasonRules> = z.strictObject({
  zone: z.string().refine(isZone, { error: 'should be a time zone, such as America/New_York' }),
  sources: z.record(z.string(), z.strictObject({ name: sentence, url: z.url() })),
  events: z.array(
    z.strictObject({
      id: idSchema,
      title: sentence,
      day: daySchema,
      time: z
        .string()
        .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'should be an hour, such as "09:00"' })
        .exactOptional(),
      until: daySchema.exactOptional(),
      sureness: z.enum(['high', 'medium', 'low']),
      source: z.string(),
    }),
  ),
  phases: z
    .array(
      z.strictObject({
        id: z.enum(keysOf(phases)),
        starts: daySchema,
        programs: sentence,
        you: sentence,
        senior: sentence.exactOptional(),
        elsewhere: z
          .strictObject({ label: sentence.exactOptional(), programs: sentence, you: sentence })
          .exactOptional(),
      }),
    )
    .refine(list => list.map(({ id }) => id).join() === keysOf(phases).join(), {
      error: `should be each of ${keysOf(phases).join(', ')}, in this order`,
    }),
  confirmed: z
    .record(z.string().regex(/^\d{4}$/), z.record(z.string(), z.string().refine(isAnnounced)))
    .exactOptional(),
});

/** Cycles in which Match Week falls on each of its seven possible Mondays; rules are tried on them. */
const CYCLES = [2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033];

/** The rules of the season; undefined, with the mistakes noted, where they are not right. */
export function readSeason(source: YamlSource, mistakes: Mistake[]): SeasonRules | undefined {
  const rules = validate(schema, source, mistakes);
  if (!rules) return undefined;
  const wrong = (path: PropertyKey[], message: string) =>
    mistakes.push({ file: source.file, line: source.lineOf(path), field: path.join('.'), message });

  const days = [
    ...rules.events.map((event, index) => ({ rule: event.day, path: ['events', index, 'day'] })),
    ...rules.events.flatMap(({ until }, index) => (until ? [{ rule: until, path: ['events', index, 'until'] }] : [])),
    ...rules.phases.map(({ starts }, index) => ({ rule: starts, path: ['phases', index, 'starts'] })),
  ];
  const before = mistakes.length;
  for (const { rule, path } of days) {
    try {
      for (const cycle of CYCLES) dayByRule(rule, cycle, rules);
    } catch (error) {
      // Rules that count from each other end in a RangeError of the stack.
      wrong(path, error instanceof RangeError && /stack/.test(error.message) ? 'counts from itself' : messageOf(error));
    }
  }
  for (const [index, { source: name }] of rules.events.entries())
    if (!(name in rules.sources)) wrong(['events', index, 'source'], `there is no source "${name}"`);
  if (mistakes.length > before) return undefined;

  for (const index of rules.phases.keys()) {
    if (index > 0 && !CYCLES.every(cycle => startsAfter(index - 1, index, cycle, rules)))
      wrong(['phases', index, 'starts'], 'is not after the start of the phase before it');
  }
  return mistakes.length === before ? rules : undefined;
}

function startsAfter(first: number, second: number, cycle: number, rules: SeasonRules): boolean {
  const [a, b] = [rules.phases[first]!, rules.phases[second]!].map(phase => dayByRule(phase.starts, cycle, rules));
  return Temporal.PlainDate.compare(a!, b!) < 0;
}

/** The phases that each week of the season touches, in one year or another. */
export function phasesByWeek(rules: SeasonRules): Map<number, Set<Phase>> {
  const weeks = new Map<number, Set<Phase>>();
  for (const cycle of CYCLES) {
    const starts = rules.phases.map(phase => dayByRule(phase.starts, cycle, rules));
    const end = dayByRule(rules.phases[0]!.starts, cycle + 1, rules);
    for (const [index, { id }] of rules.phases.entries()) {
      const last = weekOfSeason((starts[index + 1] ?? end).subtract({ days: 1 }), rules);
      for (let week = weekOfSeason(starts[index]!, rules); week <= last; week++)
        weeks.set(week, (weeks.get(week) ?? new Set()).add(id));
    }
  }
  return weeks;
}

function isZone(text: string): boolean {
  return Intl.supportedValuesOf('timeZone').includes(text) || text === 'UTC';
}

function isAnnounced(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/.test(text) && !Number.isNaN(Date.parse(text));
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

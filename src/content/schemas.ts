import { z } from 'zod';
import { phases } from '../domain/season/season.ts';
import { applicantTypes, keysOf, routes, stages } from '../domain/vocabulary.ts';
import { parseAction } from './action.ts';
import { isCoverNumber } from './coverage.ts';
import { CHOICES, limits, WEEKS } from './limits.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const each = <T extends z.ZodType>(item: T) =>
  z.array(item).refine(list => new Set(list).size === list.length, { error: 'something is named twice' });

/** A call as a button has it. */
export const callSchema = z.string().check(({ value, issues }) => {
  try {
    parseAction(value);
  } catch (error) {
    issues.push({ code: 'custom', input: value, message: (error as Error).message });
  }
});

const action = z.strictObject({ label: text(limits.label), call: callSchema, form: z.literal(true).exactOptional() });
const related = each(z.string()).min(1).max(4);
const covers = each(z.string().refine(isCoverNumber, { error: 'should be a number of the checklist, such as S42' }));

/** The name of a file without its ending. */
export const idSchema = z
  .string()
  .max(limits.id)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'a file name has lower-case words with hyphens between them' });

const year = z.int().min(-1).max(0);
/** A day by rule, as a table or a front matter gives it. */
export const daySchema = z.union(
  [
    z.strictObject({
      on: z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, { error: 'should be a day, such as 10-15' }),
      year,
      weekend: z.enum(['next', 'last']).exactOptional(),
    }),
    z.strictObject({
      nth: z.int().min(1).max(5),
      weekday: z.int().min(1).max(7),
      month: z.int().min(1).max(12),
      year,
    }),
    z.strictObject({ from: z.string(), days: z.int() }),
  ],
  {
    error:
      'should be a day by rule, such as { on: 10-15, year: -1 }, { nth: 3, weekday: 5, ... } or { from: ..., days: 1 }',
  },
);

/** The front matter of each kind of text, by the folder it lies in. */
export const frontMatter = {
  advice: z.strictObject({
    title: text(limits.title),
    topic: z.string(),
    for: each(z.enum(keysOf(applicantTypes))).default([]),
    only: z.boolean().default(false),
    stages: each(z.enum(keysOf(stages))).default([]),
    phases: each(z.enum(keysOf(phases))).default([]),
    related,
    source: text(limits.source).exactOptional(),
    care: z.boolean().default(false),
    do: action,
    covers: covers.default([]),
  }),
  tips: z.strictObject({
    week: z.int().min(1).max(WEEKS),
    phase: z.enum(keysOf(phases)),
    before: daySchema.exactOptional(),
    ahead: z.int().min(1).max(14).exactOptional(),
    match: z.boolean().default(false),
    title: text(limits.title),
    do: action,
    covers: covers.default([]),
  }),
  scenarios: z.strictObject({
    title: text(limits.title),
    related,
    choices: z
      .array(
        z.strictObject({
          label: text(limits.choice),
          verdict: z.enum(['best', 'fine', 'costly']),
          why: text(limits.reason),
        }),
      )
      .min(2)
      .max(CHOICES)
      .refine(list => list.filter(({ verdict }) => verdict === 'best').length === 1, {
        error: 'one choice is the best',
      }),
    heard: z.record(z.enum(keysOf(routes)), text(limits.reason)),
    covers: covers.default([]),
  }),
  organizers: z.strictObject({ title: text(limits.title), covers: covers.default([]) }),
} as const;

export const topicsSchema = z.array(
  z.strictObject({ id: idSchema, title: text(limits.title), description: text(limits.description) }),
);

/** By a piece's name, what people look for it with. */
export const askedSchema = z.record(z.string(), z.array(text(limits.title)).min(1));

/** Groups of words that mean the same to somebody who searches. */
export const synonymsSchema = z.array(z.array(text(limits.title)).min(2));

import { z } from 'zod';
import { buckets, keysOf } from '../domain/vocabulary.ts';
import { parseAction } from './action.ts';
import { limits } from './limits.ts';
import type { Mistake } from './mistakes.ts';
import { callSchema, daySchema, idSchema } from './schemas.ts';
import type { Cast } from './types.ts';
import { validate, type YamlSource } from './yamlSource.ts';

const sentence = z.string().trim().min(1).max(limits.answer);

const calls = z
  .array(
    z.strictObject({
      as: z.literal('kim').exactOptional(),
      on: daySchema.exactOptional(),
      at: z
        .string()
        .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'should be an hour, such as "09:00"' })
        .exactOptional(),
      call: callSchema.exactOptional(),
      tap: sentence.exactOptional(),
      say: sentence.exactOptional(),
    }),
  )
  .transform(list =>
    list.map(({ call, say, ...rest }) => ({
      ...rest,
      ...(call !== undefined && { call: parseAction(call) }),
      ...(say !== undefined && { asked: say }),
    })),
  );

const schema = z.strictObject({
  people: z.array(
    z.strictObject({
      id: idSchema,
      title: z.string().trim().min(1).max(limits.title),
      story: sentence,
      bucket: z.enum(keysOf(buckets)),
      calls,
    }),
  ),
  season: z.strictObject({ title: sentence, story: sentence, calls }),
});

/** The playground's made-up people; undefined, with the mistakes noted, where they are not right. */
export const readCast = (source: YamlSource, mistakes: Mistake[]): Cast | undefined =>
  validate<Cast>(schema, source, mistakes);

export const emptyCast: Cast = { people: [], season: { title: '', story: '', calls: [] } };

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { draftKinds } from '../../../src/domain/drafts/draftKinds.ts';
import { applicantTypes, keysOf, markets } from '../../../src/domain/vocabulary.ts';

const common = {
  name: z.string(),
  text: z.string().trim().min(1),
  market: z.enum(keysOf(markets)).optional(),
  type: z.enum(keysOf(applicantTypes)).optional(),
};
const good = z.strictObject(common);
const bad = z.strictObject({
  ...common,
  /** The words of each finding, by its kind. */
  found: z.partialRecord(z.enum(keysOf(draftKinds)), z.array(z.string()).min(1)),
});

const read = async (file: string): Promise<unknown> => parse(await readFile(join(import.meta.dirname, file), 'utf8'));

/** Texts that need no change. */
export const goodCases = async (file: string) => z.array(good).parse(await read(file));
/** Texts with something to mend, and what should be found in them. */
export const badCases = async (file: string) => z.array(bad).parse(await read(file));

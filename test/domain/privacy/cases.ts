import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { PrivacyFinding } from '../../../src/domain/privacy/privacy.ts';
import { privacyKinds } from '../../../src/domain/privacy/privacyKinds.ts';
import { keysOf } from '../../../src/domain/vocabulary.ts';

const shape = z.array(
  z.strictObject({
    text: z.string().trim(),
    own: z.array(z.string()).default([]),
    found: z.partialRecord(z.enum(keysOf(privacyKinds)), z.array(z.string())).default({}),
  }),
);
export type Case = z.output<typeof shape>[number];

/** The cases of one file in this folder. */
export const casesOf = (file: string): Case[] =>
  shape.parse(parse(readFileSync(new URL(file, import.meta.url), 'utf8')));

/** Findings as the files write them: the words noticed, by kind. */
export function byKind(findings: PrivacyFinding[]): Case['found'] {
  const found: Case['found'] = {};
  for (const { kind, words } of findings) found[kind] = [...(found[kind] ?? []), words];
  return found;
}

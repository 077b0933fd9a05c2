import { describe, expect, test } from 'vitest';
import { checkDraft, type Finding } from '../../../src/domain/draftCheck.ts';
import { badCases, goodCases } from './cases.ts';

/** The words of each finding, by its kind. */
function byKind(findings: Finding[]): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { kind, words } of findings) found[kind] = [...(found[kind] ?? []), words];
  return found;
}

describe('a text that needs no change has no finding', async () => {
  test.for(await goodCases('good.yaml'))('$name', ({ text, market, type }) => {
    expect(byKind(checkDraft(text, { market, applicantType: type }))).toEqual({});
  });
});

describe('what may be mended is found, with the words that cause it', async () => {
  test.for(await badCases('bad.yaml'))('$name', ({ text, market, type, found }) => {
    expect(byKind(checkDraft(text, { market, applicantType: type }))).toEqual(found);
  });
});

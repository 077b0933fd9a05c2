import { existsSync } from 'node:fs';
import { expect } from 'vitest';

/** Expects each id to be a piece of the library. */
export function expectPieces(ids: readonly string[]): void {
  expect(ids.length).toBeGreaterThan(0);
  const missing = ids.filter(id => !existsSync(new URL(`../../src/content/advice/${id}.md`, import.meta.url)));
  expect(missing).toEqual([]);
}

/** Expects a text that can be read as it stands: a sentence or more, with nothing left out and nothing shouted. */
export function expectReadable(text: string): void {
  expect(text).toMatch(/^["A-Z0-9].*[.?]$/);
  expect(text).not.toMatch(/undefined|null|NaN|!|—| {2}|\.\./);
}

/** The value as JSON has it, days and instants as text: `toMatchObject` takes any two Temporal values for equal. */
export function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

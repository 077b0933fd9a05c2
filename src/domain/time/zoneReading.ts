import { asked, type Reading } from '../words/reading.ts';
import type { Said } from './said/said.ts';
import { squeezed } from './understand.ts';

/** Which of several zones is meant, asked with the rest of what was said; nothing where one is, or none was said. */
export function zoneReading(text: string, { zone, zoneSpan }: Said): Reading<never> | undefined {
  if (zone?.outcome !== 'asked' || !zoneSpan) return undefined;
  const words = squeezed(text);
  const withZone = (name: string) => `${words.slice(0, zoneSpan.start)}${name}${words.slice(zoneSpan.end)}`;
  return asked(zone.question, ...zone.answers.map(({ label, words: name }) => ({ label, words: withZone(name) })));
}

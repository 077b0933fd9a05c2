import type { Bucket } from '../../vocabulary.ts';
import { list } from '../../words/sentences.ts';
import type { Evidence } from '../evidence.ts';
import { type Facts, onRoutes } from '../facts.ts';
import type { Known } from '../selfCheck.ts';
import type { PersonVoice } from '../voices.ts';

/** A row of the public table. */
export interface BucketRule {
  id: string;
  bucket: Bucket;
  /** Where this holds, strong cover carries the row as far as the rank list. */
  carried?(facts: Facts): boolean;
  /** The condition and the reason in short, for the page that explains the table. */
  condition: string;
  reason: string;
  /** It is this project's own, beside the article that the table is made from. */
  ours?: true;
  holds(facts: Facts): boolean;
  /** The sentence for a person in whose case it holds, and what stands behind it. */
  sentence(known: Known): string;
  evidence(known: Known): Evidence[];
}

/** On how many routes people are counted. */
export const routesOf = (facts: Facts, what: 'good' | 'cover'): number =>
  onRoutes[what].reduce((sum, fact) => sum + Number(facts[fact] > 0), 0);

/** Three people who would take the user in a second, on at least two routes. It carries one row, never two. */
export const hasStrongCover = (facts: Facts): boolean => facts.cover >= 3 && routesOf(facts, 'cover') >= 2;

export const names = (voices: readonly PersonVoice[]): string => list(voices.map(({ person }) => person.name));

/** "Lakeside IM", where the check is about one. */
export const programOf = ({ check }: Known): string => check.program?.name ?? '';

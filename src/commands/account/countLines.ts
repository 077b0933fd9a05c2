import type { Counts } from '../../core/ports/notebook.ts';
import { entities } from '../../domain/notebook.ts';
import { count } from '../../domain/words/sentences.ts';

/** The kinds that a person knows, with how many there are. */
export const countLines = (counts: Counts): string[] =>
  Object.entries(entities).flatMap(([table, { one, many }]) =>
    counts[table] ? [count(counts[table], one, many)] : [],
  );

import type { Notebook } from '../../core/ports/notebook.ts';
import { entities } from '../../domain/notebook.ts';
import { shelfWrites } from '../entities/repository.ts';
import type { RequestScope } from './idempotent.ts';
import { write } from './undo.ts';

/** What of a program is written in more than one table, or row. */
export function programVerbs(scope: RequestScope): Pick<Notebook, 'debriefProgram'> {
  const programs = shelfWrites(scope, entities.Program);
  return {
    debriefProgram: (programId, debrief, clue) =>
      write(scope, `debriefProgram:${programId}`, async (tx, writeId) => {
        const changed = await programs.change(tx, writeId, programId, debrief);
        const added = clue && (await shelfWrites(scope, entities.Clue).add(tx, writeId, clue));
        return {
          value: changed.value,
          what: `The debrief of ${changed.value.name} is as it was.`,
          changes: [...changed.changes, ...(added?.changes ?? [])],
        };
      }),
  };
}

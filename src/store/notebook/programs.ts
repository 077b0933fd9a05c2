import type { Notebook } from '../../core/ports/notebook.ts';
import { entities, type ProgramFacts } from '../../domain/notebook.ts';
import { shelfWrites } from '../entities/repository.ts';
import type { RequestScope } from './idempotent.ts';
import { type Done, write } from './undo.ts';

/** What of a program is written in more than one table, or row. */
export function programVerbs(scope: RequestScope): Pick<Notebook, 'debriefProgram' | 'rankPrograms'> {
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

    rankPrograms: order =>
      write(scope, `rankPrograms:${order.join()}`, async (tx, writeId) => {
        const ranked = await tx.program.findMany({ where: { rankPlace: { not: null } }, select: { id: true } });
        const ids = new Set([...ranked.map(({ id }) => id), ...order]);
        const done: Done<ProgramFacts>[] = [];
        for (const id of ids) {
          const place = order.indexOf(id);
          done.push(await programs.change(tx, writeId, id, { rankPlace: place < 0 ? null : place + 1 }));
        }
        return {
          value: done.map(({ value }) => value),
          what: 'Your rank list is as it was.',
          changes: done.flatMap(({ changes }) => changes),
        };
      }),
  };
}

import type { Check, Notebook, SelfAnswers } from '../../core/ports/notebook.ts';
import { newId } from '../../core/runtime/id.ts';
import { UNOPENED } from '../../domain/entities/columns.ts';
import { unknownProgram } from '../../domain/entities/programs.ts';
import { entities } from '../../domain/notebook.ts';
import { readable } from '../entities/records.ts';
import { shelfWrites } from '../entities/repository.ts';
import { dateOf, instantOf } from '../entities/rows.ts';
import type { BucketCheck as BucketCheckRow } from '../generated/sqlite/client.ts';
import { idempotent, type RequestScope } from './idempotent.ts';
import { write } from './undo.ts';

type SelfCheckVerbs = Pick<Notebook, 'answers' | 'answer' | 'nameProgram' | 'recordCheck' | 'checks'>;

export function selfCheckVerbs(scope: RequestScope): SelfCheckVerbs {
  const { client, account, now } = scope;
  const { userId } = account;
  const writes = shelfWrites(scope, entities.Program);
  return {
    async answers() {
      const row = await client.selfAnswers.findUnique({ where: { userId } });
      return row ? readAnswers(row.answers) : {};
    },

    answer: change =>
      write(scope, 'answer', async (tx, writeId) => {
        const before = await tx.selfAnswers.findUnique({ where: { userId } });
        const value = { ...(before && readAnswers(before.answers)), ...change };
        const data = { answers: JSON.stringify(value), writeId };
        const what = 'Your answers are as they were.';
        if (before) {
          await tx.selfAnswers.update({ where: { id: before.id }, data });
          const values = { answers: before.answers, writeId: before.writeId };
          return { value, what, changes: [{ table: 'SelfAnswers', op: 'update', id: before.id, values }] };
        }
        const id = newId();
        await tx.selfAnswers.create({ data: { id, userId, ...data } });
        return { value, what, changes: [{ table: 'SelfAnswers', op: 'delete', id }] };
      }),

    nameProgram(name, change) {
      const nameKey = scope.nameKey(name);
      return write(scope, `nameProgram:${nameKey}`, async (tx, writeId) => {
        const known = await tx.program.findUnique({ where: { userId_nameKey: { userId, nameKey } } });
        return known
          ? writes.change(tx, writeId, known.id, change)
          : writes.add(tx, writeId, { ...unknownProgram, ...change, name });
      });
    },

    async recordCheck({ programId, checked }) {
      const { result } = await idempotent(scope, `recordCheck:${programId ?? ''}`, async tx => {
        const row = { id: newId(), userId, programId, at: dateOf(now), result: JSON.stringify(checked) };
        return toCheck(await tx.bucketCheck.create({ data: row }));
      });
      return result;
    },

    async checks(programId, limit) {
      const rows = await client.bucketCheck.findMany({
        where: { programId },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: limit,
      });
      return readable(rows, toCheck);
    },
  };
}

/** The columns are JSON that only this file writes. Answers that could not be opened are asked for again. */
const readAnswers = (json: string): SelfAnswers => (json === UNOPENED ? {} : JSON.parse(json));

const toCheck = ({ id, programId, at, result }: BucketCheckRow): Check => ({
  id,
  programId,
  at: instantOf(at),
  checked: JSON.parse(result),
});

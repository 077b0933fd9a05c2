import type { Counts, Notebook, NotebookExport } from '../../core/ports/notebook.ts';
import { entities } from '../../domain/notebook.ts';
import { readProfile } from '../entities/records.ts';
import { belongings, entityNames, type Row, rowsOf, tables } from '../entities/tables.ts';
import type { RequestScope } from './idempotent.ts';
import { readInTurns } from './readInTurns.ts';

/** What a user keeps, and how much of it. Rows of the machinery, such as undos, are counted and not exported. */
export function exportVerbs({ client, account, now }: RequestScope): Pick<Notebook, 'counts' | 'exportAll'> {
  return {
    async counts() {
      const counts: Counts = {};
      for (const table of belongings) counts[table] = await rowsOf(client, table).count();
      return counts;
    },

    async exportAll() {
      const user = await client.user.findUniqueOrThrow({ where: { id: account.userId } });
      const unreadable: NotebookExport['unreadable'] = [];
      const exported: Record<string, Record<string, unknown>[]> = {};
      for (const table of entityNames) {
        const { order } = tables[table];
        const rows = await rowsOf(client, table).findMany({ orderBy: [{ [order]: 'asc' }, { id: 'asc' }] });
        const toJson = (row: Row) => asJson({ ...entities[table].toItem(row), [order]: row[order] });
        exported[table] = await readInTurns(rows, toJson, id => unreadable.push({ model: table, id }));
      }
      return {
        version: 1,
        exportedAt: now.toString(),
        profile: asJson(readProfile(user)),
        tables: exported,
        ...(unreadable.length > 0 && { unreadable }),
      };
    },
  };
}

/** Days and instants write themselves as ISO text. */
const asJson = (item: object): Record<string, unknown> => JSON.parse(JSON.stringify(item));

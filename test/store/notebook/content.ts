import type { NotebookExport } from '../../../src/core/ports/notebook.ts';

/** An export without what may differ after another import: ids, except for what they point at, and its moment. */
export function contentOf({ profile, tables }: NotebookExport) {
  const names = new Map(
    ['Contact', 'Program'].flatMap(table => (tables[table] ?? []).map(({ id, name }) => [id, name] as const)),
  );
  const content = Object.entries(tables).map(([table, rows]) => {
    const said = rows.map(({ id, contactId, programId, ...row }) =>
      JSON.stringify({ ...row, contact: names.get(contactId), program: names.get(programId) }),
    );
    return [table, said.sort()];
  });
  return { profile, tables: Object.fromEntries(content) };
}

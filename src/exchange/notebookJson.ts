import { z } from 'zod';
import { cleanText } from '../core/cards/cleanText.ts';
import { UserError } from '../core/ports/errors.ts';
import type { NotebookExport } from '../core/ports/notebook.ts';
import { entities, underTodaysNames } from '../domain/notebook.ts';
import { own } from '../domain/words/own.ts';
import { capital } from '../domain/words/sentences.ts';
import { refuseTooMany } from './file/table.ts';
import type { Piece } from './screenRows.ts';

const exported = z.object({
  version: z.literal(1),
  exportedAt: z.string(),
  profile: z.record(z.string(), z.unknown()).default({}),
  tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
});

/** An escape in JSON can be any character: the file's own text was freed of them before. */
const cleaned = (_: string, value: unknown): unknown => (typeof value === 'string' ? cleanText(value) : value);

/** Reads an export of a notebook. @throws UserError where it is none */
export function readNotebookJson(text: string): Omit<NotebookExport, 'tables'> & { pieces: Piece[] } {
  let notebook: NotebookExport;
  try {
    notebook = exported.parse(JSON.parse(text, cleaned));
  } catch {
    throw new UserError('That JSON is not a notebook of Backchannel. Take the notebook.json out of an export.');
  }
  const { tables: written, ...whole } = notebook;
  const tables = underTodaysNames(written);
  refuseTooMany(Object.values(tables).reduce((sum, rows) => sum + rows.length, 0));
  const pieces = Object.entries(tables).flatMap(([table, rows]) =>
    rows.map((row, index) => ({
      where: `${capital(own(entities, table)?.many ?? table)}, row ${index + 1}`,
      tables: { [table]: [row] },
    })),
  );
  return { ...whole, pieces };
}

import { strToU8, zipSync } from 'fflate';
import type { NotebookExport } from '../core/ports/notebook.ts';
import { calendarFile } from './calendar.ts';
import { csvFiles } from './csv.ts';
import type { NotebookData } from './notebookData.ts';

const README = `Your Backchannel notebook.

notebook.json  everything, complete; it can be imported again
*.csv          the same by kind, for a spreadsheet
calendar.ics   interviews, what to answer and reminders, for a calendar

It holds names and notes about people. Keep it where only you can read it.
`;

/** The whole notebook as one zip file. */
export function zipNotebook(complete: NotebookExport, data: NotebookData, now: Temporal.Instant): Uint8Array {
  const files = {
    'README.txt': README,
    'notebook.json': JSON.stringify(complete, null, 2),
    'calendar.ics': calendarFile(data, now),
    ...csvFiles(data),
  };
  const mtime = new Date(now.epochMilliseconds);
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, content]) => [name, [strToU8(content), { mtime }]])),
  );
}

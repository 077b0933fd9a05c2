import { readFileSync } from 'node:fs';
import { fileToOption } from '../../../src/core/commands/givenFile.ts';
import { UserError } from '../../../src/core/ports/errors.ts';
import { readImport } from '../../../src/exchange/import.ts';
import type { Tables } from '../../../src/exchange/screenRows.ts';
import { encoded, workbookOf } from '../../support/files.ts';
import { type Case, corpus, type Kind, type Outcome } from '../kind.ts';

/** As people keep them: the field's name for a file is that of its source here, `as` the letters that it is saved in. */
export const files: Kind = {
  name: 'files',
  cases: corpus('files'),
  bar: 13 / 15,
  async read(one): Promise<Outcome> {
    try {
      return await outcomeOf(one);
    } catch (error) {
      if (error instanceof UserError)
        return { understood: `refused: ${/^Line \d+/.exec(error.message)?.[0] ?? error.message}` };
      throw error;
    }
  },
  // A file is right when all of it is: what is asked, or left out with its reason, is neither.
  judge({ is }, outcome) {
    if (typeof outcome === 'string') return outcome;
    const [wanted, found] = [is, outcome.understood].map(text => text.trim().split('\n').toSorted());
    if (found?.join('\n') === wanted?.join('\n')) return 'right';
    const stored = found?.filter(line => !/^(?:asks|not in|refused):/.test(line)) ?? [];
    if (stored.some(line => !wanted?.includes(line))) return 'wrong';
    return found?.some(line => line.startsWith('asks:')) ? 'asked' : 'refused';
  },
};

async function outcomeOf({ said, where = {} }: Case): Promise<Outcome> {
  const source = readFileSync(new URL(`../corpora/files/${said}`, import.meta.url));
  const name = said.replace(/\.yaml$/, '');
  const bytes = said.endsWith('.yaml') ? workbookOf(source.toString()) : encoded(source, where.as);
  const read = await readImport(fileToOption({ name, bytes }), {
    ...{ now: Temporal.Instant.from('2026-11-27T15:00:00Z'), zone: 'America/Chicago' },
    ...{ known: [], zones: {}, answers: {} },
  });
  const lines = (list: readonly string[]) => list.map(text => /^(?:Line |.*, row )\d+/.exec(text)?.[0] ?? text);
  return {
    understood: [
      ...rowsIn(read.rows.tables),
      ...read.questions.map(({ key }) => `asks: ${key}`),
      ...lines([...read.mistakes, ...read.held]).map(line => `not in: ${line}`),
    ].join('\n'),
  };
}

function rowsIn(tables: Tables): string[] {
  const nameOf = (id: unknown) =>
    [...(tables.Contact ?? []), ...(tables.Program ?? [])].find(row => row.id === id)?.name;
  const said = (...parts: unknown[]) =>
    parts.filter(part => part !== null && part !== undefined && part !== '' && part !== false).join(', ');
  const write: Record<string, (row: Tables[string][number]) => string> = {
    Contact: ({ name, role, place, knownAt }) => said(name, role, place, ...[knownAt].flat()),
    LogEntry: ({ contactId, stance, day, worry, dimensions, sentence }) =>
      said(nameOf(contactId), stance, day, worry, ...[dimensions].flat(), sentence),
    Program: ({ name, specialty, market, school, rotated, note }) =>
      said(name, specialty, market, school, rotated === true && 'rotated', note),
    Interview: ({ programId, kind, day, time, zone, minutes }) =>
      said(nameOf(programId), kind === 'interview' ? '' : kind, `${day} ${String(time).slice(0, 5)}`, zone, minutes),
    Invitation: ({ programId, state, receivedAt, replyBy }) =>
      said(nameOf(programId), state, String(receivedAt).slice(0, 10), replyBy && `by ${String(replyBy).slice(0, 16)}Z`),
  };
  return Object.entries(tables).flatMap(([table, rows]) =>
    rows.map(row => `${table}: ${write[table]?.(row) ?? JSON.stringify(row)}`),
  );
}

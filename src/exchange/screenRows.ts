import { clip } from '../core/cards/clip.ts';
import type { NotebookExport } from '../core/ports/notebook.ts';
import { createYielding } from '../core/runtime/yielding.ts';
import { encryptedIn } from '../domain/entities/entity.ts';
import { entities } from '../domain/notebook.ts';
import { colleaguesOf, screen } from '../domain/privacy/privacy.ts';
import { privacyKinds } from '../domain/privacy/privacyKinds.ts';
import { own } from '../domain/words/own.ts';

export type Tables = NotebookExport['tables'];
type TableRow = Tables[string][number];

/** Rows that stand or fall together, and where in the file they are. */
export interface Piece {
  where: string;
  tables: Tables;
}

/** What somebody wrote, by table. */
const freeText = Object.fromEntries(
  Object.entries(entities).map(([table, { columns }]) => [table, encryptedIn(columns)]),
);

/**
 * What of each piece could point to a patient: `"pt John Smith" (a name or initials)`; nothing where nothing does.
 * `known`: names of people who are kept already. Those in the file are colleagues too, unless a name is noticed itself.
 */
export async function noticedIn(pieces: readonly Piece[], known: readonly string[]): Promise<string[][]> {
  const breathe = createYielding();
  const seen = new Map<string, boolean>();
  const isPlain = (text: string): boolean => {
    const plain = seen.get(text) ?? screen(text).length === 0;
    seen.set(text, plain);
    return plain;
  };
  const texts = pieces.map(({ tables }) =>
    Object.entries(tables).flatMap(([table, rows]) => rows.flatMap(row => textsOf(table, row))),
  );
  const suspicious: Text[][] = [];
  for (const some of texts) {
    await breathe();
    suspicious.push(some.filter(({ text }) => !isPlain(text)));
  }
  const named = texts.flat().flatMap(({ text, isPerson }) => (isPerson && isPlain(text) ? [text] : []));
  const [kept, colleagues] = [colleaguesOf(known), colleaguesOf([...new Set([...known, ...named])])];
  const noticed: string[][] = [];
  for (const some of suspicious) {
    await breathe();
    const found = some.flatMap(({ text, isPerson }) => screen(text, { own: isPerson ? kept : colleagues }));
    noticed.push([...new Set(found.map(({ words, kind }) => `"${clip(words)}" (${privacyKinds[kind].label})`))]);
  }
  return noticed;
}

interface Text {
  text: string;
  /** The name of somebody, who can't vouch for themselves. */
  isPerson: boolean;
}

const textsOf = (table: string, row: TableRow): Text[] =>
  (own(freeText, table) ?? []).flatMap(column =>
    textsIn(row[column]).map(text => ({ text, isPerson: table === 'Contact' && column === 'name' })),
  );

/** More than any column has, however deep they lie. */
const MOST_TEXTS = 1000;

/** Every text in a column, also where what it keeps has parts, such as the result of a self-check. */
function textsIn(column: unknown): string[] {
  const texts: string[] = [];
  const open: unknown[] = [column];
  while (open.length > 0 && texts.length < MOST_TEXTS) {
    const value = open.pop();
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'object' && value !== null)
      open.push(
        ...Object.entries(value)
          .toReversed()
          .flatMap(([key, part]) => [part, ...(Array.isArray(value) ? [] : [key])]),
      );
  }
  return texts;
}

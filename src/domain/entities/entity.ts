import { z } from 'zod';
import { id } from './columns.ts';

/** What a column holds, and whether whoever has the database can read it. */
export interface Column<Type extends z.ZodType = z.ZodType> {
  type: Type;
  encrypted: boolean;
  /** What the column names by its id, of the same user's: when that goes, this goes with it. */
  parent?: ParentName;
}
export type ParentName = 'Contact' | 'Program';
export type Columns = Readonly<Record<string, Column>>;

/** For a name, a place, and whatever else somebody wrote. */
export const encrypted = <Type extends z.ZodType>(type: Type): Column<Type> => ({ type, encrypted: true });
/** For keys of our own lists, days, numbers and ids. */
export const plain = <Type extends z.ZodType>(type: Type): Column<Type> => ({ type, encrypted: false });
/** For the id of a person or a program. */
export const hungOn = <Type extends z.ZodType>(parent: ParentName, type: Type): Column<Type> => ({
  ...plain(type),
  parent,
});

/** The names of those that nobody who has the database can read. */
export const encryptedIn = (columns: Columns): string[] =>
  Object.keys(columns).filter(name => columns[name]?.encrypted);

type Types<Of extends Columns> = { [Name in keyof Of]: Of[Name]['type'] };
type ItemOf<Of extends Columns> = z.output<z.ZodObject<Types<Of>>>;

/** Columns as what they stand for. JSON of an item is read as a row is: what it writes as text is text there. */
export interface Stored<Of extends Columns = Columns, Item = ItemOf<Of>> {
  columns: Of;
  /** @throws z.ZodError where a column holds what it must not */
  toItem(row: unknown): Item;
  /** @param item all or some of an item; what there is no column for is left out */
  toColumns(item: object): Record<string, unknown>;
}
/** What is stored, as the rest of the program has it. */
export type Item<Of extends { toItem(row: unknown): unknown }> = ReturnType<Of['toItem']>;

export function stored<Of extends Columns>(columns: Of): Stored<Of> {
  const types = Object.fromEntries(Object.entries(columns).map(([name, { type }]) => [name, type])) as Types<Of>;
  const whole = z.object(types);
  const part = whole.partial();
  return {
    columns,
    toItem: row => whole.parse(row),
    toColumns: item => z.encode(part, item as z.output<typeof part>),
  };
}

/** What sets one kind of thing apart from the others. */
interface Facts<Item> {
  /** What its owner calls it. */
  one: string;
  many: string;
  /** As many as there is room for. */
  limit: number;
  /** Begins the sentence that says what an undo brought back: "Dr. Kim"; "The offer" where it is not said. */
  label(item: Item): string;
  /** The order in which they are read; oldest first where there is none. */
  sorted?(one: Item, other: Item): number;
  /** The column by which they are oldest first; `createdAt` where it is not said. */
  order: string;
  /** A column that no two of a user's share. `nameKey` is a digest of the name. */
  unique: 'nameKey' | 'contactId' | 'userId' | null;
  /** Its spreadsheet, if it has one. */
  sheet?: Sheet<Item>;
  /** The name of its table, to which what is sealed is bound: its own, unless it was called otherwise when it was made. */
  table: string;
}

/**
 * The heads of a spreadsheet, in their order, each with its column. The id of a person or program stands for their
 * name, and `contactId.role` for that person's role.
 */
export interface Sheet<Item> {
  file: string;
  heads: Readonly<Record<string, (keyof Item & string) | 'contactId.role'>>;
}

/** A thing that users keep, declared once: its columns, and what else sets it apart. */
export interface Entity<Of extends Columns = Columns, Item = ItemOf<Of>> extends Stored<Of, Item>, Facts<Item> {
  name: string;
}

/** @param columns all of its own but the id, which every thing has */
export function entity<const Name extends string, Of extends Columns>(
  name: Name,
  columns: Of,
  facts: Pick<Facts<unknown>, 'one' | 'many'> & Partial<Facts<ItemOf<Of & { id: Column<typeof id> }>>>,
): Entity<Of & { id: Column<typeof id> }> & { name: Name } {
  return {
    name,
    limit: 5000,
    label: () => `The ${facts.one}`,
    order: 'createdAt',
    unique: null,
    table: name,
    ...facts,
    ...stored({ id: plain(id), ...columns }),
  };
}

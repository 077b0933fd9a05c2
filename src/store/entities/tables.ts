import type { Entity, Columns as EntityColumns, ParentName } from '../../domain/entities/entity.ts';
import { type EntityName, entities } from '../../domain/notebook.ts';
import { keysOf } from '../../domain/vocabulary.ts';

interface TableFacts {
  /** Columns that name a row of another table of the same user's, which takes this one with it when it goes. */
  parents: Readonly<Record<string, ParentName>>;
  /** A column that no two rows of a user share. */
  unique: string | null;
  /** The column by which they are oldest first, where that is asked of them. */
  order: string;
}

const machinery: TableFacts = { parents: {}, unique: null, order: 'createdAt' };

const parentsIn = (columns: EntityColumns): TableFacts['parents'] =>
  Object.fromEntries(Object.entries(columns).flatMap(([name, { parent }]) => (parent ? [[name, parent]] : [])));
const factsOf = ({ columns, unique, order }: Pick<Entity, 'columns' | 'unique' | 'order'>): TableFacts => ({
  parents: parentsIn(columns),
  unique,
  order,
});

export const entityNames = keysOf(entities);
/** Every table whose rows belong to one user, by its name in the models; what is hung on comes before what hangs on it. */
export const tables = {
  User: machinery,
  ...(Object.fromEntries(entityNames.map(name => [name, factsOf(entities[name])])) as Record<EntityName, TableFacts>),
  PendingCall: machinery,
  Request: machinery,
  Undo: machinery,
  Link: machinery,
  LinkCode: machinery,
  TakeAway: machinery,
  CalendarFeed: machinery,
};

export type TableName = keyof typeof tables;
export const tableNames = keysOf(tables);
/** All but the user's own row. */
export const belongings = tableNames.filter(name => name !== 'User');

/** The column that says whose a row is. */
export const ownerColumn = (name: TableName): 'id' | 'userId' => (name === 'User' ? 'id' : 'userId');

/** The tables and columns whose rows hang on this one's. */
export const childrenOf = (parent: TableName): { child: TableName; column: string }[] =>
  tableNames.flatMap(child =>
    Object.entries(tables[child].parents).flatMap(([column, name]) => (name === parent ? [{ child, column }] : [])),
  );

/** Columns by name, as they are written. */
export type Columns = Record<string, unknown>;
/** The same as they are read. */
export type Row = Columns & { id: string };

/** What can be done with the rows of any table. */
export interface Rows {
  findUnique(args: { where: { id: string } }): Promise<Row | null>;
  findFirst(args: { where: Columns }): Promise<Row | null>;
  findMany(args: { where?: Columns; orderBy?: Columns[]; select?: Record<string, true> }): Promise<Row[]>;
  count(args?: { where: Columns }): Promise<number>;
  create(args: { data: Columns }): Promise<Row>;
  createMany(args: { data: Columns[] }): Promise<{ count: number }>;
  update(args: { where: { id: string }; data: Columns }): Promise<Row>;
  updateMany(args: { where: Columns; data: Columns }): Promise<{ count: number }>;
  delete(args: { where: { id: string } }): Promise<Row>;
  deleteMany(args: { where: Columns }): Promise<{ count: number }>;
}

/** A table by its name. The one place where its columns' types are given up, for what is the same for every table. */
export function rowsOf(client: object, name: TableName): Rows {
  return (client as Record<string, Rows>)[name.charAt(0).toLowerCase() + name.slice(1)]!;
}

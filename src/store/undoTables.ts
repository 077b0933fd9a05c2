import type { Prisma } from './generated/sqlite/client.ts';
import type { OwnedTransaction } from './owned.ts';

/** Columns by name, as a row of the table had them. */
export type Row = Record<string, unknown>;

/** What taking back needs of a table. */
interface UndoTable {
  read(tx: OwnedTransaction, id: string): Promise<{ writeId: string | null } | null>;
  insert(tx: OwnedTransaction, values: Row): Promise<unknown>;
  update(tx: OwnedTransaction, id: string, values: Row): Promise<unknown>;
  remove(tx: OwnedTransaction, id: string): Promise<unknown>;
  /** Whether other rows than those that are going hang on this one. */
  isUsed(tx: OwnedTransaction, id: string, going: string[]): Promise<boolean>;
  /** Whether the row can come back: what it hangs on is there, and its place is free. */
  fits(tx: OwnedTransaction, values: Row): Promise<boolean>;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const never = async (): Promise<never> => {
  throw new Error('a user is neither made nor removed by a write');
};

/** The tables whose writes can be taken back. Values come from the same table's rows, in the same schema. */
export const tables = {
  User: {
    read: (tx, id) => tx.user.findUnique({ where: { id } }),
    update: (tx, id, values) => tx.user.update({ where: { id }, data: values as Prisma.UserUncheckedUpdateInput }),
    insert: never,
    remove: never,
    isUsed: never,
    fits: never,
  },
  Contact: {
    read: (tx, id) => tx.contact.findUnique({ where: { id } }),
    update: (tx, id, values) =>
      tx.contact.update({ where: { id }, data: values as Prisma.ContactUncheckedUpdateInput }),
    insert: (tx, values) => tx.contact.create({ data: values as Prisma.ContactUncheckedCreateInput }),
    remove: (tx, id) => tx.contact.delete({ where: { id } }),
    isUsed: async (tx, id, going) => (await tx.logEntry.count({ where: { contactId: id, id: { notIn: going } } })) > 0,
    fits: async (tx, { nameKey }) => (await tx.contact.count({ where: { nameKey: textOf(nameKey) } })) === 0,
  },
  LogEntry: {
    read: (tx, id) => tx.logEntry.findUnique({ where: { id } }),
    update: (tx, id, values) =>
      tx.logEntry.update({ where: { id }, data: values as Prisma.LogEntryUncheckedUpdateInput }),
    insert: (tx, values) => tx.logEntry.create({ data: values as Prisma.LogEntryUncheckedCreateInput }),
    remove: (tx, id) => tx.logEntry.delete({ where: { id } }),
    isUsed: async () => false,
    fits: async (tx, { contactId }) => (await tx.contact.count({ where: { id: textOf(contactId) } })) > 0,
  },
  Program: {
    read: (tx, id) => tx.program.findUnique({ where: { id } }),
    update: (tx, id, values) =>
      tx.program.update({ where: { id }, data: values as Prisma.ProgramUncheckedUpdateInput }),
    insert: (tx, values) => tx.program.create({ data: values as Prisma.ProgramUncheckedCreateInput }),
    remove: (tx, id) => tx.program.delete({ where: { id } }),
    isUsed: async (tx, id) => (await tx.bucketCheck.count({ where: { programId: id } })) > 0,
    fits: async (tx, { nameKey }) => (await tx.program.count({ where: { nameKey: textOf(nameKey) } })) === 0,
  },
  SelfAnswers: {
    read: (tx, id) => tx.selfAnswers.findUnique({ where: { id } }),
    update: (tx, id, values) =>
      tx.selfAnswers.update({ where: { id }, data: values as Prisma.SelfAnswersUncheckedUpdateInput }),
    insert: (tx, values) => tx.selfAnswers.create({ data: values as Prisma.SelfAnswersUncheckedCreateInput }),
    remove: (tx, id) => tx.selfAnswers.delete({ where: { id } }),
    isUsed: async () => false,
    fits: async tx => (await tx.selfAnswers.count()) === 0,
  },
} satisfies Record<string, UndoTable>;

export type TableName = keyof typeof tables;

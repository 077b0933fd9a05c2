import type { Arrival } from '../../src/core/ports/store.ts';
import { newId } from '../../src/core/runtime/id.ts';
import { openDatabase } from '../../src/store/open.ts';
import { NOW } from './databases.ts';

/** Every row of every table of a database, as it lies there: nothing opened, nothing left out. */
export async function dump(url: string): Promise<Record<string, string[]>> {
  const { client, provider, close } = await openDatabase(url);
  const names = await client.$queryRawUnsafe<{ name: string }[]>(
    provider === 'sqlite'
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
      : "SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename",
  );
  const rows: Record<string, string[]> = {};
  for (const { name } of names.filter(({ name }) => !name.startsWith('_prisma'))) {
    const found = await client.$queryRawUnsafe<object[]>(`SELECT * FROM "${name}"`);
    rows[name] = found.map(row =>
      JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? Number(value) : value)),
    );
  }
  await close();
  return rows;
}

/** The tables in which a text occurs. */
export const tablesWith = (rows: Record<string, string[]>, text: string): string[] =>
  Object.keys(rows).filter(name => rows[name]?.some(row => row.includes(text)));

const at = new Date(NOW.epochMilliseconds);
/** A delivery as the ledger keeps it: somebody's digest that is due. */
export const deliveryTo = ({ user, account }: Pick<Arrival, 'user' | 'account'>, occurrence = '2026-11-22') => ({
  id: newId(),
  kind: 'digest',
  recipientKey: `user:${user.id}`,
  occurrence,
  userId: user.id,
  accountId: account.id,
  lane: 'slack:T1',
  status: 'due',
  dueAt: at,
  tryAt: at,
  graceUntil: at,
});

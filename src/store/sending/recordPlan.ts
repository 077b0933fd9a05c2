import type { PlanDecision as Decision, Ledger, PlannedDelivery } from '../../core/ports/ledger.ts';
import { newId } from '../../core/runtime/id.ts';
import type { Client, Transaction } from '../driver/client.ts';
import type { Provider } from '../driver/database.ts';
import { createRowTable } from '../driver/rowList.ts';
import { timeText } from '../entities/rows.ts';
import { Prisma } from '../generated/sqlite/client.ts';
import { itemsText } from './deliveryItems.ts';

type Table = 'User' | 'Community';

/** Records what was decided. Two planners who decided about one subject cannot both be right: the first is. */
export function createRecordPlan(client: Client, provider: Provider): Ledger['recordPlan'] {
  const rowTable = createRowTable(provider);

  /** Moves the subjects of one table that are still as they were read, and says which. */
  async function move(tx: Transaction, table: Table, decisions: readonly Decision[]): Promise<string[]> {
    const moves = decisions.map(toMove).filter(row => row.table === table);
    if (moves.length === 0) return [];
    const name = Prisma.raw(`"${table}"`);
    const moved = table === 'User' ? Prisma.sql`, "moved" = r."moved"` : Prisma.empty;
    const unwritten = table === 'User' ? Prisma.sql`AND "User"."revision" = r."writes"` : Prisma.empty;
    const done = await tx.$queryRaw<{ id: string }[]>`
      UPDATE ${name} SET "nextPlanAt" = r."next" ${moved} FROM ${rowTable(moves, moveColumns)} AS r
      WHERE ${name}."id" = r."subject" AND ${name}."nextPlanAt" = r."plannedFor" ${unwritten}
      RETURNING ${name}."id"`;
    return done.map(({ id }) => id);
  }

  return async decisions => {
    // Most ticks find nothing: they write nothing, and wait for nobody who writes.
    if (decisions.length === 0) return;
    await client.$transaction(async tx => {
      const moved = new Set([...(await move(tx, 'User', decisions)), ...(await move(tx, 'Community', decisions))]);
      // Who could be decided about again is on the operator's list no more.
      await tx.$executeRaw`DELETE FROM "SetAside" WHERE "model" IN ('User', 'Community') AND "rowId" IN (
        SELECT "subject" FROM ${rowTable(
          [...moved].map(subject => ({ subject })),
          { subject: 'text' },
        )} AS r)`;
      const kept = decisions.filter(({ subject }) => moved.has(idOf(subject)));
      // In one order everywhere, so that two planners cannot wait for each other.
      const rows = kept.flatMap(({ deliveries }) => deliveries.map(toRow)).sort(byRecipient);
      if (rows.length === 0) return;
      await tx.$executeRaw`
        INSERT INTO "Delivery" (${columnNames}) SELECT ${columnNames} FROM ${rowTable(rows, deliveryColumns)} AS r
        WHERE true ON CONFLICT DO NOTHING`;
    });
  };
}

const idOf = (subject: Decision['subject']): string =>
  subject.kind === 'person' ? subject.user.id : subject.community.id;

const toMove = ({ subject, nextPlanAt, moved = [] }: Decision) => ({
  table: subject.kind === 'person' ? 'User' : 'Community',
  subject: idOf(subject),
  plannedFor: timeText(subject.plannedFor),
  writes: subject.kind === 'person' ? subject.revision : 0,
  next: nextPlanAt && timeText(nextPlanAt),
  moved: JSON.stringify(moved),
});
const moveColumns = { subject: 'text', plannedFor: 'time', writes: 'integer', next: 'time', moved: 'text' } as const;

const deliveryColumns = {
  id: 'text',
  kind: 'text',
  recipientKey: 'text',
  occurrence: 'text',
  userId: 'text',
  accountId: 'text',
  communityId: 'text',
  lane: 'text',
  status: 'text',
  dueAt: 'time',
  graceUntil: 'time',
  tryAt: 'time',
  items: 'text',
} as const;
const columnNames = Prisma.raw(
  Object.keys(deliveryColumns)
    .map(name => `"${name}"`)
    .join(', '),
);

function toRow({ recipient, kind, lane, occurrence, dueAt, graceUntil, items = [] }: PlannedDelivery) {
  const person = 'user' in recipient;
  return {
    id: newId(),
    kind,
    recipientKey: person ? `user:${recipient.user}` : `community:${recipient.community}`,
    occurrence,
    userId: person ? recipient.user : null,
    accountId: person ? recipient.account : null,
    communityId: person ? null : recipient.community,
    lane,
    status: 'due',
    dueAt: timeText(dueAt),
    graceUntil: timeText(graceUntil),
    tryAt: timeText(dueAt),
    items: itemsText(items),
  };
}
type DeliveryRow = ReturnType<typeof toRow>;
const order = (row: DeliveryRow) => `${row.recipientKey} ${row.kind} ${row.occurrence}`;
const byRecipient = (a: DeliveryRow, b: DeliveryRow) => (order(a) < order(b) ? -1 : 1);

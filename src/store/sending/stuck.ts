import { referenceOf } from '../../core/runtime/id.ts';
import type { BareClient } from '../driver/client.ts';
import { dateOf } from '../entities/rows.ts';

/** What is set aside, as an operator sees it: rows by their kind and reference, never a word of what they say. */
export interface Stuck {
  reference: string;
  /** The model's name. */
  model: string;
  error: string;
  failures: number;
  since: Date;
  /** When it is tried again by itself; null where it is not. */
  nextAt: Date | null;
}

export async function listStuck(client: BareClient): Promise<Stuck[]> {
  const rows = await client.setAside.findMany({ orderBy: { since: 'asc' } });
  const ids = rows.map(({ rowId }) => rowId);
  const due = { where: { id: { in: ids } }, select: { id: true, nextPlanAt: true } };
  const subjects = [...(await client.user.findMany(due)), ...(await client.community.findMany(due))];
  const nextAt = new Map(subjects.map(subject => [subject.id, subject.nextPlanAt]));
  return rows.map(({ rowId, model, error, failures, since }) => ({
    reference: referenceOf(rowId),
    model,
    error,
    failures,
    since,
    nextAt: nextAt.get(rowId) ?? null,
  }));
}

/**
 * Lets go what is set aside: people and communities are planned at the next tick, messages are due again.
 * @param reference that of one of them, or undefined for all
 * @returns how many
 */
export async function releaseStuck(client: BareClient, now: Temporal.Instant, reference?: string): Promise<number> {
  const rows = await client.setAside.findMany({
    where: reference === undefined ? {} : { rowId: { startsWith: reference } },
  });
  const idsOf = (wanted: string) => rows.filter(({ model }) => model === wanted).map(({ rowId }) => rowId);
  const due = (model: string) => ({ where: { id: { in: idsOf(model) } }, data: { nextPlanAt: dateOf(now) } });
  await client.user.updateMany(due('User'));
  await client.community.updateMany(due('Community'));
  await client.delivery.updateMany({
    where: { id: { in: idsOf('Delivery') }, status: 'undelivered' },
    data: { status: 'due', attempts: 0, tryAt: dateOf(now), reason: null, detail: null },
  });
  await client.setAside.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  return rows.length;
}

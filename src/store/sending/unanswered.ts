import { z } from 'zod';
import { callFromJson } from '../../core/commands/call.ts';
import { newId } from '../../core/id.ts';
import type { Request } from '../../core/ports/request.ts';
import type { LeftCall, Unanswered } from '../../core/ports/unanswered.ts';
import type { Identity } from '../../core/ports/users.ts';
import type { Client } from '../driver/client.ts';
import { dateOf, instantOf, platformOf } from '../entities/rows.ts';
import type { UnansweredCall as Row } from '../generated/sqlite/client.ts';

/** Longer than any answer takes. */
const HELD = { seconds: 30 };
/** How many are taken up at once. */
const MOST = 20;

export function createUnanswered(client: Client): Unanswered {
  async function take({ id, heldUntil }: Pick<Row, 'id' | 'heldUntil'>, now: Temporal.Instant): Promise<LeftCall[]> {
    const { count } = await client.unansweredCall.updateMany({
      where: { id, heldUntil },
      data: { heldUntil: dateOf(now.add(HELD)), tries: { increment: 1 } },
    });
    if (count === 0) return [];
    try {
      const row = await client.unansweredCall.findUnique({ where: { id } });
      return row ? [toLeft(row)] : [];
    } catch {
      // Damaged, or of another version: there is nobody to be told.
      await client.unansweredCall.deleteMany({ where: { id } });
      return [];
    }
  }

  return {
    async keep({ request, target, expiresAt }, now) {
      const { who, ...rest } = request;
      const row = { id: newId(), ...who, asked: JSON.stringify({ ...rest, target }) };
      await client.unansweredCall.create({
        data: { ...row, heldUntil: dateOf(now.add(HELD)), createdAt: dateOf(now), expiresAt: dateOf(expiresAt) },
      });
      return row.id;
    },
    answered: async id => void (await client.unansweredCall.deleteMany({ where: { id } })),
    async left(platform, now) {
      const rows = await client.unansweredCall.findMany({
        where: { platform, heldUntil: { lte: dateOf(now) } },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        take: MOST,
        select: { id: true, heldUntil: true },
      });
      const taken: LeftCall[] = [];
      for (const row of rows) taken.push(...(await take(row, now)));
      return taken;
    },
  };
}

/** Where one process alone uses the database, whatever another had taken is nobody's now. */
export const letGo = async (client: Client): Promise<void> =>
  void (await client.unansweredCall.updateMany({ data: { heldUntil: new Date(0) } }));

/** What was asked, without whose it is. */
const shape = z.object({
  call: z.unknown().transform(call => callFromJson(JSON.stringify(call))),
  via: z.enum(['command', 'button', 'form']),
  requestId: z.string(),
  zone: z.string().optional(),
  where: z
    .object({
      externalId: z.string(),
      name: z.string(),
      channel: z.string().nullable(),
      zone: z.string().optional(),
    })
    .nullable(),
  mayOrganise: z.boolean(),
  target: z.string(),
});

function toLeft({ id, platform, scope, externalId, asked, tries, expiresAt }: Row): LeftCall {
  const { target, ...rest } = shape.parse(JSON.parse(asked));
  const who: Identity = { platform: platformOf(platform), scope, externalId };
  const request: Request = { ...rest, who };
  return { id, request, target, tries, expiresAt: instantOf(expiresAt) };
}

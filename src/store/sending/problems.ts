import type { Ledger } from '../../core/ports/ledger.ts';
import { newId } from '../../core/runtime/id.ts';
import { laneOf } from '../../core/sending/queueKey.ts';
import type { Client } from '../driver/client.ts';
import { dateOf, platformOf } from '../entities/rows.ts';

/** The message about it may be sent for so long. */
const GRACE = { hours: 24 * 7 };

/** Pauses a community's tips and plans one message about it, in one transaction. */
export const createReportProblem =
  (client: Client): Ledger['reportProblem'] =>
  (communityId, problem, now) =>
    client.$transaction(async tx => {
      const { count } = await tx.community.updateMany({
        where: { id: communityId, problem: null },
        data: { problem, nextPlanAt: null },
      });
      if (count === 0) return;
      const { setUpBy } = await tx.community.findUniqueOrThrow({ where: { id: communityId } });
      const organizers = await tx.organizer.findMany({ where: { communityId } });
      const ids = [setUpBy, ...organizers.map(({ accountId }) => accountId)].filter(id => id !== null);
      const accounts = await tx.account.findMany({ where: { id: { in: ids } } });
      const account = accounts.find(({ id }) => id === setUpBy) ?? accounts[0];
      if (!account) return;
      await tx.delivery.create({
        data: {
          id: newId(),
          kind: 'problem',
          recipientKey: `user:${account.userId}`,
          occurrence: `${communityId} ${now.toString({ smallestUnit: 'millisecond' })}`,
          userId: account.userId,
          accountId: account.id,
          communityId,
          lane: laneOf(platformOf(account.platform), account.scope),
          status: 'due',
          dueAt: dateOf(now),
          graceUntil: dateOf(now.add(GRACE)),
          tryAt: dateOf(now),
        },
      });
    });

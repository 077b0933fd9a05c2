import { type Call, callFromJson, callToJson } from '../../core/commands/call.ts';
import { newId } from '../../core/id.ts';
import type { Notebook } from '../../core/ports/notebook.ts';
import { dateOf } from '../entities/rows.ts';
import { once, type RequestScope } from './once.ts';

const KEPT_HOURS = 24;

export function callVerbs(scope: RequestScope): Pick<Notebook, 'keepCall' | 'keepCalls' | 'keptCall' | 'noteRequest'> {
  const { client, account, now } = scope;
  const rowOf = (call: Call, hours: number) => ({
    id: newId(),
    userId: account.userId,
    call: callToJson(call),
    expiresAt: dateOf(now.add({ hours })),
  });
  return {
    noteRequest: async () => !(await once(scope, 'note', async () => true)).repeated,

    async keepCall(call, hours = KEPT_HOURS) {
      const row = rowOf(call, hours);
      await client.pendingCall.create({ data: row });
      return row.id;
    },

    async keepCalls(calls) {
      const rows = calls.map(call => rowOf(call, KEPT_HOURS));
      await client.pendingCall.createMany({ data: rows });
      return rows.map(({ id }) => id);
    },

    async keptCall(id) {
      const row = await client.pendingCall.findFirst({ where: { id, expiresAt: { gt: dateOf(now) } } });
      return row ? callFromJson(row.call) : undefined;
    },
  };
}

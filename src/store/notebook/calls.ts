import { callFromJson, callToJson } from '../../core/commands/call.ts';
import { newId } from '../../core/id.ts';
import type { Notebook } from '../../core/ports/notebook.ts';
import { dateOf } from '../entities/rows.ts';
import { once, type RequestScope } from './once.ts';

export function callVerbs(scope: RequestScope): Pick<Notebook, 'keepCall' | 'keptCall' | 'noteRequest'> {
  const { client, account, now } = scope;
  return {
    noteRequest: async () => !(await once(scope, 'note', async () => true)).repeated,

    async keepCall(call, hours = 24) {
      const expiresAt = dateOf(now.add({ hours }));
      const row = { id: newId(), userId: account.userId, call: callToJson(call), expiresAt };
      await client.pendingCall.create({ data: row });
      return row.id;
    },

    async keptCall(id) {
      const row = await client.pendingCall.findFirst({ where: { id, expiresAt: { gt: dateOf(now) } } });
      return row ? callFromJson(row.call) : undefined;
    },
  };
}

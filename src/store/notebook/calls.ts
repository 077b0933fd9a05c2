import { type Call, callFromJson, callToJson } from '../../core/commands/call.ts';
import type { Notebook } from '../../core/ports/notebook.ts';
import { ID_LENGTH } from '../../core/runtime/id.ts';
import { dateOf } from '../entities/rows.ts';
import { idempotent, type RequestScope } from './idempotent.ts';

/** A call with no more letters than this weighs nothing. */
const SHORT = 2000;
/** So many calls of one person wait, and so many letters in all: beyond that the oldest go. */
export const waiting = { calls: 100, letters: 5_000_000 };
const KEPT_HOURS = 24;

type CallVerbs = Pick<
  Notebook,
  'keepPendingCall' | 'keepPendingCalls' | 'pendingCall' | 'dropPendingCall' | 'noteRequest' | 'hasWritten'
>;

export function callVerbs(scope: RequestScope): CallVerbs {
  const { client, now, digest } = scope;
  const after = (duration: Temporal.DurationLike) => dateOf(now.add(duration));

  /** Lets the oldest go that are one too many beside some more of so many letters. */
  async function makeRoom(letters: number): Promise<void> {
    const rows = await client.pendingCall.findMany({
      select: { id: true, letters: true },
      orderBy: [{ expiresAt: 'desc' }, { id: 'asc' }],
    });
    let [calls, room] = [1, waiting.letters - letters];
    const spare = rows.filter(row => {
      calls += 1;
      room -= row.letters;
      return calls > waiting.calls || room < 0;
    });
    if (spare.length > 0) await client.pendingCall.deleteMany({ where: { id: { in: spare.map(({ id }) => id) } } });
  }

  /** The same is kept once, however often it is drawn: its id is made of what it says. */
  async function keep(calls: readonly Call[], hours = KEPT_HOURS): Promise<string[]> {
    const rows = calls.map(call => {
      const json = callToJson(call);
      const id = digest(`pending call ${json}`).slice(0, ID_LENGTH);
      return { id, call: json, letters: json.length, expiresAt: after({ hours }) };
    });
    const fresh = [...new Map(rows.map(row => [row.id, row])).values()];
    const letters = fresh.reduce((sum, row) => sum + row.letters, 0);
    // Looked at for each long one, and for one in many of the short ones.
    if (letters > SHORT || fresh.some(({ id }) => id.startsWith('A'))) await makeRoom(letters);
    if (fresh.length > 0) await scope.keepWaiting(fresh);
    return rows.map(({ id }) => id);
  }

  return {
    noteRequest: async () =>
      !(
        await idempotent(
          scope,
          'note',
          async () => true,
          () => [],
        )
      ).repeated,
    hasWritten: async () => {
      const { client, account, requestId } = scope;
      return (await client.request.count({ where: { accountId: account.id, requestId } })) > 0;
    },
    keepPendingCall: async (call, hours) => (await keep([call], hours))[0] ?? '',
    keepPendingCalls: calls => keep(calls),

    async dropPendingCall(id) {
      const expiresAt = after({ minutes: 10 });
      await client.pendingCall.updateMany({ where: { id, expiresAt: { gt: expiresAt } }, data: { expiresAt } });
    },

    async pendingCall(id) {
      const row = await client.pendingCall.findFirst({ where: { id, expiresAt: { gt: dateOf(now) } } });
      return row ? callFromJson(row.call) : undefined;
    },
  };
}

import { callFromJson, callToJson } from '../../core/commands/call.ts';
import { ID_LENGTH } from '../../core/id.ts';
import type { Notebook } from '../../core/ports/notebook.ts';
import { isTaken } from '../driver/client.ts';
import { dateOf } from '../entities/rows.ts';
import type { RequestScope } from './once.ts';

/** A call with no more letters than this weighs nothing. */
const SHORT = 2000;
/** So many calls of one person wait, and so many letters in all: beyond that the oldest go. */
export const waiting = { calls: 100, letters: 5_000_000 };

export function callVerbs({
  client,
  account,
  now,
  digest,
}: RequestScope): Pick<Notebook, 'keepCall' | 'keptCall' | 'dropCall'> {
  /** Lets the oldest go that are one too many beside one more of so many letters. */
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

  return {
    async keepCall(call, hours = 24) {
      const json = callToJson(call);
      // The same is kept once, however often it is drawn.
      const id = digest(`pending call ${json}`).slice(0, ID_LENGTH);
      const letters = json.length;
      const expiresAt = dateOf(now.add({ hours }));
      // Looked at for each long one, and for one in many of the short ones.
      if (letters > SHORT || id.startsWith('A')) await makeRoom(letters);
      const row = { id, userId: account.userId, call: json, letters, expiresAt };
      await client.pendingCall.create({ data: row }).catch(async error => {
        if (!isTaken(error)) throw error;
        await client.pendingCall.updateMany({ where: { id, expiresAt: { lt: expiresAt } }, data: { expiresAt } });
      });
      return id;
    },

    async dropCall(id) {
      const expiresAt = dateOf(now.add({ minutes: 10 }));
      await client.pendingCall.updateMany({ where: { id, expiresAt: { gt: expiresAt } }, data: { expiresAt } });
    },

    async keptCall(id) {
      const row = await client.pendingCall.findFirst({ where: { id, expiresAt: { gt: dateOf(now) } } });
      return row ? callFromJson(row.call) : undefined;
    },
  };
}

import { describe, expect, onTestFinished, test } from 'vitest';
import type { Outcome } from '../../../src/core/ports/ledger.ts';
import { openBeside } from '../../../src/store/driver/beside.ts';
import { databases, freshStoreAt, NOW, newcomer } from '../databases.ts';
import { deliveryTo } from '../raw.ts';

const failed = { status: 'undelivered', reason: 'dms-closed', detail: '50007' } as const;
const passing = { status: 'undelivered', reason: 'unreachable', detail: 'no answer' } as const;
const later = (hours: number) => NOW.add({ hours });

describe.each(databases)('an account that messages cannot reach, on $name,', ({ create }) => {
  /** What became of the messages of some hours, one after the other, and whether anything would be planned then. */
  async function place() {
    const { store, url } = await freshStoreAt(create);
    const ana = await newcomer(store);
    const client = openBeside(url);
    onTestFinished(() => client.$disconnect());
    const come = (hour: number) => store.arrive(ana.account, null, later(hour));
    async function outcome(hour: number, what: Outcome): Promise<void> {
      const row = deliveryTo(ana, String(hour));
      const at = new Date(later(hour).epochMilliseconds);
      await client.delivery.create({ data: { ...row, dueAt: at, tryAt: at } });
      await store.ledger.recordOutcomes([{ id: row.id, outcome: what }]);
    }
    async function planned(hour: number) {
      const at = new Date(later(hour).epochMilliseconds);
      await client.user.updateMany({ where: { id: ana.user.id, nextPlanAt: { not: null } }, data: { nextPlanAt: at } });
      return (await store.ledger.dueSubjects(later(hour), 10)).map(({ plannedFor }) => plannedFor.toString());
    }
    await client.user.updateMany({ data: { nextPlanAt: new Date(NOW.epochMilliseconds) } });
    return { come, outcome, planned };
  }

  test('gets nothing planned after two in a row, until its next command: then what came since is looked at', async () => {
    const { come, outcome, planned } = await place();
    await outcome(1, failed);
    expect(await planned(2)).toHaveLength(1);
    await outcome(25, { ...failed, reason: 'person-gone' });
    expect(await planned(26)).toEqual([]);
    expect(await planned(500)).toEqual([]);
    const { hasUnseenFailures } = await come(501);
    expect(hasUnseenFailures).toBe(true);
    expect(await planned(502)).toHaveLength(1);
    // One more is the first again.
    await outcome(600, failed);
    expect(await planned(601)).toHaveLength(1);
    await outcome(624, failed);
    expect(await planned(625)).toEqual([]);
  });

  test('is not let rest for what passes, for one that came between, or for what was before its last command', async () => {
    const { come, outcome, planned } = await place();
    await outcome(1, failed);
    await outcome(2, passing);
    await outcome(3, passing);
    expect(await planned(4)).toHaveLength(1);
    await outcome(5, failed);
    await outcome(6, { status: 'sent', messageId: 'm', at: later(6) });
    await outcome(7, failed);
    expect(await planned(8)).toHaveLength(1);
    await come(9);
    await outcome(10, failed);
    expect(await planned(11)).toHaveLength(1);
  });
});

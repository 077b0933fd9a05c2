import { describe, expect, test } from 'vitest';
import { DAY, databases, freshStore, NOW, newcomer } from '../databases.ts';

const days = (count: number) => NOW.add({ hours: 24 * count });

describe.each(databases)('a notebook that nobody opens, on $name,', ({ create }) => {
  async function place() {
    const store = await freshStore(create);
    const ana = await newcomer(store);
    await ana.fresh().logInteraction({ who: 'Kim', stance: 'good', day: DAY });
    const come = (day: number) => store.arrive(ana.account, null, days(day));
    /** As the bot does every hour; here once a day. */
    async function until(first: number, last: number) {
      for (let day = first; day <= last; day += 1) await store.sweep(days(day));
    }
    const due = (day: number) => store.ledger.lease('slack:T1', days(day), 10);
    const isThere = () => store.knows([ana.account]);
    return { store, ana, come, until, due, isThere };
  }

  test('goes after twelve months, its owner having been told once, thirty days before', async () => {
    const { ana, until, due, isThere } = await place();
    await until(330, 335);
    expect(await due(335)).toEqual([]);
    await until(336, 365);
    const told = await due(365);
    expect(told).toMatchObject([{ kind: 'idle', recipient: { account: { id: ana.account.id } } }]);
    expect(told[0]?.graceUntil.epochMilliseconds).toBe(days(366).epochMilliseconds);
    expect(await isThere()).toBe(true);
    await until(366, 366);
    expect(await isThere()).toBe(false);
  });

  test('stays for another year where its owner comes back, on whatever account, and they are warned again', async () => {
    const { come, until, due, isThere } = await place();
    await until(335, 340);
    expect(await due(340)).toHaveLength(1);
    await come(350);
    await until(350, 380);
    expect(await isThere()).toBe(true);
    expect(await due(380)).toEqual([]);
    await until(685, 700);
    expect(await due(700)).toHaveLength(1);
    expect(await isThere()).toBe(true);
    await until(701, 717);
    expect(await isThere()).toBe(false);
  });

  test('is warned of first, however long nobody swept', async () => {
    const { until, due, isThere } = await place();
    await until(900, 900);
    expect(await isThere()).toBe(true);
    expect(await due(900)).toHaveLength(1);
    await until(901, 929);
    expect(await isThere()).toBe(true);
    await until(930, 930);
    expect(await isThere()).toBe(false);
  });

  test('goes as well where the warning cannot be sent', async () => {
    const { store, until, due, isThere } = await place();
    await store.leave('slack', 'T1', days(1));
    await until(335, 366);
    expect(await due(366)).toBeDefined();
    expect(await isThere()).toBe(false);
  });
});

import { describe, expect, test } from 'vitest';
import { databases, freshStore, NOW, newcomer } from './databases.ts';

describe.each(databases)('settings on $name', ({ create }) => {
  test('a new user has the defaults, and a change is kept', async () => {
    const { fresh } = await newcomer(await freshStore(create));
    const defaults = { zone: null, stage: null, applicantType: null, remind: 'nothing', welcomed: false };
    expect(await fresh().profile()).toMatchObject({ ...defaults, digestDay: 7, digestHour: 18 });
    const change = { zone: 'America/Chicago', stage: 'm4', applicantType: 'img', welcomed: true } as const;
    const { value } = await fresh().changeProfile(change);
    expect(value).toMatchObject(change);
    expect(await fresh().profile()).toStrictEqual(value);
    expect((await fresh().changeProfile({ stage: null })).value).toStrictEqual({ ...value, stage: null });
  });

  test('whoever asks to be reminded is planned for at once, and no more once they ask for nothing', async () => {
    const store = await freshStore(create);
    const { fresh, user, account } = await newcomer(store);
    await fresh().changeProfile({ stage: 'm4', digestHour: 9 });
    expect(await store.ledger.toPlan(NOW.add({ hours: 1 }), 10)).toEqual([]);
    await fresh(5).changeProfile({ remind: 'weekly' });
    expect(await store.ledger.toPlan(NOW, 10)).toEqual([]);
    expect(await store.ledger.toPlan(NOW.add({ minutes: 5 }), 10)).toMatchObject([
      { kind: 'person', user: { id: user.id }, account: { id: account.id } },
    ]);
    await fresh(6).changeProfile({ remind: 'nothing' });
    expect(await store.ledger.toPlan(NOW.add({ hours: 1 }), 10)).toEqual([]);
  });

  test.each([[{ digestDay: 3 }], [{ digestHour: 7 }], [{ zone: 'Asia/Kathmandu' }]])(
    'a change of the hour is planned anew: %j',
    async change => {
      const store = await freshStore(create);
      const { fresh } = await newcomer(store);
      await fresh().changeProfile({ remind: 'weekly' });
      const [subject] = await store.ledger.toPlan(NOW, 10);
      if (!subject) throw new Error('nobody to plan');
      await store.ledger.plan([{ subject, deliveries: [], nextPlanAt: NOW.add({ hours: 100 }) }]);
      await fresh(1).changeProfile({ stage: 'm4' });
      expect(await store.ledger.toPlan(NOW.add({ hours: 1 }), 10)).toEqual([]);
      await fresh(2).changeProfile(change);
      expect(await store.ledger.toPlan(NOW.add({ hours: 1 }), 10)).toMatchObject([{ user: change }]);
    },
  );
});

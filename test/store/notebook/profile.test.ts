import { describe, expect, test } from 'vitest';
import { DAY, databases, freshStore, NOW, newcomer } from '../databases.ts';

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

  test('whatever is written has its user planned anew, on the account that asked for messages', async () => {
    const store = await freshStore(create);
    const { fresh, user, account } = await newcomer(store);
    expect(await store.ledger.dueSubjects(NOW.add({ hours: 1 }), 10)).toEqual([]);
    await fresh(5).changeProfile({ remind: 'weekly' });
    expect(await store.ledger.dueSubjects(NOW, 10)).toEqual([]);
    const [subject] = await store.ledger.dueSubjects(NOW.add({ minutes: 5 }), 10);
    expect(subject).toMatchObject({
      kind: 'person',
      user: { id: user.id, remind: 'weekly' },
      account: { id: account.id },
    });
    if (!subject) throw new Error('nobody to plan');
    await store.ledger.recordPlan([{ subject, deliveries: [], nextPlanAt: NOW.add({ hours: 100 }) }]);
    await fresh(6).logInteraction({ who: 'Kim', stance: 'good', day: DAY });
    expect(await store.ledger.dueSubjects(NOW.add({ minutes: 6 }), 10)).toMatchObject([{ facts: { logged: 1 } }]);
  });

  test('a write leaves what has come before it to be planned from where it was', async () => {
    const store = await freshStore(create);
    const { fresh } = await newcomer(store);
    await fresh().changeProfile({ remind: 'weekly' });
    await fresh(30).changeProfile({ digestHour: 7 });
    const [subject] = await store.ledger.dueSubjects(NOW.add({ hours: 1 }), 10);
    expect(subject?.plannedFor.equals(NOW)).toBe(true);
  });

  test('quiet hours, a pause, kinds that are off and details are kept', async () => {
    const { fresh } = await newcomer(await freshStore(create));
    const change = { quietFrom: 8, quietTo: 16, pausedUntil: DAY, muted: ['eve', 'digest'], details: true } as const;
    await fresh().changeProfile({ ...change, muted: [...change.muted] });
    expect(await fresh().profile()).toMatchObject(change);
  });
});

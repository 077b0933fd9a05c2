import { describe, expect, test } from 'vitest';
import type { PlannedDelivery } from '../../../src/core/ports/ledger.ts';
import { DAY, databases, freshStore, NOW, newcomer } from '../databases.ts';

describe.each(databases)('what decides about messages on $name', ({ create }) => {
  test('is read for each user alone, without their words', async () => {
    const store = await freshStore(create);
    const [ana, ben] = [await newcomer(store), await newcomer(store)];
    const notebook = ana.fresh;
    const { value } = await notebook().logInteraction({ who: 'Dr. Osei', stance: 'good', day: DAY, place: 'Lakeside' });
    await notebook().defenders.add({
      contactId: value.contact.id,
      since: DAY.subtract({ days: 9 }),
      updatedOn: null,
      everyDays: null,
    });
    const program = (await notebook().nameProgram('Lakeside', {})).value;
    const time = new Temporal.PlainTime(9);
    const meeting = {
      programId: program.id,
      kind: 'interview',
      time,
      zone: 'UTC',
      minutes: null,
      followUpSentOn: null,
    } as const;
    await notebook().interviews.add({ ...meeting, day: DAY.add({ days: 4 }) });
    await notebook().interviews.add({ ...meeting, day: DAY.subtract({ days: 40 }) });
    await notebook().offers.add({
      programId: program.id,
      receivedOn: DAY,
      replyBy: NOW,
      zone: 'UTC',
      state: 'declined',
    });
    const open = { contactId: value.contact.id, kind: 'apology', openedOn: DAY, dueOn: null, outcome: null } as const;
    await notebook().looseEnds.add({ ...open, text: 'secret', closedOn: null });
    await notebook().looseEnds.add({ ...open, text: 'closed', closedOn: DAY });
    const at = Temporal.PlainDateTime.from('2026-12-01T09:00');
    await notebook().reminders.add({
      text: 'secret',
      at,
      zone: 'UTC',
      rule: null,
      state: 'open',
      about: null,
      link: null,
    });
    await ben.fresh().changeProfile({ remind: 'weekly' });

    const planned = await store.ledger.dueSubjects(NOW.add({ hours: 1 }), 10);
    const factsOf = (id: string) =>
      planned.flatMap(subject => (subject.kind === 'person' && subject.user.id === id ? [subject.facts] : []))[0];
    const facts = factsOf(ana.user.id);
    expect(facts).toMatchObject({
      logged: 1,
      programs: [{ name: 'Lakeside' }],
      interviews: [{ day: DAY.add({ days: 4 }) }],
      offers: [],
      looseEnds: [{ kind: 'apology', text: '' }],
      people: [{ name: 'Dr. Osei', place: 'Lakeside' }],
      defenders: [{ name: 'Dr. Osei', lastWord: DAY }],
      reminders: [{ text: '', about: null, link: null }],
      recent: [],
    });
    expect(JSON.stringify(facts)).not.toContain('secret');
    expect(factsOf(ben.user.id)).toMatchObject({ logged: 0, interviews: [], people: [], reminders: [] });
  });

  test('a message keeps what it says and why, for its member alone', async () => {
    const store = await freshStore(create);
    const [ana, ben] = [await newcomer(store), await newcomer(store)];
    await ana.fresh().changeProfile({ remind: 'weekly' });
    const [subject] = await store.ledger.dueSubjects(NOW, 10);
    if (subject?.kind !== 'person') throw new Error('nobody to plan');
    const item = { kind: 'eve', subject: 'i1', occurrence: '2026-11-23', dueAt: NOW, why: 'It is tomorrow.' } as const;
    const delivery: PlannedDelivery = {
      kind: 'eve',
      recipient: { user: ana.user.id, account: ana.account.id },
      lane: 'slack:T1',
      occurrence: 'i1 2026-11-23',
      dueAt: NOW,
      graceUntil: NOW.add({ hours: 3 }),
      items: [item],
    };
    await store.ledger.recordPlan([{ subject, deliveries: [delivery], nextPlanAt: NOW }]);
    const [claimed] = await store.ledger.lease('slack:T1', NOW, 10);
    expect(claimed).toMatchObject({ items: [item], doneAt: null, recipient: { facts: { interviews: [] } } });
    const [again] = await store.ledger.dueSubjects(NOW, 10);
    expect(again).toMatchObject({ facts: { recent: [{ kind: 'eve', subject: 'i1', sent: true, done: false }] } });
    const id = claimed?.id ?? '';
    await store.ledger.markDone(ben.user.id, id, NOW);
    expect((await store.ledger.recentFor(ana.user.id, 5)).map(row => row.doneAt)).toEqual([null]);
    await store.ledger.markDone(ana.user.id, id, NOW);
    expect((await store.ledger.deliveryFor(ana.user.id, id))?.doneAt?.equals(NOW)).toBe(true);
    expect(await store.ledger.recentFor(ben.user.id, 5)).toEqual([]);
  });

  test('nothing is decided on facts that a write has made old', async () => {
    const store = await freshStore(create);
    const { fresh, user, account } = await newcomer(store);
    await fresh().changeProfile({ remind: 'weekly' });
    const [subject] = await store.ledger.dueSubjects(NOW, 10);
    if (!subject) throw new Error('nobody to plan');
    await fresh().changeProfile({ remind: 'eves' });
    const recipient = { user: user.id, account: account.id };
    const times = { dueAt: NOW, graceUntil: NOW.add({ hours: 3 }) };
    const delivery = { kind: 'digest', recipient, lane: 'slack:T1', occurrence: '2026-11-22', ...times } as const;
    await store.ledger.recordPlan([{ subject, deliveries: [delivery], nextPlanAt: NOW.add({ hours: 100 }) }]);
    expect(await store.ledger.lease('slack:T1', NOW, 10)).toEqual([]);
    expect(await store.ledger.dueSubjects(NOW, 10)).toMatchObject([{ user: { remind: 'eves' } }]);
  });
});

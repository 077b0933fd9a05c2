import { describe, expect, test } from 'vitest';
import { DAY, databases, freshStore, NOW, newcomer, sharedStore } from '../databases.ts';

describe.each(databases)('undo on $name', ({ create }) => {
  const shared = sharedStore(create);
  const arrange = () => newcomer(shared());
  const met = { who: 'Dr. Kim', stance: 'good', sentence: 'Kind.', day: DAY } as const;

  test('a first entry goes with the person that it made', async () => {
    const { fresh } = await arrange();
    const { undoId } = await fresh().logInteraction(met);
    expect(await fresh(9).undo(undoId)).toEqual({ undone: true, what: 'The entry about Dr. Kim is gone.' });
    expect(await fresh().history({ limit: 9 })).toEqual([]);
    expect(await fresh().people.all()).toEqual([]);
  });

  test('a person who was met again since stays', async () => {
    const { fresh } = await arrange();
    const first = await fresh().logInteraction(met);
    const second = await fresh().logInteraction(met);
    expect(await fresh().undo(first.undoId)).toMatchObject({ undone: true });
    expect((await fresh().history({ limit: 9 })).map(({ id }) => id)).toEqual([second.value.entry.id]);
  });

  test('a person whose role was named since stays, with that role', async () => {
    const { fresh } = await arrange();
    const { undoId, value } = await fresh().logInteraction(met);
    await fresh().nameRole(value.contact.id, 'chief');
    expect(await fresh().undo(undoId)).toMatchObject({ undone: true });
    expect(await fresh().countEntries()).toBe(0);
    expect(await fresh().people.all()).toMatchObject([{ role: 'chief' }]);
  });

  test('what an entry told of somebody known goes with it', async () => {
    const { fresh } = await arrange();
    await fresh().logInteraction(met);
    const { undoId } = await fresh().logInteraction({ ...met, role: 'nurse', place: 'Baylor' });
    await fresh().undo(undoId);
    expect(await fresh().people.all()).toMatchObject([{ role: 'other', place: null }]);
  });

  test('a removed entry comes back as it was', async () => {
    const { fresh } = await arrange();
    await fresh().logInteraction(met);
    const before = await fresh().history({ limit: 9 });
    const { undoId } = await fresh().removeEntry(before[0]?.id ?? '');
    expect(await fresh().undo(undoId)).toMatchObject({ undone: true });
    expect(await fresh().history({ limit: 9 })).toStrictEqual(before);
  });

  test('settings, roles, answers and programs become what they were', async () => {
    const { fresh } = await arrange();
    const { value } = await fresh().logInteraction(met);
    await fresh().answer({ paper: 'weak' });
    await fresh().nameProgram('Baylor', { market: 'inside' });
    const look = async () => [
      await fresh().profile(),
      await fresh().people.all(),
      await fresh().answers(),
      await fresh().programs.all(),
    ];
    const before = await look();
    const writes = [
      await fresh().changeProfile({ remind: 'weekly', zone: 'Asia/Tokyo' }),
      await fresh().nameRole(value.contact.id, 'dean'),
      await fresh().answer({ paper: 'solid', incidents: 'none' }),
      await fresh().nameProgram('Baylor', { market: 'outside' }),
      await fresh().nameProgram('Emory', {}),
    ];
    for (const { undoId } of writes) expect(await fresh().undo(undoId)).toMatchObject({ undone: true });
    expect(await look()).toStrictEqual(before);
  });

  test('a first answer is taken back altogether', async () => {
    const { fresh } = await arrange();
    const { undoId } = await fresh().answer({ paper: 'weak' });
    await fresh().undo(undoId);
    expect(await fresh().answers()).toEqual({});
  });

  test('messages that were turned on are off again when they are planned', async () => {
    const store = await freshStore(create);
    const { fresh } = await newcomer(store);
    const { undoId } = await fresh().changeProfile({ remind: 'weekly' });
    await fresh().undo(undoId);
    expect(await store.ledger.dueSubjects(NOW.add({ hours: 1 }), 10)).toMatchObject([{ user: { remind: 'nothing' } }]);
  });

  test('a later write to the same row is not overwritten, and can itself be taken back', async () => {
    const { fresh } = await arrange();
    const first = await fresh().answer({ paper: 'weak' });
    const second = await fresh().answer({ paper: 'solid' });
    expect(await fresh().undo(first.undoId)).toEqual({ undone: false, why: 'already' });
    expect(await fresh().answers()).toEqual({ paper: 'solid' });
    expect(await fresh().undo(second.undoId)).toMatchObject({ undone: true });
    expect(await fresh().undo(first.undoId)).toMatchObject({ undone: true });
    expect(await fresh().answers()).toEqual({});
  });

  test('an entry does not come back to a person who is gone', async () => {
    const { fresh } = await arrange();
    const first = await fresh().logInteraction(met);
    const second = await fresh().logInteraction(met);
    const removal = await fresh().removeEntry(second.value.entry.id);
    await fresh().undo(first.undoId);
    expect(await fresh().people.all()).toEqual([]);
    expect(await fresh().undo(removal.undoId)).toEqual({ undone: false, why: 'already' });
  });

  test('a program that was checked since is not taken away', async () => {
    const { fresh } = await arrange();
    const { undoId, value } = await fresh().nameProgram('Baylor', {});
    await fresh().recordCheck({ programId: value.id, checked: { bucket: null, rules: [], fingerprint: '' } });
    expect(await fresh().undo(undoId)).toEqual({ undone: false, why: 'already' });
  });

  test('it works for ten minutes, once, and for the user alone', async () => {
    const { fresh, request } = await arrange();
    const other = await arrange();
    const { undoId } = await fresh().logInteraction(met);
    expect(await other.fresh().undo(undoId)).toEqual({ undone: false, why: 'unknown' });
    expect(await fresh(11).undo(undoId)).toEqual({ undone: false, why: 'expired' });
    expect(await fresh().countEntries()).toBe(1);
    const done = await request('r1', NOW.add({ minutes: 10 })).undo(undoId);
    expect(done).toMatchObject({ undone: true });
    expect(await request('r1').undo(undoId)).toEqual(done);
    expect(await fresh().undo(undoId)).toEqual({ undone: false, why: 'already' });
  });
});

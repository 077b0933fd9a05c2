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

  test('all that one request wrote is taken back as one', async () => {
    const { fresh, request } = await arrange();
    const notebook = request('offer');
    const { value } = await notebook.nameProgram('Lakeside', {});
    const offer = { programId: value.id, receivedOn: DAY, replyBy: null, zone: 'UTC', state: 'open' } as const;
    const { undoId } = await notebook.offers.add(offer);
    expect(await fresh().undo(undoId)).toEqual({ undone: true, what: 'The offer is gone. Lakeside is gone.' });
    expect([await fresh().offers.all(), await fresh().programs.all()]).toEqual([[], []]);
  });

  test('a program that came with an offer stays where something else hangs on it since', async () => {
    const { fresh, request } = await arrange();
    const notebook = request('offer');
    const { value } = await notebook.nameProgram('Lakeside', {});
    const offer = { programId: value.id, receivedOn: DAY, replyBy: null, zone: 'UTC', state: 'open' } as const;
    const { undoId } = await notebook.offers.add(offer);
    await fresh().clues.add({ programId: value.id, kind: 'other', note: null, day: DAY });
    expect(await fresh().undo(undoId)).toMatchObject({ undone: true });
    expect(await fresh().offers.all()).toEqual([]);
    expect(await fresh().programs.all()).toHaveLength(1);
  });

  test('the same request again answers with the same undo', async () => {
    const { request } = await arrange();
    const twice = [];
    for (const notebook of [request('again'), request('again')]) {
      const { value } = await notebook.nameProgram('Lakeside', {});
      const clue = { programId: value.id, kind: 'other', note: null, day: DAY } as const;
      twice.push((await notebook.clues.add(clue)).undoId);
    }
    expect(twice[1]).toBe(twice[0]);
  });

  test('settings are taken back by themselves', async () => {
    const { fresh, request } = await arrange();
    const notebook = request('log');
    const { undoId } = await notebook.logInteraction(met);
    await notebook.changeProfile({ welcomed: true });
    await fresh().undo(undoId);
    expect(await fresh().profile()).toMatchObject({ welcomed: true });
  });

  test('what is told of an entry by later taps goes with it, and so does the person whom it made', async () => {
    const { fresh } = await arrange();
    const { undoId, value } = await fresh().logInteraction(met);
    const telling = () => {
      const notebook = fresh();
      notebook.tellMoreOf(undoId);
      return notebook;
    };
    expect((await telling().nameRole(value.contact.id, 'chief')).undoId).toBe(undoId);
    expect((await telling().tellEntries([value.entry.id], { dimension: 'team-fit' })).undoId).toBe(undoId);
    expect((await telling().people.change(value.contact.id, { place: 'Lakeside' })).undoId).toBe(undoId);
    expect(await fresh().undo(undoId)).toEqual({ undone: true, what: 'The entry about Dr. Kim is gone.' });
    expect([await fresh().people.all(), await fresh().countEntries()]).toEqual([[], 0]);
  });

  test('what is told of somebody known is as it was, in whatever order it was told', async () => {
    const { fresh } = await arrange();
    await fresh().logInteraction({ ...met, role: 'nurse', place: 'Rush' });
    const before = await fresh().people.all();
    const { undoId, value } = await fresh().logInteraction(met);
    for (const change of [{ role: 'chief' }, { place: 'Mercy' }, { role: 'dean', letter: true }] as const) {
      const notebook = fresh();
      notebook.tellMoreOf(undoId);
      await notebook.people.change(value.contact.id, change);
    }
    expect(await fresh().undo(undoId)).toMatchObject({ undone: true });
    expect(await fresh().people.all()).toStrictEqual(before);
  });

  test('a tap after ten minutes is taken back by itself', async () => {
    const { fresh } = await arrange();
    const { undoId, value } = await fresh().logInteraction(met);
    const late = fresh(11);
    late.tellMoreOf(undoId);
    const told = await late.nameRole(value.contact.id, 'chief');
    expect(told.undoId).not.toBe(undoId);
    expect(await fresh(12).undo(told.undoId)).toMatchObject({ undone: true });
    expect(await fresh().people.all()).toMatchObject([{ role: 'other' }]);
  });

  test('nobody tells more of what is another’s', async () => {
    const { fresh } = await arrange();
    const other = await arrange();
    const { undoId } = await fresh().logInteraction(met);
    const notebook = other.fresh();
    notebook.tellMoreOf(undoId);
    expect((await notebook.answer({ paper: 'weak' })).undoId).not.toBe(undoId);
    expect(await fresh().undo(undoId)).toMatchObject({ undone: true });
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

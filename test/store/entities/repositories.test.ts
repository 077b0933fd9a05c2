import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/core/ports/errors.ts';
import { DAY, databases, newcomer, sharedStore } from '../databases.ts';
import { keeper, samples, shelfNames, shelfOf } from './items.ts';

describe.each(databases)('a shelf on $name', ({ create }) => {
  const store = sharedStore(create);
  const looseEnd = { contactId: null, kind: 'other', dueOn: null, closedOn: null, outcome: null } as const;

  test.each(shelfNames)('of %s: what is added is there, changed and removed', async name => {
    const { fresh, ids } = await keeper(store());
    const { item, change } = samples[name](ids);
    const shelf = shelfOf(fresh(), name);
    const before = await shelf.all();
    const { value, repeated } = await shelf.add(item);
    expect(repeated).toBe(false);
    expect(value).toStrictEqual({ ...item, id: value.id });
    expect(await shelf.get(value.id)).toStrictEqual(value);
    expect(await shelf.all()).toHaveLength(before.length + 1);
    const changed = await shelf.change(value.id, change);
    expect(changed.value).toStrictEqual({ ...value, ...change });
    expect(await shelf.get(value.id)).toStrictEqual(changed.value);
    expect((await shelf.remove(value.id)).value).toStrictEqual(changed.value);
    expect(await shelf.get(value.id)).toBeUndefined();
    expect(await shelfOf(fresh(), name).all()).toStrictEqual(before);
  });

  test.each(shelfNames)('of %s: each write is taken back, with a sentence that names it', async name => {
    const { fresh, ids } = await keeper(store());
    const { item, change, label } = samples[name](ids);
    const shelf = shelfOf(fresh(), name);
    const before = await shelf.all();
    const added = await shelfOf(fresh(), name).add(item);
    const changed = await shelfOf(fresh(), name).change(added.value.id, change);
    const removed = await shelfOf(fresh(), name).remove(added.value.id);
    expect(await fresh().undo(removed.undoId)).toMatchObject({ undone: true });
    expect(await shelf.get(added.value.id)).toStrictEqual(changed.value);
    expect(await fresh().undo(changed.undoId)).toEqual({ undone: true, what: `${label} is as it was.` });
    expect(await shelf.get(added.value.id)).toStrictEqual(added.value);
    expect(await fresh().undo(added.undoId)).toEqual({ undone: true, what: `${label} is gone.` });
    expect(await shelf.all()).toStrictEqual(before);
  });

  test.each(shelfNames)('of %s: what one request did in turn is taken back as one', async name => {
    const { fresh, ids } = await keeper(store());
    const { item, change } = samples[name](ids);
    const before = await shelfOf(fresh(), name).all();
    const shelf = shelfOf(fresh(), name);
    const added = await shelf.add(item);
    await shelf.change(added.value.id, change);
    const removed = await shelf.remove(added.value.id);
    expect(removed.undoId).toBe(added.undoId);
    expect(await fresh().undo(added.undoId)).toMatchObject({ undone: true });
    expect(await shelfOf(fresh(), name).all()).toStrictEqual(before);
  });

  test.each(shelfNames)('of %s: the same request writes once', async name => {
    const { fresh, request, ids } = await keeper(store());
    const { item } = samples[name](ids);
    const before = await shelfOf(fresh(), name).all();
    const first = await shelfOf(request('r1'), name).add(item);
    expect(await shelfOf(request('r1'), name).add(item)).toStrictEqual({ ...first, repeated: true });
    expect(await shelfOf(fresh(), name).all()).toHaveLength(before.length + 1);
  });

  test.each(shelfNames)('of %s: what is not there is neither changed nor removed, and says so', async name => {
    const { fresh, ids } = await keeper(store());
    const shelf = shelfOf(fresh(), name);
    expect(await shelf.get('nothing')).toBeUndefined();
    await expect(shelf.change('nothing', samples[name](ids).change)).rejects.toThrow(UserError);
    await expect(shelf.remove('nothing')).rejects.toThrow('is not in your notebook any more.');
  });

  test.each(shelfNames)('of %s: somebody else’s is out of reach, by list and by id', async name => {
    const [mine, other] = [await keeper(store()), await keeper(store())];
    const { item, change } = samples[name](mine.ids);
    const { value } = await shelfOf(mine.fresh(), name).add(item);
    const theirs = shelfOf(other.fresh(), name);
    expect((await theirs.all()).map(({ id }) => id)).not.toContain(value.id);
    expect(await theirs.get(value.id)).toBeUndefined();
    await expect(theirs.change(value.id, change)).rejects.toThrow('not in your notebook');
    await expect(theirs.remove(value.id)).rejects.toThrow('not in your notebook');
    expect(await shelfOf(mine.fresh(), name).get(value.id)).toStrictEqual(value);
  });

  test('is read oldest first', async () => {
    const { fresh } = await newcomer(store());
    for (const [minutes, text] of [
      [2, 'b'],
      [3, 'c'],
      [1, 'a'],
    ] as const)
      await fresh(minutes).looseEnds.add({ ...looseEnd, text, openedOn: DAY });
    expect((await fresh().looseEnds.all()).map(({ text }) => text)).toEqual(['a', 'b', 'c']);
  });

  test('takes several things in one request', async () => {
    const { request } = await newcomer(store());
    const { looseEnds } = request('r1');
    for (const text of ['a', 'b']) await looseEnds.add({ ...looseEnd, text, openedOn: DAY });
    expect(await looseEnds.all()).toHaveLength(2);
  });

  test('takes nobody and no program twice, however the name is typed', async () => {
    const { fresh, ids } = await keeper(store());
    const { item } = samples.people(ids);
    const { value } = await fresh().people.add(item);
    await expect(fresh().people.add({ ...item, name: 'nunez' })).rejects.toThrow(
      'Dr. Núñez is in your notebook already.',
    );
    await expect(fresh().people.change(value.id, { name: 'KIM' })).rejects.toThrow('Kim is in your notebook already.');
    await expect(fresh().programs.add({ ...samples.programs(ids).item, name: 'baylor' })).rejects.toThrow('already');
    await fresh().defenders.add(samples.defenders(ids).item);
    await expect(fresh().defenders.add(samples.defenders(ids).item)).rejects.toThrow(UserError);
    expect((await fresh().people.change(value.id, { name: 'Nunez' })).value.name).toBe('Nunez');
    expect((await fresh().logInteraction({ who: 'nuñez', stance: 'good', day: DAY })).value.newContact).toBe(false);
  });

  test('hangs nothing on what is gone or somebody else’s', async () => {
    const [mine, other] = [await keeper(store()), await keeper(store())];
    for (const name of ['looseEnds', 'defenders', 'interviews', 'invitations', 'offers', 'clues'] as const) {
      const add = shelfOf(mine.fresh(), name).add(samples[name](other.ids).item);
      await expect(add).rejects.toThrow(/^That (person|program) is not in your notebook any more\.$/);
    }
  });

  test('gives back a name only while it is free', async () => {
    const { fresh, ids } = await keeper(store());
    const { undoId } = await fresh().people.remove(ids.contactId);
    await fresh().logInteraction({ who: 'Kim', stance: 'good', day: DAY });
    expect(await fresh().undo(undoId)).toEqual({ undone: false, why: 'already' });
  });

  test('keeps as many as there is room for, and says how many that is', async () => {
    const { fresh, ids } = await keeper(store());
    const { item } = samples.reminders(ids);
    for (let count = 0; count < 100; count++) await fresh().reminders.add(item);
    await expect(fresh().reminders.add(item)).rejects.toThrow(
      'You keep 100 reminders already, which is all there is room for.',
    );
    expect(await fresh().reminders.all()).toHaveLength(100);
  });
});

describe.each(databases)('what goes with a row on $name', ({ create }) => {
  const store = sharedStore(create);

  test('a person goes with their entries, loose ends and standing, and comes back with them', async () => {
    const { fresh, ids } = await keeper(store());
    await fresh(1).logInteraction({ who: 'Kim', stance: 'good', sentence: 'Kind.', day: DAY });
    await fresh(2).logInteraction({ who: 'Kim', stance: 'warn', day: DAY });
    await fresh(3).logInteraction({ who: 'Lee', stance: 'good', day: DAY });
    await fresh().looseEnds.add(samples.looseEnds(ids).item);
    await fresh().looseEnds.add({ ...samples.looseEnds(ids).item, contactId: null });
    await fresh().defenders.add(samples.defenders(ids).item);
    const look = async () => [
      await fresh().people.all(),
      await fresh().history({ limit: 9 }),
      await fresh().looseEnds.all(),
      await fresh().defenders.all(),
    ];
    const before = await look();
    const { undoId } = await fresh().people.remove(ids.contactId);
    expect((await look()).map(rows => rows.length)).toEqual([1, 1, 1, 0]);
    expect(await fresh().undo(undoId)).toEqual({ undone: true, what: 'Kim is back.' });
    expect(await look()).toStrictEqual(before);
  });

  test('an invitation is accepted with its interview in one write, and both are taken back', async () => {
    const { fresh, ids } = await keeper(store());
    const { value } = await fresh().invitations.add(samples.invitations(ids).item);
    const once = fresh();
    const accept = () => once.acceptInvitation(value.id, samples.interviews(ids).item);
    const { value: interview, undoId } = await accept();
    expect((await accept()).value.id).toBe(interview.id);
    expect((await fresh().invitations.get(value.id))?.state).toBe('accepted');
    expect(await fresh().undo(undoId)).toMatchObject({ undone: true });
    expect([(await fresh().invitations.get(value.id))?.state, await fresh().interviews.all()]).toEqual(['open', []]);
    await fresh().invitations.remove(value.id);
    await expect(fresh().acceptInvitation(value.id, samples.interviews(ids).item)).rejects.toThrow(UserError);
    expect(await fresh().interviews.all()).toEqual([]);
  });

  test('a program goes with its interviews, invitations, offers, clues and checks, and comes back with them', async () => {
    const { fresh, ids } = await keeper(store());
    for (const name of ['interviews', 'invitations', 'offers', 'clues'] as const)
      await shelfOf(fresh(), name).add(samples[name](ids).item);
    const checked = { bucket: null, rules: [], fingerprint: '' };
    await fresh().recordCheck({ programId: ids.programId, checked });
    const look = async () => [
      await fresh().programs.all(),
      await fresh().interviews.all(),
      await fresh().invitations.all(),
      await fresh().offers.all(),
      await fresh().clues.all(),
      await fresh().checks(ids.programId, 9),
    ];
    const before = await look();
    const { undoId } = await fresh().programs.remove(ids.programId);
    expect(await look()).toEqual([[], [], [], [], [], []]);
    expect(await fresh().undo(undoId)).toMatchObject({ undone: true, what: 'Baylor is back.' });
    expect(await look()).toStrictEqual(before);
  });
});

import { describe, expect, test } from 'vitest';
import { DAY, databases, sharedStore } from '../databases.ts';
import { keeper, samples } from '../entities/items.ts';

describe.each(databases)('merging people on $name', ({ create }) => {
  const store = sharedStore(create);

  /** Kim, a chief with two entries, a loose end and standing as a defender; and "Kimberly", who is the same. */
  async function arrange() {
    const person = await keeper(store());
    const { fresh, ids } = person;
    await fresh(1).logInteraction({ who: 'Kim', stance: 'good', sentence: 'Kind.', day: DAY });
    await fresh(2).logInteraction({ who: 'Kim', stance: 'warn', day: DAY });
    await fresh().looseEnds.add(samples.looseEnds(ids).item);
    await fresh().defenders.add(samples.defenders(ids).item);
    await fresh().people.change(ids.contactId, {
      trainedAt: [],
      knownAt: ['Emory', 'Duke'],
      letter: false,
      letterAskedOn: null,
      place: 'Rush',
    });
    const { value: other } = await fresh().people.add({
      name: 'Kimberly',
      role: 'other',
      place: null,
      trainedAt: [],
      knownAt: ['Emory'],
      letter: false,
      letterAskedOn: null,
    });
    const look = async () => [
      await fresh().people.all(),
      await fresh().history({ limit: 9 }),
      await fresh().looseEnds.all(),
      await fresh().defenders.all(),
    ];
    return { ...person, from: ids.contactId, into: other.id, look };
  }

  test('moves what hangs on one to the other, who learns what they lacked', async () => {
    const { fresh, from, into } = await arrange();
    const { value } = await fresh().mergePeople(from, into);
    expect(value).toEqual({
      id: into,
      name: 'Kimberly',
      role: 'chief',
      place: 'Rush',
      trainedAt: [],
      knownAt: ['Emory', 'Duke'],
      letter: false,
      letterAskedOn: null,
    });
    expect(await fresh().people.all()).toEqual([value]);
    expect((await fresh().history({ limit: 9 })).map(({ contact }) => contact.id)).toEqual([into, into]);
    expect(await fresh().looseEnds.all()).toMatchObject([{ contactId: into }]);
    expect(await fresh().defenders.all()).toMatchObject([{ contactId: into }]);
  });

  test('can be taken back, and what was written since stays where it was written', async () => {
    const { fresh, from, into, look } = await arrange();
    const before = await look();
    const { undoId } = await fresh().mergePeople(from, into);
    expect(await fresh().undo(undoId)).toEqual({ undone: true, what: 'Kim and Kimberly are two people again.' });
    expect(await look()).toStrictEqual(before);

    const again = await fresh().mergePeople(from, into);
    await fresh(5).logInteraction({ who: 'Kimberly', stance: 'good', day: DAY });
    expect(await fresh().undo(again.undoId)).toMatchObject({ undone: true });
    const history = await fresh().history({ limit: 9 });
    expect(history.map(({ contact }) => contact.name)).toEqual(['Kimberly', 'Kim', 'Kim']);
  });

  test('keeps what the other has of their own', async () => {
    const { fresh, from, into, ids } = await arrange();
    await fresh().people.change(into, {
      role: 'dean',
      place: 'Duke',
      trainedAt: [],
      knownAt: [],
      letter: false,
      letterAskedOn: null,
    });
    await fresh().defenders.add({ ...samples.defenders({ ...ids, contactId: into }).item, updatedOn: DAY });
    const { value, undoId } = await fresh().mergePeople(from, into);
    expect(value).toMatchObject({
      role: 'dean',
      place: 'Duke',
      trainedAt: [],
      knownAt: ['Emory', 'Duke'],
      letter: false,
      letterAskedOn: null,
    });
    expect(await fresh().defenders.all()).toMatchObject([{ contactId: into, updatedOn: DAY }]);
    await fresh().undo(undoId);
    expect((await fresh().defenders.all()).map(({ contactId }) => contactId).sort()).toEqual([from, into].sort());
  });

  test('wants two people who are there', async () => {
    const { fresh, from } = await arrange();
    await expect(fresh().mergePeople(from, from)).rejects.toThrow('one person already');
    await expect(fresh().mergePeople(from, 'nobody')).rejects.toThrow('not in your notebook');
    const other = await keeper(store());
    await expect(fresh().mergePeople(from, other.ids.contactId)).rejects.toThrow('not in your notebook');
    await expect(other.fresh().mergePeople(from, other.ids.contactId)).rejects.toThrow('not in your notebook');
  });
});

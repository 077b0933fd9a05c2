import { describe, expect, test } from 'vitest';
import { DAY, databases, newcomer, sharedStore } from '../databases.ts';

describe.each(databases)('several people logged at once on $name', ({ create }) => {
  const store = sharedStore(create);
  const entry = { stance: 'good', day: DAY } as const;
  const both = [
    { ...entry, who: 'Dr. Patel' },
    { ...entry, who: 'Kim', role: 'chief' },
  ] as const;

  test('are all there, in the order given, and a repeat of the request adds nobody', async () => {
    const { request, fresh } = await newcomer(store());
    const { value, repeated } = await request('r1').logInteractions(both);
    expect(value.map(({ contact, newContact }) => [contact.name, contact.role, newContact])).toEqual([
      ['Dr. Patel', 'other', true],
      ['Kim', 'chief', true],
    ]);
    expect(repeated).toBe(false);
    expect(await request('r1').logInteractions(both)).toMatchObject({ repeated: true, value });
    expect(await fresh().countEntries()).toBe(2);
  });

  test('go together: the entries, and those met for the first time', async () => {
    const { fresh } = await newcomer(store());
    await fresh().logInteraction({ ...entry, who: 'Kim' });
    const { undoId } = await fresh().logInteractions(both);
    expect(await fresh().undo(undoId)).toEqual({ undone: true, what: 'The entries about Dr. Patel and Kim are gone.' });
    expect(await fresh().countEntries()).toBe(1);
    expect(await fresh().people.all()).toMatchObject([{ name: 'Kim', role: 'other' }]);
  });

  test('say what they speak of, in the order of the list', async () => {
    const { fresh } = await newcomer(store());
    await fresh().logInteractions([{ ...entry, who: 'Kim', dimensions: ['team-fit', 'reliability'] }, both[0]]);
    const spoken = (await fresh().history({ limit: 5 })).map(({ contact, dimensions }) => [contact.name, dimensions]);
    expect(Object.fromEntries(spoken)).toEqual({ Kim: ['reliability', 'team-fit'], 'Dr. Patel': [] });
  });

  test('say the how manieth they are, and what was logged of each before', async () => {
    const { fresh } = await newcomer(store());
    await fresh().logInteraction({ ...entry, who: 'Kim', stance: 'warn' });
    await fresh().logInteraction({ ...entry, who: 'Kim' });
    await fresh().logInteraction({ ...entry, who: 'Kim' });
    const { value } = await fresh().logInteractions(both);
    expect(value.map(({ number, earlier }) => [number, earlier])).toEqual([
      [4, {}],
      [5, { warn: 1, good: 2 }],
    ]);
  });

  test('are about those whom the command knows, who may be gone since', async () => {
    const { fresh } = await newcomer(store());
    const { value } = await fresh().logInteraction({ ...entry, who: 'Kim', role: 'chief' });
    const known = { ...entry, who: 'Kim', contact: value.contact };
    expect((await fresh().logInteractions([known])).value).toMatchObject([
      { contact: value.contact, newContact: false },
    ]);
    const told = { ...known, role: 'nurse', place: 'Mercy' } as const;
    expect((await fresh().logInteractions([told])).value).toMatchObject([
      { contact: { role: 'nurse', place: 'Mercy' } },
    ]);
    await fresh().people.remove(value.contact.id);
    await expect(fresh().logInteractions([known])).rejects.toThrow('not in your notebook any more');
    expect(await fresh().countEntries()).toBe(0);
    const { fresh: stranger } = await newcomer(store());
    await expect(stranger().logInteractions([known])).rejects.toThrow('not in your notebook any more');
  });

  test('are saved all or none', async () => {
    const { fresh } = await newcomer(store());
    const many = Array.from({ length: 501 }, (_, index) => ({ ...entry, who: `Person ${index}` }));
    await expect(fresh().logInteractions(many)).rejects.toThrow('You keep 500 people already');
    expect(await fresh().countEntries()).toBe(0);
    expect(await fresh().people.all()).toEqual([]);
  });
});

describe.each(databases)('an entry that replaces another on $name', ({ create }) => {
  const store = sharedStore(create);
  const old = { who: 'Kim', stance: 'good', day: DAY, sentence: 'Kind.', dimensions: ['team-fit'] } as const;
  async function arrange() {
    const { fresh } = await newcomer(store());
    const { value } = await fresh().logInteraction({ ...old, dimensions: [...old.dimensions] });
    return { fresh, replaces: value.entry.id, loggedAt: value.entry.loggedAt };
  }

  test('takes its place and its time, and one undo brings it back as it was', async () => {
    const { fresh, replaces, loggedAt } = await arrange();
    const before = await fresh().history({ limit: 5 });
    const { undoId } = await fresh(5).logInteractions([{ who: 'Kim', stance: 'warn', day: DAY }], { replaces });
    const [after, ...more] = await fresh().history({ limit: 5 });
    expect(more).toEqual([]);
    expect(after).toMatchObject({ stance: 'warn', sentence: null, dimensions: [] });
    expect(after?.loggedAt.equals(loggedAt)).toBe(true);
    expect(await fresh(6).undo(undoId)).toEqual({ undone: true, what: 'The entry about Kim is as it was.' });
    expect(await fresh().history({ limit: 5 })).toEqual(before);
  });

  test('leaves whom the old one was about, also where nothing is logged of them any more', async () => {
    const { fresh, replaces } = await arrange();
    const { undoId } = await fresh().logInteractions([{ who: 'Lou', stance: 'good', day: DAY }], { replaces });
    expect((await fresh().people.all()).map(({ name }) => name)).toEqual(['Kim', 'Lou']);
    expect((await fresh().history({ limit: 5 })).map(({ contact }) => contact.name)).toEqual(['Lou']);
    await fresh().undo(undoId);
    expect((await fresh().people.all()).map(({ name }) => name)).toEqual(['Kim']);
    expect((await fresh().history({ limit: 5 })).map(({ contact }) => contact.name)).toEqual(['Kim']);
  });

  test('is refused, and nothing is written, where the old one is gone or another person’s', async () => {
    const { fresh, replaces } = await arrange();
    const { fresh: stranger } = await newcomer(store());
    const again = [{ who: 'Kim', stance: 'good', day: DAY }] as const;
    await expect(stranger().logInteractions(again, { replaces })).rejects.toThrow('not there any more');
    expect(await stranger().people.all()).toEqual([]);
    await fresh().removeEntry(replaces);
    await expect(fresh().logInteractions(again, { replaces })).rejects.toThrow('not there any more');
    expect(await fresh().countEntries()).toBe(0);
  });
});

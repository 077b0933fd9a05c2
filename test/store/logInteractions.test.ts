import { describe, expect, test } from 'vitest';
import { DAY, databases, newcomer, sharedStore } from './databases.ts';

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
    expect(await fresh().contacts()).toMatchObject([{ name: 'Kim', role: 'other' }]);
  });

  test('are saved all or none', async () => {
    const { fresh } = await newcomer(store());
    const many = Array.from({ length: 501 }, (_, index) => ({ ...entry, who: `Person ${index}` }));
    await expect(fresh().logInteractions(many)).rejects.toThrow('You keep 500 people already');
    expect(await fresh().countEntries()).toBe(0);
    expect(await fresh().contacts()).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { DAY, databases, newcomer, sharedStore } from '../databases.ts';

describe.each(databases)('last words on $name', ({ create }) => {
  const store = sharedStore(create);
  const kim = { name: 'Kim', role: 'chief', place: null } as const;

  test('are the latest by the day, one for each who has any, and of nobody else’s people', async () => {
    const { fresh } = await newcomer(store());
    const { fresh: stranger } = await newcomer(store());
    await stranger().logInteraction({ who: 'Kim', stance: 'good', day: DAY });
    const { value } = await fresh().logInteraction({ who: 'Kim', stance: 'warn', day: DAY });
    await fresh(1).logInteraction({ who: 'Kim', stance: 'good', day: DAY.subtract({ days: 1 }) });
    await fresh().people.add({ ...kim, name: 'Joy', trainedAt: [], knownAt: [], letter: false, letterAskedOn: null });
    const notebook = fresh();
    expect(await notebook.lastWords()).toEqual([{ contactId: value.contact.id, stance: 'warn', day: DAY }]);
    await notebook.logInteraction({ who: 'Kim', stance: 'little', day: DAY.add({ days: 1 }) });
    expect(await notebook.lastWords()).toMatchObject([{ stance: 'little' }]);
  });

  test('come with the defenders, the oldest of these first', async () => {
    const { fresh } = await newcomer(store());
    const { value: joy } = await fresh().people.add({
      ...kim,
      name: 'Joy',
      trainedAt: [],
      knownAt: [],
      letter: false,
      letterAskedOn: null,
    });
    const { value } = await fresh().logInteraction({ who: 'Kim', stance: 'at-once', day: DAY });
    await fresh().defenders.add({ contactId: value.contact.id, since: DAY, updatedOn: null, everyDays: null });
    await fresh(1).defenders.add({ contactId: joy.id, since: DAY, updatedOn: DAY, everyDays: null });
    expect(await fresh().metDefenders()).toMatchObject([
      { contactId: value.contact.id, since: DAY, updatedOn: null, lastDay: DAY },
      { contactId: joy.id, since: DAY, updatedOn: DAY, lastDay: null },
    ]);
  });

  test('of one person are read by themselves', async () => {
    const { fresh } = await newcomer(store());
    await fresh().logInteraction({ who: 'Joy', stance: 'good', day: DAY });
    const { value } = await fresh().logInteraction({ who: 'Kim', stance: 'warn', day: DAY });
    const theirs = await fresh().history({ limit: 5, about: value.contact.id });
    expect(theirs.map(({ id }) => id)).toEqual([value.entry.id]);
  });
});

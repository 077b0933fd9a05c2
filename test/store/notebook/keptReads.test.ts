import { describe, expect, test } from 'vitest';
import { createKeptReads } from '../../../src/store/notebook/keptReads.ts';
import { DAY, databases, newcomer, sharedStore } from '../databases.ts';

describe('what a request has read', () => {
  test('is kept until something is written', async () => {
    const reads = createKeptReads();
    let times = 0;
    const read = reads.kept(async () => ++times);
    expect(await Promise.all([read(), read()])).toEqual([1, 1]);
    reads.forget();
    expect(await read()).toBe(2);
  });

  test('is not kept where it failed', async () => {
    const reads = createKeptReads();
    let times = 0;
    const read = reads.kept(async () => {
      times += 1;
      if (times === 1) throw new Error('for a moment');
      return times;
    });
    await expect(read()).rejects.toThrow('for a moment');
    expect(await read()).toBe(2);
  });
});

describe.each(databases)('on $name', ({ create }) => {
  const store = sharedStore(create);
  const kim = {
    name: 'Kim',
    role: 'chief',
    place: null,
    trainedAt: [],
    knownAt: [],
    letter: false,
    letterAskedOn: null,
  } as const;

  test('a request reads its own writes, of each kind', async () => {
    const notebook = (await newcomer(store())).fresh();
    expect(await notebook.people.all()).toEqual([]);
    const { value, undoId } = await notebook.people.add({
      ...kim,
      trainedAt: [],
      knownAt: [],
      letter: false,
      letterAskedOn: null,
    });
    expect(await notebook.people.all()).toEqual([value]);
    await notebook.logInteraction({ who: 'Kim', stance: 'good', day: DAY });
    expect(await notebook.history({ limit: 5000 })).toHaveLength(1);
    await notebook.people.change(value.id, { name: 'Kim Lee' });
    expect((await notebook.history({ limit: 5000 }))[0]?.contact.name).toBe('Kim Lee');
    await notebook.people.remove(value.id);
    expect(await notebook.people.all()).toEqual([]);
    expect(await notebook.history({ limit: 5000 })).toEqual([]);
    // All of it was one request's, which is taken back as one.
    expect(await notebook.undo(undoId)).toMatchObject({ undone: true });
    expect(await notebook.people.all()).toEqual([]);
    await notebook.people.add({ ...kim, name: 'Joy', trainedAt: [], knownAt: [], letter: false, letterAskedOn: null });
    await notebook.eraseAll();
    expect(await notebook.people.all()).toEqual([]);
  });

  test('a request that failed to write reads what there is', async () => {
    const ana = await newcomer(store());
    const notebook = ana.fresh();
    await notebook.people.all();
    await ana.fresh().people.add({ ...kim, trainedAt: [], knownAt: [], letter: false, letterAskedOn: null });
    await expect(notebook.people.change('nobody', { place: 'Mercy' })).rejects.toThrow('not in your notebook');
    expect(await notebook.people.all()).toHaveLength(1);
  });

  test('nobody reads what another has read, nor does the next request', async () => {
    const [ana, ben] = [await newcomer(store()), await newcomer(store())];
    await ana.fresh().people.add({ ...kim, trainedAt: [], knownAt: [], letter: false, letterAskedOn: null });
    const earlier = ana.fresh();
    expect(await earlier.people.all()).toHaveLength(1);
    expect(await ben.fresh().people.all()).toEqual([]);
    await ana
      .fresh()
      .people.add({ ...kim, name: 'Joy', trainedAt: [], knownAt: [], letter: false, letterAskedOn: null });
    expect(await ana.fresh().people.all()).toHaveLength(2);
  });
});

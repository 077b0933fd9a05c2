import { describe, expect, onTestFinished, test } from 'vitest';
import type { Notebook } from '../../../src/core/ports/notebook.ts';
import { createActiveNotebooks, type KeptReads } from '../../../src/store/notebook/keptReads.ts';
import { type OpenStore, openStore } from '../../../src/store/open.ts';
import { DAY, databases, KEY, NOW, newcomer, scratch, sharedStore } from '../databases.ts';

describe('what was read of a notebook', () => {
  const LATER = 8;
  const counting = () => {
    let times = 0;
    return async () => [++times];
  };
  const arrange = (revision?: number) => createActiveNotebooks()('ana', revision);

  test('is kept until one of its tables is written, or one that it hangs on', async () => {
    const reads = arrange(7);
    const people = reads.kept('people', ['Contact'], counting());
    const entries = reads.kept('entries', ['LogEntry'], counting());
    expect(await Promise.all([people(), people(), entries()])).toEqual([[1], [1], [1]]);
    reads.forget(['LogEntry'], 8);
    expect(await Promise.all([people(), entries()])).toEqual([[1], [2]]);
    reads.forget(['Contact'], 9);
    expect(await Promise.all([people(), entries()])).toEqual([[2], [3]]);
  });

  test('is read anew where nobody knows what was written, or another wrote in between', async () => {
    const written: Parameters<KeptReads['forget']>[] = [[], [['Program'], undefined], [['Program'], 10]];
    for (const forget of written) {
      const reads = arrange(7);
      const people = reads.kept('people', ['Contact'], counting());
      await people();
      reads.forget(...forget);
      expect(await people()).toEqual([2]);
    }
  });

  test('is given to the next request at the same revision, and to no other person', async () => {
    const notebooks = createActiveNotebooks();
    const read = counting();
    const people = (who: string, revision: number | undefined) => notebooks(who, revision).kept('people', [], read)();
    expect(await people('ana', 7)).toEqual([1]);
    expect(await people('ana', 7)).toEqual([1]);
    expect(await people('ben', 7)).toEqual([2]);
    expect(await people('ana', undefined)).toEqual([3]);
    expect(await people('ana', LATER)).toEqual([4]);
    expect(await people('ana', LATER)).toEqual([4]);
  });

  test('is not kept where it failed', async () => {
    let times = 0;
    const read = arrange(7).kept('people', [], async () => {
      times += 1;
      if (times === 1) throw new Error('for a moment');
      return times;
    });
    await expect(read()).rejects.toThrow('for a moment');
    expect(await read()).toBe(2);
  });

  test('is nobody’s to change', async () => {
    const [first] = await arrange(7).kept('people', [], async () => [{ name: 'Kim' }])();
    expect(() => Object.assign(first ?? {}, { name: 'Joy' })).toThrow(TypeError);
  });

  test('of many people stays within bounds', async () => {
    const notebooks = createActiveNotebooks();
    const rows = Array.from({ length: 5000 }, (_, id) => ({ id }));
    let times = 0;
    const read = (who: string) =>
      notebooks(who, 1).kept('people', [], async () => {
        times += 1;
        return rows;
      })();
    const crowd = Array.from({ length: 30 }, (_, index) => `u${index}`);
    for (const who of crowd) await read(who);
    await read('u29');
    expect(times).toBe(30);
    await read('u0');
    expect(times).toBe(31);
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

  test('whatever two replicas write in turn, nothing older than the request is read', async () => {
    const { url } = await scratch(create);
    const open = () => openStore({ databaseUrl: url, encryptionKey: KEY });
    // SQLite has one process, so one store.
    const one = await open();
    const replicas = [one, url.startsWith('file:') ? one : await open()];
    onTestFinished(async () => {
      for (const replica of new Set(replicas)) await replica.close();
    });
    const who = { platform: 'slack', scope: 'T1', externalId: 'U1' } as const;
    let requests = 0;
    const arrive = async (replica: OpenStore, kept: boolean) => {
      const { account, revision } = await replica.arrive(who, null, NOW);
      const requestId = `r${requests++}`;
      return replica.notebook({ account, requestId, now: NOW, ...(kept && { revision }) });
    };
    const looked = async (notebook: Notebook) => ({
      people: await notebook.people.all(),
      programs: await notebook.programs.all(),
      interviews: await notebook.interviews.all(),
      history: await notebook.history({ limit: 5000 }),
      words: await notebook.lastWords(),
    });
    const last = <Item>(items: readonly Item[]) => items.at(-1);
    let undoId = '';
    const writes: ((notebook: Notebook) => Promise<{ undoId: string } | undefined>)[] = [
      async notebook => notebook.logInteraction({ who: 'Kim', stance: 'good', day: DAY }),
      async notebook => notebook.logInteraction({ who: `Dr. N${requests}`, stance: 'warn', day: DAY, place: 'Mercy' }),
      async notebook => {
        const person = last(await notebook.people.all());
        return person && notebook.people.change(person.id, { place: `P${requests}` });
      },
      async notebook => {
        const [person] = await notebook.people.all();
        return person && notebook.people.remove(person.id);
      },
      async notebook => {
        const entry = last(await notebook.history({ limit: 5000 }));
        return entry && notebook.removeEntry(entry.id);
      },
      async notebook => {
        await notebook.undo(undoId);
        return undefined;
      },
    ];
    let seed = 5;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let step = 0; step < 60; step += 1) {
      const writer = await arrive(replicas[random(2)] ?? one, true);
      if (random(2) === 0) await looked(writer);
      const written = await writes[random(writes.length)]?.(writer).catch(() => undefined);
      undoId = written?.undoId ?? undoId;
      const truth = await looked(await arrive(one, false));
      for (const reader of [...replicas.map(replica => arrive(replica, true)), writer])
        expect(await looked(await reader), `step ${step}`).toEqual(truth);
    }
  });
});

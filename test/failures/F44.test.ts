import { describe, expect, onTestFinished, test } from 'vitest';
import { UNOPENED } from '../../src/domain/entities/columns.ts';
import { openBeside } from '../../src/store/driver/beside.ts';
import { DAY, databases, freshStoreAt, newcomer } from '../store/databases.ts';

describe.each(databases)('F44: one damaged sealed cell on $name', ({ create }) => {
  test('reads as what could not be opened, and the rest of the notebook goes on', async () => {
    const { store, url } = await freshStoreAt(create);
    const ana = await newcomer(store);
    const log = (who: string, sentence: string) =>
      ana.fresh().logInteraction({ who, stance: 'good', day: DAY, place: 'Lakeside', sentence });
    const { value } = await log('Dr. Osei', 'Steady at night');
    await log('Dr. Patel', 'Quick and kind');
    const program = (await ana.fresh().nameProgram('Mercy', {})).value;
    await ana.fresh().answer({ paper: 'solid' });
    await ana.fresh().people.change(value.contact.id, { knownAt: ['Mercy'] });

    const raw = openBeside(url);
    onTestFinished(() => raw.$disconnect());
    await raw.contact.updateMany({ where: { id: value.contact.id }, data: { name: 'v1.x.y.z', knownAt: 'v1.broken' } });
    await raw.logEntry.updateMany({ where: { id: value.entry.id }, data: { sentence: 'plain' } });
    await raw.program.updateMany({ where: { id: program.id }, data: { name: 'v1.a.b.c.d' } });
    await raw.selfAnswers.updateMany({ data: { answers: 'v1.a.b.c.d' } });

    const notebook = ana.fresh();
    expect((await notebook.people.all()).map(({ name }) => name).sort()).toEqual([UNOPENED, 'Dr. Patel']);
    const history = await notebook.history({ limit: 10 });
    expect(history.map(({ sentence }) => sentence).sort()).toEqual([UNOPENED, 'Quick and kind']);
    expect((await notebook.programs.all()).map(({ name }) => name)).toEqual([UNOPENED]);
    expect(await notebook.answers()).toEqual({});
    const { tables } = await notebook.exportAll();
    expect(JSON.stringify(tables)).toContain(UNOPENED);
    expect(JSON.stringify(tables)).toContain('Dr. Patel');
  });

  test('a row that is none is left out of lists, named in the export, and removed with everything', async () => {
    const { store, url } = await freshStoreAt(create);
    const ana = await newcomer(store);
    const day = {
      programId: (await ana.fresh().nameProgram('Mercy', {})).value.id,
      kind: 'interview',
      zone: 'UTC',
    } as const;
    const add = (time: number) =>
      ana
        .fresh()
        .interviews.add({ ...day, day: DAY, time: new Temporal.PlainTime(time), minutes: null, followUpSentOn: null });
    const [broken] = [await add(9), await add(10)];
    const raw = openBeside(url);
    onTestFinished(() => raw.$disconnect());
    await raw.interview.updateMany({ where: { id: broken.value.id }, data: { zone: 'Mars/Base' } });

    const notebook = ana.fresh();
    expect(await notebook.interviews.all()).toHaveLength(1);
    await expect(notebook.interviews.get(broken.value.id)).rejects.toThrow(broken.value.id.slice(0, 8));
    const exported = await notebook.exportAll();
    expect(exported.unreadable).toEqual([{ model: 'Interview', id: broken.value.id }]);
    expect(exported.tables.Interview).toHaveLength(1);
    expect((await ana.fresh().importAll(exported)).value).toEqual({});
    await notebook.eraseAll();
    expect(await raw.interview.count()).toBe(0);
  });
});

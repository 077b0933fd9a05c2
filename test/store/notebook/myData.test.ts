import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/core/ports/errors.ts';
import type { NotebookExport } from '../../../src/core/ports/notebook.ts';
import { DAY, databases, NOW, newcomer, sharedStore } from '../databases.ts';
import { fullNotebook, keeper, samples } from '../entities/items.ts';
import { contentOf } from './content.ts';

const exportOf = (tables: NotebookExport['tables'], profile = {}): NotebookExport => ({
  version: 1,
  exportedAt: NOW.toString(),
  profile,
  tables,
});

describe.each(databases)('an export on $name', ({ create }) => {
  const store = sharedStore(create);

  test('holds every kind of row, readable, with ids that point at each other', async () => {
    const { fresh, ids } = await fullNotebook(store());
    const { version, exportedAt, tables } = await fresh().exportAll();
    expect({ version, exportedAt }).toEqual({ version: 1, exportedAt: NOW.toString() });
    expect(Object.values(tables).filter(rows => rows.length === 0)).toEqual([]);
    const { Contact = [] } = tables;
    expect(Contact.find(({ name }) => name === 'Dr. Núñez')).toMatchObject({
      trainedAt: ['Rice'],
      knownAt: ['Emory', 'Duke'],
      letter: true,
    });
    expect(tables.LogEntry?.[0]).toMatchObject({
      contactId: ids.contactId,
      day: '2026-11-21',
      sentence: 'Late twice.',
    });
    expect(tables.LogEntry?.[1]).toMatchObject({ dimensions: ['reliability', 'team-fit'], worry: 'reliability' });
    expect(tables.Interview?.[0]).toMatchObject({ programId: ids.programId, time: '18:30:00' });
    expect(tables.Offer?.[0]).toMatchObject({ replyBy: '2026-11-24T18:00:00Z' });
    expect(tables.SelfAnswers).toMatchObject([{ answers: { paper: 'weak' } }]);
    expect(JSON.stringify(tables)).not.toMatch(/userId|nameKey|writeId|v1\./);
  });

  test('comes back the same after everything was erased', async () => {
    const { fresh, account } = await fullNotebook(store());
    await fresh().changeProfile({ zone: 'Asia/Tokyo', stage: 'm4', remind: 'weekly', digestHour: 9 });
    const exported: NotebookExport = JSON.parse(JSON.stringify(await fresh().exportAll()));
    await fresh().eraseAll();
    const { account: again } = await store().arrive(account, null, NOW);
    const notebook = (requestId: string) => store().notebook({ account: again, requestId, now: NOW });
    expect(again.userId).not.toBe(account.userId);
    expect(contentOf(await notebook('r1').exportAll())).not.toEqual(contentOf(exported));
    await notebook('r2').importAll(exported);
    expect(contentOf(await notebook('r3').exportAll())).toEqual(contentOf(exported));
  });

  test('is counted by table', async () => {
    const { fresh } = await fullNotebook(store());
    const counts = await fresh().counts();
    expect(counts).toMatchObject({ Contact: 2, LogEntry: 2, Program: 2, Reminder: 1, SelfAnswers: 1, BucketCheck: 2 });
  });
});

describe.each(databases)('an import on $name', ({ create }) => {
  const store = sharedStore(create);

  test('adds what is not there, and nothing a second time', async () => {
    const [from, to] = [await fullNotebook(store()), await keeper(store())];
    const file = await from.fresh().exportAll();
    const preview = await to.fresh().previewImport(file);
    const { value } = await to.fresh().importAll(file);
    expect(preview).toEqual({ adds: value, known: 2 });
    expect(value).toMatchObject({ Contact: 1, Program: 1, LogEntry: 2, Defender: 1 });
    const [here, there] = [contentOf(await to.fresh().exportAll()).tables, contentOf(file).tables];
    // Kim was here before, and stays as they were.
    expect({ ...here, Contact: [] }).toEqual({ ...there, Contact: [] });
    expect((await to.fresh().people.all()).map(({ id }) => id)).toContain(to.ids.contactId);
    const all = Object.values(file.tables).flat().length;
    expect(await to.fresh().previewImport(file)).toEqual({ adds: {}, known: all });
    expect((await to.fresh().importAll(file)).value).toEqual({});
    expect(await to.fresh().countEntries()).toBe(2);
  });

  test('a preview writes nothing', async () => {
    const [from, to] = [await fullNotebook(store()), await newcomer(store())];
    await to.fresh().previewImport(await from.fresh().exportAll());
    expect(Object.values(await to.fresh().counts()).every(count => count === 0)).toBe(true);
  });

  test('is taken back as a whole, settings too', async () => {
    const [from, to] = [await fullNotebook(store()), await keeper(store())];
    await from.fresh().changeProfile({ stage: 'm4', remind: 'weekly' });
    const before = await to.fresh().exportAll();
    const { undoId } = await to.fresh().importAll(await from.fresh().exportAll());
    expect(await to.fresh().profile()).toMatchObject({ stage: 'm4', remind: 'weekly' });
    expect(await to.fresh().undo(undoId)).toEqual({ undone: true, what: 'What was imported is gone.' });
    expect(await to.fresh().exportAll()).toStrictEqual(before);
  });

  test('overwrites nothing: settings that were made, people and programs stay', async () => {
    const { fresh, ids } = await keeper(store());
    await fresh().changeProfile({ stage: 'pgy1', digestHour: 7 });
    const tables = {
      Contact: [{ id: 'a', name: 'Dr. KIM', role: 'dean', place: 'Rush' }],
      Program: [{ id: 'b', name: 'baylor', market: 'inside' }],
      LogEntry: [{ id: 'c', contactId: 'a', stance: 'good', day: '2026-11-01', loggedAt: NOW.toString() }],
    };
    const { value } = await fresh().importAll(exportOf(tables, { stage: 'm3', digestHour: 20, digestDay: 2 }));
    expect(value).toEqual({ LogEntry: 1 });
    expect(await fresh().profile()).toMatchObject({ stage: 'pgy1', digestHour: 7, digestDay: 2 });
    expect(await fresh().people.all()).toMatchObject([{ id: ids.contactId, name: 'Kim', role: 'chief', place: null }]);
    expect(await fresh().programs.all()).toMatchObject([{ id: ids.programId, market: null }]);
    expect(await fresh().history({ limit: 9 })).toMatchObject([{ contact: { name: 'Kim' }, worry: null }]);
  });

  test('twins in a file stay twins, and one name is one person', async () => {
    const { fresh } = await newcomer(store());
    const entry = { contactId: 'a', stance: 'good', day: '2026-11-01', loggedAt: NOW.toString() };
    const tables = {
      Contact: [
        { id: 'a', name: 'Lee', role: 'nurse' },
        { id: 'b', name: 'LEE', role: 'nurse' },
      ],
      LogEntry: [
        { ...entry, id: '1' },
        { ...entry, id: '2' },
        { ...entry, id: '3', contactId: 'b' },
      ],
    };
    expect((await fresh().importAll(exportOf(tables))).value).toEqual({ Contact: 1, LogEntry: 3 });
    expect(await fresh().previewImport(exportOf(tables))).toEqual({ adds: {}, known: 5 });
  });

  test.each([
    [
      'Contact, row 2: role is',
      {
        Contact: [
          { id: 'a', name: 'Kim', role: 'dean' },
          { id: 'b', name: 'Lee', role: 'king' },
        ],
      },
    ],
    ['Contact, row 1: name is', { Contact: [{ id: 'a', name: ' ', role: 'dean' }] }],
    ['Contact, row 1: id is', { Contact: [{ name: 'Kim', role: 'dean' }] }],
    [
      'LogEntry, row 1: there is no Contact "x"',
      { LogEntry: [{ id: 'e', contactId: 'x', stance: 'good', day: '2026-11-01', loggedAt: '2026-11-01T00:00:00Z' }] },
    ],
    ['Clue, row 1: programId, day is', { Clue: [{ id: 's', kind: 'other', day: '2026-02-30' }] }],
    [
      'Reminder, row 1: zone is',
      { Reminder: [{ id: 'r', text: 'x', at: '2026-12-01T09:00:00', zone: 'Mars', state: 'open' }] },
    ],
    ['SelfAnswers, row 1: something is', { SelfAnswers: [{ id: 'r', answers: '{' }] }],
    ['A notebook has no table "Account"', { Account: [{ id: 'a' }] }],
  ])('refuses the whole file where a row is malformed: %s', async (message, tables) => {
    const { fresh } = await newcomer(store());
    const file = exportOf({ Program: [{ id: 'p', name: 'Emory' }], ...tables });
    await expect(fresh().previewImport(file)).rejects.toThrow(message);
    await expect(fresh().importAll(file)).rejects.toThrow(UserError);
    expect(await fresh().programs.all()).toEqual([]);
  });

  test('refuses more than there is room for', async () => {
    const { fresh, ids } = await keeper(store());
    await fresh().reminders.add(samples.reminders(ids).item);
    const { Reminder } = (await fresh().exportAll()).tables;
    const many = Array.from({ length: 101 }, (_, index) => ({ ...Reminder?.[0], id: `r${index}` }));
    await expect(fresh().importAll(exportOf({ Reminder: many }))).rejects.toThrow(
      'A notebook has room for 100 reminders: with this file it would be 101.',
    );
  });

  test('reads a whole notebook back', async () => {
    const { fresh } = await newcomer(store());
    const Contact = Array.from({ length: 300 }, (_, index) => ({ id: `c${index}`, name: `P ${index}`, role: 'nurse' }));
    const LogEntry = Array.from({ length: 5000 }, (_, index) => ({
      id: `e${index}`,
      contactId: `c${index % 300}`,
      stance: 'good',
      sentence: `Sentence ${index}`,
      day: DAY.subtract({ days: index % 200 }).toString(),
      loggedAt: NOW.toString(),
    }));
    const { undoId } = await fresh().importAll(exportOf({ Contact, LogEntry }));
    expect(await fresh().history({ limit: 5000 })).toHaveLength(5000);
    expect(await fresh().undo(undoId)).toMatchObject({ undone: true });
    expect(await fresh().people.all()).toEqual([]);
  });
});

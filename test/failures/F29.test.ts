import { describe, expect, onTestFinished, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { call } from '../../src/core/commands/call.ts';
import { openBeside } from '../../src/store/driver/beside.ts';
import { waiting } from '../../src/store/notebook/calls.ts';
import { databases, freshStoreAt, NOW, newcomer } from '../store/databases.ts';
import { labelsOf, startCore } from '../support/member.ts';

describe.each(databases)('F29: what waits, on $name', ({ create }) => {
  test('is kept once, and has a bound a person', async () => {
    const { store, url } = await freshStoreAt(create);
    const [ana, ben] = [await newcomer(store), await newcomer(store)];
    const raw = openBeside(url);
    onTestFinished(() => raw.$disconnect());
    const file = (mark: string) => call('my-data', { file: mark.repeat(400_000) });
    const first = await ana.fresh().keepPendingCall(file('ab'));
    expect(await ana.fresh(1).keepPendingCall(file('ab'))).toBe(first);
    expect(await ben.fresh().keepPendingCall(file('ab'))).not.toBe(first);
    const later: string[] = [];
    for (let minute = 2; minute < 22; minute += 1)
      later.push(await ana.fresh(minute).keepPendingCall(file(`${minute}-`)));
    const rows = await raw.pendingCall.findMany({ where: { userId: ana.user.id } });
    expect(rows.reduce((sum, { letters }) => sum + letters, 0)).toBeLessThanOrEqual(waiting.letters);
    // The oldest went, the newest is there, and nobody else's was touched.
    expect(await ana.fresh(22).pendingCall(first)).toBeUndefined();
    expect(await ana.fresh(22).pendingCall(later.at(-1) ?? '')).toBeDefined();
    expect(await raw.pendingCall.count({ where: { userId: ben.user.id } })).toBe(1);
  });

  test('is few, however many short ones are drawn', async () => {
    const { store, url } = await freshStoreAt(create);
    const ana = await newcomer(store);
    const raw = openBeside(url);
    onTestFinished(() => raw.$disconnect());
    for (let index = 0; index < 600; index += 1)
      await ana.fresh().keepPendingCall(call('log', { who: `Person ${index}` }));
    expect(await raw.pendingCall.count()).toBeLessThan(600);
  });

  test('of everybody together is bounded by the hourly sweep', async () => {
    const { store, url } = await freshStoreAt(create);
    const ana = await newcomer(store);
    const raw = openBeside(url);
    onTestFinished(() => raw.$disconnect());
    const [old, young] = [
      await ana.fresh().keepPendingCall(call('log', { who: 'A' })),
      await ana.fresh(9).keepPendingCall(call('log', { who: 'B' })),
    ];
    await raw.pendingCall.updateMany({ where: { id: old }, data: { letters: 400_000_000 } });
    await raw.pendingCall.updateMany({ where: { id: young }, data: { letters: 200_000_000 } });
    await ana.fresh(10).keepPendingCall(call('log', { who: 'C' }));
    await store.sweep(NOW.add({ minutes: 11 }));
    expect(await ana.fresh(12).pendingCall(old)).toBeUndefined();
  });
});

test('F29: the preview of an import is kept once for all its buttons, and ends with its import', async () => {
  const core = await startCore(commands);
  const ana = core.member('ana');
  const preview = await ana.say('my-data', { file: 'name,role\npt John Smith,nurse\nKim Lee,chief' });
  expect(labelsOf(preview)).toEqual(expect.arrayContaining(['Import the rest', 'None is a patient']));
  const imported = await ana.tap(preview, 'Import the rest');
  expect(imported.card.title).toBe('Imported');
  const notebook = await ana.notebook();
  expect((await notebook.people.all()).map(({ name }) => name)).toEqual(['Kim Lee']);
  expect((await notebook.counts()).PendingCall).toBeLessThanOrEqual(2);
  await core.stop();
});

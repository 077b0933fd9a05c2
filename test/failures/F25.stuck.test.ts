import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openBeside } from '../../src/store/driver/beside.ts';
import { databases, freshStoreAt, NOW, newcomer } from '../store/databases.ts';

const run = promisify(execFile);
const script = join(import.meta.dirname, '../../scripts/stuck.ts');

describe.each(databases)('F25: npm run stuck on $name', ({ create }) => {
  test('lists what is set aside while the bot runs, and lets it go', async () => {
    const { store, url } = await freshStoreAt(create);
    const ana = await newcomer(store);
    await ana.fresh().changeProfile({ remind: 'weekly' });
    const raw = openBeside(url);
    onTestFinished(() => raw.$disconnect());
    await raw.user.updateMany({ where: { id: ana.user.id }, data: { moved: 'secret words' } });

    expect(await store.ledger.dueSubjects(NOW.add({ minutes: 1 }), 10)).toEqual([]);
    expect(await store.ledger.dueSubjects(NOW.add({ minutes: 1 }), 10)).toEqual([]);
    const env = { ...process.env, DATABASE_URL: url, ENCRYPTION_KEY: '' };
    const stuck = async (...words: string[]) => (await run(process.execPath, [script, ...words], { env })).stdout;
    const listed = await stuck();
    const reference = ana.user.id.slice(0, 8);
    expect(listed).toContain(`${reference}  User  SyntaxError  1 times`);
    expect(listed).not.toContain('secret');

    await raw.user.updateMany({ where: { id: ana.user.id }, data: { moved: '[]' } });
    expect(await stuck('release', reference)).toBe('Released: 1.\n');
    expect(await stuck()).toBe('Nothing is set aside.\n');
    expect(await store.ledger.dueSubjects(Temporal.Now.instant().add({ minutes: 1 }), 10)).toHaveLength(1);
  });

  test('what goes on failing is tried again later each time, and off the list once it works', async () => {
    const { store, url } = await freshStoreAt(create);
    const ana = await newcomer(store);
    await ana.fresh().changeProfile({ remind: 'weekly' });
    const raw = openBeside(url);
    onTestFinished(() => raw.$disconnect());
    await raw.user.updateMany({ where: { id: ana.user.id }, data: { moved: 'x' } });
    const waits: number[] = [];
    for (let now = NOW.add({ minutes: 1 }), tries = 0; tries < 14; tries += 1) {
      expect(await store.ledger.dueSubjects(now, 10)).toEqual([]);
      const next = (await raw.user.findFirst({ where: { id: ana.user.id } }))?.nextPlanAt?.getTime() ?? 0;
      waits.push((next - now.epochMilliseconds) / 60_000);
      now = Temporal.Instant.fromEpochMilliseconds(next);
    }
    expect(waits.slice(0, 5)).toEqual([1, 2, 4, 8, 16]);
    expect(Math.max(...waits)).toBe(720);
    await raw.user.updateMany({ where: { id: ana.user.id }, data: { moved: '[]' } });
    const [subject] = await store.ledger.dueSubjects(NOW.add({ hours: 24 * 30 }), 10);
    if (!subject) throw new Error('nobody to plan');
    await store.ledger.recordPlan([{ subject, deliveries: [], nextPlanAt: null }]);
    expect(await raw.setAside.count()).toBe(0);
  });
});

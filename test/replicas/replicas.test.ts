import { expect, onTestFinished, test } from 'vitest';
import { blankPostgres } from '../store/databases.ts';
import { isLong } from '../support/long.ts';
import { runReplicas } from './scenario.ts';

if (!isLong)
  test('F6: two processes with 100 due send each of them once', { timeout: 120_000 }, async () => {
    const { url, remove } = await blankPostgres();
    onTestFinished(remove);
    const result = await runReplicas({ databaseUrl: url, processes: 2, due: 100 });
    expect(result).toMatchObject({ lost: [], doubled: [], states: { sent: 100 } });
  });

if (isLong)
  test('F6: four processes with 5,000 due, one killed every five seconds, send each of them once', {
    timeout: 1_200_000,
  }, async () => {
    const { url, remove } = await blankPostgres();
    onTestFinished(remove);
    const result = await runReplicas({
      databaseUrl: url,
      processes: 4,
      due: 5000,
      killEveryMs: 5000,
      report: console.log,
    });
    console.log(`${result.due} sent in ${result.seconds.toFixed(0)} s with ${result.kills} kills`);
    expect(result).toMatchObject({ lost: [], doubled: [], states: { sent: 5000 } });
  });

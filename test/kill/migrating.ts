// A process that migrates and, where a moment is given, is killed with -9 so many milliseconds after it began.
import { Worker } from 'node:worker_threads';
import { PrismaPg } from '@prisma/adapter-pg';
import { readMigrations } from '../../src/store/driver/migrations.ts';
import { migratePostgres } from '../../src/store/driver/postgresMigrations.ts';
import { migrateSqlite } from '../../src/store/driver/sqliteMigrations.ts';
import { sqlitePath } from '../../src/store/driver/url.ts';

const [url = '', folder = '', killAfterMs] = process.argv.slice(2);
const migrations = readMigrations(folder);
const path = sqlitePath(url);

// SQLite's driver holds this thread: another one has to look at the clock.
const killer = `
  const { parentPort, workerData } = require('node:worker_threads');
  parentPort.once('message', begun => {
    while (performance.timeOrigin + performance.now() < begun + workerData);
    process.kill(process.pid, 'SIGKILL');
  });
  parentPort.postMessage('ready');`;
const worker = killAfterMs && new Worker(killer, { eval: true, workerData: Number(killAfterMs) });
if (worker) await new Promise(resolve => worker.once('message', resolve));

const begun = performance.now();
if (worker) worker.postMessage(performance.timeOrigin + begun);
if (path === undefined) await migratePostgres(new PrismaPg(url), migrations);
else await migrateSqlite(path, migrations);
console.log(performance.now() - begun);

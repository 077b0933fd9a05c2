// npm run bench:overload [seconds] [rig...]: at twice what can be answered, who is answered, who is told, what is lost.
import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import { startPostgres } from '../support/postgres.ts';
import { startCoreRig } from './overload/coreRig.ts';
import { startDiscordRig, startSlackRig } from './overload/doorRigs.ts';
import { capacity, type Flood, flood, longest, median, quantile, slope } from './overload/measure.ts';
import { keptNames, type StartRig, scratchFolder } from './overload/rig.ts';

const SECONDS = Number(process.argv[2] ?? 30);
const wanted = process.argv.slice(3);
const PEOPLE = 1000;
const DUE = 200;
/** As many as a busy hour has waiting: enough to keep the database at work all the time. */
const AT_ONCE = 24;
const CAPACITY_SECONDS = 10;
/** Until the bot is up and its capacity measured: then the messages are due, and the flood begins. */
const BEFORE_MS = 30_000;

const rigs: Record<string, StartRig> = { core: startCoreRig, slack: startSlackRig, discord: startDiscordRig };

async function trial(start: StartRig, databaseUrl: string | undefined) {
  const { folder, remove } = scratchFolder();
  const url = databaseUrl ?? `file:${folder}/backchannel.db`;
  const dueAt = Date.now() + BEFORE_MS;
  const rig = await start({ databaseUrl: url, folder, people: PEOPLE, due: DUE, dueAt });
  const perSecond = await capacity(rig, CAPACITY_SECONDS, AT_ONCE);
  await sleep(Math.max(0, dueAt - Date.now()));
  const result = await flood(rig, 2 * perSecond, SECONDS, DUE);
  await rig.close();
  const kept = await keptNames(url);
  remove();
  return figures(perSecond, result, kept);
}

function figures(perSecond: number, result: Flood, kept: ReadonlySet<string>) {
  const { saved, told } = result;
  const ms = (time: number) => Math.round(time);
  return {
    'capacity a second': perSecond.toFixed(0),
    'asked in all': result.asked,
    accepted: saved.length,
    'accepted: median, p99, longest (ms)': [median(saved), quantile(saved, 0.99), longest(saved)].map(ms).join(', '),
    'accepted after 3 s': saved.filter(time => time > 3000).length,
    'told no': told.length,
    'told no: median, p99, longest (ms)': [median(told), quantile(told, 0.99), longest(told)].map(ms).join(', '),
    'told no after 1 s': told.filter(time => time > 1000).length,
    'without an answer': result.unanswered,
    'accepted and lost': result.savedNames.filter(name => !kept.has(name)).length,
    'told no and saved': result.toldNames.filter(name => kept.has(name)).length,
    'memory at the end (MB)': ms(result.memoryMb.at(-1) ?? 0),
    'its slope over 15 s (MB/s)': slope(result.memoryMb, 15).toFixed(2),
    [`${DUE} due, sent within (s)`]: result.dueSeconds?.toFixed(1) ?? `${result.dueSent} only`,
  };
}

async function blank(server: string, name: string): Promise<string> {
  const connection = await new PrismaPg(server).connect();
  await connection.executeRaw({ sql: `CREATE DATABASE "${name}"`, args: [], argTypes: [] });
  await connection.dispose();
  return Object.assign(new URL(server), { pathname: `/${name}` }).href;
}

const table: Record<string, Awaited<ReturnType<typeof trial>>> = {};
const server = await startPostgres();
for (const [name, start] of Object.entries(rigs)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  table[`${name}, SQLite`] = await trial(start, undefined);
  table[`${name}, PostgreSQL`] = await trial(start, await blank(server.url, name));
}
await server.stop();
for (const [name, row] of Object.entries(table)) {
  console.log(`\n${name}`);
  console.table(row);
}
process.exit();

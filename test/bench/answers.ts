// npm run bench:answers [seconds] [rounds] [folder of an earlier checkout]: /log by signed HTTP, beside what is simpler.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSlack } from '../standins/slack/index.ts';
import { PLACEHOLDER } from '../support/placeholder.ts';
import { SEED_KEY } from '../support/seed.ts';
import { median, quantile } from './overload/measure.ts';
import { scratchFolder, seedScene } from './overload/rig.ts';

const SECONDS = Number(process.argv[2] ?? 8);
const ROUNDS = Number(process.argv[3] ?? 5);
const earlier = process.argv[4];
const AT_ONCE = 12;
const PEOPLE = 100;
const WARM_SECONDS = 4;
const SECRET = 'a secret';
/** What /proc counts CPU in. */
const TICKS_A_SECOND = 100;

const NAMES = ['Dr. Alba', 'Dr. Bello', 'Dr. Gama', 'Nurse Kim', 'Dr. Osei', 'Dr. Roe', 'Dr. Lin', 'Maria Poe'];
const { folder, remove } = scratchFolder();
const slack = await startSlack({ botToken: 'xoxb-1', eventRetryDelaysMs: [] });
const people = Array.from({ length: PEOPLE }, (_, index) => slack.addUser({ name: `P${index}` }));
const channel = slack.addChannel({ name: 'general' });

interface Contender {
  start(port: number): Promise<ChildProcess> | ChildProcess;
}
const root = join(import.meta.dirname, '../..');
const run = (file: string, args: string[], env: Record<string, string> = {}) =>
  spawn(process.execPath, [file, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, TZ: 'UTC', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });

/** The bot itself, from this checkout or another, with people who are known. */
const bot = (checkout: string, name: string): Contender => ({
  async start(port) {
    const databaseUrl = `file:${join(folder, `${name}.db`)}`;
    const ids = people.map(({ id }) => id);
    const scene = { databaseUrl, folder, people: PEOPLE, due: 0, dueAt: 0 };
    if (checkout === root) await seedScene(scene, 'slack', slack.team.id, ids, []);
    return run(join(checkout, 'src/main.ts'), [], {
      ...{ DATABASE_URL: databaseUrl, ENCRYPTION_KEY: SEED_KEY.toString('base64'), BACKUP_DAYS: '0' },
      ...{ PORT: String(port), PLAYGROUND: 'off', LOG_LEVEL: 'error' },
      ...{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: SECRET, SLACK_API_URL: slack.apiUrl },
    });
  },
});
const peer = (kind: string): Contender => ({
  start: port =>
    run(join(root, 'test/bench/answers/peers.ts'), [kind, join(folder, `${kind}.db`), SECRET, String(port)]),
});

const contenders: Record<string, Contender> = {
  'this bot': bot(root, 'this'),
  ...(earlier && { 'an earlier one': bot(earlier, 'earlier') }),
  'Bolt, an acknowledgement alone': peer('acknowledge'),
  'Bolt and one raw insert': peer('insert'),
  'Bolt and one row by Prisma': peer('prisma'),
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

/** Seconds of CPU that a process has used. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

let asked = 0;
/** A person logs again and again of the same eight people, each time a sentence of its own. Milliseconds until it is shown as saved; undefined where it was turned away. */
async function log(): Promise<number | undefined> {
  const index = asked++;
  const who = NAMES[Math.floor(index / PEOPLE) % NAMES.length];
  const at = performance.now();
  const words = `"${who}" they:good sentence:"Calm on a bad night, number ${index}"`;
  const reply = people[index % PEOPLE]?.command('/log', words, { channel });
  await reply?.message(60_000);
  for (;;) {
    const message = reply?.messages().at(-1);
    const text = message ? slack.text(message) : '';
    if (/Logged/.test(text)) return performance.now() - at;
    if (/not saved/.test(text)) return undefined;
    if (!PLACEHOLDER.test(text)) throw new Error(`not answered: ${text.slice(0, 300)}`);
    await sleep(5);
  }
}

async function load(seconds: number) {
  const times: number[] = [];
  const begun = performance.now();
  const worker = async () => {
    while (performance.now() - begun < seconds * 1000) {
      const took = await log();
      if (took !== undefined) times.push(took);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { times, perSecond: (times.length * 1000) / (performance.now() - begun) };
}

interface Round {
  perSecond: number;
  cpuMs: number;
  medianMs: number;
  p99Ms: number;
}

async function round({ start }: Contender): Promise<Round> {
  const port = await freePort();
  const child = await start(port);
  const url = `http://127.0.0.1:${port}/slack/events`;
  while (!(await fetch(url).catch(() => undefined))) await sleep(50);
  await sleep(1000);
  slack.useHttp(url, SECRET);
  await load(WARM_SECONDS);
  const before = cpuOf(child.pid ?? 0);
  const { perSecond, times } = await load(SECONDS);
  const cpuMs = ((cpuOf(child.pid ?? 0) - before) * 1000) / times.length;
  child.kill();
  await once(child, 'exit');
  return { perSecond, cpuMs, medianMs: median(times), p99Ms: quantile(times, 0.99) };
}

const rounds: Record<string, Round[]> = {};
for (let turn = 0; turn < ROUNDS; turn += 1)
  for (const [name, contender] of Object.entries(contenders)) {
    const result = await round(contender);
    rounds[name] = [...(rounds[name] ?? []), result];
    console.log(`round ${turn + 1}: ${name}: ${result.perSecond.toFixed(0)} a second`);
  }

const own = median(rounds['this bot']?.map(({ perSecond }) => perSecond) ?? []);
const figure = (of: Round[], key: keyof Round, digits: number) => median(of.map(one => one[key])).toFixed(digits);
console.table(
  Object.fromEntries(
    Object.entries(rounds).map(([name, of]) => {
      const speeds = of.map(({ perSecond }) => perSecond);
      return [
        name,
        {
          'answers a second': figure(of, 'perSecond', 0),
          'least and most': `${Math.min(...speeds).toFixed(0)}-${Math.max(...speeds).toFixed(0)}`,
          'this bot beside it': (own / median(speeds)).toFixed(2),
          'CPU an answer (ms)': figure(of, 'cpuMs', 2),
          'median (ms)': figure(of, 'medianMs', 1),
          'p99 (ms)': figure(of, 'p99Ms', 1),
        },
      ];
    }),
  ),
);
await slack.close();
remove();
process.exit();

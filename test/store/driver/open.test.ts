import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { StartError } from '../../../src/core/ports/errors.ts';
import { migrationsFolder } from '../../../src/store/driver/migrations.ts';
import { migrateSqlite } from '../../../src/store/driver/sqliteMigrations.ts';
import { sqlitePath } from '../../../src/store/driver/url.ts';
import { openDatabase, openStore } from '../../../src/store/open.ts';
import { blankPostgres, blankSqlite, databases, KEY, NOW, newcomer, scratch } from '../databases.ts';

const refused = async (opening: Promise<unknown>): Promise<string> => {
  const error = await opening.then(
    () => undefined,
    error => error,
  );
  expect(error).toBeInstanceOf(StartError);
  expect(error.message).toMatch(/^[^\n]+\.$/);
  return error.message;
};

describe.each(databases)('opening on $name', ({ create }) => {
  test('what was written is there when it is opened again, and there is nothing left to migrate', async () => {
    const { url } = await scratch(create);
    const first = await openStore({ databaseUrl: url, encryptionKey: KEY.toString('hex') });
    const { account } = await newcomer(first);
    await first.close();
    const again = await openStore({ databaseUrl: url, encryptionKey: KEY });
    expect((await again.arrive(account, null, NOW)).account).toStrictEqual(account);
    await again.close();
  });

  test('another key is refused in one sentence, and the right one still works', async () => {
    const { url } = await scratch(create);
    await (await openStore({ databaseUrl: url, encryptionKey: KEY })).close();
    const message = await refused(openStore({ databaseUrl: url, encryptionKey: Buffer.alloc(32, 1) }));
    expect(message).toContain('not the one that this database was made with');
    await (await openStore({ databaseUrl: url, encryptionKey: KEY })).close();
  });
});

describe('a SQLite file', () => {
  const create = blankSqlite;

  test('is migrated once', async () => {
    const path = sqlitePath((await scratch(create)).url) ?? '';
    expect(await migrateSqlite(path)).toEqual(readdirSync(migrationsFolder('sqlite')));
    expect(await migrateSqlite(path)).toEqual([]);
  });

  test('is refused to a second store, and free again after the first', async () => {
    const { url } = await scratch(create);
    const first = await openStore({ databaseUrl: url, encryptionKey: KEY });
    expect(await refused(openStore({ databaseUrl: url, encryptionKey: KEY }))).toContain(
      'Another process already uses',
    );
    await first.close();
    await (await openStore({ databaseUrl: url, encryptionKey: KEY })).close();
  });

  test('is refused to a second process, and free again after the first was killed', async () => {
    const { url } = await scratch(create);
    const program = `
      import { openStore } from ${JSON.stringify(new URL('../../../src/store/open.ts', import.meta.url).href)};
      await openStore({ databaseUrl: ${JSON.stringify(url)}, encryptionKey: '${KEY.toString('hex')}' });
      console.log('open');
      setInterval(() => undefined, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child.stdout, 'data');
    expect(await refused(openStore({ databaseUrl: url, encryptionKey: KEY }))).toContain(
      'Another process already uses',
    );
    child.kill('SIGKILL');
    await once(child, 'exit');
    await (await openStore({ databaseUrl: url, encryptionKey: KEY })).close();
  });

  test('that is a folder, lies under a file or holds something else is named', async () => {
    const { url } = await scratch(create);
    const path = sqlitePath(url) ?? '';
    mkdirSync(path);
    expect(await refused(openDatabase(url))).toContain(path);
    writeFileSync(`${path}.txt`, 'not a database at all, by no means, whatever its name may be '.repeat(99));
    expect(await refused(openDatabase(`${url}.txt`))).toContain('cannot be opened');
    expect(await refused(openDatabase(`${url}.txt/more/test.db`))).toContain('cannot be opened');
  });

  test('holds no name, place or sentence in plain text', async () => {
    const { url } = await scratch(create);
    const store = await openStore({ databaseUrl: url, encryptionKey: KEY });
    const { fresh, account } = await newcomer(store);
    const day = NOW.toZonedDateTimeISO('UTC').toPlainDate();
    const { value } = await fresh().logInteraction({
      who: 'Zebedee',
      stance: 'warn',
      sentence: 'Quixotic at rounds',
      place: 'Xanadu',
      day,
    });
    await fresh().nameProgram('Wolverhampton', { specialty: 'Venereology' });
    await fresh().people.add({
      name: 'Ulrike',
      role: 'dean',
      place: null,
      trainedAt: [],
      knownAt: ['Timbuktu'],
      letter: false,
      letterAskedOn: null,
    });
    const { value: end } = await fresh().looseEnds.add({
      ...{ contactId: null, kind: 'apology', text: 'Snowglobe broken', openedOn: day, dueOn: null, closedOn: null },
      outcome: 'Reconciled',
    });
    await fresh().looseEnds.remove(end.id);
    const { value: program } = await fresh().nameProgram('Quahog', {});
    await fresh().clues.add({ programId: program.id, kind: 'other', note: 'Periwinkle', day });
    const other = await newcomer(store);
    await other.fresh().people.add({
      name: 'Ulrike',
      role: 'dean',
      place: 'Vladivostok',
      trainedAt: [],
      knownAt: [],
      letter: false,
      letterAskedOn: null,
    });
    await store.linking(other.account, NOW).redeem(await store.linking(account, NOW).issueCode());
    await fresh().answer({ incidentKind: 'outburst' });
    await fresh().recordCheck({
      programId: null,
      checked: { bucket: 'too-risky', rules: ['R7'], fingerprint: 'Fingerlingprint' },
    });
    await fresh().keepPendingCall({ command: 'log', options: { who: 'Yolanda' } });
    await fresh().removeEntry(value.entry.id);
    const path = sqlitePath(url) ?? '';
    const raw = ['', '-wal'].map(end => readFileSync(path + end, 'latin1')).join('');
    const words = ['Zebedee', 'Quixotic', 'Xanadu', 'Wolverhampton', 'outburst', 'too-risky', 'Fingerling', 'Yolanda'];
    const more = [
      'Venereology',
      'Ulrike',
      'Timbuktu',
      'Snowglobe',
      'Reconciled',
      'Quahog',
      'Periwinkle',
      'Vladivostok',
    ];
    for (const word of [...words, ...more, 'Aurora']) expect(raw.toLowerCase()).not.toContain(word.toLowerCase());
    expect(raw).toContain('v2.');
    await store.close();
  });
});

describe('a PostgreSQL server', () => {
  const [, { create }] = databases;

  test('that is not there, or has no such database, is named without the password', async () => {
    const away = await refused(openDatabase('postgres://somebody:secret@127.0.0.1:9/backchannel'));
    expect(away).toContain('The database backchannel at 127.0.0.1:9 cannot be reached');
    expect(away).not.toContain('secret');
    const { url } = await scratch(create);
    expect(await refused(openDatabase(`${url}_missing`))).toContain('cannot be reached');
  });

  test('is migrated once by two that start at once', async () => {
    const { url } = await scratch(blankPostgres);
    const stores = await Promise.all([1, 2].map(() => openStore({ databaseUrl: url, encryptionKey: KEY })));
    const people = await Promise.all(
      stores.map(store => store.arrive({ platform: 'slack', scope: 'T1', externalId: 'U1' }, null, NOW)),
    );
    expect(people[0]).toStrictEqual(people[1]);
    await Promise.all(stores.map(store => store.close()));
  });

  test('loses nothing and doubles nothing of what two stores write for one user at once', async () => {
    const { url } = await scratch(create);
    const stores = await Promise.all([1, 2].map(() => openStore({ databaseUrl: url, encryptionKey: KEY })));
    const [one, other] = stores;
    if (!one || !other) throw new Error('two stores');
    const { account, user } = await one.arrive({ platform: 'slack', scope: 'T1', externalId: 'U1' }, null, NOW);
    const day = Temporal.PlainDate.from('2026-11-21');
    // Each request reaches both, as a platform's retry does, and people repeat.
    const log = (index: number) =>
      stores.map(store =>
        store
          .notebook({ account, requestId: `r${index}`, now: NOW })
          .logInteraction({ who: `Person ${index % 7}`, stance: 'good', day }),
      );
    const written = await Promise.all(Array.from({ length: 40 }, (_, index) => log(index)).flat());
    expect(written.filter(({ repeated }) => !repeated)).toHaveLength(40);
    const notebook = other.notebook({ account, requestId: 'look', now: NOW });
    expect(await notebook.countEntries()).toBe(40);
    expect(await notebook.people.all()).toHaveLength(7);
    await Promise.all(stores.map(store => store.close()));
    const { client, close } = await openDatabase(url);
    // What was asked again wrote nothing, and counts as nothing written.
    expect((await client.user.findUniqueOrThrow({ where: { id: user.id } })).revision).toBe(40);
    await close();
  });
});

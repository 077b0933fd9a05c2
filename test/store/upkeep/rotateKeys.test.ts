import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { UNOPENED } from '../../../src/domain/entities/columns.ts';
import { sqlitePath } from '../../../src/store/driver/url.ts';
import { createFieldCipher, keyIdOf } from '../../../src/store/encryption/cipher.ts';
import { existingKeysFor, type Keys } from '../../../src/store/encryption/key.ts';
import { openDatabase, openStore } from '../../../src/store/open.ts';
import { createSealedFile } from '../../../src/store/sealedFile.ts';
import { rotateKeys } from '../../../src/store/upkeep/rotateKeys.ts';
import { isLong } from '../../support/long.ts';
import { DAY, databases, KEY, NOW, newcomer, scratch, sqlite } from '../databases.ts';
import { dump } from '../raw.ts';

const NEW = Buffer.alloc(32, 9);
const rotating = (databaseUrl: string, keys: Keys, path?: string) =>
  rotateKeys({ databaseUrl, known: { keys, path }, now: NOW });
const sealedBy = async (url: string): Promise<string[]> => {
  const text = JSON.stringify(await dump(url));
  return [...new Set([...text.matchAll(/"(v\d\.[\w-]{8})\./g)].map(([, one = '']) => one))];
};

/** What one key sealed in the first format, where the key itself did it. */
async function sealedAsBefore(url: string): Promise<void> {
  const { client, close } = await openDatabase(url);
  const place = { table: 'KeyCheck', column: 'word', id: 'check' };
  const { createCipheriv, randomBytes } = await import('node:crypto');
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', KEY, iv).setAAD(Buffer.from(JSON.stringify(Object.values(place))));
  const data = Buffer.concat([cipher.update('backchannel'), cipher.final()]);
  const word = ['v1', keyIdOf(KEY), ...[iv, cipher.getAuthTag(), data].map(part => part.toString('base64url'))];
  await client.keyCheck.deleteMany({});
  await client.keyCheck.create({ data: { id: 'check', word: word.join('.') } });
  await close();
}

describe.each(databases)('the key is changed on $name', ({ name, create }) => {
  test('while people read and write: nothing is unreadable, nothing is lost, and the old key is needed no more', {
    timeout: 300_000,
  }, async () => {
    const { url } = await scratch(create);
    const first = await openStore({ databaseUrl: url, encryptionKey: KEY });
    const ana = await newcomer(first);
    const log = (who: string) => ({ who, stance: 'good', sentence: `Calm, said ${who}`, day: DAY }) as const;
    const before = isLong ? 2000 : 60;
    for (let index = 0; index < before; index += 1) await ana.fresh().logInteraction(log(`Person ${index}`));
    await first.close();
    await sealedAsBefore(url);

    // Two replicas where there can be.
    const stores = await Promise.all(
      (name === 'SQLite' ? [1] : [1, 2]).map(() => openStore({ databaseUrl: url, encryptionKey: [NEW, KEY] })),
    );
    let isOver = false;
    let written = 0;
    async function live(at: number): Promise<void> {
      const store = stores[at % stores.length];
      for (let turn = 0; store && (!isOver || turn < 5); turn += 1) {
        const notebook = store.notebook({ account: ana.account, requestId: `r${at}.${turn}`, now: NOW });
        // Somebody new, and somebody who is known by a digest from before.
        await notebook.logInteraction(log(`Person ${turn % 2 === 0 ? turn % before : `new ${at}.${turn}`}`));
        written += 1;
        const seen = JSON.stringify([await notebook.people.all(), await notebook.history({ limit: 50 })]);
        expect(seen).not.toContain(UNOPENED);
      }
    }
    const living = Promise.all([0, 1].map(live));
    const done = await rotating(url, [NEW, KEY]).finally(() => {
      isOver = true;
    });
    await living;
    if (done.step !== 'done') throw new Error(done.step);
    expect(done.resealed).toMatchObject({ unopened: {}, isContested: false });
    expect(done.resealed.rows).toBeGreaterThan(before * 2);
    await Promise.all(stores.map(store => store.close()));

    expect(await sealedBy(url)).toEqual([`v2.${keyIdOf(NEW)}`]);
    const after = await openStore({ databaseUrl: url, encryptionKey: NEW });
    onTestFinished(after.close);
    const notebook = after.notebook({ account: ana.account, requestId: 'after', now: NOW });
    expect(await notebook.countEntries()).toBe(before + written);
    const known = (await notebook.people.all()).length;
    // The digests are the same: it is the person from before.
    await after.notebook({ account: ana.account, requestId: 'known', now: NOW }).logInteraction(log('Person 7'));
    expect(await after.notebook({ account: ana.account, requestId: 'n', now: NOW }).people.all()).toHaveLength(known);
    await expect(openStore({ databaseUrl: `${url}`, encryptionKey: KEY })).rejects.toThrow();
  });

  test('in steps that can be broken off and begun again, and not before a bot has the new one', async () => {
    const { url } = await scratch(create);
    const store = await openStore({ databaseUrl: url, encryptionKey: KEY });
    const ana = await newcomer(store);
    for (let index = 0; index < 70; index += 1)
      await ana.fresh().logInteraction({ who: `Person ${index}`, stance: 'good', day: DAY });
    expect(await rotating(url, [KEY])).toMatchObject({ step: 'key-made' });
    await expect(rotating(url, [NEW, KEY])).rejects.toThrow('No bot has started with the new key first yet');
    await store.close();
    const again = await openStore({ databaseUrl: url, encryptionKey: [NEW, KEY] });
    const broken = rotateKeys({
      databaseUrl: url,
      known: { keys: [NEW, KEY], path: undefined },
      now: NOW,
      progress: line => {
        if (line().includes('Contact')) throw new Error('killed here');
      },
    });
    await expect(broken).rejects.toThrow('killed here');
    expect(await sealedBy(url).catch(() => ['held'])).not.toEqual([`v2.${keyIdOf(NEW)}`]);
    await again.close();
    // Half of it is sealed with each: neither key alone will do.
    await expect(openStore({ databaseUrl: url, encryptionKey: NEW })).rejects.toThrow(/key/);
    await expect(openStore({ databaseUrl: url, encryptionKey: KEY })).rejects.toThrow(/key/);
    expect(await rotating(url, [NEW, KEY])).toMatchObject({ step: 'done', resealed: { unopened: {} } });
    expect(await sealedBy(url)).toEqual([`v2.${keyIdOf(NEW)}`]);
    await (await openStore({ databaseUrl: url, encryptionKey: NEW })).close();
  });

  test('and a cell that no key opens is left as it was, and told', async () => {
    const { url } = await scratch(create);
    const store = await openStore({ databaseUrl: url, encryptionKey: [NEW, KEY] });
    const ana = await newcomer(store);
    await ana.fresh().logInteraction({ who: 'Kim', stance: 'good', day: DAY });
    await ana.fresh().logInteraction({ who: 'Lee', stance: 'good', day: DAY });
    await store.close();
    const { client, close } = await openDatabase(url);
    await client.contact.updateMany({ data: { name: 'v1.damaged.a.b.c' } });
    await close();
    expect(await rotating(url, [NEW, KEY])).toMatchObject({ resealed: { unopened: { Contact: 2 } } });
  });
});

describe('the key in a file beside SQLite', () => {
  test('is changed in one step where the bot is stopped; the old one is kept for the copies', async () => {
    const { url } = await scratch(sqlite);
    const database = sqlitePath(url) ?? '';
    const path = join(dirname(database), 'encryption.key');
    writeFileSync(path, KEY.toString('hex'));
    const known = () => existingKeysFor({ databaseUrl: url });
    const store = await openStore({ databaseUrl: url, encryptionKey: known().keys });
    const ana = await newcomer(store);
    await ana.fresh().logInteraction({ who: 'Kim', stance: 'good', day: DAY });
    createSealedFile(`${database}.chat`, [KEY]).write('what was said');
    await store.close();

    const done = await rotateKeys({ databaseUrl: url, known: known(), now: NOW });
    const { keys } = known();
    expect(keys).toHaveLength(1);
    expect(keys[0].equals(KEY)).toBe(false);
    expect(done).toMatchObject({ step: 'done', aside: expect.stringContaining('encryption.key.before-2026-11-22') });
    const [aside = ''] = readdirSync(dirname(path)).filter(file => file.includes('.before-'));
    expect(readFileSync(join(dirname(path), aside), 'utf8').trim()).toBe(KEY.toString('base64'));
    expect(await sealedBy(url)).toEqual([`v2.${keyIdOf(keys[0])}`]);
    expect(createSealedFile(`${database}.chat`, keys).read()).toBe('what was said');
  });

  test('is changed in two where it runs, and the bot seals with the new one in between', async () => {
    const { url } = await scratch(sqlite);
    const path = join(dirname(sqlitePath(url) ?? ''), 'encryption.key');
    writeFileSync(path, KEY.toString('hex'));
    const known = () => existingKeysFor({ databaseUrl: url });
    const next = () => rotateKeys({ databaseUrl: url, known: known(), now: NOW });
    const store = await openStore({ databaseUrl: url, encryptionKey: known().keys });
    await newcomer(store);
    expect(await next()).toMatchObject({ step: 'key-written', path });
    expect(known().keys).toHaveLength(2);
    await expect(next()).rejects.toThrow('restart it');
    await store.close();
    const again = await openStore({ databaseUrl: url, encryptionKey: known().keys });
    expect(await next()).toMatchObject({ step: 'done' });
    await again.close();
    expect(await sealedBy(url)).toEqual([`v2.${keyIdOf(known().keys[0])}`]);
    expect(existsSync(path)).toBe(true);
  });
});

test('each purpose has a key of its own: what seals fields is not what the operator keeps', () => {
  const sealed = createFieldCipher(KEY).seal('Kim', { table: 'Contact', column: 'name', id: 'a' });
  expect(sealed).toMatch(/^v2\./);
  const asV1 = sealed.replace(/^v2/, 'v1');
  expect(() => createFieldCipher(KEY).open(asV1, { table: 'Contact', column: 'name', id: 'a' })).toThrow();
});

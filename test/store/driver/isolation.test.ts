import { describe, expect, onTestFinished, test } from 'vitest';
import { newId } from '../../../src/core/runtime/id.ts';
import { encryptedClient } from '../../../src/store/driver/client.ts';
import { scopedClient } from '../../../src/store/driver/scopedClient.ts';
import { createFieldCipher } from '../../../src/store/encryption/cipher.ts';
import { openDatabase } from '../../../src/store/open.ts';
import { DAY, databases, freshStore, KEY, NOW, newcomer, scratch } from '../databases.ts';

/** Two users with a person each, and the client that one of them is given. */
async function arrange(create: (typeof databases)[number]['create']) {
  const { url } = await scratch(create);
  const database = await openDatabase(url);
  onTestFinished(database.close);
  const client = encryptedClient(database.client, createFieldCipher(KEY));
  const at = new Date(NOW.epochMilliseconds);
  const [mine, theirs] = [newId(), newId()];
  for (const id of [mine, theirs]) {
    await client.user.create({ data: { id, createdAt: at } });
    const row = { userId: id, role: 'other', createdAt: at, writeId: 'w' };
    await client.contact.create({ data: { id: `c-${id}`, name: 'Kim', nameKey: 'k', ...row } });
  }
  return { client, mine, theirs, at, own: scopedClient(client, mine) };
}

describe.each(databases)('a user’s own client on $name', ({ create }) => {
  test('finds, counts, changes and removes no row of anybody else’s, whatever it asks for', async () => {
    const { client, own, theirs } = await arrange(create);
    const where = { id: `c-${theirs}` };
    expect(await own.contact.findMany({})).toHaveLength(1);
    expect(await own.contact.findMany({ where: { userId: theirs } })).toEqual([]);
    expect(await own.contact.findMany({ where: { OR: [{ userId: theirs }, where] } })).toEqual([]);
    expect(await own.contact.findUnique({ where })).toBeNull();
    expect(await own.contact.findFirst({ where })).toBeNull();
    expect(await own.user.findUnique({ where: { id: theirs } })).toBeNull();
    expect(await own.contact.count()).toBe(1);
    expect(await own.contact.updateMany({ where, data: { role: 'dean' } })).toEqual({ count: 0 });
    expect(await own.contact.deleteMany({ where })).toEqual({ count: 0 });
    await expect(own.contact.update({ where, data: { role: 'dean' } })).rejects.toThrow('No record');
    await expect(own.contact.delete({ where })).rejects.toThrow('No record');
    await own.contact.deleteMany({});
    expect(await client.contact.findMany({})).toMatchObject([{ userId: theirs, role: 'other' }]);
  });

  test('gives no row to anybody else', async () => {
    const { client, own, mine, theirs, at } = await arrange(create);
    const row = { role: 'other', createdAt: at, writeId: 'w', userId: theirs };
    await own.contact.create({ data: { ...row, id: 'n1', name: 'Lee', nameKey: 'k1' } });
    await own.contact.createMany({ data: [{ ...row, id: 'n2', name: 'Moe', nameKey: 'k2' }] });
    await own.contact.updateMany({ where: { id: 'n1' }, data: { userId: theirs } });
    expect(await client.contact.count({ where: { userId: mine } })).toBe(3);
  });

  test('hangs no row on a row of somebody else’s', async () => {
    const { own, theirs, at, mine } = await arrange(create);
    const entry = { id: 'e', userId: mine, stance: 'good', day: '2026-11-21', loggedAt: at, writeId: 'w' };
    await expect(own.logEntry.create({ data: { ...entry, contactId: `c-${theirs}` } })).rejects.toThrow('oreign key');
  });

  test('refuses raw queries, other tables, relations and what is not listed', async () => {
    const { own, theirs, mine } = await arrange(create);
    await expect(own.$queryRaw`SELECT 1`).rejects.toThrow('not a user');
    await expect(own.$executeRawUnsafe('SELECT 1')).rejects.toThrow('not a user');
    await expect(own.account.findMany({})).rejects.toThrow('not a user');
    await expect(own.community.findMany({})).rejects.toThrow('not a user');
    await expect(own.delivery.findMany({})).rejects.toThrow('not a user');
    await expect(own.contact.findMany({ include: { user: true } })).rejects.toThrow('read flat');
    await expect(own.contact.findMany({ select: { id: true, entries: { take: 1 } } })).rejects.toThrow('read flat');
    const data = { contacts: { connect: { id: `c-${theirs}` } } };
    await expect(own.user.update({ where: { id: mine }, data })).rejects.toThrow('written flat');
    const key = { userId_nameKey: { userId: mine, nameKey: 'k' } };
    const row = { id: 'x', userId: mine, name: 'x', nameKey: 'k', role: 'other', createdAt: new Date(0), writeId: 'w' };
    await expect(own.contact.upsert({ where: key, create: row, update: {} })).rejects.toThrow('not a user');
  });

  test('is the same inside a transaction', async () => {
    const { own, theirs } = await arrange(create);
    await own.$transaction(async tx => {
      expect(await tx.contact.findUnique({ where: { id: `c-${theirs}` } })).toBeNull();
      await expect(tx.account.findMany({})).rejects.toThrow('not a user');
    });
  });
});

describe.each(databases)('two notebooks on $name', ({ create }) => {
  test('see nothing of each other', async () => {
    const store = await freshStore(create);
    const [one, other] = [await newcomer(store), await newcomer(store)];
    const { value } = await one.fresh().logInteraction({ who: 'Kim', stance: 'good', day: DAY });
    await one.fresh().answer({ paper: 'weak' });
    const { value: program } = await one.fresh().nameProgram('Baylor', {});
    const checked = { bucket: null, rules: [], fingerprint: '' };
    await one.fresh().recordCheck({ programId: program.id, checked });

    const theirs = other.fresh();
    expect(await theirs.history({ limit: 9 })).toEqual([]);
    expect(await theirs.history({ limit: 9, before: value.entry.id })).toEqual([]);
    expect(await theirs.people.all()).toEqual([]);
    expect(await theirs.countEntries()).toBe(0);
    expect(await theirs.answers()).toEqual({});
    expect(await theirs.programs.all()).toEqual([]);
    expect(await theirs.checks(program.id, 9)).toEqual([]);
    await expect(theirs.removeEntry(value.entry.id)).rejects.toThrow('not there');
    await expect(theirs.nameRole(value.contact.id, 'dean')).rejects.toThrow('not in your notebook');
    await expect(theirs.recordCheck({ programId: program.id, checked })).rejects.toThrow();
    expect(await one.fresh().countEntries()).toBe(1);
  });
});

import { describe, expect, onTestFinished, test } from 'vitest';
import { newId } from '../../../src/core/runtime/id.ts';
import { encryptedClient } from '../../../src/store/driver/client.ts';
import { scopedClient } from '../../../src/store/driver/scopedClient.ts';
import { createFieldCipher } from '../../../src/store/encryption/cipher.ts';
import { belongings, rowsOf, tableNames, tables } from '../../../src/store/entities/tables.ts';
import { openDatabase, openStore } from '../../../src/store/open.ts';
import { databases, KEY, NOW, newcomer, type Scratch, scratch } from '../databases.ts';
import { fullNotebook } from '../entities/items.ts';
import { deliveryTo, dump, tablesWith } from '../raw.ts';

/**
 * A database with somebody who has a row in every table there is, and their friend, who has a notebook in the same
 * community. The store is closed: what is looked at is the file.
 */
async function arrange(create: () => Promise<Scratch>) {
  const { url } = await scratch(create);
  const store = await openStore({ databaseUrl: url, encryptionKey: KEY });
  const friend = await fullNotebook(store);
  const person = await fullNotebook(store);
  const phone = await newcomer(store);
  const linked = await store.linking(phone.account, NOW).redeem(await store.linking(person.account, NOW).issueCode());
  expect(linked).toMatchObject({ linked: true });
  await store.linking(person.account, NOW).issueCode();
  await store.linking(person.account, NOW).issueTakeAway();
  await store.calendarFeed(person.account, NOW).issue();
  await store.makeOrganizer(person.community?.id ?? '', person.account.id);
  await store.close();
  const { client, close } = await openDatabase(url);
  for (const who of [person, friend]) await client.delivery.create({ data: deliveryTo(who) });
  await close();
  return { url, person, phone, friend, open: () => openStore({ databaseUrl: url, encryptionKey: KEY }) };
}

/** A table keeps the name that it was made with. */
const models: Record<string, string> = { Organiser: 'Organizer', Signal: 'Clue' };
const modelOf = (table: string) => models[table] ?? table;

describe.each(databases)('erasing on $name', ({ create }) => {
  test('leaves no row with that person’s id anywhere, and everybody else’s as they were', async () => {
    const { url, person, phone, friend, open } = await arrange(create);
    const before = await dump(url);
    expect(tablesWith(before, person.user.id).map(modelOf).sort()).toEqual(
      [...tableNames, 'Account', 'Membership', 'Delivery'].sort(),
    );

    const store = await open();
    const counts = await store.notebook({ account: person.account, requestId: 'r', now: NOW }).eraseAll();
    await store.close();
    const after = await dump(url);
    for (const id of [person.user.id, person.account.id, phone.user.id, phone.account.id])
      expect(tablesWith(after, id)).toEqual([]);
    expect(after.Community).toEqual(before.Community);
    for (const [table, rows] of Object.entries(before)) {
      const theirs = rows.filter(row => row.includes(friend.user.id));
      expect(after[table]?.filter(row => row.includes(friend.user.id))).toEqual(theirs);
      // What is gone is what was counted.
      expect({ [table]: rows.length - (after[table]?.length ?? 0) }).toEqual({ [table]: counts[modelOf(table)] ?? 0 });
    }
  });

  test('lets the same account begin anew, and what is erased twice is nothing', async () => {
    const { person, open } = await arrange(create);
    const store = await open();
    onTestFinished(store.close);
    const notebook = () => store.notebook({ account: person.account, requestId: 'r', now: NOW });
    await notebook().eraseAll();
    expect(new Set(Object.values(await notebook().eraseAll()))).toEqual(new Set([0]));
    const { user, account } = await store.arrive(person.account, null, NOW);
    expect(user.id).not.toBe(person.user.id);
    expect(await store.notebook({ account, requestId: 'r', now: NOW }).people.all()).toEqual([]);
  });
});

describe.each(databases)('the client of another user on $name', ({ create }) => {
  test('finds, counts, changes and removes no row of any table that belongs to somebody', async () => {
    const { url, person, friend } = await arrange(create);
    const before = await dump(url);
    const database = await openDatabase(url);
    const client = encryptedClient(database.client, createFieldCipher(KEY));
    const theirs = scopedClient(client, friend.user.id);
    for (const table of belongings) {
      const parents = Object.keys(tables[table].parents);
      const all = await rowsOf(client, table).findMany({ where: { userId: person.user.id } });
      const row = all.find(row => parents.every(column => row[column] !== null));
      expect(row, table).toBeDefined();
      const where = { id: row?.id ?? '' };
      const rows = rowsOf(theirs, table);
      expect((await rows.findMany({})).filter(({ userId }) => userId !== friend.user.id)).toEqual([]);
      expect(await rows.findMany({ where })).toEqual([]);
      expect(await rows.findUnique({ where })).toBeNull();
      expect(await rows.findFirst({ where: { userId: person.user.id } })).toBeNull();
      expect(await rows.count({ where })).toBe(0);
      expect(await rows.updateMany({ where, data: { userId: friend.user.id } })).toEqual({ count: 0 });
      expect(await rows.deleteMany({ where })).toEqual({ count: 0 });
      await expect(rows.update({ where, data: { userId: friend.user.id } })).rejects.toThrow('No record');
      await expect(rows.delete({ where })).rejects.toThrow('No record');
      // Nor does it hang a row of its own on theirs.
      if (parents.length > 0)
        await expect(rows.create({ data: { ...row, id: newId() } })).rejects.toThrow('oreign key');
    }
    await database.close();
    expect(await dump(url)).toEqual(before);
  });
});

import { describe, expect, onTestFinished, test } from 'vitest';
import { UserError } from '../../../src/core/ports/errors.ts';
import { openDatabase, openStore } from '../../../src/store/open.ts';
import { DAY, databases, KEY, newcomer, scratch } from '../databases.ts';

/** A user whose notebook is nearly full, as the file has it. */
async function arrange(create: (typeof databases)[number]['create'], counts: { contacts: number; entries: number }) {
  const { url } = await scratch(create);
  const before = await openStore({ databaseUrl: url, encryptionKey: KEY });
  const person = await newcomer(before);
  const { value } = await person.fresh().logInteraction({ who: 'Kim', stance: 'good', day: DAY });
  await before.close();

  const { client, close } = await openDatabase(url);
  const common = { userId: person.user.id, writeId: 'w' };
  const many = (count: number) => Array.from({ length: count }, (_, index) => `x${index}`);
  const contact = await client.contact.findUniqueOrThrow({ where: { id: value.contact.id } });
  await client.contact.createMany({
    data: many(counts.contacts - 1).map(id => ({ ...contact, ...common, id, nameKey: id })),
  });
  const entry = await client.logEntry.findUniqueOrThrow({ where: { id: value.entry.id } });
  await client.logEntry.createMany({ data: many(counts.entries - 1).map(id => ({ ...entry, ...common, id })) });
  await close();

  const store = await openStore({ databaseUrl: url, encryptionKey: KEY });
  onTestFinished(store.close);
  return (requestId: string) => store.notebook({ ...person, requestId, now: value.entry.loggedAt });
}

describe.each(databases)('a full notebook on $name', ({ create }) => {
  test('takes the last entry and kindly refuses the next', async () => {
    const request = await arrange(create, { contacts: 1, entries: 4999 });
    const entry = { who: 'Kim', stance: 'good', day: DAY } as const;
    await request('r1').logInteraction(entry);
    await expect(request('r2').logInteraction(entry)).rejects.toThrow(UserError);
    await expect(request('r2').logInteraction(entry)).rejects.toThrow('Your log holds 5000 entries');
    expect(await request('r3').countEntries()).toBe(5000);
  });

  test('takes the last person, refuses the next, and still logs those who are known', async () => {
    const request = await arrange(create, { contacts: 499, entries: 1 });
    const entry = { stance: 'good', day: DAY } as const;
    await request('r1').logInteraction({ ...entry, who: 'Lee' });
    await expect(request('r2').logInteraction({ ...entry, who: 'Moe' })).rejects.toThrow('You keep 500 people already');
    expect((await request('r3').logInteraction({ ...entry, who: 'Lee' })).value.newContact).toBe(false);
  });
});

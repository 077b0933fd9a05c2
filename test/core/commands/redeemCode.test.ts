import { expect, test } from 'vitest';
import { createCodeRedeeming } from '../../../src/core/commands/redeemCode.ts';
import { databases, freshStore, NOW, newcomer } from '../../store/databases.ts';

const CODE = 'AB12-CD34';

async function arrange() {
  const store = await freshStore(databases[0].create);
  const [one, other] = [await newcomer(store), await newcomer(store)];
  if (!one.community) throw new Error('no community');
  const { community } = one;
  const claim = createCodeRedeeming(store);
  const tried = (given: string, minutes = 0, who = one, code: string | undefined = CODE) =>
    claim({ community, accountId: who.account.id, given, code, now: NOW.add({ minutes }) });
  return { store, one, other, tried };
}

test('a claim code gets five tries an hour over everybody, and then not even the right one', async () => {
  const { tried, other } = await arrange();
  for (const who of [undefined, other, undefined, other, undefined])
    expect(await tried('0000-0000', 0, who)).toBe('wrong');
  expect(await tried(CODE, 1)).toBe('too-many-tries');
  expect(await tried(CODE, 59, other)).toBe('too-many-tries');
  expect(await tried(` ${CODE.toLowerCase()} `, 61)).toBe('done');
});

test('it stops working with the first organizer, and where there is none there is no way', async () => {
  const { store, tried, one, other } = await arrange();
  expect(await tried(CODE)).toBe('done');
  expect(await store.hasOrganizer('slack', 'T1')).toBe(true);
  expect(await tried(CODE, 0, other)).toBe('used');
  expect(await tried('', 0, one)).toBe('used');
  const { tried: again, one: first } = await arrange();
  const claim = createCodeRedeeming((await arrange()).store);
  const { community, account } = first;
  if (!community) throw new Error('no community');
  expect(await claim({ community, accountId: account.id, given: '', code: undefined, now: NOW })).toBe('none');
  expect(await again('')).toBe('wrong');
});

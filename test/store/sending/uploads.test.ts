import { describe, expect, test } from 'vitest';
import { openStore } from '../../../src/store/open.ts';
import { databases, KEY, NOW, scratch } from '../databases.ts';

describe.each(databases)('files to take back, on $name', ({ create }) => {
  test('are there when their time has come, also after a restart, and until they are forgotten', async () => {
    const { url } = await scratch(create);
    const open = () => openStore({ databaseUrl: url, encryptionKey: KEY });
    const first = await open();
    const deleteAt = NOW.add({ minutes: 10 });
    for (const [team, fileId] of [
      ['T1', 'F1'],
      ['T2', 'F2'],
    ] as const)
      await first.uploads.remember({ team, fileId, deleteAt });
    expect(await first.uploads.due('T1', NOW.add({ minutes: 9 }))).toEqual([]);
    await first.close();

    const again = await open();
    const [due, ...others] = await again.uploads.due('T1', deleteAt);
    expect(due).toMatchObject({ fileId: 'F1', deleteAt });
    expect(others).toEqual([]);
    await again.uploads.forget(due?.id ?? '');
    expect(await again.uploads.due('T1', deleteAt)).toEqual([]);
    await again.close();
  });
});

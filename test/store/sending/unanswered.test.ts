import { describe, expect, test } from 'vitest';
import type { Identity } from '../../../src/core/ports/users.ts';
import { databases, freshStore, NOW } from '../databases.ts';

const ana: Identity = { platform: 'slack', scope: 'T1', externalId: 'U1' };
const asked = { platform: 'slack', bot: 'T1' } as const;
const [soon, later] = [NOW.add({ seconds: 10 }), NOW.add({ minutes: 2 })];

describe.each(databases)('what is still to be answered, on $name', ({ create }) => {
  test('is taken once when its time has come, by one process, and again where that one did not answer it', async () => {
    const store = await freshStore(create);
    const id = await store.unanswered.keep(ana, 'T1', 'words', NOW);
    expect(await store.unanswered.take(asked, NOW, soon)).toEqual([]);
    expect(await store.unanswered.take({ ...asked, bot: 'T2' }, soon, soon)).toEqual([]);
    expect(await store.unanswered.take({ ...asked, platform: 'discord' }, soon, soon)).toEqual([]);
    const taken = await Promise.all([1, 2, 3].map(() => store.unanswered.take(asked, soon, soon)));
    expect(taken.flat()).toEqual([{ id, who: ana, request: 'words', keptAt: NOW, tries: 1 }]);
    expect(await store.unanswered.take(asked, soon, later)).toEqual([]);
    expect(await store.unanswered.take(asked, later, later)).toHaveLength(1);
    await store.unanswered.forget(id);
    expect(await store.unanswered.take(asked, later.add({ hours: 1 }), later)).toEqual([]);
  });

  test('goes with its sender, and after a day', async () => {
    const store = await freshStore(create);
    const { account } = await store.arrive(ana, null, NOW);
    await store.unanswered.keep(ana, 'T1', 'words', NOW);
    await store.notebook({ account, requestId: '1', now: NOW }).eraseAll();
    expect(await store.unanswered.take(asked, later, later)).toEqual([]);
    await store.unanswered.keep(ana, 'T1', 'words', NOW);
    await store.sweep(NOW.add({ hours: 25 }));
    expect(await store.unanswered.take(asked, later, later)).toEqual([]);
  });

  test('is passed by where its own process says so, which counts as no try', async () => {
    const store = await freshStore(create);
    const id = await store.unanswered.keep(ana, 'T1', 'words', NOW);
    expect(await store.unanswered.take(asked, soon, soon, [id])).toEqual([]);
    expect(await store.unanswered.take(asked, soon, soon)).toMatchObject([{ id, tries: 1 }]);
  });

  test('has written something, or has not', async () => {
    const store = await freshStore(create);
    const { account } = await store.arrive(ana, null, NOW);
    const [one, other] = ['1', '2'].map(requestId => store.notebook({ account, requestId, now: NOW }));
    await one?.looseEnds.add({
      ...{ contactId: null, kind: 'thank-you', text: 'x', dueOn: null, closedOn: null, outcome: null },
      openedOn: NOW.toZonedDateTimeISO('UTC').toPlainDate(),
    });
    expect(await one?.hasWritten()).toBe(true);
    expect(await other?.hasWritten()).toBe(false);
  });
});

import { onTestFinished } from 'vitest';
import { buttons, type Card, card } from '../../src/core/cards/card.ts';
import { call } from '../../src/core/commands/call.ts';
import type { Delivery } from '../../src/core/ports/ledger.ts';
import type { Notifier, Platform } from '../../src/core/ports/notifier.ts';
import { drain } from '../../src/core/sending/outbox.ts';
import { openStore } from '../../src/store/open.ts';
import { databases, scratch } from '../store/databases.ts';
import { SEED_KEY, type Seeded, seed } from '../support/seed.ts';

export const NOW = Temporal.Instant.from('2026-11-22T18:00:00Z');
/** Something that can be found again. */
const message = card('Something is due', { blocks: buttons({ label: 'Show', call: call('backchannel') }) });

/** People on Discord, each with one message that is due. */
export const people = (count: number): Seeded[] =>
  Array.from({ length: count }, (_, index) => ({
    platform: 'discord',
    scope: '',
    externalId: String(index),
    due: [NOW.epochMilliseconds],
  }));

/** A store on SQLite with what is due to these people, and one drain of a lane after the other. */
export async function arrange(seeded: Seeded[]) {
  const { url } = await scratch(databases[0].create);
  const ids = await seed(url, seeded);
  const store = await openStore({ databaseUrl: url, encryptionKey: SEED_KEY });
  onTestFinished(() => store.close());
  const reports: unknown[] = [];
  const { platform, scope, externalId } = seeded[0] as Seeded;
  const { user, account } = await store.arrive({ platform, scope, externalId }, null, NOW);

  return {
    ids,
    store,
    reports,
    /** The first person. */
    user,
    account,
    async drain(
      notifier: Notifier,
      {
        now = NOW,
        lane = notifier.platform as string,
        signal = new AbortController().signal,
        render = async (_: Delivery): Promise<{ card: Card } | { skip: string }> => ({ card: message }),
      } = {},
    ) {
      await drain(
        lane,
        {
          ledger: store.ledger,
          notifiers: new Map<Platform, Notifier>([[notifier.platform, notifier]]),
          render,
          now: () => now,
          report: error => reports.push(error),
        },
        signal,
      );
    },
    /** The first person's delivery as it is now. */
    first: async () => (await store.ledger.deliveryFor(user.id, ids[0] ?? '')) as Delivery,
  };
}

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { screens } from '../../../src/commands/around/index.ts';
import { commands } from '../../../src/commands/index.ts';
import { renderNudge } from '../../../src/commands/sending/nudgeCards.ts';
import { loadContent } from '../../../src/content/load.ts';
import { plainText } from '../../../src/core/cards/plaintext.ts';
import { call } from '../../../src/core/commands/call.ts';
import { createCore } from '../../../src/core/commands/dispatch.ts';
import type { Delivery } from '../../../src/core/ports/ledger.ts';
import { newId } from '../../../src/core/runtime/id.ts';
import { drain } from '../../../src/core/sending/outbox.ts';
import { planDue } from '../../../src/core/sending/planner.ts';
import { inProcessDispatcher } from '../../../src/dispatcher/inProcess.ts';
import { openStore } from '../../../src/store/open.ts';
import { openDoor } from '../../support/openDoor.ts';
import { SEED_KEY } from '../../support/seed.ts';
import { createSink } from '../../support/sink.ts';
import { type Rig, type Scene, seedScene, seenIn } from './rig.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** Core, store, planner and outbox in this process, without a door. */
export async function startCoreRig(scene: Scene): Promise<Rig> {
  const people = Array.from({ length: scene.people }, (_, index) => `p${index}`);
  const others = Array.from({ length: scene.due }, (_, index) => ({ externalId: `d${index}` }));
  await seedScene(scene, 'discord', '', people, others);
  const store = await openStore({ databaseUrl: scene.databaseUrl, encryptionKey: SEED_KEY });
  const content = await loadContent({ dir: undefined, commands: commands.map(({ name }) => name) });
  const now = Temporal.Now.instant;
  const report = (error: unknown) => console.error(error);
  const core = createCore({ store, content, commands, screens, now, report });
  const sink = createSink('discord', 25);
  const { engine } = store;
  const outbox = {
    ledger: engine.ledger,
    notifiers: new Map([['discord' as const, sink.notifier]]),
    render: (delivery: Delivery) => renderNudge(delivery, { store: engine, content, now: now() }),
    now,
    report,
  };
  const dispatcher = inProcessDispatcher(15);
  await dispatcher.start({
    async *tick() {
      for await (const _ of planDue(engine.ledger, now(), content.season)) yield await engine.ledger.lanesDue(now());
    },
    due: async () => [],
    drain: (lane, signal) => drain(lane, outbox, signal),
    report,
  });
  return {
    async log(person, who, at = 0) {
      const { card } = await core.answer(
        {
          call: call('log', { who, they: 'good', sentence: `Calm on a bad night, number ${at}` }),
          via: 'command',
          requestId: newId(),
          who: { platform: 'discord', scope: '', externalId: people[person % people.length] ?? '' },
          where: null,
          mayOrganize: false,
        },
        openDoor,
      );
      return seenIn(plainText(card));
    },
    sent: () => sink.taken.size,
    memoryMb() {
      collect();
      return process.memoryUsage().heapUsed / 2 ** 20;
    },
    async close() {
      await dispatcher.stop();
      await store.close();
    },
  };
}

import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { card } from '../../../src/core/cards/card.ts';
import { call } from '../../../src/core/commands/call.ts';
import { createCounters } from '../../../src/core/runtime/counters.ts';
import { notice } from '../../../src/doors/errorCards.ts';
import { createRefusals } from '../../../src/doors/refusals.ts';
import { createClients, quietLogger } from '../../../src/doors/slack/clients.ts';
import { createReplies } from '../../../src/doors/slack/replies.ts';
import { createUnfinished } from '../../../src/doors/slack/unfinished.ts';
import type { OpenStore } from '../../../src/store/open.ts';
import { type Actor, type Slack, startSlack } from '../../standins/slack/index.ts';
import { databases, freshStore, NOW } from '../../store/databases.ts';

let slack: Slack;
let store: OpenStore;
let ana: Actor;
beforeEach(async () => {
  slack = await startSlack({ botToken: 'xoxb-1' });
  store = await freshStore(databases[0].create);
  ana = slack.addUser({ name: 'Ana' });
});
afterEach(() => slack.close());

/** A process of its own at this moment, and what it carried out. */
function processAt(start: Temporal.Instant, wasSaved = false) {
  let now = start;
  const log = pino({ level: 'silent' });
  const refusals = createRefusals('Slack', log, createCounters());
  const config = { token: () => 'xoxb-1', apiUrl: slack.apiUrl };
  const { replies: web } = createClients(config, quietLogger(log), refusals);
  const replies = createReplies({ web, refusals, stopping: new AbortController().signal, waits: [] });
  const unfinished = createUnfinished({
    web,
    bot: () => 'T1',
    ...{ unanswered: store.unanswered, replies, refusals, now: () => now },
  });
  const carriedOut: string[] = [];
  return {
    unfinished,
    carriedOut,
    pass: (minutes: number) => {
      now = now.add({ minutes });
    },
    resume: () =>
      unfinished.resume({
        async answer(made) {
          carriedOut.push(made.options.who ?? '');
          return notice(card('Logged'));
        },
        wasSaved: async () => wasSaved,
      }),
  };
}

const origin = (requestId: string) => {
  const place = { team: slack.team.id, enterprise: undefined, channel: null };
  return { user: ana.id, ...place, requestId };
};
const made = call('log', { who: 'Kim' });
const kept = async (now = NOW) => {
  const own = processAt(now);
  const target = { later: {} } as Parameters<typeof own.unfinished.keeping>[1];
  await own.unfinished.keeping({ made, via: 'command', origin: origin('1') }, target).keep();
  return own;
};

test('F45: what a process is about to answer itself it does not answer again', async () => {
  const own = await kept();
  own.pass(3);
  await own.resume();
  expect(own.carriedOut).toEqual([]);
});

test('F45: what another left is carried out once, and its answer comes by direct message where no place is left', async () => {
  await kept();
  const [one, two] = [processAt(NOW.add({ minutes: 3 })), processAt(NOW.add({ minutes: 3 }))];
  await Promise.all([one.resume(), two.resume()]);
  expect([...one.carriedOut, ...two.carriedOut]).toEqual(['Kim']);
  expect(ana.dms().map(({ text }) => text)).toEqual(['Logged']);
});

test('F45: hours later nothing is carried out: its sender is told that it was not saved', async () => {
  await kept();
  const later = processAt(NOW.add({ hours: 2 }));
  await later.resume();
  await later.resume();
  expect(later.carriedOut).toEqual([]);
  expect(ana.dms().map(message => slack.text(message))).toEqual([
    expect.stringMatching(/One thing was not saved\n.*Please send it again/),
  ]);
  expect(JSON.stringify(ana.dms())).not.toContain('Kim');
});

test('F45: hours later nobody is told that nothing was saved where it was', async () => {
  await kept();
  await processAt(NOW.add({ hours: 2 }), true).resume();
  const [told] = ana.dms();
  expect(told && slack.text(told)).toContain('What was saved is in Home.');
  expect(told && slack.text(told)).not.toContain('not saved');
});

test('F45: one that Slack shows nowhere holds up no other, and is tried again', async () => {
  const own = processAt(NOW);
  const away = slack.addUser({ name: 'Away', disabled: true });
  for (const [user, id] of [
    [away, '1'],
    [ana, '2'],
  ] as const) {
    const target = { later: {} } as Parameters<typeof own.unfinished.keeping>[1];
    const asked = { made, via: 'command', origin: { ...origin(id), user: user.id } } as const;
    await own.unfinished.keeping(asked, target).keep();
  }
  const later = processAt(NOW.add({ minutes: 3 }));
  await later.resume();
  expect(later.carriedOut).toHaveLength(2);
  expect(ana.dms()).toHaveLength(1);
  later.pass(3);
  await later.resume();
  expect(later.carriedOut).toHaveLength(3);
  expect(ana.dms()).toHaveLength(1);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { screens } from '../../src/commands/around/index.ts';
import { commands } from '../../src/commands/index.ts';
import { renderNudge } from '../../src/commands/sending/nudgeCards.ts';
import { type Call, call } from '../../src/core/commands/call.ts';
import { createCore } from '../../src/core/commands/dispatch.ts';
import type { Notifier, Platform } from '../../src/core/ports/notifier.ts';
import { drain } from '../../src/core/sending/outbox.ts';
import { planDue } from '../../src/core/sending/planner.ts';
import { openBeside } from '../../src/store/driver/beside.ts';
import { openStore } from '../../src/store/open.ts';
import { content } from '../support/content.ts';
import { isLong } from '../support/long.ts';
import { openDoor } from '../support/openDoor.ts';
import fc from '../support/properties.ts';
import { createActions } from './actions.ts';
import { brokenOnSqlite, brokenRows } from './brokenRows.ts';
import { deed } from './requests.ts';

const REQUESTS = isLong ? 100_000 : 2000;
/** After so many, a week passes, and the witness must have had theirs. */
const A_WEEK = 1000;
const MEMBERS = 12;
/** These have rows broken now and then, straight in the database. */
const isVictim = (member: number) => member < 4;
const broken = Object.values({ ...brokenRows, ...brokenOnSqlite });

/** A word that stands in one member's notebook alone. */
const mark = (member: number) => `Zb${'ABCDEFGHIJKLMNOP'[member]}qx`;

/** A community with members, a witness who only waits for what is theirs, and a clock. */
async function arrange() {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-fuzz-'));
  const url = `file:${join(folder, 'test.db')}`;
  const store = await openStore({ databaseUrl: url, encryptionKey: Buffer.alloc(32, 7) });
  const raw = openBeside(url);
  onTestFinished(async () => {
    await raw.$disconnect();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  // A Sunday.
  let now = Temporal.Instant.from('2026-10-18T12:00:00Z');
  const failures: { member: string; error: unknown }[] = [];
  let asking = '';
  const report = (error: unknown) => failures.push({ member: asking, error });
  const core = createCore({ store, content, commands, screens, now: () => now, report });
  const sent: string[] = [];
  const notifier: Notifier = {
    platform: 'discord',
    atOnce: 20,
    async send(address) {
      sent.push(address.kind === 'person' ? address.account : address.channel);
      return { status: 'delivered', messageId: `${sent.length}` };
    },
    findByKey: async () => ({ status: 'absent' }),
  };
  return {
    store,
    raw,
    core,
    failures,
    sent,
    now: () => now,
    ask(member: string) {
      asking = member;
    },
    async tickAfter(duration: Temporal.DurationLike) {
      now = now.add(duration);
      for await (const _ of planDue(store.ledger, now, content.season));
      const parts = {
        ledger: store.ledger,
        notifiers: new Map<Platform, Notifier>([['discord', notifier]]),
        render: (delivery: Parameters<typeof renderNudge>[0]) => renderNudge(delivery, { store, content, now }),
        now: () => now,
        report: () => {},
      };
      for (const lane of await store.ledger.lanesDue(now)) await drain(lane, parts, new AbortController().signal);
    },
  };
}

test(
  `${REQUESTS} generated requests: none is left unanswered, none shows a foreign row, and others get what is theirs`,
  async () => {
    const arranged = await arrange();
    const { store, raw, core, failures, sent } = arranged;
    const who = (externalId: string) => ({ platform: 'discord', scope: '', externalId }) as const;
    const where = { externalId: 'G1', name: 'Aurora', channel: 'C1' };
    let requests = 0;
    const request = (member: string, made: Call) => ({
      call: made,
      via: 'command' as const,
      requestId: `r${requests++}`,
      who: who(member),
      where,
      mayOrganize: false,
    });
    const say = (member: string, made: Call) => core.answer(request(member, made), openDoor);

    const ids: string[] = [];
    for (let member = 0; member < MEMBERS; member += 1) {
      await say(`${member}`, call('log', { who: `Dr. ${mark(member)}`, they: 'good', role: 'attending' }));
      ids.push((await store.arrive(who(`${member}`), null, arranged.now())).user.id);
    }
    const weekly = { remind: 'weekly', digestHour: 17, quietFrom: 0, quietTo: 0, zone: 'UTC' } as const;
    const witness = await store.arrive(who('witness'), where, arranged.now());
    const notebook = (id: string) => store.notebook({ account: witness.account, requestId: id, now: arranged.now() });
    await notebook('settings').changeProfile(weekly);
    const open = { contactId: null, kind: 'thank-you', text: 'x', dueOn: null, closedOn: null, outcome: null } as const;
    await notebook('end').looseEnds.add({ ...open, openedOn: arranged.now().toZonedDateTimeISO('UTC').toPlainDate() });
    const at = Temporal.PlainDateTime.from('2026-10-18T18:30');
    await notebook('r').reminders.add({
      text: 'x',
      at,
      zone: 'UTC',
      rule: 'FREQ=WEEKLY',
      state: 'open',
      about: null,
      link: null,
    });
    await store
      .communitySettings(witness.community?.id ?? '', arranged.now())
      .planTips({ channel: 'C1', weekday: 7, hour: 18, zone: 'UTC' });

    const actions = createActions(core, openDoor, request, MEMBERS);

    const total = { answered: 0, quiet: 0 };
    const random = fc.sample(fc.record({ member: fc.nat(MEMBERS - 1), made: deed, breaks: fc.nat(999) }), REQUESTS);
    for (const [index, { member, made, breaks }] of random.entries()) {
      arranged.ask(`${member}`);
      if (breaks < 20 && isVictim(member)) {
        const sql = broken[breaks % broken.length] ?? '';
        await raw.$executeRawUnsafe(sql.replaceAll("'id'", `'${ids[member]}'`));
      }
      const answer = await actions.carryOut(member, made);
      if (!answer) total.quiet += 1;
      else {
        total.answered += 1;
        const shown = JSON.stringify(answer.card, (key, value) => (key === 'bytes' || key === 'png' ? '' : value));
        for (let other = 0; other < MEMBERS; other += 1)
          if (other !== member && shown.includes(mark(other)))
            throw new Error(`${JSON.stringify(made)} showed a foreign row`);
        actions.saw(member, answer);
      }
      if ((index + 1) % A_WEEK === 0) {
        const before = sent.length;
        // Sunday noon to the reminder, then on to the next Sunday's noon.
        for (const step of [{ minutes: 331 }, { minutes: 29 }, { minutes: 31 }]) await arranged.tickAfter(step);
        const week = sent.slice(before);
        expect(week.filter(to => to === 'witness')).toHaveLength(2);
        expect(week.filter(to => to === 'C1')).toHaveLength(1);
        await arranged.tickAfter({ minutes: 7 * 24 * 60 - 391 });
      }
    }
    const ours = failures.filter(({ member }) => !isVictim(Number(member)));
    console.log(
      `${REQUESTS} requests: ${total.answered} answered with a card, ${total.quiet} with nothing to show; ${failures.length} failed inside, ${ours.length} of them for members whose rows are whole`,
    );
    for (const { error } of ours.slice(0, 5)) console.log(error);
    expect(ours).toHaveLength(0);
  },
  isLong ? 3 * 3600_000 : 300_000,
);

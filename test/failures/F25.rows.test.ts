import { describe, expect, test } from 'vitest';
import { renderNudge } from '../../src/commands/sending/nudgeCards.ts';
import { sayItem } from '../../src/commands/sending/nudgeWords.ts';
import type { Notifier, Platform } from '../../src/core/ports/notifier.ts';
import { drain } from '../../src/core/sending/outbox.ts';
import { planDue } from '../../src/core/sending/planner.ts';
import { openDatabase, openStore } from '../../src/store/open.ts';
import { brokenOnSqlite, brokenRows } from '../fuzz/brokenRows.ts';
import { databases, freshStore, KEY, newcomer, type Scratch, scratch } from '../store/databases.ts';
import { content } from '../support/content.ts';
import { isLong, longTest } from '../support/long.ts';
import fc from '../support/properties.ts';

/** A Sunday, an hour before everybody's week. */
const NOW = Temporal.Instant.from('2026-11-22T17:00:00Z');
const MEMBERS = 4;

async function arrange(database: Scratch, count: number) {
  const store = await openStore({ databaseUrl: database.url, encryptionKey: KEY });
  const members = [];
  for (let index = 0; index < count; index += 1) {
    const who = { platform: 'discord', scope: '', externalId: `${index}` } as const;
    const at = NOW.subtract({ hours: 1 });
    const { account, user } = await store.arrive(who, { externalId: 'G1', name: 'Aurora' }, at, 'UTC');
    const notebook = (request: string) => store.notebook({ account, requestId: request, now: at });
    const today = at.toZonedDateTimeISO('UTC').toPlainDate();
    const { value } = await notebook('log').logInteraction({
      who: 'Pat Osei',
      role: 'chief',
      stance: 'good',
      day: today,
    });
    const contactId = value.contact.id;
    await notebook('defender').defenders.add({ contactId, since: today, updatedOn: null, everyDays: null });
    const open = { contactId, kind: 'thank-you', text: 'x', openedOn: today, dueOn: null } as const;
    await notebook('end').looseEnds.add({ ...open, closedOn: null, outcome: null });
    const program = (await notebook('program').nameProgram('Lakeside', {})).value;
    const meeting = {
      programId: program.id,
      kind: 'interview',
      zone: 'UTC',
      minutes: null,
      followUpSentOn: null,
    } as const;
    await notebook('interview').interviews.add({
      ...meeting,
      day: today.add({ days: 9 }),
      time: new Temporal.PlainTime(9),
    });
    const offer = { programId: program.id, receivedOn: today, zone: 'UTC', state: 'open' } as const;
    await notebook('offer').offers.add({ ...offer, replyBy: at.add({ hours: 24 * 20 }) });
    const hour = Temporal.PlainDateTime.from('2026-11-22T18:30');
    const reminder = {
      text: 'call',
      at: hour,
      zone: 'UTC',
      rule: 'FREQ=DAILY',
      state: 'open',
      about: null,
      link: null,
    } as const;
    await notebook('reminder').reminders.add(reminder);
    await notebook('settings').changeProfile({ remind: 'weekly', digestHour: 17, quietFrom: 0, quietTo: 0 });
    members.push({ id: user.id, externalId: who.externalId });
  }
  const community = await store.arrive(
    { platform: 'discord', scope: '', externalId: 'org' },
    { externalId: 'G1', name: 'Aurora' },
    NOW,
  );
  await store
    .communitySettings(community.community?.id ?? '', NOW)
    .planTips({ channel: 'C1', weekday: 7, hour: 18, zone: 'UTC' });
  return { store, members };
}

type Store = Awaited<ReturnType<typeof openStore>>;

/** Sends by a door that takes everything. */
async function send(store: Store, now: Temporal.Instant, sent: string[]) {
  const notifier: Notifier = {
    platform: 'discord',
    atOnce: 5,
    async send(address) {
      sent.push(address.kind === 'person' ? address.account : address.channel);
      return { status: 'delivered', messageId: String(sent.length) };
    },
    findByKey: async () => ({ status: 'absent' }),
  };
  const parts = {
    ledger: store.ledger,
    notifiers: new Map<Platform, Notifier>([['discord', notifier]]),
    render: (delivery: Parameters<typeof renderNudge>[0]) => renderNudge(delivery, { store, content, now }),
    now: () => now,
    report: () => {},
  };
  for (const lane of await store.ledger.lanesDue(now)) await drain(lane, parts, new AbortController().signal);
}

/** What the messages of the last days say to this member. */
async function shown(store: Store, { id, externalId }: { id: string; externalId: string }): Promise<string[]> {
  const who = { platform: 'discord', scope: '', externalId } as const;
  const now = NOW.add({ hours: 2 });
  const arrived = await store.arrive(who, null, now).catch(() => undefined);
  if (arrived?.user.id !== id) return [];
  const notebook = store.notebook({ account: arrived.account, requestId: 'look', now });
  const today = now.toZonedDateTimeISO('UTC').toPlainDate();
  const reading = { notebook, content, season: content.season, now, zone: 'UTC', today, user: arrived.user };
  const items = (await store.ledger.recentFor(id, 10)).flatMap(delivery => delivery.items);
  const said = await Promise.all(items.filter(({ kind }) => kind === 'unreadable').map(item => sayItem(item, reading)));
  return said.flatMap(one => (one ? [`${one.title}: ${one.line}`] : []));
}

async function plan(store: Store, now: Temporal.Instant) {
  for await (const _ of planDue(store.ledger, now, content.season));
}

describe.each(databases)('F25: a broken row of any kind, on $name', ({ name, create }) => {
  const ways: Record<string, string> = { ...brokenRows, ...(name === 'SQLite' && brokenOnSqlite) };
  const keys = Object.keys(ways);

  /** A Sunday evening with these rows broken: who was sent what, and what is set aside. */
  async function evening(broken: readonly { member: number; way: string }[], count = MEMBERS) {
    const database = await scratch(create);
    const { store: before, members } = await arrange(database, count);
    // The week's messages are written down already; the reminders are not planned yet.
    await plan(before, NOW.add({ minutes: 31 }));
    await before.close();
    const raw = await openDatabase(database.url);
    for (const { member, way } of broken)
      await raw.client.$executeRawUnsafe((ways[way] ?? '').replaceAll("'id'", `'${members[member]?.id}'`));
    await raw.close();

    const store = await openStore({ databaseUrl: database.url, encryptionKey: KEY });
    const sent: string[] = [];
    for (const minutes of [32, 61, 91, 92]) {
      const now = NOW.add({ minutes });
      await plan(store, now);
      await send(store, now, sent);
    }
    await store.sweep(NOW.add({ hours: 24 * 40 }), what => {
      throw new Error(`${what} was not swept`);
    });
    const said = (await Promise.all(members.map(member => shown(store, member)))).flat().join('\n');
    await store.close();
    const touched = new Set(broken.map(({ member }) => member));
    const counts = Map.groupBy(sent, to => to);
    return { untouched: members.filter((_, index) => !touched.has(index)), members, counts, said };
  }

  test('each costs its owner alone: all others get their week, their reminder and the tip, once', async () => {
    const broken = keys.map((way, member) => ({ member, way }));
    const { untouched, counts, members } = await evening(broken, keys.length + 2);
    expect(untouched).toHaveLength(2);
    expect(untouched.map(({ externalId }) => counts.get(externalId)?.length)).toEqual([2, 2]);
    expect(counts.get('C1')).toHaveLength(1);
    // Nobody is told the same over and over.
    for (const { externalId } of members) expect(counts.get(externalId)?.length ?? 0).toBeLessThanOrEqual(4);
  });

  test('its owner is told once, in words to act on', async () => {
    const { counts, members, said } = await evening([{ member: 0, way: 'a rule that no calendar holds' }]);
    expect(counts.get(members[0]?.externalId ?? '')).toHaveLength(2);
    expect(said).toContain('A reminder that can’t come: I can’t read when one of your reminders comes.');
  });

  test.each(['FREQ=DAILY;INTERVAL=100000000', 'constructor', 'FREQ=SECONDLY'])(
    'an import with the rule "%s" is refused whole, and names its row',
    async rule => {
      const store = await freshStore(create);
      const ana = await newcomer(store);
      const good = { text: 'call', at: '2026-12-01T09:00:00', zone: 'UTC', state: 'open', about: null, link: null };
      const rows = [
        { ...good, id: 'a', rule: null },
        { ...good, id: 'b', rule },
      ];
      const file = { version: 1, exportedAt: NOW.toString(), profile: {}, tables: { Reminder: rows } } as const;
      await expect(ana.fresh().previewImport({ ...file, tables: { Reminder: rows } })).rejects.toThrow(
        'Reminder, row 2: rule',
      );
      await expect(ana.fresh().importAll({ ...file, tables: { Reminder: rows } })).rejects.toThrow(
        'Reminder, row 2: rule',
      );
      expect(await ana.fresh().reminders.all()).toEqual([]);
    },
  );

  longTest(
    'whichever rows of whichever members are broken, the others get what is theirs',
    async () => {
      const one = fc.record({ member: fc.integer({ min: 0, max: MEMBERS - 1 }), way: fc.constantFrom(...keys) });
      for (const broken of fc.sample(fc.array(one, { minLength: 1, maxLength: 12 }), isLong ? 60 : 3)) {
        const { untouched, counts } = await evening(broken);
        expect(untouched.map(({ externalId }) => counts.get(externalId)?.length)).toEqual(untouched.map(() => 2));
        expect(counts.get('C1')).toHaveLength(1);
      }
    },
    600_000,
  );
});

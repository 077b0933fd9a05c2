import { expect, test } from 'vitest';
import type { Interview, Invitation, Offer } from '../../../src/domain/notebook.ts';
import { type NudgeFacts, noFacts, type Recipient } from '../../../src/domain/nudges/nudgeFacts.ts';
import { nudgeKinds } from '../../../src/domain/nudges/nudgeKinds.ts';
import { decideNudges } from '../../../src/domain/nudges/nudges.ts';
import { seasonRules } from '../season/seasonRules.ts';

const zone = 'America/Chicago';
const at = (local: string) => Temporal.ZonedDateTime.from(`${local}[${zone}]`).toInstant();
const day = (text: string) => Temporal.PlainDate.from(text);
const ana: Recipient = {
  id: 'ana',
  zone,
  applicantType: 'img',
  remind: 'weekly',
  digestDay: 7,
  digestHour: 18,
  quiet: { from: '22:00', to: '07:00' },
  muted: [],
  pausedUntil: null,
};

/** Twelve interviews from October to January, some on days that follow one another, some on one day. */
const days = [
  ...['2026-10-20', '2026-10-21', '2026-10-28', '2026-11-03', '2026-11-04', '2026-11-05'],
  ...['2026-11-17', '2026-11-17', '2026-12-02', '2026-12-09', '2027-01-12', '2027-01-13'],
];
const programs = days.map((_, index) => ({
  id: `p${index}`,
  name: `Program ${index}`,
  market: index === 4 ? ('outside' as const) : ('inside' as const),
  thankYou: index % 3 === 0 ? ('not-welcome' as const) : ('welcome' as const),
  debriefedOn: null,
}));
const interviews = days.map(
  (on, index): Interview => ({
    id: `i${index}`,
    programId: `p${index}`,
    kind: 'interview',
    day: day(on),
    time: Temporal.PlainTime.from(index === 7 ? '14:00' : '09:00'),
    zone,
    minutes: null,
    followUpSentOn: null,
  }),
);
/** Three on one day, each with its own hour. */
const invitations = ['09:00', '12:00', '17:00'].map(
  (hour, index): Invitation => ({
    id: `v${index}`,
    programId: `p${index}`,
    receivedAt: at('2026-10-12T12:00'),
    replyBy: at(`2026-10-16T${hour}`),
    zone,
    state: 'open',
    day: null,
    time: null,
    minutes: null,
  }),
);
const offers: Offer[] = [
  { id: 'o', programId: 'p4', receivedOn: day('2026-11-20'), replyBy: at('2026-11-25T17:00'), zone, state: 'open' },
];

test('a season of twelve interviews, three invitations of one day and an offer: at most one message a day but for deadlines', () => {
  const sent: { local: string; kinds: string[]; keys: string[] }[] = [];
  let recent: NudgeFacts['recent'] = [];
  let moved: readonly string[] = [];
  let from = at('2026-10-12T12:00');
  const end = at('2027-03-05T12:00');
  for (;;) {
    const facts: NudgeFacts = {
      ...noFacts,
      programs,
      interviews,
      invitations,
      offers,
      ranked: 9,
      logged: 1,
      recent,
      moved,
    };
    const plan = decideNudges(ana, facts, { from, now: from }, seasonRules);
    for (const { dueAt, items } of plan.due) {
      recent = [...recent, ...items.map(item => ({ ...item, dueAt, sent: true, done: false }))];
      sent.push({
        local: dueAt.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }),
        kinds: items.map(({ kind }) => kind),
        keys: items.map(({ kind, subject, occurrence }) => `${kind} ${subject} ${occurrence}`),
      });
    }
    expect(plan.missed).toBeNull();
    moved = plan.moved;
    if (!plan.nextPlanAt || Temporal.Instant.compare(plan.nextPlanAt, end) > 0) break;
    from = plan.nextPlanAt;
  }

  const keys = sent.flatMap(message => message.keys);
  expect(new Set(keys).size, 'nothing is said twice').toBe(keys.length);
  const said = (kind: string) => new Set(keys.filter(key => key.startsWith(`${kind} `)).map(key => key.split(' ')[1]));
  expect(said('eve').size).toBe(12);
  expect(said('day-after').size, 'also where no note is welcome: for the debrief').toBe(12);
  expect(said('invitation').size).toBe(3);
  expect(said('offer').size).toBe(1);
  expect(keys.filter(key => key.startsWith('certify ')).length).toBe(2);

  const byDay = Map.groupBy(sent, ({ local }) => local.slice(0, 10));
  for (const [on, messages] of byDay) {
    const plain = messages.filter(
      ({ kinds }) => !kinds.some(kind => nudgeKinds[kind as keyof typeof nudgeKinds].deadline),
    );
    expect(plain.length, `${on}: ${messages.map(({ kinds }) => kinds.join()).join(' | ')}`).toBeLessThanOrEqual(1);
    // Two are one for a deadline's own moment and nothing else.
    if (messages.length > 1 && plain.length === 1) expect(messages.length - plain.length).toBeGreaterThan(0);
    for (const { local } of messages) expect(Number(local.slice(11, 13)), local).toBeGreaterThanOrEqual(7);
    for (const { local } of messages) expect(Number(local.slice(11, 13)), local).toBeLessThan(22);
  }
});

import { describe, expect, test } from 'vitest';
import type { Interview, Invitation, Offer } from '../../../src/domain/notebook.ts';
import {
  type NudgeFacts,
  noFacts as nothing,
  type OwnReminder,
  type Recipient,
} from '../../../src/domain/nudges/nudgeFacts.ts';
import type { NudgeKind } from '../../../src/domain/nudges/nudgeKinds.ts';
import { nudgeKinds } from '../../../src/domain/nudges/nudgeKinds.ts';
import { decideNudges, type NudgeDecision, sayAtOnce } from '../../../src/domain/nudges/nudges.ts';
import { isQuiet } from '../../../src/domain/time/localTime.ts';
import fc from '../../support/properties.ts';
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
const programs = [
  { id: 'l', name: 'Lakeside', market: 'outside', thankYou: 'welcome' },
  { id: 's', name: 'St. Mary', market: 'inside', thankYou: 'not-welcome' },
] as const;
const interview = (id: string, on: string, programId = 'l', time = '09:00', there = zone): Interview => ({
  id,
  programId,
  kind: 'interview',
  day: day(on),
  time: Temporal.PlainTime.from(time),
  zone: there,
  minutes: null,
  followUpSentOn: null,
});
const offer = (id: string, replyBy: string, state: Offer['state'] = 'open'): Offer => ({
  id,
  programId: 'l',
  receivedOn: day('2026-10-01'),
  replyBy: at(replyBy),
  zone,
  state,
});
const invitation = (id: string, replyBy: string, hours: number): Invitation => ({
  ...{ id, programId: 'l', zone, state: 'open', day: null, time: null, minutes: null },
  receivedAt: at(replyBy).subtract({ hours }),
  replyBy: at(replyBy),
});
const reminder = (id: string, local: string, rule: string | null = null): OwnReminder => ({
  id,
  at: Temporal.PlainDateTime.from(local),
  rule,
  state: 'open',
  about: null,
});

const decide = (facts: Partial<NudgeFacts>, from: string, now = from, member: Partial<Recipient> = {}) =>
  decideNudges({ ...ana, ...member }, { ...nothing, ...facts }, { from: at(from), now: at(now) }, seasonRules);
const local = (moment: Temporal.Instant, in_ = zone) =>
  moment.toZonedDateTimeISO(in_).toPlainDateTime().toString({ smallestUnit: 'minute' });
/** "2026-11-02T18:00 eve:1 digest:" for each message. */
const list = (messages: NudgeDecision['ahead']) =>
  messages.map(
    ({ dueAt, items }) => `${local(dueAt)} ${items.map(({ kind, subject }) => `${kind}:${subject}`).join(' ')}`,
  );
const eves = { remind: 'eves' } as const;

describe('what comes when', () => {
  test('the evening before an interview, and the day after it where the program takes notes', () => {
    const { ahead, nextPlanAt, due } = decide(
      { interviews: [interview('1', '2026-11-03')], programs },
      '2026-10-20T12:00',
      undefined,
      eves,
    );
    expect(list(ahead)).toEqual(['2026-11-02T18:00 eve:1', '2026-11-04T18:00 day-after:1']);
    expect(due).toEqual([]);
    expect(nextPlanAt?.equals(at('2026-11-02T18:00'))).toBe(true);
    expect(ahead[0]?.items[0]?.why).toBe(
      'Your interview is the next day. The evening before, on your clock: Mon, Nov 2, 6 PM CT.',
    );
    const none = decide(
      { interviews: [interview('1', '2026-11-03', 's')], programs },
      '2026-10-20T12:00',
      undefined,
      eves,
    );
    expect(list(none.ahead)).toEqual(['2026-11-02T18:00 eve:1']);
  });

  test('48 and 12 hours before an offer expires', () => {
    const { ahead } = decide({ offers: [offer('o', '2026-11-13T20:00')] }, '2026-11-10T12:00', undefined, eves);
    expect(list(ahead)).toEqual(['2026-11-11T20:00 offer:o', '2026-11-13T08:00 offer:o']);
    expect(ahead[0]?.items[0]?.why).toContain('48 hours before it.');
  });

  test('F24: twelve hours before an offer at five in the morning is said just before the quiet hours', () => {
    const { ahead } = decide({ offers: [offer('o', '2026-11-13T17:00')] }, '2026-11-12T12:00', undefined, eves);
    expect(list(ahead)).toEqual(['2026-11-12T21:59 offer:o']);
    expect(ahead[0]?.items[0]?.why).toContain('moved to just before your quiet hours');
  });

  const accepted = { programs, offers: [offer('o', '2026-11-13T17:00', 'accepted')] };
  const withdrawals = (facts: Partial<NudgeFacts>, applicantType: Recipient['applicantType'] = 'img') =>
    list(decide(facts, '2026-12-01T12:00', undefined, { ...eves, applicantType }).ahead);

  test('the withdrawal deadline, a week and a day before it, once an offer is accepted that may be', () => {
    const { ahead } = decide(accepted, '2026-12-01T12:00', undefined, eves);
    expect(list(ahead)).toEqual(['2027-02-24T18:00 withdrawal:o', '2027-03-02T18:00 withdrawal:o']);
    expect(ahead[0]?.items[0]?.why).toContain('Wed, Mar 3, 8 PM CT (expected)');
  });

  test('no withdrawal deadline for whom it must not lead there, and none while two offers are accepted', () => {
    for (const applicantType of ['us-md', 'us-do', null] as const)
      expect(withdrawals(accepted, applicantType)).toEqual([]);
    for (const market of ['inside', 'unknown', null] as const)
      expect(withdrawals({ ...accepted, programs: [{ ...programs[0], market }] })).toEqual([]);
    const second = offer('p', '2026-11-14T17:00', 'accepted');
    expect(withdrawals({ ...accepted, offers: [...accepted.offers, second] })).toEqual([]);
    expect(withdrawals({ ...accepted, programs: [] })).toEqual([]);
  });

  test('a loose end, two days before an interview where that person works', () => {
    const facts = {
      interviews: [interview('1', '2026-11-05')],
      programs,
      people: [{ id: 'p', name: 'Dr. Osei', role: 'attending', place: 'Lakeside' }],
      looseEnds: [
        {
          id: 'e',
          contactId: 'p',
          kind: 'apology',
          text: '',
          openedOn: day('2026-10-01'),
          dueOn: null,
          closedOn: null,
          outcome: null,
        },
      ],
    } as const;
    expect(list(decide(facts, '2026-10-20T12:00', undefined, eves).ahead)[0]).toBe('2026-11-03T18:00 loose-end:e');
  });

  test('a defender due for a word, for those who chose the weekly messages', () => {
    const defenders = [{ contactId: 'p', name: 'Dr. Patel', since: day('2026-10-01'), lastWord: day('2026-10-20') }];
    const facts = { defenders };
    expect(list(decide(facts, '2026-10-21T12:00').ahead)).toEqual([
      '2026-10-25T18:21 digest:',
      '2026-12-01T18:00 defender:p',
    ]);
    expect(decide(facts, '2026-10-21T12:00', undefined, eves).nextPlanAt).toBeNull();
  });

  test('own reminders, once and again and again, whatever else is turned off', () => {
    const reminders = [reminder('once', '2026-10-22T15:00'), reminder('often', '2026-10-01T08:00', 'FREQ=DAILY')];
    const { ahead } = decide({ reminders }, '2026-10-21T12:00', undefined, { remind: 'nothing' });
    expect(list(ahead)).toEqual(['2026-10-22T08:00 reminder:often', '2026-10-22T15:00 reminder:once']);
    expect(ahead[0]?.items[0]?.why).toBe('You asked for it every day at 8 AM.');
  });

  test('nothing where nothing is wanted', () => {
    const facts = { interviews: [interview('1', '2026-11-03')], programs, offers: [offer('o', '2026-11-13T20:00')] };
    expect(decide(facts, '2026-10-20T12:00', undefined, { remind: 'nothing' })).toEqual({
      due: [],
      missed: null,
      ahead: [],
      nextPlanAt: null,
      moved: [],
    });
  });

  test('a muted kind stays away, and only that', () => {
    const facts = { interviews: [interview('1', '2026-11-03')], programs };
    const { ahead } = decide(facts, '2026-10-20T12:00', undefined, { ...eves, muted: ['eve'] });
    expect(list(ahead)).toEqual(['2026-11-04T18:00 day-after:1']);
  });
});

describe('one message a day', () => {
  test('the digest takes in what falls on its day', () => {
    const facts = { interviews: [interview('1', '2026-10-24')], programs };
    expect(list(decide(facts, '2026-10-22T12:00').ahead)).toEqual([
      '2026-10-23T18:00 eve:1',
      '2026-10-25T18:21 day-after:1 digest:',
    ]);
  });

  test('an eve on the digest’s day takes the digest along', () => {
    const facts = { interviews: [interview('1', '2026-10-26')], programs };
    expect(list(decide(facts, '2026-10-22T12:00').ahead)[0]).toBe('2026-10-25T18:00 eve:1 digest:');
    expect(list(decide(facts, '2026-10-22T12:00', undefined, { digestHour: 9 }).ahead)[0]).toBe(
      '2026-10-25T18:00 eve:1 digest:',
    );
  });

  test('F24: interviews on three days in a row are one message an evening', () => {
    const facts = {
      interviews: ['03', '04', '05'].map((on, index) => interview(`${index + 1}`, `2026-11-${on}`)),
      programs,
    };
    expect(list(decide(facts, '2026-11-02T12:00', undefined, eves).ahead)).toEqual([
      '2026-11-02T18:00 eve:1',
      '2026-11-03T18:00 eve:2',
      '2026-11-04T18:00 eve:3 day-after:1',
      '2026-11-05T18:00 day-after:2',
      '2026-11-06T18:00 day-after:3',
    ]);
  });

  test('what has no deadline waits a day where a message went out already', () => {
    const defenders = [{ contactId: 'p', name: 'Dr. Patel', since: day('2026-10-01'), lastWord: day('2026-10-06') }];
    const sent = {
      kind: 'offer',
      subject: 'o',
      occurrence: '',
      dueAt: at('2026-11-17T08:00'),
      sent: true,
      done: false,
    } as const;
    const { ahead } = decide({ defenders, recent: [sent] }, '2026-11-17T12:00');
    expect(list(ahead)[0]).toBe('2026-11-18T18:00 defender:p');
    expect(ahead[0]?.items[0]?.why).toContain('A day later, because you had a message already.');
    const tomorrow = decide({ defenders, recent: [sent] }, '2026-11-18T18:00');
    expect(list(tomorrow.due)).toEqual(['2026-11-18T18:00 defender:p']);
  });

  test('a deadline is said all the same', () => {
    const sent = {
      kind: 'digest',
      subject: '',
      occurrence: '2026-11-08',
      dueAt: at('2026-11-08T09:00'),
      sent: true,
      done: false,
    } as const;
    const facts = { interviews: [interview('1', '2026-11-09')], programs, recent: [sent] };
    expect(list(decide(facts, '2026-11-08T12:00').ahead)[0]).toBe('2026-11-08T18:00 eve:1');
  });
});

describe('what has come', () => {
  test('is due once: what was planned before is not planned again', () => {
    const facts = { interviews: [interview('1', '2026-11-03')], programs };
    const first = decide(facts, '2026-11-02T18:00', '2026-11-02T18:01', eves);
    expect(list(first.due)).toEqual(['2026-11-02T18:00 eve:1']);
    const recent = (first.due[0]?.items ?? []).map(item => ({ ...item, sent: true, done: false }));
    expect(decide({ ...facts, recent }, '2026-11-02T18:00', '2026-11-02T18:01', eves).due).toEqual([]);
  });

  test('F1: down across its time, it is sent late inside its grace time and missed after it', () => {
    const facts = { interviews: [interview('1', '2026-11-03', 's')], programs };
    const late = decide(facts, '2026-11-02T18:00', '2026-11-02T20:30', eves);
    expect(list(late.due)).toEqual(['2026-11-02T20:30 eve:1']);
    expect(late.due[0]?.items[0]?.dueAt.equals(at('2026-11-02T18:00'))).toBe(true);
    const missed = decide(facts, '2026-11-02T18:00', '2026-11-03T10:00', eves);
    expect(missed.due).toEqual([]);
    expect(missed.missed?.items.map(({ kind }) => kind)).toEqual(['eve']);
    expect(Temporal.Instant.compare(missed.missed?.graceUntil ?? at('2030-01-01T00:00'), at('2026-11-03T10:00'))).toBe(
      -1,
    );
  });

  test('F2: thirty overdue are one message, and what is older is listed', () => {
    const reminders = Array.from({ length: 30 }, (_, index) =>
      reminder(`r${String(index).padStart(2, '0')}`, `2026-11-02T${String(8 + (index % 10)).padStart(2, '0')}:00`),
    );
    const old = reminder('old', '2026-10-30T08:00');
    const { due, missed } = decide({ reminders: [old, ...reminders] }, '2026-10-30T08:00', '2026-11-02T19:00', eves);
    expect(due).toHaveLength(1);
    expect(due[0]?.items).toHaveLength(30);
    expect(missed?.items.map(({ subject }) => subject)).toEqual(['old']);
  });

  test('half and an eighth of the time before an invitation’s two days are over', () => {
    const { ahead } = decide({ invitations: [invitation('v', '2026-11-13T20:00', 48)] }, '2026-11-11T20:00');
    expect(list(ahead).slice(0, 2)).toEqual(['2026-11-12T20:00 invitation:v', '2026-11-13T14:00 invitation:v']);
    expect(ahead[0]?.items[0]?.why).toContain('An invitation wants an answer by');
  });

  test('what is late waits for the end of the quiet hours', () => {
    const facts = { interviews: [interview('1', '2026-11-03', 's')], programs };
    expect(list(decide(facts, '2026-11-02T18:00', '2026-11-03T02:00', eves).due)).toEqual(['2026-11-03T07:00 eve:1']);
  });
});

describe('a pause', () => {
  const paused = { ...eves, pausedUntil: day('2026-11-09') };
  test('holds back until its end what is still of use then, and leaves out the rest', () => {
    const facts = {
      interviews: [interview('1', '2026-11-05')],
      programs,
      offers: [offer('o', '2026-11-10T12:00')],
      reminders: [reminder('once', '2026-11-04T10:00'), reminder('often', '2026-11-01T08:00', 'FREQ=DAILY')],
    };
    const { ahead } = decide(facts, '2026-11-03T12:00', undefined, paused);
    expect(list(ahead)).toEqual([
      '2026-11-09T08:00 reminder:often',
      '2026-11-09T10:00 reminder:once',
      '2026-11-09T12:00 offer:o',
      '2026-11-09T21:59 offer:o',
    ]);
    expect(ahead[1]?.items[0]?.why).toContain('It waited until Mon, Nov 9, because you had paused messages.');
    expect(list(decide(facts, '2026-11-09T10:00', undefined, paused).due)).toEqual(['2026-11-09T10:00 reminder:once']);
  });
});

describe('a long pause', () => {
  const reminders = [reminder('often', '2026-11-01T08:00', 'FREQ=DAILY')];
  test.each(['2026-11-17', '2027-02-01', '2040-01-01'])('until %s is followed by what comes again', until => {
    const { due, ahead, nextPlanAt } = decide({ reminders }, '2026-11-03T12:00', undefined, {
      pausedUntil: day(until),
    });
    expect(due).toEqual([]);
    expect(ahead[0]?.dueAt.equals(at(`${until}T08:00`))).toBe(true);
    expect(nextPlanAt).toEqual(ahead[0]?.dueAt);
    expect(list(ahead).some(line => line.endsWith('digest:'))).toBe(true);
  });

  test('that ends on the digest’s day takes in a digest at midnight', () => {
    const midnight = { digestHour: 0, quiet: { from: '00:00', to: '00:00' }, pausedUntil: day('2026-11-08') };
    const { ahead } = decide({}, '2026-11-03T12:00', undefined, midnight);
    expect(list(ahead)).toEqual(['2026-11-08T00:21 digest:']);
  });

  test('what is known already of what lies ahead is passed by', () => {
    const known = {
      kind: 'digest',
      subject: '',
      occurrence: '2026-10-25',
      dueAt: at('2026-10-25T18:21'),
      sent: true,
      done: false,
    } as const;
    expect(list(decide({ recent: [known] }, '2026-10-21T12:00').ahead)).toEqual(['2026-11-01T18:21 digest:']);
  });
});

describe('a moment that has passed already', () => {
  test('F24: is said at once, while the interview is still ahead', () => {
    const facts = { ...nothing, interviews: [interview('1', '2026-11-03')], programs };
    const said = (now: string) => sayAtOnce('1', ana, facts, at(now), seasonRules).map(({ kind }) => kind);
    expect(said('2026-11-02T20:00')).toEqual(['eve']);
    expect(said('2026-11-02T12:00')).toEqual([]);
    expect(said('2026-11-03T09:30')).toEqual([]);
    expect(decide(facts, '2026-11-02T20:00', undefined, eves).due).toEqual([]);
  });

  test('both of an offer’s, where it expires in ten hours', () => {
    const facts = { ...nothing, offers: [offer('o', '2026-11-02T20:00')] };
    expect(
      sayAtOnce('o', ana, facts, at('2026-11-02T10:00'), seasonRules).map(({ occurrence }) => occurrence.slice(0, 3)),
    ).toEqual(['48h', '12h']);
  });
});

test('F3: a change of zone moves what is ahead to the new clock, and a digest is not sent twice on one day', () => {
  const facts = { interviews: [interview('1', '2026-11-03', 'l', '09:00', 'America/New_York')], programs };
  const { ahead } = decide(facts, '2026-11-02T12:00', undefined, { ...eves, zone: 'America/Los_Angeles' });
  expect(local(ahead[0]?.dueAt ?? at('2030-01-01T00:00'), 'America/Los_Angeles')).toBe('2026-11-02T18:00');
  const sent = {
    kind: 'digest',
    subject: '',
    occurrence: '2026-11-01',
    dueAt: at('2026-11-01T18:07'),
    sent: true,
    done: false,
  } as const;
  const west = decide({ recent: [sent] }, '2026-11-01T19:00', undefined, { zone: 'America/Los_Angeles' });
  expect(west.ahead.map(({ items }) => items[0]?.occurrence)).toEqual(['2026-11-08']);
});

describe('whatever a season holds', () => {
  const zones = fc.constantFrom('America/Chicago', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Chatham', 'UTC');
  const start = Temporal.PlainDate.from('2026-10-01');
  const someDay = fc.integer({ min: 0, max: 170 }).map(days => start.add({ days }).toString());
  const hour = fc.integer({ min: 0, max: 23 }).map(hour => `${String(hour).padStart(2, '0')}:00`);
  const season = fc.record({
    zone: zones,
    quietFrom: hour,
    quietTo: hour,
    digestDay: fc.integer({ min: 1, max: 7 }),
    digestHour: fc.integer({ min: 0, max: 23 }),
    interviews: fc.array(fc.tuple(someDay, hour), { maxLength: 12 }),
    offers: fc.array(fc.tuple(someDay, hour), { maxLength: 3 }),
    invitations: fc.array(fc.tuple(someDay, hour, fc.integer({ min: 1, max: 200 })), { maxLength: 3 }),
    defenders: fc.array(someDay, { maxLength: 3 }),
    reminders: fc.array(fc.tuple(someDay, hour), { maxLength: 4 }),
  });
  type Season = typeof season extends fc.Arbitrary<infer T> ? T : never;
  const factsOf = (made: Season): NudgeFacts => ({
    ...nothing,
    programs,
    interviews: made.interviews.map(([on, time], index) => interview(`i${index}`, on, 'l', time)),
    offers: made.offers.map(([on, time], index) => offer(`o${index}`, `${on}T${time}`)),
    invitations: made.invitations.map(([on, time, hours], index) => invitation(`v${index}`, `${on}T${time}`, hours)),
    defenders: made.defenders.map((on, index) => ({
      contactId: `d${index}`,
      name: `D${index}`,
      since: day(on),
      lastWord: null,
    })),
    reminders: made.reminders.map(([on, time], index) => reminder(`r${index}`, `${on}T${time}`)),
  });
  const memberOf = ({ zone, quietFrom, quietTo, digestDay, digestHour }: Season): Recipient => ({
    ...ana,
    zone,
    quiet: { from: quietFrom, to: quietTo },
    digestDay,
    digestHour,
  });

  /** Plans as the engine does, at each moment that it asked for, and keeps what was sent. */
  function live(made: Season, days = 180) {
    const member = memberOf(made);
    const facts = factsOf(made);
    const sent: { dueAt: Temporal.Instant; kinds: NudgeKind[]; keys: string[] }[] = [];
    let recent: NudgeFacts['recent'] = [];
    const end = start.add({ days }).toZonedDateTime(member.zone).toInstant();
    let from = start.toZonedDateTime(member.zone).toInstant();
    for (;;) {
      const { due, missed, nextPlanAt } = decideNudges(member, { ...facts, recent }, { from, now: from }, seasonRules);
      expect(missed).toBeNull();
      for (const { dueAt, items } of due) {
        sent.push({
          dueAt,
          kinds: items.map(({ kind }) => kind),
          keys: items.map(({ kind, subject, occurrence }) => `${kind} ${subject} ${occurrence}`),
        });
        recent = [...recent, ...items.map(item => ({ ...item, sent: true, done: false }))];
      }
      if (!nextPlanAt || Temporal.Instant.compare(nextPlanAt, end) > 0) return { member, sent };
      expect(Temporal.Instant.compare(nextPlanAt, from)).toBe(1);
      from = nextPlanAt;
    }
  }

  test('nobody gets two messages on one day unless a deadline is in each further one, and none twice', () => {
    fc.assert(
      fc.property(season, made => {
        const { member, sent } = live(made);
        const days = Map.groupBy(sent, ({ dueAt }) => dueAt.toZonedDateTimeISO(member.zone).toPlainDate().toString());
        for (const messages of days.values()) {
          const free = messages.filter(({ kinds }) => !kinds.some(kind => nudgeKinds[kind].deadline));
          expect(free.length).toBeLessThanOrEqual(1);
        }
        const keys = sent.flatMap(message => message.keys);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  test('nothing comes inside quiet hours but what the member set to that hour', () => {
    fc.assert(
      fc.property(season, made => {
        const { member, sent } = live(made);
        for (const { dueAt, kinds } of sent)
          if (!kinds.includes('reminder')) expect(isQuiet(dueAt, member.quiet, member.zone)).toBe(false);
      }),
      { numRuns: 60, seed: 8 },
    );
  });

  test('every reminder that lies ahead is said, and a digest every week', () => {
    fc.assert(
      fc.property(season, made => {
        const { sent } = live(made, 250);
        const said = (kind: NudgeKind) =>
          sent.flatMap(({ keys }) => keys).filter(key => key.startsWith(`${kind} `)).length;
        expect(said('reminder')).toBe(made.reminders.length);
        expect(said('digest')).toBeGreaterThan(20);
      }),
      { numRuns: 30, seed: 9 },
    );
  });

  test('the order in which things were written down changes nothing', () => {
    fc.assert(
      fc.property(season, made => {
        const [member, facts] = [memberOf(made), factsOf(made)];
        const span = { from: at('2026-10-05T00:00'), now: at('2026-10-05T00:00') };
        const turned: NudgeFacts = {
          ...facts,
          interviews: facts.interviews.toReversed(),
          offers: facts.offers.toReversed(),
          defenders: facts.defenders.toReversed(),
          reminders: facts.reminders.toReversed(),
        };
        const text = (made: NudgeFacts) => JSON.stringify(decideNudges(member, made, span, seasonRules));
        expect(text(turned)).toBe(text(facts));
      }),
      { numRuns: 60, seed: 10 },
    );
  });
});

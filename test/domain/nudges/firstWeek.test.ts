import { describe, expect, test } from 'vitest';
import { type NudgeFacts, noFacts, type Recipient } from '../../../src/domain/nudges/nudgeFacts.ts';
import { whyNotAnyMore } from '../../../src/domain/nudges/nudgeFresh.ts';
import { decideNudges } from '../../../src/domain/nudges/nudges.ts';
import { seasonRules } from '../season/seasonRules.ts';

const zone = 'America/Chicago';
const at = (local: string) => Temporal.ZonedDateTime.from(`${local}[${zone}]`).toInstant();
const ana: Recipient = {
  id: 'ana',
  since: at('2026-10-12T23:30'),
  zone,
  applicantType: 'img',
  remind: 'weekly',
  digestDay: 7,
  digestHour: 18,
  quiet: { from: '22:00', to: '07:00' },
  muted: ['digest'],
  pausedUntil: null,
};
const now = at('2026-10-13T12:00');
const comes = (member: Partial<Recipient>, facts: Partial<NudgeFacts> = {}, then = now) =>
  decideNudges({ ...ana, ...member }, { ...noFacts, ...facts }, { from: then, now: then }, seasonRules).ahead.map(
    ({ dueAt, items }) =>
      `${dueAt.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })} ${items.map(({ kind, occurrence }) => `${kind} ${occurrence}`).join()}`,
  );
const both = ['2026-10-14T18:00 first-week start', '2026-10-18T18:00 first-week have'];

describe('somebody’s first week', () => {
  test('speaks on its third day and its seventh, by the local day on which they came', () => {
    expect(comes({})).toEqual(both);
    expect(comes({ zone: 'Asia/Kolkata' })[0]).toBe('2026-10-15T07:30 first-week start');
  });

  test('speaks to nobody who asked for less, turned it off, or came earlier', () => {
    expect(comes({ remind: 'eves' })).toEqual([]);
    expect(comes({ remind: 'nothing' })).toEqual([]);
    expect(comes({ muted: ['digest', 'first-week'] })).toEqual([]);
    expect(comes({ since: at('2026-09-01T12:00') })).toEqual([]);
    const { since: _, ...unknown } = ana;
    expect(decideNudges(unknown, noFacts, { from: now, now }, seasonRules).ahead).toEqual([]);
  });

  test('says nothing of what was due before messages were asked for', () => {
    expect(comes({}, {}, at('2026-10-16T12:00'))).toEqual(both.slice(1));
  });

  test('goes along with the digest of its day, and waits a day where one had its message', () => {
    expect(comes({ muted: [] })[1]).toMatch(/^2026-10-18T18:\d\d digest 2026-10-18,first-week have$/);
    const sent = {
      kind: 'day-after',
      subject: 'i',
      occurrence: '',
      dueAt: at('2026-10-14T09:00'),
      sent: true,
      done: false,
    } as const;
    expect(comes({}, { recent: [sent] })).toEqual(['2026-10-15T18:00 first-week start', both[1]]);
  });

  const holds = (occurrence: string, facts: Partial<NudgeFacts>) =>
    whyNotAnyMore(
      { kind: 'first-week', subject: '', occurrence, dueAt: now },
      { member: ana, facts: { ...noFacts, ...facts }, now, rules: seasonRules },
    );
  test('asks to begin only where nothing is logged, and shows what there is only where there is something', () => {
    expect(holds('start', {})).toBeUndefined();
    expect(holds('start', { logged: 1 })).toBe('something is logged');
    expect(holds('have', { logged: 1 })).toBeUndefined();
    expect(
      holds('have', {
        defenders: [{ contactId: 'c', name: 'Kim', since: null, lastWord: null, everyDays: null }] as never,
      }),
    ).toBeUndefined();
    expect(holds('have', {})).toBe('there is nothing to look at yet');
  });
});

import { describe, expect, test } from 'vitest';
import { type NudgeFacts, noFacts, type Recipient } from '../../../src/domain/nudges/nudgeFacts.ts';
import { decideNudges } from '../../../src/domain/nudges/nudges.ts';
import { seasonRules } from '../season/seasonRules.ts';

const zone = 'America/Chicago';
const at = (local: string) => Temporal.ZonedDateTime.from(`${local}[${zone}]`).toInstant();
const day = (text: string) => Temporal.PlainDate.from(text);
const ana: Recipient = {
  id: 'ana',
  zone,
  applicantType: 'img',
  remind: 'eves',
  digestDay: 7,
  digestHour: 18,
  quiet: { from: '22:00', to: '07:00' },
  muted: [],
  pausedUntil: null,
};
const now = at('2027-01-20T12:00');
const comes = (member: Partial<Recipient>, facts: Partial<NudgeFacts> = { ranked: 3 }) =>
  decideNudges({ ...ana, ...member }, { ...noFacts, ...facts }, { from: now, now }, seasonRules).ahead.map(
    ({ dueAt, items }) =>
      `${dueAt.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })} ${items.map(({ kind }) => kind).join()}`,
  );

describe('certifying a rank list', () => {
  test('is recalled a week and a day before the official day', () => {
    expect(comes({})).toEqual(['2027-02-24T18:00 certify', '2027-03-02T18:00 certify']);
  });
  test('follows an own day that comes before it, and no other', () => {
    expect(comes({ certifyBy: day('2027-02-26') })).toEqual(['2027-02-19T18:00 certify', '2027-02-25T18:00 certify']);
    expect(comes({ certifyBy: day('2027-03-20') })).toEqual(comes({}));
    expect(comes({ certifyBy: day('2027-01-02') })).toEqual(comes({}));
  });
  test('is not recalled of an empty list, or one that is certified', () => {
    expect(comes({}, {})).toEqual([]);
    expect(comes({ certifiedOn: day('2027-01-19') })).toEqual([]);
    expect(comes({ certifiedOn: day('2026-02-20') })).toEqual(comes({}));
  });
});

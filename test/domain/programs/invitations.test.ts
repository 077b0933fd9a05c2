import { describe, expect, it } from 'vitest';
import { noFacts, type Recipient } from '../../../src/domain/nudges/nudgeFacts.ts';
import { momentsOf } from '../../../src/domain/nudges/rules/index.ts';
import { adviseInvitation, reminderHours } from '../../../src/domain/programs/invitations.ts';
import fc from '../../support/properties.ts';
import { seasonRules } from '../season/seasonRules.ts';

const receivedAt = Temporal.Instant.from('2026-11-10T12:00-06:00');
const within = (hours: number) => receivedAt.add({ minutes: Math.round(hours * 60) });

describe('what is said of an invitation', () => {
  const advise = (hours: number | null, market: 'inside' | 'outside' | 'unknown' = 'inside') =>
    adviseInvitation({
      market,
      receivedAt,
      replyBy: hours === null ? null : within(hours),
      now: receivedAt,
      zone: 'America/Chicago',
    });

  it('says by when, and what to do where no time was named or it has passed', () => {
    expect(advise(48).answer).toBe('Answer by Thu, Nov 12, 12 PM CT, in 48 hours.');
    expect(advise(null).answer).toBe('No time to answer is noted. Answer soon: dates go to whoever answers first.');
    expect(advise(-1).answer).toMatch(/^The time to answer passed on .*write or call the coordinator now\.$/);
  });

  it('names NRMP’s 48 hours for a program in the Match alone, and as a condition where that is not known', () => {
    expect(advise(48).rule).toBe('NRMP asks programs in the Match to give at least 48 hours to answer.');
    expect(advise(24).rule).toContain('This clock looks shorter.');
    expect(advise(24, 'unknown').rule).toMatch(/^If it’s in the Match: NRMP asks/);
    expect(advise(24, 'outside').rule).toBeNull();
  });
});

describe('the reminders of an invitation', () => {
  it.each([
    [200, [48, 12]],
    [96, [48, 12]],
    [72, [36, 9]],
    [48, [24, 6]],
    [24, [12, 3]],
    [6, [3, 1]],
    [2, [1]],
  ])('with %d hours to answer come %j hours before they are over', (whole, hours) =>
    expect(reminderHours({ receivedAt, replyBy: within(whole) })).toEqual(hours),
  );

  it('come at most once on a local day, in time, and never where the day’s only one would be too early', () => {
    const hour = fc.integer({ min: 0, max: 23 }).map(hour => `${String(hour).padStart(2, '0')}:00`);
    fc.assert(
      fc.property(fc.double({ min: 2, max: 300, noNaN: true }), hour, hour, hour, (whole, at, from, to) => {
        const zone = 'America/Chicago';
        const start = Temporal.ZonedDateTime.from(`2026-11-10T${at}[${zone}]`).toInstant();
        const replyBy = start.add({ minutes: Math.round(whole * 60) });
        const member: Recipient = { ...ana, zone, quiet: { from, to } };
        const invitation = {
          ...{ id: 'i', programId: 'p', receivedAt: start, replyBy, zone, day: null, time: null, minutes: null },
          state: 'open' as const,
        };
        const facts = { ...noFacts, invitations: [invitation] };
        const moments = momentsOf(member, facts, { from: start, now: start }, seasonRules).filter(
          ({ subject }) => subject === invitation.id,
        );
        const days = moments.map(({ dueAt }) => dueAt.toZonedDateTimeISO(zone).toPlainDate().toString());
        expect(new Set(days).size).toBe(days.length);
        for (const { dueAt, graceUntil } of moments) {
          expect(Temporal.Instant.compare(dueAt, replyBy)).toBeLessThan(0);
          expect(graceUntil.equals(replyBy)).toBe(true);
        }
        const isLoud = from === to;
        if (isLoud) expect(moments.some(({ dueAt }) => Temporal.Instant.compare(dueAt, start) > 0)).toBe(true);
      }),
    );
  });
});

const ana: Recipient = {
  id: 'ana',
  zone: 'America/Chicago',
  applicantType: 'img',
  remind: 'eves',
  digestDay: 7,
  digestHour: 18,
  quiet: { from: '22:00', to: '07:00' },
  muted: [],
  pausedUntil: null,
};

import { describe, expect, it } from 'vitest';
import type { OfferAsked } from '../../../src/domain/programs/offerChecks.ts';
import { adviseOffer, afterAccepting } from '../../../src/domain/programs/offers.ts';
import { sayOfficialDate } from '../../../src/domain/season/officialDates.ts';
import { applicantTypes, keysOf, markets } from '../../../src/domain/vocabulary.ts';
import fc from '../../support/properties.ts';
import { expectPieces, expectReadable } from '../expectations.ts';
import { seasonRules as rules } from '../season/seasonRules.ts';

const instant = (text: string) => Temporal.Instant.from(text);
const asked: OfferAsked = {
  applicantType: 'img',
  market: 'outside',
  replyBy: instant('2026-11-13T17:00-06:00'),
  now: instant('2026-11-11T19:00-06:00'),
  zone: 'America/Chicago',
};
const advise = (more: Partial<OfferAsked>) => adviseOffer({ ...asked, ...more }, rules);
const checksOf = (more: Partial<OfferAsked>) => advise(more).checks.map(({ id }) => id);

describe('the answer to an offer', () => {
  it('says by when, on which clock, and how long that is', () => {
    expect(advise({}).answer).toBe('Answer by Fri 13 Nov, 5:00 PM CT, in 46 hours.');
    expect(advise({ now: instant('2026-11-07T12:00-06:00') }).answer).toMatch(/in six days\.$/);
    expect(advise({ now: instant('2026-11-13T16:30-06:00') }).answer).toMatch(/in 30 minutes\.$/);
  });

  it('asks for the time where none is noted, and says what to do where it has passed', () => {
    expect(advise({ replyBy: null }).answer).toMatch(/^No time to answer is noted\./);
    expect(advise({ now: asked.replyBy! }).answer).toMatch(/^The time to answer passed on Fri 13 Nov, 5:00 PM/);
  });
});

describe('whether an early offer fits the rules', () => {
  it('an IMG or an earlier graduate may take one from outside the Match, and from nowhere else', () => {
    for (const applicantType of ['img', 'graduate'] as const) {
      expect(advise({ applicantType }).fit).toBe('fits');
      expect(advise({ applicantType, market: 'inside' }).fit).toBe('does-not-fit');
      expect(advise({ applicantType, market: 'unknown' }).fit).toBe('check');
    }
  });

  it('never fits a US senior without the school, wherever it comes from', () => {
    for (const applicantType of ['us-md', 'us-do'] as const)
      for (const market of keysOf(markets)) {
        expect(advise({ applicantType, market }).fit).not.toBe('fits');
        expect(checksOf({ applicantType, market })[0]).toBe('dean');
      }
  });
});

describe('what to check', () => {
  it('is the directory where the program is outside, and the All In Policy where it is in the Match', () => {
    expect(checksOf({})).toEqual(['directory', 'deadline', 'contract', 'visa-j1', 'visa-h1b']);
    expect(checksOf({ market: 'inside' })).toEqual(['all-in', 'deadline', 'contract', 'visa-j1', 'visa-h1b']);
    expect(checksOf({ applicantType: 'graduate', market: 'unknown' })).toEqual(['directory', 'deadline', 'contract']);
  });

  it('leaves everything about visas to official pages', () => {
    const visa = advise({}).checks.filter(({ id }) => id.startsWith('visa'));
    expect(visa.map(({ source }) => new URL(source.url!).hostname.endsWith('.gov'))).toEqual([true, true]);
  });
});

describe('after accepting', () => {
  it('an independent applicant withdraws before the official deadline, which is expected and to be confirmed', () => {
    const after = advise({}).afterAccepting;
    expect(after).toMatchObject({
      whoWithdraws: 'you',
      passed: false,
      deadline: { sureness: 'medium', label: 'expected' },
    });
    expect(after.deadlineSentence).toBe(sayOfficialDate(after.deadline!));
    expect(after.deadlineSentence).toContain('withdrawal deadline: expected Wed 3 Mar 2027, 9:00 PM ET');
    expect(after.steps.join(' ')).toContain('withdraw from the NRMP');
  });

  it('a US senior goes to the dean, for only the school can withdraw them', () => {
    const after = advise({ applicantType: 'us-do' }).afterAccepting;
    expect(after.whoWithdraws).toBe('your-school');
    expect(after.steps.join(' ')).not.toContain('withdraw from the NRMP');
  });

  it('names the announced deadline once there is one', () => {
    const confirmed = { ...rules, confirmed: { 2027: { 'rank-deadline': '2027-03-04T21:00' } } };
    expect(afterAccepting('img', asked.now, confirmed).deadlineSentence).toContain('confirmed Thu 4 Mar 2027, 9:00 PM');
  });

  it('says when the deadline has passed, to the minute and in Eastern time', () => {
    const passedAt = (text: string) => afterAccepting('img', instant(text), rules).passed;
    expect(passedAt('2027-03-03T20:59-05:00')).toBe(false);
    expect(passedAt('2027-03-03T21:00-05:00')).toBe(true);
    expect(passedAt('2027-07-10T12:00-04:00')).toBe(false);
  });
});

describe('every offer', () => {
  const anyAsked: fc.Arbitrary<OfferAsked> = fc.record({
    applicantType: fc.constantFrom(...keysOf(applicantTypes)),
    market: fc.constantFrom(...keysOf(markets)),
    replyBy: fc.option(fc.integer({ min: -500, max: 500 }).map(hours => asked.now.add({ hours }))),
    now: fc.integer({ min: 0, max: 365 * 24 }).map(hours => asked.now.add({ hours })),
    zone: fc.constantFrom('America/Chicago', 'Asia/Kathmandu'),
  });

  it('has checks with reasons, sources and pieces, readable words, and no word on sanctions', () => {
    const pieces = new Set<string>();
    fc.assert(
      fc.property(anyAsked, one => {
        const { answer, fitReason, checks, afterAccepting: after } = adviseOffer(one, rules);
        for (const text of [answer, fitReason, ...after.steps, ...checks.flatMap(({ text, reason }) => [text, reason])])
          expectReadable(text);
        for (const { advice, source } of checks) {
          pieces.add(advice);
          expect(source.name).not.toBe('');
        }
        expect([fitReason, ...after.steps, after.deadlineSentence].join(' ')).not.toMatch(
          /sanction|barred|\byears?\b/i,
        );
      }),
    );
    expectPieces([...pieces]);
  });
});

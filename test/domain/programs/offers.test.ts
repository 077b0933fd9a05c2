import { describe, expect, it } from 'vitest';
import type { OfferAsked } from '../../../src/domain/programs/offerChecks.ts';
import { firstSteps, heldBy, offerRule, offerRules, secondSteps } from '../../../src/domain/programs/offerRules.ts';
import { adviseOffer, afterAccepting } from '../../../src/domain/programs/offers.ts';
import { sayOfficialDate } from '../../../src/domain/season/officialDates.ts';
import { type ApplicantType, applicantTypes, keysOf, type Market, markets } from '../../../src/domain/vocabulary.ts';
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
const advise = (more: Partial<OfferAsked>) => adviseOffer({ ...asked, ...more });
const checksOf = (more: Partial<OfferAsked>) => advise(more).checks.map(({ id }) => id);
const types: (ApplicantType | null)[] = [...keysOf(applicantTypes), null];
const pairs = types.flatMap(type => keysOf(markets).map(market => [type, market] as const));

describe('the answer to an offer', () => {
  it('says by when, on which clock, and how long that is', () => {
    expect(advise({}).answer).toBe('Answer by Fri, Nov 13, 5 PM CT, in 46 hours.');
    expect(advise({ now: instant('2026-11-07T12:00-06:00') }).answer).toMatch(/in six days\.$/);
    expect(advise({ now: instant('2026-11-13T16:30-06:00') }).answer).toMatch(/in 30 minutes\.$/);
  });

  it('asks for the time where none is noted', () =>
    expect(advise({ replyBy: null }).answer).toMatch(/^No time to answer is noted\./));

  it('has somebody call a program that let the time pass only where its place may be taken', () => {
    for (const [applicantType, market] of pairs) {
      const { answer, rule } = advise({ applicantType, market, now: asked.replyBy! });
      expect(answer).toMatch(/^The time to answer passed on Fri, Nov 13, 5 PM/);
      expect(/call/.test(answer)).toBe(rule.verdict === 'may');
    }
  });
});

describe('what may follow from an offer', () => {
  it('is an acceptance for an IMG or an earlier graduate from outside the Match, and for nobody else', () =>
    expect(pairs.filter(([type, market]) => offerRule(type, market).verdict === 'may')).toEqual([
      ['img', 'outside'],
      ['graduate', 'outside'],
    ]));

  it('is the dean first for a US senior, wherever it comes from', () => {
    for (const type of ['us-md', 'us-do'] as const)
      for (const market of keysOf(markets)) {
        expect(offerRule(type, market)).toMatchObject({ verdict: 'write-first' });
        expect(offerRule(type, market).first[0]).toBe('dean');
        expect(checksOf({ applicantType: type, market })[0]).toBe('dean');
      }
  });

  it('is a question where the program or the applicant is not known', () => {
    for (const [type, market] of pairs)
      expect(offerRule(type, market).asks).toBe(market === 'unknown' ? 'program' : type === null ? 'applicant' : null);
    expect(offerRule(undefined, null)).toBe(offerRules.unsaid.unknown);
  });

  it('is in writing to the dean, the school or NRMP before anything else, where a rule is broken or may be', () => {
    for (const [type, market] of pairs) {
      const rule = offerRule(type, market);
      for (const accepted of [true, false]) {
        const steps = firstSteps(rule, accepted);
        if (rule.verdict === 'write-first') expect(steps[0]).toMatch(/^Write to (your dean’s office|NRMP)/);
        else expect(steps).toEqual([]);
        expect(steps.join(' ')).not.toMatch(/withdr|cancel|call off/i);
      }
    }
  });
});

describe('accepted offers', () => {
  const offer = (id: string, programId: string, state: 'open' | 'accepted' = 'accepted') => ({ id, programId, state });
  const programs = keysOf(markets).map(market => ({ id: market, market }));

  it('hold everything back where one is not simply allowed', () => {
    for (const [type, market] of pairs) {
      const held = heldBy([offer('o', market)], programs, type);
      expect(held === undefined).toBe(offerRule(type, market).verdict === 'may');
    }
    expect(heldBy([offer('o', 'inside', 'open')], programs, 'us-md')).toBeUndefined();
  });

  it('hold everything back where there are two, whatever they are', () => {
    const some = fc.constantFrom<Market>(...keysOf(markets));
    fc.assert(
      fc.property(fc.constantFrom(...types), some, some, (type, one, other) => {
        const held = heldBy([offer('1', one), offer('2', other)], programs, type);
        expect(held?.offers.map(({ id }) => id)).toEqual(['1', '2']);
        const steps = secondSteps(held?.rules ?? []);
        expect(steps[0]).toMatch(/^Write to (your dean’s office|NRMP or your school) today/);
        expect(steps.join(' ')).not.toMatch(/withdr|cancel/i);
      }),
    );
  });
});

describe('what to check', () => {
  it('is the directory where the program is outside, and the All In Policy where it is in the Match', () => {
    expect(checksOf({})).toEqual(['directory', 'paper', 'accreditation', 'ecfmg', 'visa']);
    expect(checksOf({ market: 'inside' })).toEqual(['all-in', 'paper', 'accreditation', 'ecfmg', 'visa']);
    expect(checksOf({ applicantType: 'graduate', market: 'unknown' })).toEqual(['directory', 'paper', 'accreditation']);
    expect(checksOf({ applicantType: 'us-md', market: 'inside' })).toEqual([
      'dean',
      'all-in',
      'paper',
      'accreditation',
    ]);
  });

  it('names accreditation, license and board for everybody, and is five lines at most', () => {
    for (const [applicantType, market] of pairs) {
      const { checks } = advise({ applicantType, market });
      expect(checks.map(({ text }) => text).join(' ')).toMatch(/ACGME.*state license.*board/);
      expect(checks.length).toBeLessThanOrEqual(5);
    }
  });

  it('leaves everything about visas to official pages, and asks for it in writing', () => {
    const [visa] = advise({}).checks.filter(({ id }) => id === 'visa');
    expect(visa?.text).toContain('in writing');
    expect(visa?.links.map(({ url }) => new URL(url).hostname.endsWith('.gov'))).toEqual([true, true]);
  });
});

describe('after accepting what may be accepted', () => {
  const may = offerRules.independent.outside;
  const accepted = (at = asked.now, season = rules) => afterAccepting(may, at, season);

  it('leads to the withdrawal before the official deadline, which is expected and to be confirmed', () => {
    const { deadline, deadlineSentence, steps, passed } = accepted();
    expect({ passed, deadline }).toMatchObject({ passed: false, deadline: { sureness: 'medium', label: 'expected' } });
    expect(deadlineSentence).toBe(`${sayOfficialDate(deadline!)}.`);
    expect(deadlineSentence).toContain('withdrawal deadline: expected Wed, Mar 3, 2027, 9 PM ET');
    expect(steps.join(' ')).toContain('withdraw from the NRMP');
  });

  it('names the announced deadline once there is one', () => {
    const confirmed = { ...rules, confirmed: { 2027: { 'rank-deadline': '2027-03-04T21:00' } } };
    expect(accepted(asked.now, confirmed).deadlineSentence).toContain('confirmed Thu, Mar 4, 2027, 9 PM');
  });

  it('says when the deadline has passed, to the minute and in Eastern time, and then leads to NRMP alone', () => {
    const at = (text: string) => accepted(instant(text));
    expect(at('2027-03-03T20:59-05:00').passed).toBe(false);
    expect(at('2027-03-03T21:00-05:00')).toMatchObject({ passed: true });
    expect(at('2027-03-03T21:00-05:00').steps[0]).toContain('write to NRMP before anything else');
    expect(at('2027-03-03T21:00-05:00').steps.join(' ')).not.toMatch(/withdraw|cancel/i);
    expect(at('2027-07-10T12:00-04:00').passed).toBe(false);
  });

  it('is nothing else for anybody whom it must not lead there', () => {
    for (const [type, market] of pairs) {
      const rule = offerRule(type, market);
      if (rule.verdict === 'may') continue;
      const { steps, deadlineSentence } = afterAccepting(rule, asked.now, rules);
      expect(deadlineSentence).toBeUndefined();
      expect(steps).toEqual(firstSteps(rule, true));
    }
  });
});

describe('every offer', () => {
  const anyAsked: fc.Arbitrary<OfferAsked> = fc.record({
    applicantType: fc.constantFrom(...types),
    market: fc.constantFrom(...keysOf(markets)),
    replyBy: fc.option(fc.integer({ min: -500, max: 500 }).map(hours => asked.now.add({ hours }))),
    now: fc.integer({ min: 0, max: 365 * 24 }).map(hours => asked.now.add({ hours })),
    zone: fc.constantFrom('America/Chicago', 'Asia/Kathmandu'),
  });

  it('has checks with sources and pieces, readable words, and no word on sanctions', () => {
    const pieces = new Set<string>();
    fc.assert(
      fc.property(anyAsked, one => {
        const { answer, rule, checks } = adviseOffer(one);
        const follows = afterAccepting(rule, one.now, rules);
        for (const text of [
          answer,
          rule.reason,
          ...firstSteps(rule),
          ...follows.steps,
          ...checks.map(check => check.text),
        ])
          expectReadable(text);
        for (const { advice, source } of checks) {
          pieces.add(advice);
          expect(source).not.toBe('');
        }
        expect([rule.reason, ...follows.steps, follows.deadlineSentence].join(' ')).not.toMatch(
          /sanction|barred|\byears? (?:of|from|without)\b/i,
        );
      }),
    );
    expectPieces([...pieces]);
  });
});

import { describe, expect, test } from 'vitest';
import { decideBucket } from '../../../src/domain/bucket/bucket.ts';
import { smallestMoves } from '../../../src/domain/bucket/moves/index.ts';
import type { Answers, Program, SelfCheck } from '../../../src/domain/bucket/selfCheck.ts';
import { placesBy } from '../../../src/domain/people/places.ts';
import type { Role, School, Stance } from '../../../src/domain/vocabulary.ts';
import { dayAt, entry, plus, selfCheck, TODAY, voice } from './selfCheckCases.ts';

// Solid paper, no incident, entries of this season, unless it is said. "Strong" means in a second.
const answered: Answers = { paper: 'solid', incidents: 'none' };
const bucketOf = (check: SelfCheck) => decideBucket(check).bucket;
const rulesOf = (check: SelfCheck) => decideBucket(check).rows.map(({ rule }) => rule);
const movesFor = (check: SelfCheck) => smallestMoves(check, TODAY.add({ days: 1 }));
const stepsFor = (check: SelfCheck) => movesFor(check)?.steps.map(({ kind }) => kind);

const lakeside = (school?: School): Program => ({ name: 'Lakeside IM', market: 'outside', ...(school && { school }) });
const strong = (role: Role, place: string, more = {}) => voice(role, 'at-once', { place, ...more });
const many = (amount: number, stance: Stance, roles: readonly Role[], place = 'Home') =>
  Array.from({ length: amount }, (_, index) => voice(roles[index % roles.length]!, stance, { place }));

const overall = (voices: Parameters<typeof selfCheck>[0], more: Partial<SelfCheck> = {}) =>
  selfCheck(voices, { answers: answered, ...more });
const usSenior = { applicantType: 'us-md' } as const;

describe('the named cases', () => {
  test('1. the article’s A, an IMG with borderline paper, a strong chief there and a strong home faculty member: safe, overall and there', () => {
    const a = overall([strong('chief', 'Lakeside IM'), strong('home-faculty', 'Home')], {
      answers: { ...answered, paper: 'borderline' },
      programs: ['Lakeside IM'],
    });
    expect(bucketOf(a)).toBe('safe');
    expect(bucketOf({ ...a, program: lakeside() })).toBe('safe');
  });

  test('2. B, never there, school mixed, one "wouldn’t say much" with team fit: rank only', () => {
    const b = overall([voice('home-faculty', 'little', { place: 'Home', worry: 'team-fit' })], {
      program: lakeside('mixed'),
    });
    expect(bucketOf(b)).toBe('rank-only');
    expect(rulesOf(b)).toEqual(['R4', 'R10', 'R11']);
  });

  test('3. a US senior, five strong, all at home, on three routes: safe', () => {
    const roles: Role[] = ['home-faculty', 'attending', 'clerkship-director', 'chief', 'nurse'];
    const check = overall(
      roles.map(role => strong(role, 'Home')),
      usSenior,
    );
    expect(bucketOf(check)).toBe('safe');
  });

  const allThere = (place: string) =>
    (['program-director', 'attending', 'attending', 'chief', 'nurse'] as const).map(role => strong(role, place));

  test('4. an IMG, with director, two attendings, chief and nurse, all there, all strong, school unknown: safe there', () => {
    expect(bucketOf(overall(allThere('Lakeside IM'), { program: lakeside('unknown') }))).toBe('safe');
  });

  test('5. the same with "Lakeside Hospital" for "Lakeside IM": asked once, then safe', () => {
    const check = overall(allThere('Lakeside Hospital'), { program: lakeside('unknown') });
    expect(placesBy([]).isOpen('Lakeside Hospital', 'Lakeside IM')).toBe(true);
    const alike = [{ one: 'Lakeside Hospital', other: 'Lakeside IM', same: true }];
    expect(placesBy(alike).isOpen('Lakeside Hospital', 'Lakeside IM')).toBe(false);
    expect(bucketOf({ ...check, answers: { ...answered, alike } })).toBe('safe');
  });

  const inUs = ['Mercy', 'Hill'].map(place => ({ place, inUs: true }));
  const twoAttendings = (letter: boolean) =>
    overall([strong('attending', 'Mercy', { letter }), strong('attending', 'Hill', { letter })], {
      answers: { ...answered, inUs },
      program: lakeside('unknown'),
    });

  test('6. an IMG with two strong US letter writers at two hospitals, school unknown: safe there; firmer: a voice there', () => {
    const result = decideBucket(twoAttendings(true));
    expect(result.bucket).toBe('safe');
    expect(result.firmer).toContain('A voice at Lakeside IM itself.');
  });

  test('7. the same, not letter writers: rank only, first move: ask for the letter', () => {
    const check = twoAttendings(false);
    expect(rulesOf(check)).toEqual(['R10', 'R11']);
    expect(stepsFor(check)).toEqual(['letter', 'letter']);
    expect(movesFor(check)?.bucket).toBe('safe');
  });

  const professors = ['1', '2', '3'].map(id => strong('home-faculty', 'Home abroad', { id: `professor-${id}` }));

  test('8. an IMG with three strong home professors abroad: rank only, by R9', () => {
    expect(rulesOf(overall(professors))).toEqual(['R9']);
    expect(rulesOf(overall(professors, { program: lakeside('known') }))).toEqual(['R9']);
  });

  test('9. the same and a strong attending at a second foreign hospital: rank only; and a strong chief in the US: safe overall', () => {
    const foreign = overall([...professors, strong('attending', 'Abroad General')], {
      answers: { ...answered, inUs: [{ place: 'Abroad General', inUs: false }] },
    });
    expect(bucketOf(foreign)).toBe('rank-only');
    const withChief = plus(foreign, strong('chief', 'Mercy'));
    expect(bucketOf({ ...withChief, answers: { ...answered, inUs: [{ place: 'Mercy', inUs: true }] } })).toBe('safe');
  });

  test('10. a US senior, twelve strong on two routes, an open complaint: rank only; an open unsafe story: too risky; the complaint and a concern: too risky', () => {
    const check = overall(many(12, 'at-once', ['attending', 'chief']), usSenior);
    const withStory = (incidentKind: Answers['incidentKind']) => ({
      ...check,
      answers: { ...answered, incidents: 'open' as const, incidentKind },
    });
    expect(bucketOf(withStory('complaint'))).toBe('rank-only');
    expect(bucketOf(withStory('unsafe'))).toBe('too-risky');
    expect(bucketOf(withStory(undefined))).toBe('too-risky');
    expect(bucketOf(plus(withStory('complaint'), voice('nurse', 'warn', { place: 'Home' })))).toBe('too-risky');
  });

  test('11. ten strong on two routes, a night nurse’s concern on professionalism 18 months ago: rank only; closed: safe', () => {
    const concern = voice('nurse', 'warn', { id: 'night', place: 'Home', worry: 'professionalism', day: -448 });
    const check = overall([...many(10, 'at-once', ['attending', 'chief']), concern], usSenior);
    expect(rulesOf(check)).toEqual(['R2']);
    expect(bucketOf(check)).toBe('rank-only');
    expect(bucketOf({ ...check, mended: [{ contactId: 'night', day: TODAY }] })).toBe('safe');
  });

  test('12. two strong attendings, smoke on team fit from a resident and a nurse: too risky; a third strong on another route: rank only', () => {
    const check = overall(
      [
        ...many(2, 'at-once', ['attending']),
        voice('resident', 'little', { place: 'Home', worry: 'team-fit' }),
        voice('nurse', 'little', { place: 'Home', worry: 'team-fit' }),
      ],
      usSenior,
    );
    expect(bucketOf(check)).toBe('too-risky');
    expect(bucketOf(plus(check, strong('chief', 'Home')))).toBe('rank-only');
  });

  test('13. six strong on two routes, three worries on different dimensions: rank only', () => {
    const worries = (['team-fit', 'reliability', 'work-ethic'] as const).map(worry =>
      voice('nurse', 'little', { place: 'Home', worry }),
    );
    const check = overall([...many(6, 'at-once', ['attending', 'chief']), ...worries], usSenior);
    expect(rulesOf(check)).toEqual(['R3']);
    expect(bucketOf(check)).toBe('rank-only');
  });

  test('14. a US senior, overall, six good on two routes, three residents who wouldn’t say much, no worry: safe', () => {
    const check = overall([...many(6, 'good', ['attending', 'chief']), ...many(3, 'little', ['resident'])], usSenior);
    expect(bucketOf(check)).toBe('safe');
  });

  test('15. "someone else" and one attending: rank only', () => {
    const check = overall([strong('someone-else', 'Home'), strong('attending', 'Home')], usSenior);
    expect(rulesOf(check)).toEqual(['R7']);
  });

  test('16. nurse, coordinator and chief there, all strong: safe there; without the chief: rank only', () => {
    const ward = overall([strong('nurse', 'Lakeside IM'), strong('coordinator', 'Lakeside IM')], {
      program: lakeside(),
    });
    expect(rulesOf(ward)).toEqual(['R8']);
    expect(bucketOf(plus(ward, strong('chief', 'Lakeside IM')))).toBe('safe');
  });

  test('17. trained at Lakeside, works at home, strong, and a strong home faculty member; school mixed: safe there', () => {
    const check = overall(
      [strong('former-resident', 'Home', { trainedAt: ['Lakeside IM'] }), strong('home-faculty', 'Home')],
      { program: lakeside('mixed') },
    );
    expect(bucketOf(check)).toBe('safe');
  });

  test('18. a mended unsafe story, one strong and one good: rank only', () => {
    const check = overall([strong('attending', 'Home'), voice('chief', 'good', { place: 'Home' })], {
      ...usSenior,
      answers: { paper: 'solid', incidents: 'mended', incidentKind: 'unsafe' },
    });
    expect(rulesOf(check)).toEqual(['R12']);
  });

  test('19. only voices of 2023: rank only', () => {
    const old = Temporal.PlainDate.from('2023-06-01').since(dayAt(0)).days;
    const check = overall([strong('attending', 'Home', { day: old }), strong('chief', 'Home', { day: old })], usSenior);
    expect(rulesOf(check)).toEqual(['R13']);
    expect(stepsFor(check)).toEqual(['again', 'again']);
  });

  test('20. two strong, nothing answered: rank only, R14 first', () => {
    const check = overall([strong('attending', 'Home'), strong('chief', 'Home')], { ...usSenior, answers: {} });
    expect(bucketOf(check)).toBe('rank-only');
    expect(rulesOf(check)[0]).toBe('R14');
    expect(movesFor(check)?.answers.map(({ id }) => id)).toEqual(['answer:incidents', 'answer:paper']);
    expect(stepsFor(check)).toEqual([]);
  });

  test('21. weak paper, five strong: rank only, no step, kindly', () => {
    const check = overall(many(5, 'at-once', ['attending', 'chief']), {
      ...usSenior,
      answers: { ...answered, paper: 'weak' },
    });
    expect(rulesOf(check)).toEqual(['R5']);
    expect(movesFor(check)).toBeNull();
  });

  test('22. a US senior, a concern in May, good words in June, two others strong on two routes: safe, and it is said that it was answered', () => {
    const check = overall(
      [
        { ...voice('nurse', 'warn', { id: 'w', place: 'Home' }) },
        { entries: [entry('w', 'good', 40)] },
        strong('attending', 'Home'),
        strong('chief', 'Home'),
      ],
      usSenior,
    );
    const result = decideBucket(check);
    expect(result.bucket).toBe('safe');
    expect(result.answered).toEqual([
      expect.stringMatching(/^Name of w's concern of .*1.* has been answered since\.$/),
    ]);
  });

  test('23. two without a role: rank only, first move: say the roles', () => {
    const check = overall([strong('other', 'Home'), strong('other', 'Home')], usSenior);
    expect(bucketOf(check)).toBe('rank-only');
    expect(stepsFor(check)).toEqual(['say-role', 'say-role']);
  });

  test('24. a US senior, mistreated by one, three good on two routes: safe', () => {
    const check = overall(
      [voice('attending', 'treated-badly', { place: 'Home' }), ...many(3, 'good', ['attending', 'chief'])],
      usSenior,
    );
    expect(bucketOf(check)).toBe('safe');
    expect(decideBucket(check).mistreated).toHaveLength(1);
  });

  test('25. a US senior, dean, clerkship and program director wouldn’t say much, a nurse and a former resident good: rank only', () => {
    const check = overall(
      [
        ...many(3, 'little', ['dean', 'clerkship-director', 'program-director']),
        voice('nurse', 'good', { place: 'Home' }),
        voice('former-resident', 'good', { place: 'Home' }),
      ],
      usSenior,
    );
    expect(rulesOf(check)).toEqual(['R4', 'R7']);
  });

  test('26. an earlier US graduate, strong dean and strong clerkship director: safe', () => {
    const check = overall([strong('dean', 'Home'), strong('clerkship-director', 'Home')], {
      applicantType: 'graduate',
    });
    expect(bucketOf(check)).toBe('safe');
  });
});

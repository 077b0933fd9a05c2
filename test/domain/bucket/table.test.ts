import { describe, expect, it } from 'vitest';
import { decideBucket } from '../../../src/domain/bucket/bucket.ts';
import { bucketRules } from '../../../src/domain/bucket/rules/index.ts';
import type { Answers, Program, SelfCheck } from '../../../src/domain/bucket/selfCheck.ts';
import type { Role } from '../../../src/domain/vocabulary.ts';
import { entry, plus, selfCheck, voice } from './selfCheckCases.ts';

const answered: Answers = { paper: 'solid', incidents: 'none' };
const lakeside: Program = { name: 'Lakeside', market: 'outside', school: 'known' };
const rulesOf = (check: SelfCheck) => decideBucket(check).rows.map(({ rule }) => rule);
const sentenceOf = (check: SelfCheck, rule: string) =>
  decideBucket(check).rows.find(row => row.rule === rule)?.sentence;

const ROLES: readonly Role[] = ['attending', 'chief'];
const good = (amount: number, stance: 'good' | 'at-once' = 'good') =>
  Array.from({ length: amount }, (_, index) => voice(ROLES[index % 2]!, stance, { place: 'Home' }));
const us = (voices: Parameters<typeof selfCheck>[0], more: Partial<SelfCheck> = {}) =>
  selfCheck(voices, { answers: answered, applicantType: 'us-md', ...more });
const worried = (id: string, worry: 'team-fit' | 'reliability' | 'work-ethic') =>
  voice('nurse', 'little', { id, worry, place: 'Home' });

describe('the table', () => {
  it.each<[string, SelfCheck, string]>([
    [
      'R1',
      us(good(4), { answers: { paper: 'solid', incidents: 'open', incidentKind: 'outburst' } }),
      'A story about losing your temper is still open. One story like this ends most early offers.',
    ],
    [
      'R1',
      us(good(4, 'at-once'), { answers: { paper: 'solid', incidents: 'open', incidentKind: 'outburst' } }),
      'A story about losing your temper is still open. One story like this ends most early offers. Four people who would take you in a second carry it as far as the rank list.',
    ],
    [
      'R2',
      us([...good(4), voice('nurse', 'warn', { id: 'n' })]),
      'Name of n might raise a concern, and nothing has answered it yet.',
    ],
    [
      'R3',
      us([...good(4), worried('a', 'team-fit'), worried('b', 'reliability'), worried('c', 'work-ethic')]),
      'Name of a, Name of b and Name of c each have a worry about you. Small stories add up to a pattern.',
    ],
    [
      'R3',
      us([...good(4), worried('a', 'team-fit'), worried('b', 'team-fit')]),
      'Name of a and Name of b have the same worry: team fit. Two small stories are a pattern.',
    ],
    ['R4', us([...good(4), worried('a', 'team-fit')]), 'Name of a has a worry: team fit. Small smoke, no fire.'],
    [
      'R4',
      us([...good(4), voice('dean', 'little', { id: 'd' })]),
      'Name of d wouldn’t say much, and from a dean that gets noticed.',
    ],
    [
      'R4',
      us([...good(4), voice('attending', 'little', { id: 'd', letter: true })]),
      'Name of d wouldn’t say much, and from someone who writes you a letter that gets noticed.',
    ],
    [
      'R5',
      us(good(4), { answers: { ...answered, paper: 'weak' } }),
      'You called your scores and CV weak. Good words rarely lift the paper; they protect it.',
    ],
    [
      'R6',
      us(good(4), { answers: { ...answered, paper: 'borderline' } }),
      'Your paper is borderline, and no one would take you in a second so far: that is the file that gets checked.',
    ],
    ['R7', us([]), 'No one would say good things yet: good on paper, not really known.'],
    [
      'R7',
      us([voice('chief', 'good', { id: 'c' })]),
      'Name of c would say good things, and so far no one else: it takes two to be known.',
    ],
    [
      'R7',
      us([...good(2), voice('nurse', 'little'), voice('nurse', 'little'), voice('resident', 'little')]),
      'More people wouldn’t say much (3) than would say good things (2).',
    ],
    [
      'R8',
      us([voice('nurse', 'good'), voice('resident', 'good')]),
      'All your good words come by one route, residents and chiefs: one kind of witness.',
    ],
    [
      'R9',
      us(good(2, 'at-once'), { applicantType: 'img' }),
      'No one who saw you work in the US speaks for you yet, and a director wants someone who did.',
    ],
    [
      'R9',
      us(good(2), { applicantType: 'img', programs: ['Home'] }),
      'No one would take you in a second yet, and of an IMG a director wants to hear one such voice.',
    ],
    ['R10', us(good(4), { program: lakeside }), 'No one Lakeside would call has a good word for you yet.'],
    [
      'R11',
      us([voice('dean', 'good'), voice('home-faculty', 'good')], { program: { ...lakeside, school: 'unknown' } }),
      'Lakeside may not know your school: without a voice there, they judge by the last graduate they knew.',
    ],
    [
      'R11',
      us([voice('dean', 'at-once'), voice('home-faculty', 'at-once')], { program: { ...lakeside, school: 'mixed' } }),
      'Your school’s history at Lakeside is mixed: without more from there, they judge by the last graduate they knew.',
    ],
    [
      'R12',
      us(good(4), { answers: { paper: 'solid', incidents: 'mended', incidentKind: 'complaint' } }),
      'The old story is made right, and still needs a newer, louder one: someone who would take you in a second.',
    ],
    [
      'R13',
      us([voice('attending', 'good', { id: 'a', day: -900 }), voice('chief', 'good')]),
      'What Name of a saw is more than 18 months old, and a director asks who saw you lately.',
    ],
    [
      'R14',
      us(good(4), { answers: { paper: 'solid' } }),
      'You haven’t answered about incidents, and an honest check needs an honest answer.',
    ],
    ['R15', us(good(4)), 'Four people on two routes would speak for you.'],
  ])('holds %s alone, in its words', (rule, check, sentence) => {
    expect(rulesOf(check)).toEqual([rule]);
    expect(sentenceOf(check, rule)).toBe(sentence);
  });

  it('carries one row by strong cover, never two, and none that is unsafe or told by someone at the program', () => {
    const cover = good(3, 'at-once');
    const bucketOf = (check: SelfCheck) => decideBucket(check).bucket;
    const there = (name: string) =>
      us(
        [...cover, voice('nurse', 'warn', { place: name })].map(one => ({
          ...one,
          people: one.people.map(person => ({ ...person, knownAt: ['Lakeside'] })),
        })),
        { program: lakeside },
      );
    expect(bucketOf(there('Home'))).toBe('rank-only');
    expect(bucketOf(there('Lakeside'))).toBe('too-risky');
    const both = us([...cover, voice('nurse', 'warn')], {
      answers: { ...answered, incidents: 'open', incidentKind: 'complaint' },
    });
    expect(bucketOf(both)).toBe('too-risky');
    expect(bucketOf(us([...cover, voice('nurse', 'warn'), voice('nurse', 'warn')]))).toBe('too-risky');
  });

  it('counts nobody as cover who has a worry too: a worry more would lift the result else', () => {
    const two = [...good(2, 'at-once'), voice('nurse', 'warn')];
    const withWorry = us([...two, voice('attending', 'at-once', { worry: 'team-fit', place: 'Home' })]);
    expect(decideBucket(withWorry).bucket).toBe('too-risky');
  });

  it('for a program counts only those whom it could hear from, worries too', () => {
    const far = us([...good(4), worried('a', 'team-fit')], { program: lakeside });
    expect(rulesOf(far)).toEqual(['R10']);
    const heard = { ...far, people: far.people.map(person => ({ ...person, knownAt: ['LAKESIDE'] })) };
    expect(rulesOf(heard)).toEqual(['R4']);
  });

  it('hears an attending at the user’s own school everywhere, and one who writes a letter', () => {
    const check = us(
      [voice('attending', 'at-once', { place: 'Emory Univ.' }), voice('chief', 'at-once', { letter: true })],
      {
        program: lakeside,
      },
    );
    expect(rulesOf(check)).toEqual(['R7']);
    expect(rulesOf({ ...check, answers: { ...answered, ownSchool: 'Emory University' } })).toEqual(['R15']);
  });

  it('takes someone without a role for no good voice, and hears a worry of anyone', () => {
    expect(
      rulesOf(us([voice('other', 'at-once'), voice('someone-else', 'at-once'), voice('chief', 'at-once')])),
    ).toEqual(['R7']);
    expect(rulesOf(us([...good(3), voice('other', 'warn')]))).toEqual(['R2']);
    expect(rulesOf(us([...good(3), voice('someone-else', 'good', { worry: 'team-fit' })]))).toEqual(['R4']);
  });

  it('shows every row that holds, the worst first, each ground once', () => {
    const rough = voice('nurse', 'warn', { id: 'n', worry: 'team-fit', place: 'Home' });
    const more = voice('resident', 'little', { id: 'r', worry: 'team-fit', place: 'Home' });
    const check = us([rough, more], { answers: { paper: 'weak', incidents: 'open' } });
    const { rows } = decideBucket(check);
    expect(rows.map(({ rule }) => rule)).toEqual(['R1', 'R2', 'R3', 'R5', 'R7']);
    expect(rows[1]!.evidence.map(({ id }) => id)).toEqual([rough.entries[0]!.id]);
    expect(rows[1]!.evidence[0]!.text).toMatch(/^Name of n, nurse, might raise a concern \(team fit\), /);
    expect(rows[2]!.evidence.map(({ id }) => id)).toEqual([more.entries[0]!.id]);
    expect(rows[3]!.evidence).toEqual([{ kind: 'answer', id: 'paper', text: 'Scores and CV: weak' }]);
  });

  it('numbers its rows in order, and every row can be read in public', () => {
    expect(
      bucketRules.map(({ id }) => id).toSorted((one, other) => Number(one.slice(1)) - Number(other.slice(1))),
    ).toEqual(bucketRules.map((_, index) => `R${index + 1}`));
    expect(bucketRules.map(({ id }) => id)).toEqual(bucketRules.map((_, index) => `R${index + 1}`));
    for (const { condition, reason } of bucketRules) expect(`${condition}: ${reason}`).toMatch(/^[A-Z].{10,}[^.]$/);
  });

  it('has no bucket where nothing is logged and nothing answered, or only mistreatment and people removed', () => {
    expect(decideBucket(selfCheck([]))).toMatchObject({ bucket: null, rows: [] });
    const gone = selfCheck([voice('chief', 'good', { removed: true }), { entries: [entry('nobody', 'good', 1)] }]);
    expect(decideBucket(plus(gone, voice('chief', 'treated-badly'))).bucket).toBeNull();
  });
});

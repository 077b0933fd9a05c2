import { describe, expect, it } from 'vitest';
import { decideBucket, goodness } from '../../../src/domain/bucket/bucket.ts';
import { movesThatHelp, possibleMoves } from '../../../src/domain/bucket/bucketMoves.ts';
import { bucketRules, safeRule } from '../../../src/domain/bucket/bucketRules.ts';
import {
  changeSince,
  checked,
  columnFor,
  noMoveHelps,
  outcome,
  titleOf,
} from '../../../src/domain/bucket/bucketWords.ts';
import type { Answers, Program, SelfCheck } from '../../../src/domain/bucket/selfCheck.ts';
import type { Dimension, Role } from '../../../src/domain/vocabulary.ts';
import { buckets, dimensions, keysOf } from '../../../src/domain/vocabulary.ts';
import { dayAt, entry, selfCheck, voice } from './selfCheckCases.ts';

const lakeside: Program = { name: 'Lakeside', market: 'outside' };
const bucketOf = (check: SelfCheck) => decideBucket(check).bucket;
const rulesOf = (check: SelfCheck) => decideBucket(check).rows.map(({ rule }) => rule);
const sentenceOf = (check: SelfCheck, rule: string) =>
  decideBucket(check).rows.find(row => row.rule === rule)?.sentence;

const solid: Answers = { paper: 'solid' };
const applicantA = (stance: 'at-once' | 'good') => [
  voice('chief', stance, { place: 'Lakeside' }),
  voice('home-faculty', stance, { place: 'Home' }),
];

/** So many people with good things to say, once each, at two places and on two routes. */
function goodPeople(amount: number) {
  const kinds: [Role, string][] = [
    ['home-faculty', 'Home'],
    ['chief', 'Lakeside'],
  ];
  return Array.from({ length: amount }, (_, index) => {
    const [role, place] = kinds[index % 2]!;
    return voice(role, 'good', { place });
  });
}

const concerns = (worry: Dimension, id?: string) =>
  voice('nurse', 'little', { place: 'Home', worry, ...(id && { id }) });

describe('the named cases', () => {
  it('A, one entry a voice, borderline paper, chief and home attending would take them at once: safe, overall and for that program', () => {
    const check = selfCheck(applicantA('at-once'), { answers: { paper: 'borderline' } });
    expect(bucketOf(check)).toBe('safe');
    expect(bucketOf({ ...check, program: lakeside })).toBe('safe');
  });

  it('A with solid paper and good things from both: safe', () => {
    expect(bucketOf(selfCheck(applicantA('good'), { answers: solid }))).toBe('safe');
  });

  it('A with borderline paper and good things only: rank only, for the borderline file is checked', () => {
    expect(rulesOf(selfCheck(applicantA('good'), { answers: { paper: 'borderline' } }))).toEqual(['R6']);
  });

  it('B, never there, school mixed, one "not much: defensive with feedback": rank only', () => {
    const program: Program = { ...lakeside, school: 'mixed' };
    const check = selfCheck([voice('home-faculty', 'little', { place: 'Home', worry: 'team-fit' })], { program });
    expect(bucketOf(check)).toBe('rank-only');
    expect(rulesOf(check)).toEqual(['R4', 'R6', 'R7', 'R9']);
  });

  it('ten people with good things, once each, two places, solid paper: safe', () => {
    expect(bucketOf(selfCheck(goodPeople(10), { answers: solid }))).toBe('safe');
  });

  it('the same and one person with concerns: rank only, safe again when that loose end is closed', () => {
    const check = selfCheck([...goodPeople(10), concerns('reliability', 'nurse')], { answers: solid });
    expect(rulesOf(check)).toEqual(['R4']);
    expect(bucketOf({ ...check, mended: [{ contactId: 'nurse', day: dayAt(0) }] })).toBe('safe');
  });

  it('one great entry alone: rank only', () => {
    const check = selfCheck([voice('chief', 'at-once', { place: 'Lakeside' })], { answers: solid });
    expect(rulesOf(check)).toEqual(['R7']);
  });

  it('only a rough entry, closed: rank only', () => {
    const check = selfCheck([voice('nurse', 'warn', { id: 'nurse' })], {
      mended: [{ contactId: 'nurse', day: dayAt(3) }],
    });
    expect(bucketOf(check)).toBe('rank-only');
  });

  it('everything good but all at home: rank only', () => {
    const home = (['home-faculty', 'dean', 'chief', 'nurse'] as const).map(role =>
      voice(role, 'at-once', { place: 'Home' }),
    );
    const check = selfCheck(home, { answers: solid });
    expect(rulesOf(check)).toEqual(['R7']);
    expect(sentenceOf(check, 'R7')).toBe(
      'All your good voices come from one place (Home). What is missing is a second place.',
    );
  });

  it('fifteen good voices and two people with concerns on different dimensions: rank only', () => {
    const check = selfCheck([...goodPeople(15), concerns('reliability'), concerns('team-fit')], { answers: solid });
    expect(rulesOf(check)).toEqual(['R4']);
  });

  it('fifteen good voices and two people with concerns on the same dimension: too risky', () => {
    const check = selfCheck([...goodPeople(15), concerns('team-fit'), concerns('team-fit')], { answers: solid });
    expect(rulesOf(check)).toEqual(['R3']);
    expect(bucketOf(check)).toBe('too-risky');
  });

  it('two people who might warn someone about the same dimension: the pattern is said too, with what it is about', () => {
    const warning = () => voice('attending', 'warn');
    const about = ({ people, entries }: ReturnType<typeof voice>, dimension: Dimension) => ({
      people,
      entries: entries.map(entry => ({ ...entry, dimensions: [dimension] })),
    });
    const same = selfCheck([...goodPeople(5), about(warning(), 'team-fit'), about(warning(), 'team-fit')]);
    const apart = selfCheck([...goodPeople(5), about(warning(), 'team-fit'), about(warning(), 'reliability')]);
    expect(rulesOf(same)).toContain('R3');
    expect(rulesOf(apart)).not.toContain('R3');
    const pattern = decideBucket(same).rows.find(({ rule }) => rule === 'R3');
    expect(pattern?.sentence).toContain(dimensions['team-fit'].label);
    expect(pattern?.evidence.map(({ text }) => text)).toEqual(
      Array(2).fill(expect.stringContaining(`(${dimensions['team-fit'].label})`)),
    );
  });

  it('a defender rough once in May and good since: not worse than vague', () => {
    const vague = selfCheck([...goodPeople(4), voice('chief', 'little', { id: 'defender' })], { answers: solid });
    const rough = selfCheck([...goodPeople(4), voice('chief', 'warn', { id: 'defender', worry: 'team-fit' })], {
      answers: solid,
    });
    const goodSince = { ...rough, entries: [...rough.entries, entry('defender', 'good', 40)] };
    expect(bucketOf(rough)).toBe('too-risky');
    expect(goodness(bucketOf(goodSince))).toBeGreaterThanOrEqual(goodness(bucketOf(vague)));
  });

  it('paper unanswered: never safe without two who would take them at once', () => {
    expect(bucketOf(selfCheck([...goodPeople(10), ...applicantA('at-once').slice(0, 1)]))).toBe('rank-only');
    expect(bucketOf(selfCheck([...goodPeople(10), ...applicantA('at-once')]))).toBe('safe');
  });

  it('US senior, all good: safe, with the right-hand words', () => {
    const check = selfCheck(applicantA('at-once'), { answers: solid, applicantType: 'us-md', program: lakeside });
    expect(bucketOf(check)).toBe('safe');
    expect(outcome('safe', 'us-md', 'outside')).toEqual({
      column: 'list',
      sentences: ['People in this bucket are spoken for with confidence when the list is made.'],
    });
  });

  it('nothing logged and nothing answered: no bucket', () => {
    expect(decideBucket(selfCheck([]))).toMatchObject({ bucket: null, rows: [] });
    expect(titleOf(null)).toBe('Nobody can say anything about you yet');
  });
});

describe('one person’s voice', () => {
  const answers: Answers = { paper: 'solid' };
  const withEntries = (...entries: SelfCheck['entries'][number][]) =>
    selfCheck([...goodPeople(4), { people: voice('nurse', 'good', { id: 'n' }).people, entries }], { answers });

  it('is not made better by good words on the day of the warning', () => {
    expect(rulesOf(withEntries(entry('n', 'warn', 3), entry('n', 'good', 3)))).toEqual(['R2']);
  });

  it('is not made better by good words before the warning', () => {
    expect(rulesOf(withEntries(entry('n', 'at-once', 1), entry('n', 'warn', 3)))).toEqual(['R2']);
  });

  it('is not made better by a later day that brought good words and a worry both', () => {
    expect(rulesOf(withEntries(entry('n', 'warn', 1), entry('n', 'little', 5), entry('n', 'good', 5)))).toEqual(['R2']);
  });

  it('is shown by the newest of equal words, on one day by the last logged', () => {
    const [one, two, earlier] = [entry('n', 'at-once', 5), entry('n', 'at-once', 5), entry('n', 'at-once', 2)];
    const last = { ...two, loggedAt: one.loggedAt.add({ seconds: 1 }), id: 'a' };
    const result = decideBucket(withEntries(last, { ...one, id: 'z' }, earlier));
    expect(result.speaksForYou[0]?.evidence.map(({ id }) => id)).toEqual(['a']);
  });

  it('is lifted one step only, however much came later', () => {
    const check = withEntries(entry('n', 'warn', 1), entry('n', 'at-once', 3), entry('n', 'at-once', 5));
    const mended = { ...check, mended: [{ contactId: 'n', day: dayAt(6) }] };
    const voices = decideBucket(mended).speaksForYou.flatMap(({ evidence }) => evidence.map(({ text }) => text));
    expect(bucketOf(mended)).toBe('safe');
    expect(voices.some(text => text.includes('Name of n'))).toBe(false);
  });

  it('keeps "at once" when good things are logged later', () => {
    const check = withEntries(entry('n', 'at-once', 1), entry('n', 'good', 3));
    expect(decideBucket(check).speaksForYou[0]?.sentence).toBe('Name of n would take you at once.');
  });

  it('smokes again when a new worry comes after the mending', () => {
    const mended = [{ contactId: 'n', day: dayAt(3) }];
    const check = withEntries(entry('n', 'little', 1, 'reliability'), entry('n', 'little', 5, 'team-fit'));
    expect(rulesOf({ ...check, mended })).toEqual(['R4']);
    expect(sentenceOf({ ...check, mended }, 'R4')).toBe(
      'One person has a worry: Name of n on team fit. Small smoke, no fire.',
    );
  });

  it('that was mended, and never good, stands against nobody and is no good voice', () => {
    const check = selfCheck([voice('nurse', 'little', { id: 'n', worry: 'team-fit' })], { answers });
    const closed = decideBucket({ ...check, mended: [{ contactId: 'n', day: dayAt(3) }] });
    expect(closed.rows.map(({ rule }) => rule)).toEqual(['R7']);
    expect(closed.speaksForYou.map(({ sentence }) => sentence)).toEqual(['Your scores and CV are solid.']);
  });

  it('that was good, then short of it, then mended, is good again', () => {
    const check = withEntries(entry('n', 'at-once', 1), entry('n', 'little', 3, 'team-fit'));
    const closed = decideBucket({ ...check, mended: [{ contactId: 'n', day: dayAt(4) }] });
    expect(closed.speaksForYou.flatMap(({ evidence }) => evidence.map(({ text }) => text))).toContain(
      'Name of n, nurse, would say good things by now, Mon 4 May 2026',
    );
  });

  it('that is vague, with no worry named, holds nothing back and carries nothing', () => {
    expect(rulesOf(withEntries(entry('n', 'little', 1)))).toEqual(['R11']);
  });

  it('of somebody who treated the user badly is none, and leads to the pieces on mistreatment', () => {
    const check = selfCheck([voice('attending', 'treated-badly')]);
    expect(decideBucket(check)).toMatchObject({ bucket: null, treatedBadly: [check.entries[0]!.id] });
  });
});

describe('the table', () => {
  it.each<[string, SelfCheck, string]>([
    [
      'R1',
      selfCheck(goodPeople(4), { answers: { paper: 'solid', incidents: 'open', incidentKind: 'outburst' } }),
      'A story about losing your temper is still open. One story like this ends most early offers.',
    ],
    [
      'R2',
      selfCheck([...goodPeople(4), voice('nurse', 'warn', { id: 'n' })], { answers: solid }),
      'Name of n might warn someone, and nothing has been mended since.',
    ],
    [
      'R3',
      selfCheck(
        [...goodPeople(4), concerns('team-fit', 'a'), concerns('reliability', 'b'), concerns('work-ethic', 'c')],
        {
          answers: solid,
        },
      ),
      'Name of a, Name of b and Name of c each have a worry about you. Small stories add up to a pattern.',
    ],
    [
      'R5',
      selfCheck(goodPeople(4), { answers: { paper: 'weak' } }),
      'You called your scores and CV weak. Good words rarely lift the paper; they protect it.',
    ],
    [
      'R6',
      selfCheck(goodPeople(4)),
      "You haven't said how your scores and CV stand, and nobody would take you at once so far. The borderline file is the one that gets checked: two such voices carry it.",
    ],
    [
      'R10',
      selfCheck(goodPeople(4), { answers: { paper: 'solid', incidents: 'mended' } }),
      'The old story is mended, and nobody would take you at once yet. The old story needs a newer, louder one.',
    ],
    [
      'R11',
      selfCheck(goodPeople(4), { answers: solid }),
      'Four people on two routes would speak for you, and nothing you logged speaks against you.',
    ],
  ])('holds %s alone, in its words', (rule, check, sentence) => {
    expect(rulesOf(check)).toEqual([rule]);
    expect(sentenceOf(check, rule)).toBe(sentence);
  });

  it('for a program counts only whom it could hear from', () => {
    const elsewhere = [voice('chief', 'at-once', { place: 'Hill' }), voice('nurse', 'at-once', { place: 'Harbor' })];
    const check = selfCheck(elsewhere, { answers: solid, program: lakeside });
    expect(rulesOf(check)).toEqual(['R7', 'R8']);
    const known = { ...check, people: check.people.map(person => ({ ...person, knownAt: ['LAKESIDE'] })) };
    expect(rulesOf(known)).toEqual(['R7']);
    expect(sentenceOf(known, 'R7')).toContain('one route (residents and chiefs)');
  });

  it('for a program that does not know the school asks for a voice there', () => {
    const people = [
      voice('dean', 'at-once', { place: 'Home' }),
      voice('chief', 'at-once', { place: 'Hill', knownAt: ['Lakeside'] }),
    ];
    const check = selfCheck(people, { answers: solid, program: { ...lakeside, school: 'unknown' } });
    expect(rulesOf(check)).toEqual(['R9']);
    const there = voice('nurse', 'good', { place: ' lakeside ' });
    expect(bucketOf(selfCheck([...people, there], { answers: solid, program: check.program! }))).toBe('safe');
  });

  it('shows every row that holds, the worst first, with the entries and answers behind it', () => {
    const rough = voice('nurse', 'warn', { id: 'n', worry: 'team-fit', place: 'Home' });
    const check = selfCheck([rough], { answers: { paper: 'weak', incidents: 'open' } });
    const { rows } = decideBucket(check);
    expect(rows.map(({ rule }) => rule)).toEqual(['R1', 'R2', 'R5', 'R7']);
    expect(rows[1]!.evidence).toEqual([
      {
        kind: 'entry',
        id: rough.entries[0]!.id,
        text: 'Name of n, nurse, might warn someone (team fit), Fri 1 May 2026',
      },
    ]);
    expect(rows[2]!.evidence).toEqual([{ kind: 'answer', id: 'paper', text: 'Scores and CV: weak' }]);
  });

  it('numbers its rows in order, and every row can be read in public', () => {
    const table = [...bucketRules, safeRule];
    expect(table.map(({ id }) => id)).toEqual(table.map((_, index) => `R${index + 1}`));
    for (const { condition, reason } of table) expect(`${condition}: ${reason}`).toMatch(/^[A-Z].{10,}[^.]$/);
  });
});

describe('the moves that help', () => {
  const tomorrow = dayAt(60);
  const helpFor = (check: SelfCheck) => movesThatHelp(check, possibleMoves(check, tomorrow));

  it('close the one loose end that holds a safe applicant back', () => {
    const check = selfCheck([...goodPeople(10), concerns('reliability', 'nurse')], { answers: solid });
    expect(helpFor(check).map(({ moves, bucket }) => [moves.map(({ text }) => text), bucket])).toEqual([
      [['Close the loose end with Name of nurse.'], 'safe'],
    ]);
  });

  it('find a voice on a second route and at another place in one move', () => {
    const home = [voice('home-faculty', 'good', { place: 'Home' }), voice('attending', 'good', { place: 'Home' })];
    const [first] = helpFor(selfCheck(home, { answers: solid }));
    expect(first).toMatchObject({ bucket: 'safe', moves: [{ id: 'new-voice:dean' }] });
  });

  it('take two moves where one is not enough', () => {
    const check = selfCheck(applicantA('good'), { answers: { paper: 'borderline' } });
    const [first] = helpFor(check);
    expect(first?.moves.map(({ id }) => id.split(':')[0])).toEqual(['stand-up', 'stand-up']);
  });

  it('ask a person who is known and was never logged', () => {
    const check = selfCheck(
      [
        voice('chief', 'good', { place: 'Lakeside' }),
        { people: voice('dean', 'good', { place: 'Home', id: 'dean' }).people },
      ],
      { answers: solid },
    );
    expect(helpFor(check)[0]?.moves.map(({ id }) => id)).toEqual(['ask:dean']);
  });

  it('are none with weak paper, and that is said kindly', () => {
    const check = selfCheck(goodPeople(4), { answers: { paper: 'weak' } });
    expect(helpFor(check)).toEqual([]);
    expect(noMoveHelps).toMatch(/can still move/);
  });

  it('are found in bounded time for a long log', () => {
    const entries = Array.from({ length: 5000 }, (_, index) => entry(`p${index % 60}`, 'good', index % 200));
    const people = Array.from({ length: 60 }, (_, index) => voice('nurse', 'good', { id: `p${index}`, place: 'Home' }));
    const check = selfCheck([{ people: people.flatMap(one => one.people), entries }], { answers: { paper: 'weak' } });
    const before = performance.now();
    expect(helpFor(check)).toEqual([]);
    expect(performance.now() - before).toBeLessThan(3000);
  });
});

describe('the words', () => {
  it.each([
    ['img', 'outside', 'early'],
    ['graduate', 'outside', 'early'],
    ['img', 'inside', 'list'],
    ['img', 'unknown', 'either'],
    ['us-md', 'outside', 'list'],
    ['us-do', 'unknown', 'list'],
  ] as const)('for %s at a program %s the Match are those of the column "%s"', (type, market, column) => {
    expect(columnFor(type, market)).toBe(column);
  });

  it('name both outcomes of the last bucket on a list', () => {
    expect(outcome('too-risky', 'img', 'inside').sentences).toHaveLength(2);
  });

  it('name both columns where the program is not known', () => {
    const { sentences } = outcome('safe', 'img', 'unknown');
    expect(sentences.map(text => text.split(':')[0])).toEqual(['At a program outside the Match', 'In the Match']);
  });

  it('never use the word risky, or a bucket’s name, as a title', () => {
    for (const bucket of keysOf(buckets)) {
      expect(titleOf(bucket)).not.toMatch(/risk/i);
      expect(titleOf(bucket)).not.toContain(buckets[bucket].label);
    }
  });
});

describe('the change since last time', () => {
  const nothing = checked(decideBucket(selfCheck([])));
  const some = selfCheck(goodPeople(4), { answers: { paper: 'borderline' } });
  const rank = checked(decideBucket(some));
  const safe = checked(decideBucket({ ...some, answers: solid }));

  it('is none on the same day with nothing new', () => {
    expect(changeSince({ ...rank, when: '9:10' }, rank)).toEqual({
      kind: 'same',
      sentence: 'Nothing has changed since 9:10. It will when you log something.',
      came: [],
      gone: [],
    });
  });

  it('says where it came from and where it went', () => {
    expect(changeSince(null, rank).kind).toBe('first');
    expect(changeSince({ ...nothing, when: '4 Oct' }, rank).sentence).toBe(
      'Since 4 Oct: up from nobody-knows-you to rank only.',
    );
    expect(changeSince({ ...rank, when: '4 Oct' }, safe)).toMatchObject({ kind: 'up', came: ['R11'], gone: ['R6'] });
    expect(changeSince({ ...safe, when: '4 Oct' }, rank)).toMatchObject({ kind: 'down', came: ['R6'], gone: ['R11'] });
    expect(changeSince({ ...rank, when: '4 Oct' }, nothing).kind).toBe('down');
  });

  it('tells other reasons, and something new behind the same reasons, from nothing new', () => {
    const unanswered = checked(decideBucket({ ...some, answers: {} }));
    expect(changeSince({ ...rank, when: '4 Oct' }, unanswered)).toMatchObject({
      kind: 'reasons',
      sentence: 'Since 4 Oct: the same bucket, with something new behind it.',
    });
    const alone = checked(decideBucket(selfCheck(goodPeople(1), { answers: { paper: 'borderline' } })));
    expect(changeSince({ ...alone, when: '4 Oct' }, rank).sentence).toBe(
      'Since 4 Oct: the same bucket, with less that holds you back.',
    );
  });

  it('keeps no names', () => {
    expect(JSON.stringify(rank)).not.toContain('Name of');
  });
});

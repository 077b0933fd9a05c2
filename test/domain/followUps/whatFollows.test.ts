import { describe, expect, it } from 'vitest';
import { followRules, type JustLogged } from '../../../src/domain/followUps/followUpRules.ts';
import { looksAt, whatFollows } from '../../../src/domain/followUps/whatFollows.ts';
import { keysOf, looseEndKinds, stances, thankYous } from '../../../src/domain/vocabulary.ts';
import fc from '../../support/properties.ts';
import { dayAt, entry, entryBy, person } from '../bucket/selfCheckCases.ts';
import { expectPieces, expectReadable } from '../expectations.ts';

const ana = { id: 'ana', name: 'Ana Ruiz', role: 'nurse', place: 'Lakeside' } as const;
const lakeside = { id: 'lakeside', name: 'lakeside', thankYou: 'unknown' } as const;
const apology = { id: 'end', contactId: 'ana', kind: 'apology', closedOn: null } as const;

function offersAfter(stance: JustLogged['entry']['stance'], more: Partial<JustLogged> = {}) {
  return whatFollows({
    entry: entry('ana', stance, 10),
    contact: ana,
    history: [],
    defenders: [],
    looseEnds: [],
    programs: [lakeside],
    ...more,
  });
}

describe('after an entry', () => {
  it('a warning offers a loose end, an apology, with the person in it', () => {
    expect(offersAfter('warn')).toEqual([
      {
        rule: 'open-loose-end',
        label: 'Open a loose end',
        reason: 'Ana Ruiz may have a story to tell. What you do next is part of it.',
        does: 'open-loose-end',
        contactId: 'ana',
        kind: 'apology',
      },
      expect.objectContaining({ rule: 'weighs-on-you', does: 'read', piece: 'a-hard-week' }),
    ]);
  });

  it('"not much" offers a loose end only where a worry is named, and then growth to show', () => {
    expect(offersAfter('little')).toEqual([]);
    expect(offersAfter('little', { entry: entry('ana', 'little', 10, 'team-fit') })).toMatchObject([
      { does: 'open-loose-end', kind: 'growth' },
    ]);
  });

  it('a warning with something open already leads to how to mend it', () => {
    expect(offersAfter('warn', { looseEnds: [apology] })).toMatchObject([
      { rule: 'mend-it', piece: 'how-to-apologize' },
      { rule: 'weighs-on-you', piece: 'a-hard-week' },
    ]);
    expect(offersAfter('warn', { looseEnds: [{ ...apology, closedOn: dayAt(2) }] })).toMatchObject([
      { rule: 'open-loose-end' },
      { rule: 'weighs-on-you' },
    ]);
  });

  it('good words where something is open offer to close it', () => {
    expect(offersAfter('good', { looseEnds: [apology] })).toMatchObject([
      { does: 'close-loose-end', looseEndId: 'end' },
    ]);
  });

  it('a strong voice offers a defender, unless they are one or there are three', () => {
    expect(offersAfter('at-once')[0]).toMatchObject({ does: 'make-defender', contactId: 'ana' });
    expect(offersAfter('at-once', { defenders: [{ contactId: 'ana' }] })).toEqual([]);
    expect(offersAfter('at-once', { defenders: ['a', 'b', 'c'].map(contactId => ({ contactId })) })).toEqual([]);
  });

  it('a voice without a place asks for it, except where any program may call them', () => {
    const { place: _, ...nowhere } = ana;
    expect(offersAfter('good', { contact: nowhere })).toMatchObject([{ does: 'name-place', contactId: 'ana' }]);
    expect(offersAfter('good', { contact: { ...nowhere, role: 'dean' } })).toEqual([]);
  });

  it('a first good word at an unknown place offers to add the program, and only the first', () => {
    expect(offersAfter('good', { programs: [] })).toMatchObject([{ does: 'add-program', name: 'Lakeside' }]);
    expect(offersAfter('good', { programs: [], history: [entry('ana', 'good', 1)] })).toEqual([]);
  });

  it('a third good word suggests to ask for support', () => {
    const history = [entry('ana', 'good', 1), entry('ana', 'good', 2)];
    expect(offersAfter('good', { history })).toMatchObject([{ piece: 'ask-for-honest-support' }]);
  });

  it.each(keysOf(thankYous))(
    'a thank-you at a program where notes are %s is offered only where they are welcome',
    thankYou => {
      const offered = offersAfter('good', { programs: [{ ...lakeside, thankYou }] });
      expect(offered.map(({ rule }) => rule)).toEqual(thankYou === 'welcome' ? ['thank-you'] : []);
    },
  );

  it('having been treated badly leads to help and to nothing else, even when a warning follows', () => {
    const help = ['mistreated', 'a-hard-week'];
    const pieces = (found: ReturnType<typeof offersAfter>) => found.map(one => one.does === 'read' && one.piece);
    expect(pieces(offersAfter('treated-badly', { looseEnds: [apology] }))).toEqual(help);
    expect(pieces(offersAfter('warn', { history: [entry('ana', 'treated-badly', 1)] }))).toEqual(help);
  });
});

describe('whatever was logged', () => {
  const id = fc.constant('ana');
  const anyLogged: fc.Arbitrary<JustLogged> = fc.record({
    entry: entryBy(id, fc.constantFrom(...keysOf(stances))),
    contact: person(id),
    history: fc.array(entryBy(id, fc.constantFrom(...keysOf(stances))), { maxLength: 3 }),
    defenders: fc.subarray(['ana', 'b', 'c', 'd']).map(ids => ids.map(contactId => ({ contactId }))),
    looseEnds: fc.array(
      fc.record({
        id: fc.uuid(),
        contactId: fc.constantFrom('ana', 'b', null),
        kind: fc.constantFrom(...keysOf(looseEndKinds)),
        closedOn: fc.constantFrom(null, dayAt(3)),
      }),
      { maxLength: 2 },
    ),
    programs: fc.array(
      fc.record({
        id: fc.uuid(),
        name: fc.constantFrom('Lakeside', 'Hill'),
        thankYou: fc.constantFrom(...keysOf(thankYous)),
      }),
      { maxLength: 2 },
    ),
  });

  it('what the rules do not look at changes nothing', () => {
    fc.assert(
      fc.property(anyLogged, logged => {
        const { looseEnds, defenders, programs } = looksAt(logged);
        const read = {
          ...logged,
          ...(!looseEnds && { looseEnds: [] }),
          ...(!defenders && { defenders: [] }),
          ...(!programs && { programs: [] }),
        };
        expect(whatFollows(read)).toEqual(whatFollows(logged));
      }),
    );
  });

  it('there are at most two offers, each once, each with a reason, and every row of the table comes up', () => {
    const pieces = new Set<string>();
    const rules = new Set<string>();
    fc.assert(
      fc.property(anyLogged, logged => {
        const found = whatFollows(logged);
        expect(found.length).toBeLessThanOrEqual(2);
        expect(new Set(found.map(({ rule }) => rule)).size).toBe(found.length);
        for (const one of found) {
          expectReadable(one.reason);
          rules.add(one.rule);
          if (one.does === 'read') pieces.add(one.piece);
          if (one.does === 'close-loose-end') expect(logged.looseEnds.map(end => end.id)).toContain(one.looseEndId);
          if (one.does === 'make-defender')
            expect(logged.defenders.map(({ contactId }) => contactId)).not.toContain('ana');
        }
        if (logged.entry.stance === 'treated-badly') expect(found.map(({ does }) => does)).toEqual(['read', 'read']);
      }),
      { numRuns: 2000 },
    );
    expectPieces([...pieces]);
    expect(rules).toEqual(new Set(followRules.map(rule => rule.id)));
  });
});

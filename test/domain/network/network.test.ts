import { describe, expect, it } from 'vitest';
import { knownFrom, sceneOf } from '../../../src/domain/bucket/selfCheck.ts';
import type { Person } from '../../../src/domain/bucket/voices.ts';
import { standingOf } from '../../../src/domain/network/callers.ts';
import { networkFor } from '../../../src/domain/network/network.ts';
import type { LogEntry } from '../../../src/domain/notebook.ts';
import { keysOf, routes } from '../../../src/domain/vocabulary.ts';
import fc from '../../support/properties.ts';
import { anySelfCheck, dayAt, entry, selfCheck, voice } from '../bucket/selfCheckCases.ts';
import { expectPieces, expectReadable, plain } from '../expectations.ts';

const lakeside = { name: 'Lakeside' };
const chief = voice('chief', 'at-once', { place: 'Lakeside', id: 'chief', day: 3 });
const home = voice('home-faculty', 'good', { place: 'Home', id: 'home' });

function map(voices: { people?: Person[]; entries?: LogEntry[] }[], program?: { name: string; rotated?: boolean }) {
  const { people, entries } = selfCheck(voices);
  const network = networkFor(people, entries, { ...(program && { program }) });
  return { ...network, on: (route: string) => network.routes.find(line => line.route === route)! };
}

describe('the map of a program', () => {
  it('answers in one line how many routes reach it', () => {
    expect(map([chief, home], lakeside).answer).toBe('Two of four routes reach Lakeside.');
    expect(map([chief], lakeside).answer).toBe('One of four routes reaches Lakeside.');
    expect(map([], lakeside).answer).toBe('No route reaches Lakeside yet.');
    expect(map([chief, home]).answer).toBe('Two of four routes carry a good word about you.');
  });

  it('says who could be called, what they would say and when they last saw the user', () => {
    const line = map([chief, { entries: [entry('chief', 'good', 9)] }], lakeside).on('residents');
    expect(plain(line.callers)).toMatchObject([
      { tone: 'good', reason: 'works there', last: { stance: 'good', day: '2026-05-10' } },
    ]);
    expect(line.sentence).toBe('Name of chief would take you in a second (last met Sun, May 10, 2026).');
    expect(line.gap).toBeNull();
  });

  it('hears a former resident who moved through the people they know there', () => {
    const moved = voice('former-resident', 'good', { place: 'Hill', knownAt: ['lakeside'], id: 'moved' });
    const { on, knows } = map([moved], lakeside);
    expect(on('former').callers[0]).toMatchObject({ tone: 'good', reason: 'knows somebody there' });
    expect(knows.map(({ sentence }) => sentence)).toEqual(['Name of moved knows somebody at lakeside.']);
  });

  it('does not hear a chief elsewhere, and asks whether they know somebody there', () => {
    const { on, elsewhere } = map([voice('chief', 'at-once', { place: 'Hill', id: 'far' })], lakeside);
    expect(on('residents').callers).toEqual([]);
    expect(elsewhere.map(({ id }) => id)).toEqual(['far']);
    expect(on('residents').gap).toMatchObject({
      kind: 'nobody',
      personId: 'far',
      way: 'Ask Name of far whether they know somebody at Lakeside.',
    });
  });

  it('names the role to look for where nobody is known, and remembers a rotation', () => {
    expect(map([], lakeside).on('former').gap).toMatchObject({
      role: 'former-resident',
      way: 'Look for a young attending or fellow near you who trained at Lakeside, and work with them.',
      advice: 'route-former-residents',
    });
    expect(map([], { name: 'Lakeside', rotated: true }).on('residents').gap?.way).toBe(
      'You rotated at Lakeside. Name a chief or resident who worked with you there, and log what they saw.',
    );
  });

  it('mends before it looks for anybody new, and takes a closed loose end into account', () => {
    const nurse = voice('nurse', 'warn', { place: 'Lakeside', id: 'nurse' });
    expect(map([nurse], lakeside).on('residents').gap).toMatchObject({ kind: 'concerns', advice: 'close-loose-ends' });
    const mended = [{ contactId: 'nurse', day: dayAt(5) }];
    const after = networkFor(nurse.people, nurse.entries, { program: lakeside, mended });
    expect(after.routes[3]).toMatchObject({ callers: [{ tone: 'unknown' }], gap: { kind: 'unknown' } });
  });

  it('asks somebody who is there and silent before anybody else', () => {
    const silent = { people: [{ id: 'kim', name: 'Kim', role: 'resident', place: 'Lakeside' } as const] };
    const line = map([silent], lakeside).on('residents');
    expect(line.sentence).toBe('What Kim would say is not logged.');
    expect(line.gap).toMatchObject({ kind: 'unknown', way: 'Log what Kim saw of you.' });
  });

  it('never sends the user to somebody who treated them badly', () => {
    const rough = voice('resident', 'treated-badly', { place: 'Lakeside', id: 'rough' });
    expect(map([rough], lakeside).on('residents').gap).toMatchObject({ personId: null, role: 'chief' });
  });

  it('puts the routes with nobody before those with little to say', () => {
    const vague = voice('clerkship-director', 'little');
    expect(map([vague, chief], lakeside).gaps.map(({ kind }) => kind)).toEqual(['nobody', 'nobody', 'unknown']);
  });
});

describe('a route with many people', () => {
  const crowd = (stance: 'good' | 'little', count: number) =>
    Array.from({ length: count }, (_, index) =>
      voice('resident', stance, { place: 'Lakeside', id: `${stance}${index}` }),
    );

  it('names everybody who would take the user in a second, then every concern, before the others', () => {
    const strong = ['s1', 's2', 's3', 's4'].map(id => voice('chief', 'at-once', { place: 'Lakeside', id }));
    const warned = ['w1', 'w2'].map(id => voice('nurse', 'warn', { place: 'Lakeside', id }));
    const silent = { people: [{ id: 'kim', name: 'Kim', role: 'resident', place: 'Lakeside' } as const] };
    const { callers, sentence } = map(
      [silent, ...crowd('little', 5), ...crowd('good', 5), ...warned, ...strong],
      lakeside,
    ).on('residents');
    expect(callers.slice(0, 6).map(({ person }) => person.id)).toEqual(['s1', 's2', 's3', 's4', 'w1', 'w2']);
    for (const { person } of callers.slice(0, 6)) expect(sentence).toContain(person.name);
    expect(sentence).toContain('and 11 more.');
    expect(callers.at(-1)?.tone).toBe('unknown');
  });

  it('puts good words with an open worry among the concerns, and nobody silent among the good', () => {
    const worried = voice('chief', 'at-once', { place: 'Lakeside', id: 'worried', worry: 'reliability' });
    const silent: Person = { id: 'kim', name: 'Kim', role: 'resident', place: 'Lakeside' };
    const { callers } = map([{ people: [silent] }, worried, chief], lakeside).on('residents');
    expect(callers.map(standingOf)).toEqual(['strong', 'concern', 'silent']);
  });
});

describe('every map', () => {
  const anyMap = anySelfCheck.map(check => {
    const { people, entries, mended, program } = check;
    const scene = sceneOf(check);
    return { check, network: networkFor(people, entries, { mended, scene, ...(program && { program }) }) };
  });

  it('reaches the routes that the bucket counts', () => {
    fc.assert(
      fc.property(anyMap, ({ check, network }) => {
        const reached = network.routes.filter(line => line.reached).map(({ route }) => route);
        const { facts } = knownFrom(check);
        expect(reached).toEqual(keysOf(routes).filter(route => facts[`good on ${route}`] > 0));
      }),
    );
  });

  it('has a gap on each route that is not reached, with a person to turn to who is known, and readable words', () => {
    const pieces = new Set<string>();
    fc.assert(
      fc.property(anyMap, ({ check, network }) => {
        expect(network.routes.map(({ route }) => route)).toEqual(keysOf(routes));
        for (const { reached, gap, sentence } of network.routes) {
          expect(gap === null).toBe(reached);
          expectReadable(sentence);
          if (!gap) continue;
          pieces.add(gap.advice);
          for (const text of [gap.why, gap.way]) expectReadable(text);
          if (gap.personId) expect(check.people.map(({ id }) => id)).toContain(gap.personId);
          const treatedBadly = check.entries.filter(({ stance }) => stance === 'treated-badly');
          expect(treatedBadly.map(({ contactId }) => contactId)).not.toContain(gap.personId);
        }
        expectReadable(network.answer);
      }),
      { numRuns: 2000 },
    );
    expectPieces([...pieces]);
    expect(pieces.size).toBe(7);
  });

  it('closes a gap when somebody of the role it names, there, has good things to say', () => {
    fc.assert(
      fc.property(anyMap, ({ check: { people, entries, mended, program }, network }) => {
        for (const { route, role } of network.gaps) {
          const place = program?.name ?? 'anywhere';
          const found = { id: 'found', name: 'Found', role, place };
          const more = networkFor([...people, found], [...entries, entry('found', 'good', 1)], {
            mended,
            ...(program && { program }),
          });
          expect(more.routes.find(line => line.route === route)?.reached).toBe(true);
        }
      }),
    );
  });
});

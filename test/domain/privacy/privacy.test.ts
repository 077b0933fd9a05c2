import { describe, expect, test } from 'vitest';
import { screen } from '../../../src/domain/privacy/privacy.ts';
import { privacyKinds } from '../../../src/domain/privacy/privacyKinds.ts';
import { keysOf } from '../../../src/domain/vocabulary.ts';
import fc from '../../support/properties.ts';
import { byKind, type Case, casesOf } from './cases.ts';

const patients = [...casesOf('patients.yaml'), ...casesOf('patientsUnseen.yaml')];
const harmless = [...casesOf('harmless.yaml'), ...casesOf('harmlessUnseen.yaml')];
const noticed = ({ text, own }: Case) => byKind(screen(text, { own }));

describe('what could point to a patient is noticed', () => {
  test.each(patients)('$text', each => expect(noticed(each)).toEqual(each.found));

  test('of each of the 18 kinds there is a case', () => {
    const kinds = new Set(patients.flatMap(({ found }) => Object.keys(found)));
    expect(keysOf(privacyKinds)).toHaveLength(18);
    expect(keysOf(privacyKinds).filter(kind => !kinds.has(kind))).toEqual([]);
  });
});

test('fewer than one in twenty harmless texts is held back', () => {
  const alarms = harmless.filter(each => Object.keys(noticed(each)).length > 0).map(({ text }) => text);
  expect(alarms.length / harmless.length, alarms.join('\n')).toBeLessThan(0.05);
});

describe('people that the writer keeps', () => {
  const text = 'The code on Ramirez was run by the chief.';

  test('are no patients, by any part of their name', () => {
    expect(screen(text)).toHaveLength(1);
    expect(screen(text, { own: ['Dr. José Ramírez'] })).toEqual([]);
  });

  test('stay apart: a name made of two of theirs is nobody’s', () => {
    expect(screen('pt Maria Lopez fell', { own: ['Maria Stone', 'Dr. Lopez'] })).toHaveLength(1);
  });
});

describe('of any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(...patients.map(({ text }) => text), ...harmless.map(({ text }) => text)),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
  );
  const anything = fc.array(piece, { maxLength: 4 }).map(pieces => pieces.join(' '));

  test('the words are those that stand there, in order and apart from each other', () => {
    fc.assert(
      fc.property(anything, text => {
        const findings = screen(text);
        for (const { words, start, end } of findings) expect(text.slice(start, end)).toBe(words);
        for (const [index, { start }] of findings.entries())
          expect(start).toBeGreaterThanOrEqual(findings[index - 1]?.end ?? 0);
      }),
    );
  });

  test.each([
    ['blanks', 'bed 4'.padEnd(4000)],
    ['one letter', 'A'.repeat(4000)],
    ['capitalized words', 'Ab '.repeat(1300)],
    ['figures', '9'.repeat(4000)],
    ['figures and hyphens', '9-'.repeat(2000)],
    ['dots', 'a.b@'.repeat(1000)],
    ['patients', 'patient '.repeat(500)],
  ])('4,000 characters of %s take no longer than a moment', (_, text) => {
    const before = performance.now();
    screen(text);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

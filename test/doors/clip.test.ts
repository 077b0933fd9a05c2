import { expect, test } from 'vitest';
import { clip, clipSent } from '../../src/doors/clip.ts';
import fc from '../support/properties.ts';

const FAMILY = '👨‍👩‍👧‍👦';
const FLAG = '🇺🇸';

test('F37: an emoji at the limit stays whole or goes, a family and a flag too', () => {
  expect(clip(`abc${FAMILY}def`, 8)).toBe('abc…');
  expect(clip(`ab${FLAG}${FLAG}`, 7)).toBe(`ab${FLAG}…`);
  expect(clip(`ab${FLAG}${FLAG}`, 10)).toBe(`ab${FLAG}${FLAG}`);
  expect(clip('ééé', 2)).toBe('é…');
  expect(clip('👩🏽👩🏽', 4, 'codePoints')).toBe('👩🏽👩🏽');
  expect(clip('👩🏽👩🏽', 4)).toBe('…');
});

test('F37: what is cut is never longer than the limit, has no half of a pair, and begins as the text does', () => {
  const text = fc.array(fc.constantFrom('a', ' ', 'é', '👍', FAMILY, FLAG, '👩🏽', '\ud83d', '一'), { maxLength: 60 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 40 }), (pieces, limit) => {
      const given = pieces.join('');
      const cut = clip(given, limit);
      expect(cut.length).toBeLessThanOrEqual(limit);
      expect(cut.isWellFormed()).toBe(true);
      const kept = cut.replace(/…$/, '');
      expect(given.replace(/\p{Surrogate}/gu, '').startsWith(kept)).toBe(true);
    }),
  );
});

test('F26: cutting a long text costs what is kept of it', () => {
  const long = '👨‍👩‍👧‍👦'.repeat(200_000);
  const before = performance.now();
  for (let time = 0; time < 200; time += 1) clip(long, 100);
  expect(performance.now() - before).toBeLessThan(500);
});

test('F37: a limit counts what is sent, after escaping', () => {
  const escaped = (text: string) => text.replaceAll('*', '\\*');
  expect(clipSent('*'.repeat(10), 20, escaped)).toBe('\\*'.repeat(10));
  expect(clipSent('*'.repeat(11), 20, escaped)).toBe(`${'\\*'.repeat(9)}…`);
  expect(clipSent(`**${FAMILY}**`, 12, escaped)).toBe('\\*\\*…');
});

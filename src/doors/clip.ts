import { clip, lengthIn, type Unit } from '../core/cards/clip.ts';

export { clip };

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A text as it is sent, cut so that it fits when it is escaped: a platform counts what it gets, and escaping makes
 * longer. @param asSent makes of a text what is sent
 */
export function clipSent(text: string, limit: number, asSent: (text: string) => string, unit: Unit = 'utf16'): string {
  const fits = (one: string) => lengthIn(asSent(one), unit) <= limit;
  // Escaping makes nothing shorter: no more than this can fit.
  const given = clip(text, limit, unit);
  if (fits(given)) return asSent(given);
  const pieces = [...graphemes.segment(given)].map(({ segment }) => segment);
  const cut = (count: number) => `${pieces.slice(0, count).join('').trimEnd()}…`;
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(cut(middle))) low = middle;
    else high = middle - 1;
  }
  return asSent(cut(low));
}

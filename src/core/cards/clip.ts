const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How a text's length is counted: in UTF-16 units, where most emoji are two, or in code points. */
export type Unit = 'utf16' | 'codePoints';

export const lengthIn = (text: string, unit: Unit): number => (unit === 'utf16' ? text.length : [...text].length);

/** A half of a surrogate pair is no character: it is left out, for a platform may refuse the whole text for it. */
const whole = (text: string): string => (text.isWellFormed() ? text : text.replace(/\p{Surrogate}/gu, ''));

/**
 * The one place that cuts text: at most `limit` long, with an ellipsis where something was left out. What is read as
 * one character, such as a flag, a family or a letter with its accents, stays whole or goes.
 */
export function clip(text: string, limit = 60, unit: Unit = 'utf16'): string {
  // No more than this can be kept; what is beyond it costs nothing.
  const near = text.length > 2 * limit + LONGEST ? text.slice(0, 2 * limit + LONGEST) : text;
  const given = whole(near);
  if (near === text && lengthIn(given, unit) <= limit) return given;
  let kept = '';
  let left = limit - 1;
  for (const { segment } of graphemes.segment(given)) {
    left -= lengthIn(segment, unit);
    if (left < 0) break;
    kept += segment;
  }
  return limit > 0 ? `${kept.trimEnd()}…` : '';
}

/** Longer than what anybody reads as one character. */
const LONGEST = 64;

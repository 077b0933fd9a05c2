import { type Finder, finder } from './piece.ts';
import { fillers, oneOf } from './vocabulary.ts';

/** Words that hold the other pieces together, or say nothing. */
export const linkFinders: readonly Finder[] = [
  finder(oneOf(fillers.keys()), () => [{ kind: 'filler' }]),
  // A reminder at about five comes at five.
  finder('(?:around|about|approximately|approx\\.?|roughly)(?= \\d)', () => [{ kind: 'filler' }]),
  finder('and|plus|as well as', () => [{ kind: 'and' }]),
  finder('to|thru', () => [{ kind: 'to' }]),
  finder('from', () => [{ kind: 'from' }]),
  finder('between', () => [{ kind: 'between' }]),
  finder('until|till?|through|up to|ending(?: on)?|ends(?: on)?', () => [{ kind: 'until' }]),
  finder('(?:starting|beginning|begins|starts|start|begin|effective|commencing|as of)(?: on| from)?', () => [
    { kind: 'starting' },
  ]),
  finder('exactly|sharp|on the dot|precisely', () => [{ kind: 'exactly' }]),
];

/** Signs that do. */
export const signFinders: readonly Finder[] = [
  { pattern: /[,.;!?()"'@·•|]/uy, meaning: () => [{ kind: 'filler' }] },
  { pattern: /[&+/]/uy, meaning: () => [{ kind: 'and' }] },
  { pattern: /[-–—~]/uy, meaning: () => [{ kind: 'to' }] },
];

import type { Content, Piece } from '../../content/types.ts';
import type { Care } from '../../domain/care/care.ts';
import { carePieces } from './carePieces.ts';

/** More would not be read. */
const FOUND = 10;

/** The pieces on somebody's words, best first: what they need before anything else before what they looked for. */
export function findPieces(words: string, care: Care | undefined, content: Content): Piece[] {
  const first = care && content.advice.get(carePieces[care.card]);
  return [...new Set([...(first ? [first] : []), ...content.search(words, FOUND)])];
}

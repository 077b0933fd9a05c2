import { findPieces } from '../../../src/commands/library/findPieces.ts';
import { careFor } from '../../../src/domain/care/care.ts';
import { content } from '../../support/content.ts';
import { corpus, type Kind } from '../kind.ts';

const NOTHING = 'nothing';
/** As many as are seen without scrolling. */
const SHOWN = 3;

/** What people look for in the library: a piece that answers it stands among the first three. */
export const search: Kind = {
  name: 'search',
  cases: corpus('search'),
  bar: 0.8,
  mostFalse: 0.05,
  read({ said }) {
    const pieces = findPieces(said, careFor(said), content);
    return {
      understood:
        pieces
          .slice(0, SHOWN)
          .map(({ id }) => id)
          .join(' | ') || NOTHING,
    };
  },
  judge({ is }, outcome) {
    const found = typeof outcome === 'string' ? [] : outcome.understood.split(' | ');
    if (is.split(' | ').some(id => found.includes(id))) return 'right';
    return is === NOTHING ? 'false' : 'missed';
  },
};

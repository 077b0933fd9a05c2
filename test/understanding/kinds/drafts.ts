import { proofread } from '../../../src/domain/drafts/proofread.ts';
import { applicantTypes, keyIn, markets } from '../../../src/domain/vocabulary.ts';
import { corpus, type Kind } from '../kind.ts';

const FINE = 'fine';

/** What may be mended in a message, and messages that need nothing. */
export const drafts: Kind = {
  name: 'drafts',
  cases: corpus('drafts'),
  bar: 0.85,
  mostFalse: 0.05,
  read({ said, where = {} }) {
    const market = keyIn(markets, where.market ?? '');
    const applicantType = keyIn(applicantTypes, where.type ?? '');
    const kinds = proofread(said, { market, applicantType }, []).map(({ kind }) => kind);
    return { understood: [...new Set(kinds)].join(' | ') || FINE };
  },
  judge({ is }, outcome) {
    const found = typeof outcome === 'string' ? [] : outcome.understood.split(' | ');
    if (is.split(' | ').some(kind => found.includes(kind))) return 'right';
    return is === FINE ? 'false' : 'missed';
  },
};

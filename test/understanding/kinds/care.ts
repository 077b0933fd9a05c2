import { careFor } from '../../../src/domain/care/care.ts';
import { corpus, type Kind } from '../kind.ts';

const NOTHING = 'nothing';
const pieces = { 'hard-week': 'a-hard-week', mistreated: 'mistreated' } as const;

/** What asks for care before anything else, and what only sounds like it: every one is told apart. */
export const care: Kind = {
  name: 'care',
  cases: corpus('care'),
  bar: 1,
  read({ said }) {
    const found = careFor(said);
    return { understood: found ? pieces[found.card] : NOTHING };
  },
  judge({ is }, outcome) {
    const heard = typeof outcome === 'string' ? outcome : outcome.understood;
    if (heard === is) return 'right';
    return is === NOTHING ? 'false' : heard === NOTHING ? 'missed' : 'wrong';
  },
};

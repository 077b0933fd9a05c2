import { shapeOf } from '../../../src/exchange/sheet/shape.ts';
import { corpus, type Kind, type Outcome } from '../kind.ts';

/** What each column of a file is taken for, by its heads: between bars, "-" where it is left out. */
export const fileHeads: Kind = {
  name: 'heads of files',
  cases: corpus('file heads'),
  bar: 0.9,
  read({ said }): Outcome {
    const heads = said.split(' | ');
    const rows = [heads, heads.map(head => (head === 'Title' && said.includes('Job Title') ? 'Dr.' : 'x'))];
    const shape = shapeOf({ isWorkbook: false, rows: rows.map((cells, index) => ({ line: index + 1, cells })) });
    if (!shape) return 'refused';
    const taken = Object.entries(shape.columns);
    return {
      understood: heads.map((_, at) => taken.find(([, column]) => column?.index === at)?.[0] ?? '-').join(' | '),
    };
  },
  // A column that is left out is said to be: that is less than was meant, and nothing else than was meant.
  judge({ is }, outcome) {
    if (typeof outcome === 'string') return outcome === is ? 'right' : outcome;
    const [wanted, found] = [is, outcome.understood].map(text => text.split(' | '));
    if (is === outcome.understood) return 'right';
    return found?.every((meaning, at) => meaning === '-' || meaning === wanted?.[at]) ? 'refused' : 'wrong';
  },
};

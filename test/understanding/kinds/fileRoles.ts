import { titleIn } from '../../../src/exchange/sheet/titles.ts';
import { corpus, type Kind, outcomeOf } from '../kind.ts';

/** What somebody is, from a column of roles or of job titles. */
export const fileRoles: Kind = {
  name: 'roles in files',
  cases: corpus('file roles'),
  bar: 0.95,
  read: ({ said }) => outcomeOf(titleIn(said), role => role),
};

import { readRole } from '../../../src/domain/people/roles.ts';
import { corpus, type Kind, outcomeOf } from '../kind.ts';

export const roles: Kind = {
  name: 'roles',
  cases: corpus('roles'),
  bar: 0.95,
  read: ({ said }) => outcomeOf(readRole(said), String),
};

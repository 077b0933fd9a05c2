import type { Repositories } from '../../core/ports/notebook.ts';
import { entities } from '../../domain/notebook.ts';
import type { RequestScope } from '../notebook/idempotent.ts';
import { createRepository } from './repository.ts';

export const createRepositories = (scope: RequestScope): Repositories => ({
  people: createRepository(scope, entities.Contact),
  programs: createRepository(scope, entities.Program),
  looseEnds: createRepository(scope, entities.LooseEnd),
  defenders: createRepository(scope, entities.Defender),
  interviews: createRepository(scope, entities.Interview),
  invitations: createRepository(scope, entities.Invitation),
  offers: createRepository(scope, entities.Offer),
  clues: createRepository(scope, entities.Clue),
  audit: createRepository(scope, entities.AuditAnswer),
  reminders: createRepository(scope, entities.Reminder),
});

import type { Notebook } from '../../core/ports/notebook.ts';
import { createRepositories } from '../entities/repositories.ts';
import { callVerbs } from './calls.ts';
import { exportVerbs } from './export.ts';
import type { RequestScope } from './idempotent.ts';
import { importVerbs } from './import.ts';
import { invitationVerbs } from './invitations.ts';
import { logVerbs } from './log.ts';
import { peopleVerbs } from './people.ts';
import { profileVerbs } from './profile.ts';
import { programVerbs } from './programs.ts';
import { selfCheckVerbs } from './selfCheck.ts';
import { undo } from './undo.ts';

/** What is one statement over several tables, or over more than a user's own. */
type Whole = 'eraseAll' | 'lastWords' | 'metDefenders' | 'selfCheck';

/** The notebook of the user who made a request: all of it goes through a client that sees nobody else's rows. */
export function createNotebook(scope: RequestScope): Omit<Notebook, Whole> {
  const repositories = createRepositories(scope);
  return {
    ...repositories,
    ...profileVerbs(scope),
    ...logVerbs(scope, repositories.people),
    ...peopleVerbs(scope),
    ...invitationVerbs(scope),
    ...programVerbs(scope),
    ...selfCheckVerbs(scope),
    ...callVerbs(scope),
    ...exportVerbs(scope),
    ...importVerbs(scope),
    undo: undoId => undo(scope, undoId),
    tellMoreOf(undoId) {
      scope.undo.with = { id: undoId, tells: true };
    },
  };
}

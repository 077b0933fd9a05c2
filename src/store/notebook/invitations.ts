import type { Notebook } from '../../core/ports/notebook.ts';
import { entities } from '../../domain/notebook.ts';
import { shelfWrites } from '../entities/repository.ts';
import type { RequestScope } from './idempotent.ts';
import { write } from './undo.ts';

/** What an answer to an invitation writes in more than one table. */
export const invitationVerbs = (scope: RequestScope): Pick<Notebook, 'acceptInvitation'> => ({
  acceptInvitation: (invitationId, interview) =>
    write(scope, `acceptInvitation:${invitationId}`, async (tx, writeId) => {
      const added = await shelfWrites(scope, entities.Interview).add(tx, writeId, interview);
      const change = { state: 'accepted' } as const;
      const accepted = await shelfWrites(scope, entities.Invitation).change(tx, writeId, invitationId, change);
      return {
        value: added.value,
        what: 'The invitation is as it was, and its interview is gone.',
        changes: [...added.changes, ...accepted.changes],
      };
    }),
});

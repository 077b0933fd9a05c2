import { UserError } from '../../core/ports/errors.ts';
import type { Notebook } from '../../core/ports/notebook.ts';
import { entities } from '../../domain/notebook.ts';
import type { ScopedTransaction } from '../driver/scopedClient.ts';
import { shelfWrites } from '../entities/repository.ts';
import { toContact } from '../entities/rows.ts';
import { merge } from '../linking/merge.ts';
import type { RequestScope } from './idempotent.ts';
import { write } from './undo.ts';

export function peopleVerbs(scope: RequestScope): Pick<Notebook, 'nameRole' | 'mergePeople'> {
  const writes = shelfWrites(scope, entities.Contact);
  return {
    nameRole: (contactId, role) =>
      write(scope, `nameRole:${contactId}`, async (tx, writeId) => {
        const done = await writes.change(tx, writeId, contactId, { role });
        return { ...done, what: `The role of ${done.value.name} is as it was.` };
      }),

    mergePeople: (fromId, intoId) =>
      write(scope, `mergePeople:${fromId}`, async (tx, writeId) => {
        if (fromId === intoId) throw new UserError('Those two are one person already.');
        const [from, into] = [await known(tx, fromId), await known(tx, intoId)];
        const changes = await merge(tx, 'Contact', from, into, writeId);
        const value = toContact(await known(tx, intoId));
        return { value, what: `${from.name} and ${into.name} are two people again.`, changes };
      }),
  };
}

async function known(tx: ScopedTransaction, id: string) {
  const row = await tx.contact.findUnique({ where: { id } });
  if (!row) throw new UserError('That person is not in your notebook any more.');
  return row;
}

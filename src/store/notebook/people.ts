import { UserError } from '../../core/errors.ts';
import type { Notebook } from '../../core/store.ts';
import type { RequestScope } from '../once.ts';
import { toContact } from '../rows.ts';
import { write } from '../undo.ts';

const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

export function peopleVerbs(scope: RequestScope): Pick<Notebook, 'contacts' | 'nameRole'> {
  return {
    async contacts() {
      const rows = await scope.client.contact.findMany({});
      return rows.map(toContact).sort((a, b) => byName.compare(a.name, b.name));
    },

    nameRole: (contactId, role) =>
      write(scope, `nameRole:${contactId}`, async (tx, writeId) => {
        const known = await tx.contact.findUnique({ where: { id: contactId } });
        if (!known) throw new UserError('That person is not in your notebook any more.');
        const contact = await tx.contact.update({ where: { id: contactId }, data: { role, writeId } });
        const values = { role: known.role, writeId: known.writeId };
        return {
          value: toContact(contact),
          what: `The role of ${known.name} is as it was.`,
          changes: [{ table: 'Contact', op: 'update', id: contactId, values }],
        };
      }),
  };
}

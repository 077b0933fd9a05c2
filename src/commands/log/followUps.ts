import type { Button } from '../../core/cards/card.ts';
import { buttonLabel } from '../../core/cards/limits.ts';
import { type Call, call, callToJson, formCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import type { Contact, Logged } from '../../core/ports/notebook.ts';
import { type WorthDoing, whatFollows } from '../../domain/followUps/whatFollows.ts';
import { loggedFacts } from '../facts.ts';

/** More would be a list to read, at the end of a shift. */
const MOST = 2;

/** What is worth doing after these entries, at most two things: each with its reason and the button that does it. */
export async function followUps(
  logged: readonly Logged[],
  { notebook }: Pick<Context, 'notebook'>,
): Promise<{ reason: string; button: Button }[]> {
  const [{ people, entries }, defenders, looseEnds, programs] = await Promise.all([
    loggedFacts(notebook),
    notebook.defenders.all(),
    notebook.looseEnds.all(),
    notebook.programs.all(),
  ]);
  const found = logged.flatMap(({ entry, contact }) => {
    const theirs = entries.filter(({ contactId }) => contactId === contact.id);
    const it = theirs.find(({ id }) => id === entry.id);
    const person = people.find(({ id }) => id === contact.id);
    if (!it || !person) return [];
    const history = theirs.filter(other => other !== it);
    return whatFollows({ entry: it, contact: person, history, defenders, looseEnds, programs }).map(worth => ({
      reason: worth.reason,
      // After several people, what is about one of them says about whom.
      button: {
        label: buttonLabel(logged.length > 1 && 'contactId' in worth ? `${worth.label}: ${contact.name}` : worth.label),
        call: callFor(worth, contact),
      },
    }));
  });
  // Two people may lead to the same thing.
  const done = found.map(({ button }) => callToJson(button.call));
  return found.filter((_, index) => !done.slice(0, index).includes(done[index] as string)).slice(0, MOST);
}

/** What a tap on it does. */
function callFor(worth: WorthDoing, { name, role, knownAt }: Contact): Call {
  switch (worth.does) {
    case 'read':
      return call('advice', { piece: worth.piece });
    case 'open-loose-end':
      return formCall('loose-ends', { do: 'open', person: worth.contactId, kind: worth.kind });
    case 'close-loose-end':
      return call('loose-ends', { do: 'close', id: worth.looseEndId });
    case 'make-defender':
      return call('defenders', { add: worth.contactId });
    case 'name-place':
      return formCall('people', {
        do: 'save',
        id: worth.contactId,
        name,
        role,
        ...(knownAt.length > 0 && { known: knownAt.join(', ') }),
      });
    case 'add-program':
      return call('programs', { do: 'add', name: worth.name });
    case 'draft-thanks':
      return formCall('draft', { kind: 'thank-you', to: name });
  }
}

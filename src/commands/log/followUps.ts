import type { Button } from '../../core/cards/card.ts';
import { buttonLabel } from '../../core/cards/limits.ts';
import { type Call, call, callToJson, formCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import type { Contact, Logged } from '../../core/ports/notebook.ts';
import { looksAt, type WorthDoing, whatFollows } from '../../domain/followUps/whatFollows.ts';
import { keysOf } from '../../domain/vocabulary.ts';
import { editCall } from '../people/personPage.ts';

/** More would be a list to read, at the end of a shift. */
const MOST = 2;

/**
 * What is worth doing after these entries, at most two things: each with its reason and the button that does it.
 * @param of the log that a tap tells more of
 */
export async function followUps(
  logged: readonly Logged[],
  of: string,
  { notebook }: Pick<Context, 'notebook'>,
): Promise<{ does: WorthDoing['does']; reason: string; button: Button }[]> {
  const facts = logged.map(factsOf);
  const looked = facts.map(looksAt);
  const [looseEnds, defenders, programs] = await Promise.all([
    looked.some(at => at.looseEnds) ? notebook.openEndsWith(logged.map(({ contact }) => contact.id)) : [],
    looked.some(at => at.defenders) ? notebook.defenders.all() : [],
    looked.some(at => at.programs) ? notebook.programs.all() : [],
  ]);
  const found = facts.flatMap(({ entry, contact, history, kept }) =>
    whatFollows({ entry, contact, history, defenders, looseEnds, programs }).map(worth => ({
      does: worth.does,
      reason: worth.reason,
      // After several people, what is about one of them says about whom.
      button: {
        label: buttonLabel(logged.length > 1 && 'contactId' in worth ? `${worth.label}: ${contact.name}` : worth.label),
        call: worth.does === 'name-place' && logged.length === 1 ? placeForm(of) : callFor(worth, kept),
      },
    })),
  );
  // Two people may lead to the same thing.
  const done = found.map(({ button }) => callToJson(button.call));
  return found.filter((_, index) => !done.slice(0, index).includes(done[index] as string)).slice(0, MOST);
}

/** What the rules read of somebody's entry. An answer that was kept by an earlier version says nothing of `earlier`. */
function factsOf({ entry: { stance, worry }, contact: kept, earlier = {} }: Logged) {
  const { place, ...contact } = kept;
  return {
    entry: { stance, worry },
    contact: { ...contact, ...(place && { place }) },
    history: keysOf(earlier).flatMap(said => Array.from({ length: earlier[said] ?? 0 }, () => ({ stance: said }))),
    kept,
  };
}

/** Keeps the log's card, with all that it offers. */
const placeForm = (of: string): Call => formCall('logged', { of, do: 'place' });

/** What a tap on it does. */
function callFor(worth: WorthDoing, contact: Contact): Call {
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
      return editCall(contact);
    case 'add-program':
      return call('programs', { do: 'add', name: worth.name });
    case 'draft-thanks':
      return formCall('draft', { kind: 'thank-you', to: contact.name });
  }
}

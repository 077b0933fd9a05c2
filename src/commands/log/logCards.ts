import { type Block, buttons, card } from '../../core/cards/card.ts';
import { buttonLabel } from '../../core/cards/limits.ts';
import { type Call, call } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { UserError } from '../../core/ports/errors.ts';
import type { Logged } from '../../core/ports/notebook.ts';
import { formatClock } from '../../domain/time/localTime.ts';
import { roleWord, type Stance } from '../../domain/vocabulary.ts';
import { aside, list, parts } from '../../domain/words/sentences.ts';
import type { Meant } from './whoIsMeant.ts';

/** A place beside the name and another by its own option: one tap says which. */
export function twoPlaces(where: string, beside: string, meant: readonly Meant[], { again }: Context): UserError {
  const who = meant.map(one => one.who).join('; ');
  const offers = [where, beside].map(place => ({ label: buttonLabel(place), call: again({ who, where: place }) }));
  return new UserError(`Was it at ${where} or at ${beside}?`, {}, undefined, { offers });
}

/** The same within minutes is more often sent twice than meant twice. */
export const loggedAlready = (at: Temporal.Instant, { zone }: Context, again: Call) =>
  card('Logged already', {
    answer: `Logged already at ${formatClock(at.toZonedDateTimeISO(zone).toPlainTime())}. Again?`,
    blocks: buttons({ label: 'Log it again', call: again }, { label: 'Show the log', call: call('history') }),
    footer: 'It is in your log once. Nothing was added now.',
  });

/** Offered once, when there is something to lose. */
export const takeAwayOffer: Block[] = [
  {
    type: 'text',
    text: 'Should this account or this community ever be lost, a take-away code opens your notebook again elsewhere.',
  },
  ...buttons({ label: 'Keep a take-away code', call: call('link', { do: 'take-away' }) }),
];

/** What each stance means for the person, in at most three short sentences. */
export const meaning: Record<Stance, string> = {
  'at-once': 'A voice like this counts most. Do they know where you are applying, and that you would value their word?',
  good: 'Good things, said briefly, are what most files have. One clear memory of you makes them stronger.',
  little: 'Perhaps they have not seen enough yet. One more shift, one finished task they notice, changes that.',
  warn: 'A hard moment is remembered less than what came after it. If you owe a word, the next three days are the best time.',
  'treated-badly':
    'This does not count against you in the self-check. What happened matters by itself, and there are people to tell.',
};

/** "Dr. Patel, attending"; of several, "Dr. Patel (attending) and Kim (nurse)". */
export const whom = (logged: Logged[]): string =>
  logged.length === 1
    ? logged.map(({ contact }) => parts(contact.name, roleWord(contact.role))).join()
    : list(
        logged.map(({ contact }) => `${contact.name}${aside(roleWord(contact.role))}`),
        logged.length,
      );

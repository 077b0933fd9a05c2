import type { Content } from '../../content/types.ts';
import type { Reading } from '../../domain/words/reading.ts';
import type { Card } from '../cards/card.ts';
import type { Delivery } from '../ports/ledger.ts';
import type { Listen } from '../ports/listening.ts';
import type { Platform } from '../ports/notifier.ts';
import type { Request } from '../ports/request.ts';
import type { Screen } from '../ports/screening.ts';
import type { Call } from './call.ts';
import type { Command, Context, Form } from './command.ts';

/** What care needs: nothing of the store. */
export interface Ears {
  listen: Listen;
  content: Content;
  platform: Platform;
}

/** What stands around the commands' own replies: dispatch says when, whoever makes the core draws it. */
export interface Screens {
  /** Asks before a call is run whose free text could point to a patient; undefined where there is nothing to ask. */
  patientQuestion(command: Command, made: Call, context: Context, screen: Screen): Promise<Card | undefined>;
  /** Asks where somebody is before a call is run that is about their clock; `said` is an answer that could not be taken. */
  zoneQuestion(context: Context, said: Reading<string> | undefined): Card;
  /** The card of care before a call is run whose words ask for it; undefined where nothing does. */
  careFirst(command: Command | undefined, made: Call, ears: Ears, said?: string): Promise<Card | undefined>;
  /** The reply with what somebody has to know at the first, where it is their first. */
  firstTime(reply: Card, request: Request, context: Context): Promise<Card>;
  /** The reply with what did not reach its reader. */
  unseenFailures(reply: Card, failures: Delivery[], context: Pick<Context, 'zone'>): Card;
  /** What whoever is no organizer is told of an organizers' command, by its name as typed. */
  notAnOrganizer(name: string, context: Context): string;
  /** A form that cannot open where its words were written: a button opens it. */
  offerForm(form: Form, made: Call): Card;
}

import type { Content } from '../../content/types.ts';
import type { Card } from '../cards/card.ts';
import type { Answer, Door, Request } from '../ports/request.ts';
import type { createInTurn } from './admission.ts';
import { authorizedButtons } from './authorizedButtons.ts';
import type { Command, Context } from './command.ts';
import { errorCard } from './errorCard.ts';
import { openedBy } from './forms.ts';
import type { Screens } from './screens.ts';
import type { TextReaders } from './textReaders.ts';
import type { createTurnedAway } from './turnedAway.ts';

interface Parts extends Pick<TextReaders, 'listen'> {
  content: Content;
  screens: Screens;
  find(command: string): Command | undefined;
  contextOf(request: Request, door: Door): Promise<Context>;
  inTurn: ReturnType<typeof createInTurn>;
  turnedAway: ReturnType<typeof createTurnedAway>;
  report(error: unknown, about: { command: string; requestId: string }): void;
  /** A card whose buttons that wait are left out where they can't be kept. */
  withButtons(shown: Card, request: Request, door: Door): Promise<Answer>;
  answer(request: Request, door: Door): Promise<Answer>;
}

/**
 * What somebody wrote is answered where no form can open, as in a direct message: a form is offered, and its call waits,
 * sealed, behind a button. `said`: all the words as they were written.
 */
export const createOffering =
  ({ content, screens, listen, find, contextOf, inTurn, turnedAway, report, withButtons, answer }: Parts) =>
  async (request: Request, door: Door, said?: string): Promise<Answer> => {
    const command = find(request.call.command);
    const ears = { listen, content, platform: request.who.platform };
    const caring = await screens.careFirst(command, request.call, ears, said);
    // Care is there also where there is no room and no store, at the least without the buttons that wait.
    if (caring)
      return inTurn<Answer | Promise<Answer>>(
        request.who,
        () => withButtons(caring, request, door),
        () => authorizedButtons(caring, undefined, find),
      );
    const form = openedBy(request.call, command);
    if (!form) return answer(request, door);
    const offer = async () =>
      authorizedButtons(screens.offerForm(form, request.call), await contextOf(request, door), find);
    try {
      return await inTurn(request.who, offer, () => turnedAway.answer(request.call, request.who));
    } catch (error) {
      report(error, { command: request.call.command, requestId: request.requestId });
      return {
        ...(await authorizedButtons(errorCard(error, request.call, undefined), undefined, find)),
        outcome: 'failed',
      };
    }
  };

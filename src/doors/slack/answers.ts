import type { Card } from '../../core/cards/card.ts';
import type { Call } from '../../core/commands/call.ts';
import type { Form, Via } from '../../core/commands/command.ts';
import type { Core } from '../../core/commands/dispatch.ts';
import type { Answer, Door, Request } from '../../core/ports/request.ts';
import { within } from '../../core/runtime/withTimeout.ts';
import { unopenedForm } from '../errorCards.ts';
import { meaningOnSlack, referenceOf } from '../refusals.ts';
import { pictureToken, withAttachments } from './attachments.ts';
import { reasonOf } from './clients.ts';
import type { Visit } from './payloadOrigin.ts';
import { patienceLeft, showWhenReady } from './replyDeadline.ts';
import type { Surface } from './replyTarget.ts';
import type { RequestOf } from './requests.ts';
import type { Unfinished } from './unfinished.ts';
import type { OutgoingFile, Uploader } from './uploads.ts';

interface AnswerParts {
  core: Core;
  door: Door;
  requestOf: RequestOf;
  uploader: Uploader;
  unfinished: Unfinished;
}

/** From what somebody did to what they see of it. */
export function createAnswers({ core, door, requestOf, uploader, unfinished }: AnswerParts) {
  async function answerRequest(request: Request, { user, pictures = false }: Visit): Promise<Answer> {
    return withAttachments(await core.answer(request, door), {
      pictures,
      bring: file => bring(user, file),
      againToken: async () =>
        pictureToken(request.requestId, await core.formToken({ rest: request.call }, request, door)),
    });
  }

  const bring = (user: string, file: OutgoingFile): Promise<boolean> =>
    uploader.bring(user, file).then(
      () => true,
      () => false,
    );

  async function open(form: Form, request: Request, { channel }: Visit, surface: Surface): Promise<void> {
    const [filled, rest] = await Promise.all([
      core.prefilled(form, request, door),
      core.formToken(form, request, door),
    ]);
    await surface.ask(filled, rest, channel);
  }

  /** Whether something that was given is wrong where the form has no field to mend it. */
  function isWrongElsewhere(made: Call, { fields }: Form): boolean {
    if (made.form) return false;
    const wrong = Object.keys(core.formErrors(made)).filter(name => made.options[name]);
    return wrong.some(name => fields.every(field => field.name !== name));
  }

  /** Never throws: whatever happens becomes a card. */
  const answer = async (made: Call, via: Via, visit: Visit): Promise<Answer> =>
    answerRequest(await requestOf(made, via, visit), visit);

  /** A card of the door's own. */
  const addressed = async (shown: Card, made: Call, visit: Visit): Promise<Answer> =>
    core.addressed(shown, await requestOf(made, 'button', visit), door);

  return {
    answer,
    addressed,
    wasSaved: async (made: Call, via: Via, visit: Visit): Promise<boolean> =>
      core.wasSaved(await requestOf(made, via, visit), door),

    /** Opens the form where the call asks for one, and shows the answer where it does not. */
    async carryOut(made: Call, via: Via, visit: Visit, surface: Surface): Promise<void> {
      const form = core.form(made);
      if (!form || isWrongElsewhere(made, form))
        return showWhenReady(answer(made, via, visit), surface, unfinished.keeping({ made, via, visit }, surface));
      const opening = requestOf(made, via, visit)
        .then(request => open(form, request, visit, surface))
        .then(
          () => undefined,
          (error: unknown) => addressed(unopenedForm(made, 'Slack', whyUnopened(error)).card, made, visit),
        );
      const early = await within(patienceLeft(surface.since), opening, undefined);
      if (!early) await surface.hear();
      const refused = early ?? (await opening);
      if (refused) await surface.show(refused);
    },
  };
}

export type Answers = ReturnType<typeof createAnswers>;

/** Only what is slow is called slow: an old trigger, or no answer in time. */
function whyUnopened(error: unknown): { late: true } | { reference: string; kind: string } {
  const reason = reasonOf(error);
  if (reason === 'no answer' || meaningOnSlack(reason).kind === 'request-over') return { late: true };
  return { reference: referenceOf(error) ?? '', kind: reason };
}

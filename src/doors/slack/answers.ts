import type { Card } from '../../core/cards/card.ts';
import type { Call } from '../../core/commands/call.ts';
import type { Form, Via } from '../../core/commands/command.ts';
import type { Core } from '../../core/commands/dispatch.ts';
import type { Answer, Door, Request } from '../../core/ports/request.ts';
import { withTimeout } from '../../core/runtime/withTimeout.ts';
import { unopenedForm } from '../errorCards.ts';
import { meaningOnSlack, referenceOf } from '../refusals.ts';
import { pictureToken, withAttachments } from './attachments.ts';
import { slackReasonOf } from './clients.ts';
import type { PayloadOrigin } from './payloadOrigin.ts';
import { showWhenReady, timeLeft } from './replyDeadline.ts';
import type { ReplyTarget } from './replyTarget.ts';
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
  const answerRequest = async (request: Request, origin: PayloadOrigin): Promise<Answer> =>
    attached(await core.answer(request, door), request, origin);

  async function attached(
    answer: Answer,
    request: Request,
    { user, pictures = false }: PayloadOrigin,
  ): Promise<Answer> {
    return withAttachments(answer, {
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

  async function open(form: Form, request: Request, { channel }: PayloadOrigin, target: ReplyTarget): Promise<void> {
    const [filled, rest] = await Promise.all([
      core.prefilled(form, request, door),
      core.formToken(form, request, door),
    ]);
    await target.ask(filled, rest, channel);
  }

  /** Whether something that was given is wrong where the form has no field to mend it. */
  function isWrongElsewhere(made: Call, { fields }: Form): boolean {
    if (made.form) return false;
    const wrong = Object.keys(core.formErrors(made)).filter(name => made.options[name]);
    return wrong.some(name => fields.every(field => field.name !== name));
  }

  /** Never throws: whatever happens becomes a card. */
  const answer = async (made: Call, via: Via, origin: PayloadOrigin): Promise<Answer> =>
    answerRequest(await requestOf(made, via, origin), origin);

  /** A card of the door's own. */
  const addressed = async (shown: Card, made: Call, origin: PayloadOrigin): Promise<Answer> =>
    core.authorizedButtons(shown, await requestOf(made, 'button', origin), door);

  return {
    answer,
    addressed,
    /** Answers what was written by direct message, where no form can open. */
    direct: async (request: Request, origin: PayloadOrigin, said: string): Promise<Answer> =>
      attached(await core.answerOrOffer(request, door, said), request, origin),
    wasSaved: async (made: Call, via: Via, origin: PayloadOrigin): Promise<boolean> =>
      core.wasSaved(await requestOf(made, via, origin), door),

    /** Opens the form where the call asks for one, and shows the answer where it does not. */
    async carryOut(made: Call, via: Via, origin: PayloadOrigin, target: ReplyTarget): Promise<void> {
      const form = core.form(made);
      if (!form || isWrongElsewhere(made, form))
        return showWhenReady(answer(made, via, origin), target, unfinished.keeping({ made, via, origin }, target));
      const opening = requestOf(made, via, origin)
        .then(request => open(form, request, origin, target))
        .then(
          () => undefined,
          (error: unknown) => addressed(unopenedForm(made, 'Slack', whyUnopened(error)).card, made, origin),
        );
      const early = await withTimeout(timeLeft(target.since), opening, undefined);
      if (!early) await target.hear();
      const refused = early ?? (await opening);
      if (refused) await target.show(refused);
    },
  };
}

export type Answers = ReturnType<typeof createAnswers>;

/** Only what is slow is called slow: an old trigger, or no answer in time. */
function whyUnopened(error: unknown): { late: true } | { reference: string; kind: string } {
  const reason = slackReasonOf(error);
  if (reason === 'no answer' || meaningOnSlack(reason).kind === 'request-over') return { late: true };
  return { reference: referenceOf(error) ?? '', kind: reason };
}

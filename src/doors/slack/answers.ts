import type { Logger } from 'pino';
import { type Call, encodeCall } from '../../core/commands/call.ts';
import type { Via } from '../../core/commands/command.ts';
import type { Core } from '../../core/commands/dispatch.ts';
import type { Answer, Door, Request } from '../../core/ports/request.ts';
import { pictureToken, withAttachments } from './attachments.ts';
import { reasonOf } from './clients.ts';
import { unopened } from './notices.ts';
import { showWhenReady } from './patience.ts';
import type { RequestOf } from './requests.ts';
import type { Surface } from './surfaces.ts';
import type { OutgoingFile, Uploader } from './uploads.ts';
import type { Visit } from './visits.ts';

interface AnswerParts {
  core: Core;
  door: Door;
  requestOf: RequestOf;
  uploader: Uploader;
  log: Logger;
}

/** From what somebody did to what they see of it. */
export function createAnswers({ core, door, requestOf, uploader, log }: AnswerParts) {
  async function answerRequest(request: Request, { user, pictures = false }: Visit): Promise<Answer> {
    return withAttachments(await core.answer(request, door), {
      pictures,
      bring: file => bring(user, file),
      againToken: async () => {
        const token = encodeCall(request.call) ?? (await core.formToken({ rest: request.call }, request, door));
        return pictureToken(request.requestId, token);
      },
    });
  }

  const bring = (user: string, file: OutgoingFile): Promise<boolean> =>
    uploader.bring(user, file).then(
      () => true,
      (error: unknown) => {
        log.warn({ reason: reasonOf(error) }, 'Slack did not take a file');
        return false;
      },
    );

  return {
    /** Never throws: whatever happens becomes a card. */
    answer: async (made: Call, via: Via, visit: Visit): Promise<Answer> =>
      answerRequest(await requestOf(made, via, visit), visit),

    /** Opens the form where the call asks for one, and shows the answer where it does not. */
    async carryOut(made: Call, via: Via, visit: Visit, surface: Surface): Promise<void> {
      const request = await requestOf(made, via, visit);
      const form = core.form(made);
      if (form) {
        const filled = await core.prefilled(form, request, door);
        const opened = await surface.ask(filled, visit.channel).catch(() => undefined);
        if (opened) return;
        if (opened === undefined) return surface.show(unopened(made));
      }
      await showWhenReady(answerRequest(request, visit), surface);
    },
  };
}

export type Answers = ReturnType<typeof createAnswers>;

import type { ViewResponseAction, ViewSubmitAction } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Call, RawOptions } from '../../core/commands/call.ts';
import type { Core } from '../../core/commands/dispatch.ts';
import type { Answer } from '../../core/ports/request.ts';
import type { Answers } from './answers.ts';
import { type Client, reasonOf } from './clients.ts';
import { fileErrors, readFiles } from './files.ts';
import { readMemory } from './memory.ts';
import { answerView, readSubmission } from './modal.ts';
import { unread } from './notices.ts';
import { showWhenReady, soon } from './patience.ts';
import { modalSurface, oneMoment, replySurface } from './surfaces.ts';
import { visitOfSubmission } from './visits.ts';

interface SubmissionParts {
  core: Core;
  web: Client;
  answers: Answers;
  log: Logger;
}

/** A filled-in form: what is wrong is said beside its fields, else the answer comes where the form was opened. */
export function createSubmissions({ core, web, answers, log }: SubmissionParts) {
  async function answer(body: ViewSubmitAction, made: Call, channel: string | null, rest: Call): Promise<Answer> {
    let files: RawOptions;
    try {
      files = await readFiles(body.view, web);
    } catch (error) {
      log.warn({ reason: reasonOf(error) }, 'a file could not be read');
      return unread(error, rest);
    }
    const filled = { ...made, options: { ...made.options, ...files } };
    return answers.answer(filled, 'form', visitOfSubmission(body, channel));
  }

  return async (body: ViewSubmitAction, ack: (answer?: ViewResponseAction) => Promise<void>): Promise<void> => {
    const { rest, channel, reply } = readMemory(body.view.private_metadata);
    const made: Call = { ...rest, options: { ...rest.options, ...readSubmission(body.view) } };
    const inForm = new Set(body.view.blocks.map(({ block_id }) => block_id));
    const wrong = Object.entries({ ...core.formErrors(made), ...fileErrors(body.view) });
    const errors = wrong.filter(([name]) => inForm.has(name));
    if (errors.length > 0) return ack({ response_action: 'errors', errors: Object.fromEntries(errors) });

    if (reply) {
      await ack();
      return showWhenReady(answer(body, made, channel, rest), replySurface(web, reply, body.trigger_id));
    }
    // Here the acknowledgement is the answer. Slack takes what comes after it in any order, so it waits a second.
    const answered = answer(body, made, channel, rest);
    const quick = await soon(answered);
    await ack({ response_action: 'update', view: quick ? answerView(quick) : oneMoment() });
    if (!quick) await modalSurface(web, body.view.id).show(await answered);
  };
}

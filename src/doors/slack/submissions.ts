import type { ViewSubmitAction } from '@slack/bolt';
import type { Call } from '../../core/commands/call.ts';
import type { Core } from '../../core/commands/dispatch.ts';
import { withPicked } from '../../core/commands/picked.ts';
import type { Answer } from '../../core/ports/request.ts';
import { withTimeout } from '../../core/runtime/withTimeout.ts';
import { expiredForm, notSaved, unreadableFile } from '../errorCards.ts';
import type { Acknowledgement } from './acknowledge.ts';
import type { Answers } from './answers.ts';
import type { Client } from './clients.ts';
import { fileErrors, filesIn, readFiles } from './files.ts';
import { readPickers, readSubmission } from './modal.ts';
import { readModalState } from './modalState.ts';
import { originOfSubmission } from './payloadOrigin.ts';
import type { Replies } from './replies.ts';
import { showWhenReady, timeLeft } from './replyDeadline.ts';
import { messageTarget, submittedTarget } from './replyTarget.ts';
import { identityOf } from './requests.ts';
import type { SentMessages } from './sentMessages.ts';
import type { Unfinished } from './unfinished.ts';

interface SubmissionParts {
  core: Core;
  web: Client;
  replies: Replies;
  answers: Answers;
  unfinished: Unfinished;
  sent: SentMessages;
}

/** A filled-in form: what is wrong is said beside its fields, else the answer comes where the form was opened. */
export function createSubmissions({ core, web, replies, answers, unfinished, sent }: SubmissionParts) {
  async function answer(body: ViewSubmitAction, made: Call, channel: string | null, rest: Call): Promise<Answer> {
    const files = await readFiles(body.view, web);
    if (!files.ok) {
      const { card } = unreadableFile(files.why, 'Slack', rest, files.reference);
      return answers.addressed(card, rest, originOfSubmission(body, channel));
    }
    const filled = { ...made, options: { ...made.options, ...files.options } };
    return answers.answer(filled, 'form', originOfSubmission(body, channel));
  }

  return async (body: ViewSubmitAction, ack: Acknowledgement): Promise<void> => {
    const { rest: token, channel, reply } = readModalState(body.view.private_metadata);
    const origin = originOfSubmission(body, channel);
    const parts = { web, replies, ack };
    const rest = await withTimeout(timeLeft(ack.since), core.callOf(token, identityOf(origin)), null);
    if (!rest)
      return submittedTarget(parts, body.view.id).show(
        rest === null ? notSaved() : expiredForm(Object.values(readSubmission(body.view))),
      );

    const made = withPicked(
      { ...rest, options: { ...rest.options, ...readSubmission(body.view) } },
      readPickers(body.view),
    );
    const inForm = new Set(body.view.blocks.map(({ block_id }) => block_id));
    const wrong = Object.entries({ ...core.formErrors(made), ...fileErrors(body.view) });
    const errors = wrong.filter(([name]) => inForm.has(name));
    if (errors.length > 0)
      return void (await ack.give({ response_action: 'errors', errors: Object.fromEntries(errors) }));

    const target = reply
      ? sent.followed(messageTarget({ ...parts, to: reply, trigger: body.trigger_id }), made, undefined)
      : submittedTarget(parts, body.view.id);
    // What a file holds is not kept: where it takes long, the person is told to send it again.
    const keeping =
      filesIn(body.view).length === 0 ? unfinished.keeping({ made, via: 'form', origin }, target) : undefined;
    await showWhenReady(answer(body, made, channel, rest), target, keeping);
  };
}

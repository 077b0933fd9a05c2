import type { types } from '@slack/bolt';
import type { Form } from '../../core/commands/command.ts';
import type { Answer } from '../../core/ports/request.ts';
import type { Acknowledgement } from './acknowledge.ts';
import type { Client } from './clients.ts';
import { answerView, formView, waitingView } from './modal.ts';
import { type ModalState, type ReplyTo, writeModalState } from './modalState.ts';
import { renderBlocks } from './render.ts';
import type { Replies } from './replies.ts';

/** Where an answer is shown, for one person's eyes alone. The first that is shown acknowledges, or is the acknowledgement. */
export interface ReplyTarget {
  /** When what is answered came in, by `performance.now()`. */
  readonly since: number;
  /** Where an answer can be given after a restart. */
  readonly later: { reply?: ReplyTo; view?: string | undefined };
  show(answer: Answer): Promise<void>;
  /** Says that the answer takes a moment. */
  wait(words: string): Promise<void>;
  /** Acknowledges where there is nothing to show. */
  hear(): Promise<void>;
  /** Opens a form whose answer will be shown here. `rest`: the token of what it carries along. @throws where Slack refuses. */
  ask(form: Form, rest: string, channel: string | null): Promise<void>;
}

interface TargetParts {
  web: Client;
  replies: Replies;
  ack: Acknowledgement;
}

interface Tapped extends TargetParts {
  to: ReplyTo;
  trigger: string;
}

/** The answer to a typed command is the acknowledgement itself where it comes in time, else a private reply. */
export function commandTarget({ web, replies, ack, to, trigger }: Tapped): ReplyTarget {
  return {
    since: ack.since,
    later: { reply: to },
    async show(answer) {
      const content = renderBlocks(answer.card, answer.tokenOf);
      if (await ack.give({ response_type: 'ephemeral', ...content })) return;
      if (!(await replies.post(to, content, false)))
        await replies.elsewhere(answer, to, { id: trigger, since: ack.since });
    },
    async wait(words) {
      const said = await ack.give({ response_type: 'ephemeral', text: words });
      if (!said) await replies.postOnce(to, { text: words }, false);
    },
    hear: async () => void (await ack.give()),
    ask: (form, rest, channel) => askByTrigger(web, form, { rest, channel, reply: { ...to, at: Date.now() } }, trigger),
  };
}

/** The answer to a button or select in a message: a private reply, beside what was tapped or in its place. */
export function messageTarget({ web, replies, ack, to, trigger }: Tapped): ReplyTarget {
  let waited = false;
  return {
    since: ack.since,
    later: { reply: to },
    async show(answer) {
      await ack.give();
      const content = renderBlocks(answer.card, answer.tokenOf);
      const inPlace = (to.replace && !(to.lasting && answer.card.tone === 'careful')) || waited;
      if (!(await replies.post(to, content, inPlace)))
        await replies.elsewhere(answer, to, { id: trigger, since: ack.since });
    },
    async wait(words) {
      await ack.give();
      const inPlace = to.replace && !to.lasting;
      await replies.postOnce(to, { text: words }, inPlace);
      waited = inPlace;
    },
    hear: async () => void (await ack.give()),
    ask: (form, rest, channel) => askByTrigger(web, form, { rest, channel, reply: { ...to, at: Date.now() } }, trigger),
  };
}

/** A modal of its own: what is tapped on the Home tab is answered there. */
export function newModalTarget({ web, ack }: TargetParts, trigger: string): ReplyTarget {
  const later: ReplyTarget['later'] = {};
  const open = async (view: types.ModalView) => {
    later.view = (await web.views.open({ trigger_id: trigger, view })).view?.id;
  };
  return {
    since: ack.since,
    later,
    async show(answer) {
      if (later.view) await web.views.update({ view_id: later.view, view: answerView(answer) });
      else await open(answerView(answer));
      await ack.give();
    },
    async wait(words) {
      await open(waitingView(words));
      await ack.give();
    },
    hear: async () => void (await ack.give()),
    ask: (form, rest, channel) => open(formView(form, writeModalState({ rest, channel }))),
  };
}

/** The modal that is open: what is tapped in it is answered in its place. */
export function modalTarget({ web, ack }: TargetParts, viewId: string): ReplyTarget {
  const update = (view: types.ModalView) => web.views.update({ view_id: viewId, view });
  return {
    since: ack.since,
    later: { view: viewId },
    async show(answer) {
      await ack.give();
      await update(answerView(answer));
    },
    async wait(words) {
      await ack.give();
      await update(waitingView(words));
    },
    hear: async () => void (await ack.give()),
    ask: async (form, rest, channel) => void (await update(formView(form, writeModalState({ rest, channel })))),
  };
}

/** A form that a modal holds: its acknowledgement puts the answer in its place. */
export function submittedTarget({ web, ack }: TargetParts, viewId: string): ReplyTarget {
  const put = async (view: types.ModalView) => {
    if (!(await ack.give({ response_action: 'update', view }))) await web.views.update({ view_id: viewId, view });
  };
  return {
    since: ack.since,
    later: { view: viewId },
    show: answer => put(answerView(answer)),
    wait: words => put(waitingView(words)),
    hear: async () => void (await ack.give()),
    ask: async () => {
      throw new Error('a submission opens no form');
    },
  };
}

async function askByTrigger(web: Client, form: Form, state: ModalState, trigger: string): Promise<void> {
  await web.views.open({ trigger_id: trigger, view: formView(form, writeModalState(state)) });
}

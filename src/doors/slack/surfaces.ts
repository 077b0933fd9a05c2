import type { types } from '@slack/bolt';
import type { Form } from '../../core/commands/command.ts';
import type { Answer } from '../../core/ports/request.ts';
import type { Client } from './clients.ts';
import { type Memory, writeMemory } from './memory.ts';
import { answerView, formView, waitingView } from './modal.ts';
import { renderBlocks } from './render.ts';

const ONE_MOMENT = 'One moment…';
const TIMEOUT_MS = 10_000;

/** Where an answer is shown, for one person's eyes alone. */
export interface Surface {
  show(answer: Answer): Promise<void>;
  /** Says that the answer takes a moment. */
  wait(): Promise<void>;
  /** Opens a form whose answer will be shown here; false where its values do not fit. @throws where Slack refuses. */
  ask(form: Form, channel: string | null): Promise<boolean>;
}

/** Where an answer to a command or a message's button goes, for thirty minutes. */
export interface ReplyTo {
  url: string;
  /** Whether the reply takes the place of what was tapped: only of a reply that nobody else sees. */
  replace: boolean;
}

/** A private reply in the conversation; where that fails, a modal, as long as the trigger lives. */
export function replySurface(web: Client, { url, replace }: ReplyTo, trigger: string): Surface {
  let waited = false;
  const reply = (content: object, inPlace: boolean) =>
    post(url, { response_type: 'ephemeral', replace_original: inPlace, ...content });
  return {
    async show(answer) {
      const content = renderBlocks(answer.card, answer.tokenOf);
      await reply(content, replace || waited).catch(() =>
        web.views.open({ trigger_id: trigger, view: answerView(answer) }),
      );
    },
    async wait() {
      await reply({ text: ONE_MOMENT }, replace);
      waited = replace;
    },
    ask: (form, channel) =>
      asking(form, { rest: form.rest, channel, reply: { url, replace, at: Date.now() } }, view =>
        web.views.open({ trigger_id: trigger, view }),
      ),
  };
}

/** A modal of its own: what is tapped on the Home tab is answered there. */
export function newModalSurface(web: Client, trigger: string): Surface {
  let opened: string | undefined;
  const open = async (view: types.ModalView) => {
    opened = (await web.views.open({ trigger_id: trigger, view })).view?.id;
  };
  return {
    show: async answer => {
      if (opened) await web.views.update({ view_id: opened, view: answerView(answer) });
      else await open(answerView(answer));
    },
    wait: () => open(waitingView(ONE_MOMENT)),
    ask: (form, channel) => asking(form, { rest: form.rest, channel }, open),
  };
}

/** The modal that is open: what is tapped in it is answered in its place. */
export function modalSurface(web: Client, viewId: string): Surface {
  const update = (view: types.ModalView) => web.views.update({ view_id: viewId, view });
  return {
    show: async answer => void (await update(answerView(answer))),
    wait: async () => void (await update(waitingView(ONE_MOMENT))),
    ask: (form, channel) => asking(form, { rest: form.rest, channel }, update),
  };
}

export const oneMoment = (): types.ModalView => waitingView(ONE_MOMENT);

async function asking(
  form: Form,
  remembered: Memory,
  open: (view: types.ModalView) => Promise<unknown>,
): Promise<boolean> {
  const memory = writeMemory(remembered);
  if (memory === undefined) return false;
  await open(formView(form, memory));
  return true;
}

/** Posts to a response URL, once more where the connection failed. @throws Error where Slack does not take it. */
async function post(url: string, content: object, again = true): Promise<void> {
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(content),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  };
  const response = await fetch(url, request).catch((error: unknown) => {
    if (!again) throw error;
  });
  if (!response) return post(url, content, false);
  if (!response.ok) throw new Error(`response_url ${response.status}`);
}

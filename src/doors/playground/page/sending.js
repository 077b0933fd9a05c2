import { call, suggest } from './api.js';
import { say } from './composer.js';
import { openForm } from './dialog.js';
import { $ } from './dom.js';
import { openForms } from './drafts.js';
import { currentLook } from './look.js';
import { focusOn } from './message.js';

export const NO_ANSWER = 'No answer from the bot. Try again in a moment.';
/** Whoever waits longer is told. */
const PATIENCE_MS = 300;

/**
 * Carries what is typed, tapped or filled in. `asker` says who asks and from where, `came` is told of a message,
 * `erased` that what there was is gone.
 */
export function createSending({ asker: now, came, erased }) {
  async function tapped(message, node, given) {
    if (node.ariaBusy) return;
    node.ariaBusy = 'true';
    const mistake = await send(given, message.id).catch(() => NO_ANSWER);
    if (mistake) say(mistake, true);
    node.ariaBusy = null;
  }

  /** Sends what was typed or tapped and does what comes back; answers with what is wrong, if anything is. */
  async function send(given, on) {
    const asker = { ...now(), ...(on && { on }) };
    const waiting = setTimeout(wait, PATIENCE_MS);
    const outcome = await call({ ...asker, ...(currentLook() !== 'plain' && { looks: true }), given }).finally(() => {
      clearTimeout(waiting);
      $('#waiting').hidden = true;
    });
    if (asker.persona !== now().persona) return undefined;
    if (outcome.form) opened(asker, outcome);
    if (outcome.erased) await erased();
    if (outcome.message) {
      came(outcome.message);
      if (on) focusOn(outcome.message.id);
    }
    return outcome.mistake;
  }

  function wait() {
    $('#waiting').hidden = false;
    $('#waiting').scrollIntoView({ block: 'nearest' });
  }

  function opened(asker, outcome) {
    openForm(outcome.form, formActions(asker, outcome));
    openForms.keep({ asker, outcome });
  }

  const formActions = (asker, { form, looks }) => ({
    looks,
    persona: asker.persona,
    async send(filled) {
      const outcome = await call({ ...asker, given: { form: form.token, ...filled } });
      if (outcome.errors) return outcome.errors;
      if (outcome.mistake) return { form: outcome.mistake };
      came(outcome.message);
      // After the dialog has given the focus back to what opened it.
      setTimeout(() => focusOn(outcome.message.id));
      return undefined;
    },
    suggest: (option, text) =>
      suggest({ persona: asker.persona, place: asker.place, about: { command: form.command, option, text } }),
  });

  return { send, tapped, opened };
}

import { call, follow, getState, suggest } from './api.js';
import { spoken } from './card.js';
import { focusComposer, say, startComposer } from './composer.js';
import { openForm } from './dialog.js';
import { $, $$ } from './dom.js';
import { focusOn, showAll, showOne } from './message.js';
import { drawPersonas, markPlaces, onPlace } from './side.js';

const places = {
  channel: {
    about: 'A community’s channel. The weekly tip comes here; what the bot answers you, only you see.',
    title: 'Prepare for the conversation you cannot hear',
    text: 'Before a program offers you a place early, its director quietly asks around about you. Backchannel helps you get ready for that: who saw you work, what they would say, and what to do this week.',
  },
  direct: {
    about: 'Between you and the bot.',
    title: 'Messages to you arrive here',
    text: 'Only those that you asked for, and they name nobody until you tap Show. Turn on the weekly digest in /settings.',
  },
};
const NO_ANSWER = 'No answer from the bot. Try again in a moment.';

let persona = sessionStorage.getItem('persona') ?? 'ana';
let place = 'channel';
let channelName = '';
let messages = [];
/** What comes while the state is asked for, which may not hold it yet. */
let meanwhile;
let unfollow = () => {};

/** Becomes somebody else: what the one before could see is gone from the page. */
function become(next) {
  unfollow();
  persona = next;
  sessionStorage.setItem('persona', persona);
  messages = [];
  show(place);
  unfollow = follow(persona, { opened: () => reload(next), came });
}

/** All that this person may see; asked for whenever the connection opens, so that nothing is missed between. */
async function reload(asker) {
  meanwhile = [];
  const state = await getState(asker).catch(() => undefined);
  if (!state || asker !== persona) return;
  channelName = state.channel;
  drawPersonas(state.personas, persona, become);
  if (JSON.stringify(state.messages) !== JSON.stringify(messages)) {
    ({ messages } = state);
    show(place);
  }
  const late = meanwhile;
  meanwhile = undefined;
  for (const message of late) came(message);
}

function show(next) {
  place = next;
  if (channelName) $('#place').textContent = place === 'channel' ? channelName : 'Backchannel';
  $('#about').textContent = places[place].about;
  $('#welcome h3').textContent = places[place].title;
  $('#welcome p').textContent = places[place].text;
  const here = messages.filter(message => message.place === place);
  $('#welcome').hidden = here.length > 0;
  showAll(here, tapped);
  markPlaces(persona, place, messages);
}

/** A message that is new, or that takes the place of the one with its id. */
function came(message) {
  const index = messages.findIndex(({ id }) => id === message.id);
  if (JSON.stringify(messages[index]) === JSON.stringify(message)) return;
  meanwhile?.push(message);
  if (index >= 0) messages[index] = message;
  else messages.push(message);
  if (message.place === place) {
    $('#welcome').hidden = true;
    showOne(message, tapped);
  }
  $('#status').textContent =
    `${message.place === place ? '' : 'New message in another place. '}${spoken(message.card)}`;
  markPlaces(persona, place, messages);
}

async function tapped(message, node, given) {
  if (node.ariaBusy) return;
  node.ariaBusy = 'true';
  const mistake = await send(given, message.id).catch(() => NO_ANSWER);
  if (mistake) say(mistake, true);
  node.ariaBusy = null;
}

/** Sends what was typed or tapped and does what comes back; answers with what is wrong, if anything is. */
async function send(given, on) {
  const asker = { persona, place, ...(on && { on }) };
  const outcome = await call({ ...asker, given });
  if (asker.persona !== persona) return undefined;
  if (outcome.form) openForm(outcome.form, formActions(asker, outcome.form));
  if (outcome.message) {
    came(outcome.message);
    if (on) focusOn(outcome.message.id);
  }
  return outcome.mistake;
}

const formActions = (asker, form) => ({
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

onPlace(show);
for (const button of $$('[data-try]'))
  button.addEventListener('click', async () => {
    const mistake = await send({ text: button.dataset.try }).catch(() => NO_ANSWER);
    if (mistake) say(mistake, true);
  });
startComposer({
  send: text => send({ text }),
  suggest: text => suggest({ persona, place, about: { text } }),
});
become(persona);
if (matchMedia('(pointer: fine)').matches) focusComposer();

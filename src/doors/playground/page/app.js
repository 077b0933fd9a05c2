import { call, follow, getState, move, suggest } from './api.js';
import { spoken } from './card.js';
import { focusComposer, say, startComposer } from './composer.js';
import { openForm } from './dialog.js';
import { $, $$ } from './dom.js';
import { currentLook, startLooks } from './look.js';
import { focusOn, showAll, showOne } from './message.js';
import { drawPersonas, markPlaces, onPlace } from './side.js';
import { isPlaying, startStage } from './stage.js';
import { drawStrip, startStrip } from './strip.js';

const places = {
  channel: {
    about: 'A community’s channel. The weekly tip comes here; what the bot answers you, only you see.',
    title: 'Prepare for the conversation you cannot hear',
    text: 'Before a program offers you a place early, its director quietly asks around about you. Backchannel helps you get ready for that: who saw you work, what they would say, and what to do this week.',
  },
  direct: {
    name: 'Backchannel',
    about: 'Between you and the bot.',
    title: 'Messages to you arrive here',
    text: 'Only those that you asked for, and they name nobody until you tap Show. Turn on the weekly digest in /settings.',
  },
  all: {
    name: 'A season with Sam',
    about: 'What came to the channel and to this person alone, in the order it came.',
    title: 'Nothing has come yet',
    text: 'Move the time, or play the season.',
  },
};
const NO_ANSWER = 'No answer from the bot. Try again in a moment.';

let persona = sessionStorage.getItem('persona') ?? 'ana';
let place = 'channel';
/** The first page is wanted, whatever stands in the channel. */
let atStart = false;
let channelName = '';
let messages = [];
/** What comes while the state is asked for, which may not hold it yet. */
let meanwhile;
let unfollow = () => {};

/** Becomes somebody else: what the one before could see is gone from the page. */
function become(next, where = place === 'all' ? 'channel' : place, start = false) {
  unfollow();
  persona = next;
  sessionStorage.setItem('persona', persona);
  messages = [];
  show(where, start);
  unfollow = follow(persona, {
    opened: () => reload(next),
    came,
    moved: () => isPlaying() || reload(next),
  });
  return reload(next);
}

/** All that this person may see; asked for whenever the connection opens, so that nothing is missed between. */
async function reload(asker) {
  meanwhile = [];
  const state = await getState(asker).catch(() => undefined);
  if (!state || asker !== persona) return;
  channelName = state.channel;
  drawPersonas(state.personas, state.stories, persona, next => become(next));
  drawStrip(state.time);
  if (state.time.movable) drawPeople(state.stories);
  if (JSON.stringify(state.messages) !== JSON.stringify(messages)) {
    ({ messages } = state);
    show(place, atStart);
  }
  const late = meanwhile ?? [];
  meanwhile = undefined;
  for (const message of late) came(message);
}

function show(next, start = false) {
  place = next;
  atStart = start;
  $('[data-place=all]').hidden = persona !== 'sam';
  document.body.classList.toggle('in-all', place === 'all');
  if (channelName) $('#place').textContent = place === 'channel' ? channelName : places[place].name;
  $('#about').textContent = places[place].about;
  $('#welcome h3').textContent = places[place].title;
  $('#welcome p').textContent = places[place].text;
  const here = start ? [] : messages.filter(isHere);
  $('#welcome').hidden = begun(here);
  $('#welcome').dataset.place = place;
  showAll(here, tapped, persona);
  if (!begun(here)) $('#log').scrollTop = 0;
  markPlaces(persona, place, messages);
}
/** Whether somebody has said anything here: posts alone leave the first page where it is. */
const begun = here => here.some(({ reply, place: where }) => reply || where === 'direct');
const isHere = message => [message.place, 'all'].includes(place);

/** A message that is new, or that takes the place of the one with its id. */
function came(message) {
  const index = messages.findIndex(({ id }) => id === message.id);
  if (JSON.stringify(messages[index]) === JSON.stringify(message)) return;
  meanwhile?.push(message);
  if (index >= 0) messages[index] = message;
  else messages.push(message);
  if (atStart) show(place);
  else if (isHere(message)) {
    $('#welcome').hidden = isPlaying() || begun(messages.filter(isHere));
    showOne(message, tapped);
  }
  if (!isPlaying())
    $('#status').textContent = `${isHere(message) ? '' : 'New message in another place. '}${spoken(message.card)}`;
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
  const asker = { persona, place: place === 'all' ? 'direct' : place, ...(on && { on }) };
  const outcome = await call({ ...asker, ...(currentLook() !== 'plain' && { looks: true }), given });
  if (asker.persona !== persona) return undefined;
  if (outcome.form) openForm(outcome.form, formActions(asker, outcome));
  if (outcome.message) {
    came(outcome.message);
    if (on) focusOn(outcome.message.id);
  }
  return outcome.mistake;
}

const formActions = (asker, { form, looks }) => ({
  looks,
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

onPlace(next => show(next));
$('#start').addEventListener('click', () => show('channel', true));
for (const button of $$('[data-try]'))
  button.addEventListener('click', async () => {
    const mistake = await send({ text: button.dataset.try }).catch(() => NO_ANSWER);
    if (mistake) say(mistake, true);
  });
startComposer({
  send: text => send({ text }),
  suggest: text => suggest({ persona, place: place === 'all' ? 'direct' : place, about: { text } }),
});
startLooks('plain', () => show(place, atStart));
startStrip(async to => {
  const moved = await move(persona, to).catch(() => say(NO_ANSWER, true));
  if (moved) drawStrip(moved);
  await reload(persona);
});
const drawPeople = startStage({
  be: become,
  messages: () => messages,
  refresh: () => reload(persona),
  timeMoved: drawStrip,
  failed: () => say(NO_ANSWER, true),
});
become(persona);
if (matchMedia('(pointer: fine)').matches) focusComposer();

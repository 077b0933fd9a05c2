import { call, follow, getState, suggest } from './api.js';
import { drawCard, spoken } from './card.js';
import { focusComposer, say, startComposer } from './composer.js';
import { openForm } from './dialog.js';
import { $, $$, el } from './dom.js';

const log = $('#log');
const list = $('#messages');

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

let persona = sessionStorage.getItem('persona') ?? 'ana';
let place = 'channel';
let channelName = '';
let messages = [];
let unfollow = () => {};

/** Becomes somebody else: what the one before could see is gone from the page. */
async function become(next) {
  unfollow();
  persona = next;
  sessionStorage.setItem('persona', persona);
  messages = [];
  show(place);
  unfollow = follow(persona, { opened: () => reload(next), came });
}

/** All that this person may see; asked for whenever the connection opens, so that nothing is missed between. */
async function reload(asker) {
  const state = await getState(asker).catch(() => undefined);
  if (!state || asker !== persona) return;
  channelName = state.channel;
  drawPersonas(state.personas);
  messages = state.messages;
  show(place);
}

function show(next) {
  place = next;
  $('#place').textContent = place === 'channel' ? channelName : 'Backchannel';
  $('#about').textContent = places[place].about;
  $('#welcome h3').textContent = places[place].title;
  $('#welcome p').textContent = places[place].text;
  list.replaceChildren();
  for (const message of here()) append(message);
  $('#welcome').hidden = list.childElementCount > 0;
  for (const button of $$('[data-place]')) {
    if (button.dataset.place === place) button.setAttribute('aria-current', 'page');
    else button.removeAttribute('aria-current');
  }
  log.scrollTop = log.scrollHeight;
  markSeen();
}

const here = () => messages.filter(message => message.place === place);

/** A message that is new, or that takes the place of the one with its id. */
function came(message) {
  const index = messages.findIndex(({ id }) => id === message.id);
  const known = messages[index];
  if (JSON.stringify(known) === JSON.stringify(message)) return;
  if (known) messages[index] = message;
  else messages.push(message);
  if (message.place === place) {
    const nearEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 120;
    if (known) nodeOf(message.id)?.replaceWith(draw(message));
    else append(message);
    $('#welcome').hidden = true;
    if (!known && (nearEnd || message.reply)) reveal(nodeOf(message.id));
  }
  announce(`${message.place === place ? '' : 'New message in another place. '}${spoken(message.card)}`);
  markSeen();
}

const nodeOf = id => list.querySelector(`[data-id="${CSS.escape(id)}"]`);

function append(message) {
  const day = dayOf(message.at);
  if (list.lastElementChild?.dataset.day !== day) list.append(el('li', { className: 'day' }, el('span', {}, day)));
  list.append(draw(message));
}

function draw(message) {
  const node = $('#message-template').content.firstElementChild.cloneNode(true);
  node.dataset.id = message.id;
  node.dataset.day = dayOf(message.at);
  const time = $('time', node);
  time.dateTime = new Date(message.at).toISOString();
  time.textContent = clock.format(message.at);
  $('.asked code', node).textContent = message.asked ?? '';
  if (!message.asked) $('.asked', node).remove();
  if (!message.reply) $('.private', node).remove();
  drawCard($('.card', node), message.card, given => tapped(node, message, given));
  return node;
}

const clock = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' });
const days = new Intl.DateTimeFormat('en-US', { weekday: 'long', month: 'long', day: 'numeric' });
const dayOf = at => days.format(at);

/** The end of a message that fits, the beginning of one that does not. */
const reveal = node => node?.scrollIntoView({ block: node.offsetHeight > log.clientHeight ? 'start' : 'end' });

async function tapped(node, message, given) {
  if (node.ariaBusy) return;
  node.ariaBusy = 'true';
  try {
    const mistake = await send(given, message.id);
    if (mistake) say(mistake, true);
  } catch {
    say('No answer from the bot. Try again in a moment.', true);
  } finally {
    node.ariaBusy = null;
  }
}

/** Sends what was typed or tapped and does what comes back; answers with what is wrong, if anything is. */
async function send(given, on) {
  const asker = { persona, place, ...(on && { on }) };
  const outcome = await call({ ...asker, given });
  if (asker.persona !== persona) return undefined;
  if (outcome.form) openForm(outcome.form, formActions(asker, outcome.form));
  if (outcome.message) {
    came(outcome.message);
    if (on) focusCard(outcome.message.id);
  }
  return outcome.mistake;
}

const formActions = (asker, form) => ({
  async send(values) {
    const outcome = await call({ ...asker, given: { form: form.token, values } });
    if (outcome.errors) return outcome.errors;
    if (outcome.mistake) return { form: outcome.mistake };
    came(outcome.message);
    // After the dialog has given the focus back to what opened it.
    setTimeout(() => focusCard(outcome.message.id));
    return undefined;
  },
  suggest: (option, text) =>
    suggest({ persona: asker.persona, place: asker.place, about: { command: form.command, option, text } }),
});

function focusCard(id) {
  const node = nodeOf(id);
  $('h3', node ?? undefined)?.focus({ preventScroll: true });
  if (node && node.getBoundingClientRect().top < log.getBoundingClientRect().top) reveal(node);
}

function announce(text) {
  $('#status').textContent = text;
}

/** Until when each place was read, by this persona in this browser. */
const seenKey = where => `seen.${persona}.${where}`;
function markSeen() {
  const newest = Math.max(0, ...here().map(({ at }) => at));
  localStorage.setItem(seenKey(place), String(newest));
  let total = 0;
  for (const button of $$('[data-place]')) {
    const where = button.dataset.place;
    const seen = Number(localStorage.getItem(seenKey(where)) ?? 0);
    const count = messages.filter(message => message.place === where && !message.reply && message.at > seen).length;
    const badge = $('.unread', button);
    badge.hidden = count === 0;
    badge.replaceChildren(String(count), el('span', { className: 'unseen' }, ' unread'));
    total += count;
  }
  document.title = `${total > 0 ? `(${total}) ` : ''}Backchannel playground`;
}

function drawPersonas(personas) {
  const fieldset = $('#personas');
  if ($('input', fieldset)) return;
  fieldset.append(
    ...Object.entries(personas).map(([id, { name, about }]) =>
      el(
        'label',
        { className: 'persona' },
        el('input', { type: 'radio', name: 'persona', value: id, checked: id === persona, onchange: () => become(id) }),
        el('span', { className: 'face', 'aria-hidden': 'true', 'data-persona': id }, name[0]),
        el('span', { className: 'who' }, name, el('small', {}, about)),
      ),
    ),
  );
}

for (const button of $$('[data-place]')) button.addEventListener('click', () => show(button.dataset.place));
for (const button of $$('[data-try]'))
  button.addEventListener('click', async () => {
    const mistake = await send({ text: button.dataset.try }).catch(
      () => 'No answer from the bot. Try again in a moment.',
    );
    if (mistake) say(mistake, true);
  });
startComposer({
  send: text => send({ text }),
  suggest: text => suggest({ persona, place, about: { text } }),
});
become(persona);
if (matchMedia('(pointer: fine)').matches) focusComposer();

import { drawCard } from './card.js';
import { $, el } from './dom.js';
import { dress } from './look.js';

const log = $('#log');
const list = $('#messages');
const template = $('#message-template');

/** Who reads, and whether the newest is in sight and stays so. */
let reader;
let followEnd = true;
log.addEventListener('wheel', () => (followEnd = false), { passive: true });
log.addEventListener('pointerdown', () => (followEnd = false));

const clock = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' });
const days = new Intl.DateTimeFormat('en-US', { weekday: 'long', month: 'long', day: 'numeric' });

/** Where it stands: said where both places are shown. */
const PLACES = { channel: 'to everybody', direct: 'to Sam alone' };

/** Shows these messages and no others; `tap` is told of a message, its node and what was tapped in it. */
export function showAll(messages, tap, persona) {
  reader = persona;
  followEnd = true;
  list.replaceChildren();
  for (const message of messages) append(message, tap);
  log.scrollTop = messages.length > 0 ? log.scrollHeight : 0;
}

/** Shows one more message, or the new state of one that is there. */
export function showOne(message, tap) {
  const known = nodeOf(message.id);
  const nearEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 120;
  if (known) known.replaceWith(draw(message, tap));
  else append(message, tap);
  if (!known && (nearEnd || message.reply)) reveal(nodeOf(message.id));
}

/** Shows the newest message, as after what changes how long they are. */
export function toNewest() {
  if (list.lastElementChild) reveal(list.lastElementChild);
}

/** Gives the focus to a message's title, for those who read on from there. */
export function focusOn(id) {
  const node = nodeOf(id);
  if (!node) return;
  $('.title', node).focus({ preventScroll: true });
  if (node.getBoundingClientRect().top < log.getBoundingClientRect().top) reveal(node);
}

const nodeOf = id => list.querySelector(`[data-id="${CSS.escape(id)}"]`);

function append(message, tap) {
  const day = days.format(message.at);
  if (list.lastElementChild?.dataset.day !== day) list.append(el('li', { className: 'day' }, el('span', {}, day)));
  list.append(draw(message, tap));
}

function draw(message, tap) {
  const node = template.content.firstElementChild.cloneNode(true);
  node.dataset.id = message.id;
  node.dataset.day = days.format(message.at);
  const time = $('time', node);
  time.dateTime = new Date(message.at).toISOString();
  time.textContent = clock.format(message.at);
  $('.asked code', node).textContent = message.asked ?? '';
  if (!message.asked) $('.asked', node).remove();
  if (!message.reply) $('.private', node).remove();
  $('.from', node).append(el('span', { className: 'from-place' }, PLACES[message.place]));
  $('.why p', node).textContent = message.why ?? '';
  if (!message.why) $('.why', node).remove();
  const given = what => tap(message, node, what);
  drawCard($('.card', node), message.card, given);
  dress(node, message, reader, given).then(() => node.isConnected && followEnd && toNewest());
  return node;
}

/** The end of a message that fits, the beginning of one that does not. */
const reveal = node => node.scrollIntoView({ block: node.offsetHeight > log.clientHeight ? 'start' : 'end' });

import { $, el } from './dom.js';

const form = $('#composer');
const input = $('#words');
const list = $('#choices');
const hint = $('#hint');

let items = [];
/** The item that Enter takes; -1 is none. */
let active = -1;
let asked = 0;

/**
 * The message box with its menu. `send` gets the text and answers with what is wrong, or undefined where it is done;
 * `suggest` says what could come next.
 */
export function startComposer({ send, suggest }) {
  input.addEventListener('input', () => refresh(suggest));
  input.addEventListener('keydown', event => onKey(event, suggest));
  input.addEventListener('blur', close);
  list.addEventListener('mousedown', event => event.preventDefault());
  list.addEventListener('click', event => {
    const option = event.target.closest('[role=option]');
    if (option) take(Number(option.dataset.index), suggest);
  });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const text = input.value;
    if (!text.trim()) return;
    close();
    remember(text);
    input.value = '';
    const mistake = await send(text).catch(
      () => 'No answer from the bot. What you typed is kept: try again in a moment.',
    );
    if (mistake && input.value === '') input.value = text;
    say(mistake ?? '', mistake !== undefined);
  });
}

export const focusComposer = () => input.focus();

/** Puts a line into the message box, to be sent or changed. */
export function fill(text) {
  input.value = text;
  input.focus();
}

const TYPED = 'typed';
const MOST_TYPED = 30;
let back = 0;
const typed = () => JSON.parse(sessionStorage.getItem(TYPED) ?? '[]');
function remember(text) {
  back = 0;
  sessionStorage.setItem(TYPED, JSON.stringify([...typed(), text].slice(-MOST_TYPED)));
}

/** Up and down in an empty box, or in one that shows an earlier line, go through what was typed before. */
function recall(event) {
  const lines = typed();
  const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
  if (!step || (input.value !== '' && input.value !== lines.at(-back))) return;
  back = Math.min(Math.max(back + step, 0), lines.length);
  input.value = back > 0 ? lines.at(-back) : '';
  event.preventDefault();
}

let next = '';
/** What could be tried next: shown while nothing else is to be said. */
export function offer(line) {
  next = line;
  if (!hint.classList.contains('wrong') && input.value === '') say('');
}

/** What is expected, or what is wrong, under the message box. */
export function say(text, wrong = false) {
  if (text === '' && next && input.value === '') {
    const line = next;
    hint.replaceChildren(
      'Try next: ',
      el('button', { type: 'button', className: 'next', onclick: () => fill(line) }, line),
    );
  } else hint.textContent = text;
  hint.classList.toggle('wrong', wrong);
  hint.setAttribute('role', wrong ? 'alert' : 'note');
}

async function refresh(suggest) {
  const turn = ++asked;
  const text = input.value;
  // What is still shown belongs to an earlier text: Enter sends, and takes nothing of it.
  items = [];
  activate(-1);
  if (!text.startsWith('/')) {
    say('');
    return close();
  }
  const found = await suggest(text).catch(() => ({ items: [], eager: false }));
  if (turn !== asked || input.value !== text) return;
  say(found.hint ?? '');
  open(found);
}

function open(found) {
  ({ items } = found);
  list.replaceChildren(
    ...items.map(({ label, description }, index) =>
      el(
        'div',
        { className: 'choice', id: `choice-${index}`, role: 'option', 'data-index': index, 'aria-selected': 'false' },
        el('b', {}, label),
        description && el('span', {}, description),
      ),
    ),
  );
  list.hidden = items.length === 0;
  list.scrollTop = 0;
  input.setAttribute('aria-expanded', String(items.length > 0));
  activate(found.eager && items.length > 0 ? 0 : -1);
}

function close() {
  asked++;
  open({ items: [], eager: false });
}

function activate(index) {
  list.children[active]?.setAttribute('aria-selected', 'false');
  active = index;
  const option = list.children[index];
  option?.setAttribute('aria-selected', 'true');
  option?.scrollIntoView({ block: 'nearest' });
  if (option) input.setAttribute('aria-activedescendant', option.id);
  else input.removeAttribute('aria-activedescendant');
}

function onKey(event, suggest) {
  if (event.isComposing) return undefined;
  if (items.length === 0) return recall(event);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) activate((Math.max(active, step === 1 ? -1 : 0) + step + items.length) % items.length);
  else if (event.key === 'Escape') close();
  else if (event.key === 'Tab' && !event.shiftKey) take(Math.max(active, 0), suggest);
  else if (event.key === 'Enter' && active >= 0) take(active, suggest);
  else return undefined;
  event.preventDefault();
  return undefined;
}

function take(index, suggest) {
  input.value = items[index].text;
  input.focus();
  return refresh(suggest);
}

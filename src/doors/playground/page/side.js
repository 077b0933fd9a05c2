import { $, $$, el } from './dom.js';

const places = $$('[data-place]');
const seenKey = (persona, place) => `seen.${persona}.${place}`;

export function onPlace(show) {
  for (const button of places) button.addEventListener('click', () => show(button.dataset.place));
}

/** Marks where one is, and how many posts each place has that this persona has not seen in this browser. */
export function markPlaces(persona, current, messages) {
  const posts = place => messages.filter(message => [message.place, 'all'].includes(place) && !message.reply);
  const newest = Math.max(0, ...posts(current).map(({ at }) => at));
  localStorage.setItem(seenKey(persona, current), String(newest));
  let total = 0;
  for (const button of places) {
    const { place } = button.dataset;
    if (place === current) button.setAttribute('aria-current', 'page');
    else button.removeAttribute('aria-current');
    const seen = Number(localStorage.getItem(seenKey(persona, place)) ?? 0);
    const count = posts(place).filter(({ at }) => at > seen).length;
    const badge = $('.unread', button);
    badge.hidden = count === 0 || place === 'all';
    badge.replaceChildren(String(count), el('span', { className: 'unseen' }, ' unread'));
    if (place !== 'all') total += count;
  }
  document.title = `${total > 0 ? `(${total}) ` : ''}Backchannel playground`;
}

/** The personas to be; of those that are made up the one that is. `become` is told of the one that was chosen. */
export function drawPersonas(personas, stories, current, become) {
  const fieldset = $('#personas');
  const made = new Set(['sam', ...stories.map(({ id }) => id)]);
  for (const label of $$('.persona', fieldset)) label.remove();
  for (const [id, { name, about }] of Object.entries(personas)) {
    if (made.has(id) && id !== current) continue;
    fieldset.append(
      el(
        'label',
        { className: 'persona' },
        el('input', { type: 'radio', name: 'persona', value: id, checked: id === current, onchange: () => become(id) }),
        el('span', { className: 'face', 'aria-hidden': 'true' }, name[0]),
        el('span', { className: 'who' }, name, ' ', el('small', {}, about)),
      ),
    );
  }
}

import { el, rich } from './dom.js';

/** A card as it is read; `tap` is told what a button or a choice gives. */
export function drawCard(article, card, tap) {
  article.dataset.tone = card.tone;
  const main = card.blocks.find(block => block.type === 'buttons');
  article.replaceChildren(
    el('h3', { className: 'title', tabIndex: -1 }, ...rich(card.title)),
    ...(card.answer ? [el('p', { className: 'answer' }, ...rich(card.answer))] : []),
    ...card.blocks.map(block => draw[block.type](block, tap, block === main)),
    ...(card.footer ? [el('p', { className: 'footer' }, ...rich(card.footer))] : []),
  );
}

/** What a screen reader is told when a card comes. */
export const spoken = card =>
  [card.title, card.answer]
    .filter(Boolean)
    .join('. ')
    .replace(/[\uE000\uE001]/g, '');

const draw = {
  text: ({ text }) => el('div', { className: 'text' }, ...text.split(/\n{2,}/).map(part => el('p', {}, ...rich(part)))),
  quote: ({ text }) => el('blockquote', { className: 'quote' }, ...rich(text)),
  copy: ({ text }) =>
    el(
      'div',
      { className: 'copy' },
      el('pre', {}, text),
      el('button', { type: 'button', className: 'button', onclick: copy }, 'Copy'),
    ),
  divider: () => el('hr', { className: 'divider' }),
  fields: ({ fields }) =>
    el(
      'dl',
      { className: 'fields-list' },
      ...fields.map(({ label, value }) => el('div', {}, el('dt', {}, ...rich(label)), el('dd', {}, ...rich(value)))),
    ),
  list: ({ items, ordered }) =>
    el(ordered ? 'ol' : 'ul', { className: 'list' }, ...items.map(item => el('li', {}, ...rich(item)))),
  meter: ({ label, value, max }) =>
    el(
      'p',
      { className: 'meter' },
      `${label} `,
      el('meter', { max, value, 'aria-label': label }),
      ` ${value} of ${max}`,
    ),
  picture: ({ src, alt }) => el('img', { className: 'picture', src, alt }),
  file: ({ src, name }) =>
    el('div', { className: 'row' }, el('a', { className: 'button', href: src, download: name }, `Save ${name}`)),
  buttons: ({ buttons }, tap, main) =>
    el('div', { className: 'row' }, ...buttons.map((button, index) => drawButton(button, tap, main && index === 0))),
  select: ({ placeholder, token, choices }, tap) =>
    el(
      'details',
      { className: 'select', ontoggle: event => event.target.scrollIntoView({ block: 'nearest' }) },
      el('summary', {}, placeholder),
      el('ul', {}, ...choices.map(choice => el('li', {}, drawChoice(choice, token, tap)))),
    ),
};

function drawButton({ label, token, url }, tap, main) {
  if (url) return el('a', { href: url, target: '_blank', rel: 'noopener noreferrer', className: 'button' }, label);
  return el(
    'button',
    { type: 'button', className: main ? 'button main' : 'button', onclick: () => tap({ token }) },
    label,
  );
}

/** Where the browser lets no page copy, the text is at least selected. */
async function copy({ target }) {
  const { previousElementSibling: text } = target;
  getSelection().selectAllChildren(text);
  await navigator.clipboard.writeText(text.textContent);
  target.textContent = 'Copied';
}

const drawChoice = ({ label, description, value }, token, tap) =>
  el(
    'button',
    { type: 'button', onclick: () => tap({ token, choice: value }) },
    label,
    description && el('small', {}, description),
  );

import { el } from './dom.js';

/** More choices than this are a list to open. */
const PILLS = 5;

/** A field with its label, what helps to fill it in, and room for what is wrong. */
export function drawField(field, value, suggest) {
  const { name, label, required, kind, choices = [] } = field;
  const id = `field-${name}`;
  const error = el('p', { className: 'error', id: `${id}-error` });
  const pills = kind === 'choices' || (kind === 'choice' && required && !field.menu && choices.length <= PILLS);
  if (pills)
    return el(
      'fieldset',
      { 'data-field': name, className: 'field' },
      el('legend', { className: 'label' }, label, !required && el('span', { className: 'optional' }, ' optional')),
      el('div', { className: 'pills' }, ...choices.map(choice => drawPill(field, choice, value, error.id))),
      error,
    );
  const hint = kind === 'choice' ? '' : helpFor(field);
  return el(
    'div',
    { 'data-field': name, className: 'field' },
    el(
      'label',
      { className: 'label', for: id },
      label,
      !required && el('span', { className: 'optional' }, ' optional'),
    ),
    ...drawControl(field, id, value, suggest, `${id}-hint ${error.id}`),
    el('p', { className: 'help', id: `${id}-hint` }, hint),
    error,
  );
}

const helpFor = ({ label, description }) => (description === label ? '' : description);

/** One choice of a short list: a box to tick where several may be taken, which come with commas. */
const drawPill = ({ name, kind }, choice, value, describedBy) =>
  el(
    'label',
    { className: 'pill' },
    el('input', {
      type: kind === 'choices' ? 'checkbox' : 'radio',
      name,
      value: choice.value,
      checked: value.split(',').includes(choice.value),
      required: kind === 'choice',
      'aria-describedby': describedBy,
    }),
    el('span', {}, choice.label),
  );

/** What a menu shows before anything is chosen; a platform’s own chooses nothing for anybody. */
function first(required, menu) {
  if (menu) return [el('option', { value: '' }, 'Select an option')];
  return required ? [] : [el('option', { value: '' }, 'Not said')];
}

function drawControl(
  { name, kind, required, max, hint, choices = [], suggests, menu },
  id,
  value,
  suggest,
  describedBy,
) {
  const base = { id, name, className: 'control', required, 'aria-describedby': describedBy };
  if (kind === 'choice') {
    const options = choices.map(choice =>
      el('option', { value: choice.value, selected: choice.value === value }, choice.label),
    );
    return [el('select', base, ...first(required, menu), ...options)];
  }
  if (kind === 'file') return [el('input', { ...base, type: 'file' })];
  const text = { ...base, value, placeholder: hint ?? '', maxLength: max && kind !== 'integer' ? max : 200 };
  if (kind === 'longText') return [el('textarea', { ...text, rows: 2 })];
  const input = el('input', { ...text, type: 'text', inputMode: kind === 'integer' ? 'numeric' : 'text' });
  if (!suggests) return [input];
  const list = el('datalist', { id: `${id}-list` });
  input.setAttribute('list', list.id);
  const refresh = async () => {
    const { items } = await suggest(name, input.value).catch(() => ({ items: [] }));
    list.replaceChildren(...items.map(item => el('option', { value: item.text })));
  };
  input.addEventListener('focus', refresh);
  input.addEventListener('input', refresh);
  return [input, list];
}

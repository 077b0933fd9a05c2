import { $, $$, el } from './dom.js';

const dialog = $('#dialog');
const form = $('form', dialog);
const failed = $('.failed', dialog);
/** More choices than this are a list to open. */
const PILLS = 5;

let submit = async () => {};

/**
 * Opens a form; `send` gets what was filled in and answers with the errors by field, or undefined where it is done.
 * `suggest` completes a field's text. What was typed stays until it is done.
 */
export function openForm({ title, submit: label, fields, values }, { send, suggest }) {
  $('#dialog-title').textContent = title;
  $('.main', form).textContent = label;
  $('.fields', form).replaceChildren(...fields.map(field => drawField(field, values[field.name] ?? '', suggest)));
  failed.hidden = true;
  submit = async () => {
    const errors = await send(filled(fields));
    if (errors) showErrors(fields, errors);
    else dialog.close();
  };
  dialog.showModal();
}

const filled = fields => {
  const data = new FormData(form);
  return Object.fromEntries(
    fields.map(({ name }) => [name, String(data.get(name) ?? '')]).filter(([, value]) => value.trim()),
  );
};

form.addEventListener('submit', async event => {
  event.preventDefault();
  const button = $('.main', form);
  if (button.disabled) return;
  button.disabled = true;
  failed.hidden = true;
  try {
    await submit();
  } catch {
    failed.textContent = 'No answer from the bot. What you typed is still here: try again in a moment.';
    failed.hidden = false;
  } finally {
    button.disabled = false;
  }
});
$('.cancel', form).addEventListener('click', () => dialog.close());

function showErrors(fields, errors) {
  for (const { name } of fields) {
    const holder = $(`[data-field="${name}"]`, form);
    const text = errors[name] ?? '';
    $('.error', holder).textContent = text;
    for (const control of $$('input, select, textarea', holder))
      control.setAttribute('aria-invalid', String(text !== ''));
  }
  const others = Object.entries(errors).filter(([name]) => !fields.some(field => field.name === name));
  failed.textContent = others.map(([, text]) => text).join(' ');
  failed.hidden = others.length === 0;
  const first = $('[aria-invalid="true"]', form);
  first?.focus();
  first?.closest('.field').scrollIntoView({ block: 'nearest' });
}

function drawField(field, value, suggest) {
  const { name, label, required, kind, choices = [] } = field;
  const id = `field-${name}`;
  const error = el('p', { className: 'error', id: `${id}-error` });
  const pills = kind === 'choice' && required && choices.length <= PILLS;
  if (pills)
    return el(
      'fieldset',
      { 'data-field': name, className: 'field' },
      el('legend', { className: 'label' }, label),
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

const drawPill = ({ name }, choice, value, describedBy) =>
  el(
    'label',
    { className: 'pill' },
    el('input', {
      type: 'radio',
      name,
      value: choice.value,
      checked: choice.value === value,
      required: true,
      'aria-describedby': describedBy,
    }),
    el('span', {}, choice.label),
  );

function drawControl({ name, kind, required, max, hint, choices = [], suggests }, id, value, suggest, describedBy) {
  const base = { id, name, className: 'control', required, 'aria-describedby': describedBy };
  if (kind === 'choice') {
    const options = choices.map(choice =>
      el('option', { value: choice.value, selected: choice.value === value }, choice.label),
    );
    return [el('select', base, ...(required ? [] : [el('option', { value: '' }, 'Not said')]), ...options)];
  }
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

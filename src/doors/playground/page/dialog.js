import { $, $$ } from './dom.js';
import { draftOf, dropDraft, keepDraft, openForms } from './drafts.js';
import { drawField } from './field.js';
import { dressForm } from './look.js';

const dialog = $('#dialog');
const form = $('form', dialog);
const failed = $('.failed', dialog);
const note = $('.note', dialog);
let submit = async () => {};

/**
 * Opens a form; `send` gets what was filled in and answers with the errors by field, or undefined where it is done.
 * `suggest` completes a field's text. What was typed stays until it is done.
 */
export function openForm(given, { send, suggest, looks, persona }) {
  const { form: shown, platform, extras } = dressForm(given, looks);
  const { title, submit: label, fields, values, note: left = '' } = shown;
  const draft = draftOf(persona, given);
  dialog.classList.toggle('as-slack-form', platform === 'slack');
  dialog.classList.toggle('as-discord-form', platform === 'discord');
  $('.extras', dialog).replaceChildren(...extras);
  $('#dialog-title').textContent = title;
  $('.main', form).textContent = label;
  $('.fields', form).replaceChildren(
    ...fields.map(field => drawField(field, draft[field.name] ?? values[field.name] ?? '', suggest)),
  );
  failed.hidden = true;
  note.textContent = left;
  note.hidden = left === '';
  submit = async () => {
    const errors = await send(await filled(fields));
    if (errors) showErrors(fields, errors);
    else {
      dropDraft(persona, given);
      dialog.close();
    }
  };
  form.oninput = async () => keepDraft(persona, given, (await filled(fields, false)).values);
  if (!dialog.open) {
    history.pushState({ form: true }, '');
    dialog.showModal();
    // Where the fields scroll, what scrolls them would get the focus.
    $('.control, [type=radio], [type=checkbox]', dialog)?.focus({ preventScroll: true });
  }
}

/** What was filled in, by field; files apart, since only the bot tells what they are. */
async function filled(fields, withFiles = true) {
  const data = new FormData(form);
  const values = {};
  const files = {};
  for (const { name } of fields) {
    const [value = '', ...others] = data.getAll(name);
    if (value instanceof File) {
      if (value.name && withFiles) files[name] = { name: value.name, bytes: await base64(value) };
    } else if (value.trim()) values[name] = [value, ...others].join(',');
  }
  return { values, files };
}

const base64 = file =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });

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
// What was typed stays as a draft, however it is left: by Cancel, Esc or Back.
dialog.addEventListener('close', () => {
  openForms.drop();
  if (history.state?.form) history.back();
});
addEventListener('popstate', () => dialog.open && dialog.close());

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

const keyOf = (persona, { command, title }) => `draft.${persona}.${command}.${title}`;
const OPEN = 'form.open';

const read = key => JSON.parse(sessionStorage.getItem(key) ?? 'null');

/** What was typed into this form and never sent, by field. */
export const draftOf = (persona, form) => read(keyOf(persona, form)) ?? {};

export function keepDraft(persona, form, values) {
  sessionStorage.setItem(keyOf(persona, form), JSON.stringify(values));
}

export const dropDraft = (persona, form) => sessionStorage.removeItem(keyOf(persona, form));

/** The form that is open, so that a reload opens it again; nothing where none is. */
export const openForms = {
  keep: open => sessionStorage.setItem(OPEN, JSON.stringify(open)),
  read: () => read(OPEN),
  drop: () => sessionStorage.removeItem(OPEN),
};

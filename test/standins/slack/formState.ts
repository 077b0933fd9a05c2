import { type Block, elementsOf } from './blocks.ts';
import type { Element, Option } from './elements.ts';
import type { Json } from './types.ts';

/** A file on somebody's phone or computer. */
export type LocalFile = { name: string; content: string | Uint8Array };

/** What a test enters or picks: text, a number, a choice's text or value, an id; several of them; a file; null clears. */
export type Entry = string | number | string[] | LocalFile | null;

type Field = { key: string; start: string; shape: 'text' | 'list' | 'option' | 'options' };
const option: Field = { key: 'selected_option', start: 'initial_option', shape: 'option' };
const options: Field = { key: 'selected_options', start: 'initial_options', shape: 'options' };
const text: Field = { key: 'value', start: 'initial_value', shape: 'text' };
const one = (what: string): Field => ({ key: `selected_${what}`, start: `initial_${what}`, shape: 'text' });
const several = (what: string): Field => ({ key: `selected_${what}`, start: `initial_${what}`, shape: 'list' });

const files: Field = { key: 'files', start: 'initial_files', shape: 'list' };

/** Where each element keeps its value in `state.values`, and which property it starts from. Buttons have none. */
const FIELDS: Record<Element['type'], Field | undefined> = {
  button: undefined,
  overflow: option,
  plain_text_input: text,
  number_input: text,
  email_text_input: text,
  url_text_input: text,
  file_input: files,
  static_select: option,
  external_select: option,
  radio_buttons: option,
  multi_static_select: options,
  multi_external_select: options,
  checkboxes: options,
  datepicker: one('date'),
  timepicker: one('time'),
  datetimepicker: one('date_time'),
  users_select: one('user'),
  channels_select: one('channel'),
  conversations_select: one('conversation'),
  multi_users_select: several('users'),
  multi_channels_select: several('channels'),
  multi_conversations_select: several('conversations'),
};

/** What a user has entered so far in a message or view, by place: it outlives an update that keeps both ids. */
export type Picks = Map<string, unknown>;

export const placeOf = (block: Block, element: Element) => `${block.block_id}/${element.action_id}`;

/** `state.values`: by block_id, then action_id, what is entered or what the element starts with. */
export function stateValues(blocks: Block[], picks: Picks): Json {
  const values: Record<string, Json> = {};
  for (const block of blocks) {
    for (const element of elementsOf(block)) {
      const value = fieldValue(block, element, picks);
      // An overflow menu forgets what was taken.
      if (!value || element.type === 'overflow') continue;
      values[block.block_id] = { ...values[block.block_id], [element.action_id]: { type: element.type, ...value } };
    }
  }
  return values;
}

/** An element's present value under its own key, such as `{selected_option}`; nothing for buttons. */
export function fieldValue(block: Block, element: Element, picks: Picks): Json | undefined {
  const field = FIELDS[element.type];
  if (!field) return undefined;
  const empty = field.shape === 'list' || field.shape === 'options' ? [] : null;
  const place = placeOf(block, element);
  return { [field.key]: picks.has(place) ? picks.get(place) : ((element as Json)[field.start] ?? empty) };
}

/** A test's entry in Slack's form; throws when the user could not enter it. */
export function entered(element: Element, entry: Exclude<Entry, LocalFile>, offered: Option[]): unknown {
  const shape = FIELDS[element.type]?.shape ?? 'text';
  const list = entry === null ? [] : [entry].flat().map(String);
  const values = shape.startsWith('option') ? list.map(wanted => optionNamed(wanted, offered)) : list;
  if (shape === 'list' || shape === 'options') return values;
  const [value = null] = values;
  return element.type === 'datetimepicker' && value !== null ? Number(value) : value;
}

/** All options of an element that lists its own. */
export function offeredBy(element: Element): Option[] {
  const { options: flat = [], option_groups: groups = [] } = element as {
    options?: Option[];
    option_groups?: { options: Option[] }[];
  };
  return [...flat, ...groups.flatMap(group => group.options)];
}

function optionNamed(wanted: string, offered: Option[]): Option {
  const found = offered.find(({ value, text }) => value === wanted || text.text === wanted);
  if (found) return found;
  throw new Error(`"${wanted}" is not offered; there are: ${offered.map(({ text }) => text.text).join(' | ')}`);
}

/** What the client itself refuses before anything is sent: empty required fields, lengths and ranges, by block_id. */
export function clientErrors(blocks: Block[], picks: Picks): Record<string, string> {
  return Object.fromEntries(
    blocks.flatMap(block => {
      if (block.type !== 'input') return [];
      const [value] = Object.values(fieldValue(block, block.element, picks) ?? {});
      const error = isEmpty(value)
        ? !block.optional && 'Please complete this required field.'
        : misfit(block.element, String(value));
      return error ? [[block.block_id, error]] : [];
    }),
  );
}

const isEmpty = (value: unknown) => value === null || value === '' || (Array.isArray(value) && value.length === 0);

function misfit(element: Element, value: string): string | false {
  if (element.type === 'plain_text_input') {
    const { min_length: least = 0, max_length: most = 3000 } = element;
    if (value.length < least) return `Must be at least ${least} characters.`;
    return value.length > most && `Must be at most ${most} characters.`;
  }
  if (element.type === 'number_input') {
    const number = Number(value);
    if (!(element.is_decimal_allowed ? Number.isFinite(number) : Number.isInteger(number))) return 'Must be a number.';
    if (element.min_value !== undefined && number < Number(element.min_value))
      return `Must be at least ${element.min_value}.`;
    return (
      element.max_value !== undefined && number > Number(element.max_value) && `Must be at most ${element.max_value}.`
    );
  }
  return false;
}

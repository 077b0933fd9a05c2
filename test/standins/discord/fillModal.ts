import { ComponentType as Kind } from 'discord.js';
import { type Field, fieldsOf, type Modal } from './modals.ts';
import {
  attach,
  checkCount,
  isFile,
  nothingResolved,
  type PersonsFile,
  pick,
  type Resolved,
  resolve,
  type Scene,
  type Value,
} from './values.ts';

const listOf = (given: Value | undefined): (string | PersonsFile)[] =>
  given === undefined ? [] : Array.isArray(given) ? given : isFile(given) ? [given] : [String(given)];
const texts = (given: Value | undefined): string[] => listOf(given).filter(it => typeof it === 'string');

/** What one field sends: what the person put in, else what stands in it already. */
function fieldValue(label: string, field: Field, given: Value | undefined, scene: Scene, into: Resolved): object {
  const refuse = (why: string): never => {
    throw new Error(`The field ${label} ${why}`);
  };
  const required = !('required' in field) || field.required !== false;
  if (field.type === Kind.TextInput) {
    const value = given === undefined ? (field.value ?? '') : String(given);
    if (required && !value.trim()) return refuse('is required');
    if (value.length > (field.max_length ?? 4000))
      return refuse(`takes ${field.max_length ?? 4000} characters, not ${value.length}`);
    if (value && value.length < (field.min_length ?? 0)) return refuse(`needs ${field.min_length} characters`);
    return { value };
  }
  if (field.type === Kind.Checkbox) return { value: given === undefined ? (field.default ?? false) : given === true };
  if (field.type === Kind.RadioGroup) {
    const wanted = given === undefined ? preset(field.options) : texts(given);
    const values = pick(label, field.options, wanted);
    checkCount(label, {}, values, required);
    return { value: values[0] ?? null };
  }
  const values = chosen(label, field, given, scene, into);
  checkCount(label, field, values, required);
  return { values };
}

const preset = (options: { value: string; default?: boolean | null | undefined }[]) =>
  options.filter(it => it.default).map(it => it.value);

/** The values of a field that takes several: options, files, or ids of people, roles and channels. */
function chosen(
  label: string,
  field: Exclude<Field, { type: Kind.TextInput | Kind.Checkbox | Kind.RadioGroup }>,
  given: Value | undefined,
  scene: Scene,
  into: Resolved,
): string[] {
  if (field.type === Kind.FileUpload)
    return listOf(given)
      .filter(isFile)
      .map(file => attach(file, scene, into));
  if ('options' in field) return pick(label, field.options, given === undefined ? preset(field.options) : texts(given));
  const ids = given === undefined ? (field.default_values ?? []).map(it => it.id) : texts(given);
  return ids.map(id => resolve(id, scene, into));
}

/** A modal as sent; `given` is keyed by custom_id or by label. Throws on what the client would not let through. */
export function fillModal(modal: Modal, given: Record<string, Value>, scene: Scene): object {
  const resolved = nothingResolved();
  const names = fieldsOf(modal).flatMap(({ label, field }) => [label, field.custom_id]);
  const unknown = Object.keys(given).find(name => !names.includes(name));
  if (unknown) throw new Error(`"${modal.title}" has no field ${unknown}, only ${names.join(', ')}`);
  const sent = (label: string, field: Field) => ({
    type: field.type,
    id: field.id,
    custom_id: field.custom_id,
    ...fieldValue(label, field, given[field.custom_id] ?? given[label], scene, resolved),
  });
  const components = modal.components.map(({ type, id, ...row }) => ({
    type,
    id,
    ...('component' in row && { component: sent(row.label, row.component) }),
    ...('components' in row && { components: row.components.map(it => sent(it.label ?? '', it)) }),
  }));
  return { custom_id: modal.custom_id, components, resolved };
}

import { ComponentType, TextInputStyle } from 'discord.js';
import { z } from 'zod';
import { checkOptions, customId, selects, text, textDisplay, whole } from './components.ts';
import { fault, readForm } from './errors.ts';
import { checkCustomIds, type ModalRow, numbered } from './walk.ts';

const id = z.int().min(0).nullish();
const base = { id, custom_id: customId };
const required = z.boolean().nullish();

const textInput = z
  .object({
    type: z.literal(ComponentType.TextInput),
    ...base,
    style: z.enum(TextInputStyle),
    label: text(45).nullish(),
    value: text(4000, 0).nullish(),
    placeholder: text(100, 0).nullish(),
    required,
    min_length: whole(0, 4000).nullish(),
    max_length: whole(1, 4000).nullish(),
  })
  .superRefine((it, issues) => {
    if ((it.min_length ?? 0) > (it.max_length ?? 4000))
      issues.addIssue(fault('BASE_TYPE_BAD_LENGTH', 'min_length is greater than max_length', ['min_length']));
    if (it.value && it.value.length > (it.max_length ?? 4000))
      issues.addIssue(fault('BASE_TYPE_BAD_LENGTH', `Must be ${it.max_length} or fewer in length.`, ['value']));
  });

const choice = z.object({
  label: text(100),
  value: text(100),
  description: text(100, 0).nullish(),
  default: z.boolean().nullish(),
});

const fields = z.discriminatedUnion('type', [
  textInput,
  ...selects,
  z
    .object({ type: z.literal(ComponentType.RadioGroup), ...base, required, options: z.array(choice).min(2).max(10) })
    .superRefine(checkOptions),
  z
    .object({
      type: z.literal(ComponentType.CheckboxGroup),
      ...base,
      required,
      min_values: whole(0, 10).nullish(),
      max_values: whole(1, 10).nullish(),
      options: z.array(choice).min(1).max(10),
    })
    .superRefine(checkOptions),
  z.object({ type: z.literal(ComponentType.Checkbox), ...base, default: z.boolean().nullish() }),
  z.object({
    type: z.literal(ComponentType.FileUpload),
    ...base,
    required,
    min_values: whole(0, 10).nullish(),
    max_values: whole(1, 10).nullish(),
  }),
]);

const label = z
  .object({
    type: z.literal(ComponentType.Label),
    id,
    label: text(45),
    description: text(100).nullish(),
    component: fields,
  })
  .superRefine(({ component }, issues) => {
    if ('label' in component && component.label)
      issues.addIssue(
        fault('COMPONENT_LABEL_NOT_ALLOWED', 'The label stands on the Label component', ['component', 'label']),
      );
    if ('disabled' in component && component.disabled)
      issues.addIssue(fault('COMPONENT_DISABLED_NOT_ALLOWED', 'Not allowed in a modal', ['component', 'disabled']));
  });

const inputRow = z
  .object({ type: z.literal(ComponentType.ActionRow), id, components: z.array(textInput).length(1) })
  .superRefine(({ components }, issues) => {
    if (!components[0]?.label)
      issues.addIssue(fault('BASE_TYPE_REQUIRED', 'This field is required', ['components', 0, 'label']));
  });

/** What may stand at the top of a modal. */
export const modalRow = z.discriminatedUnion('type', [label, inputRow, textDisplay]);

const modalForm = z
  .object({ custom_id: customId, title: text(45), components: z.array(modalRow).min(1).max(5) })
  .superRefine(({ components }, issues) => checkCustomIds(components, issues));

export interface Modal {
  custom_id: string;
  title: string;
  components: ModalRow[];
}

/** Reads the data of a callback of type 9; throws 50035 where it breaks a rule. */
export function readModal(data: unknown): Modal {
  const modal = readForm(modalForm, data);
  return { ...modal, components: numbered(modal.components) };
}

/** One field that a person can fill in, with the label they read above it. */
export type Field = z.output<typeof fields>;

/** The fields of a modal in reading order. */
export const fieldsOf = (modal: Modal): { label: string; field: Field }[] =>
  modal.components.flatMap(row => {
    if (row.type === ComponentType.Label) return [{ label: row.label, field: row.component }];
    if (row.type === ComponentType.ActionRow) return row.components.map(field => ({ label: field.label ?? '', field }));
    return [];
  });

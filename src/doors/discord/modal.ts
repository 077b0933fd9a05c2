import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ChannelType,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import type { RawOptions } from '../../core/commands/call.ts';
import { type Choice, chosenOf, SEPARATOR } from '../../core/commands/choices.ts';
import type { Form } from '../../core/commands/command.ts';
import type { OptionSpec } from '../../core/commands/options.ts';
import { clip } from '../clip.ts';
import { discord } from '../limits.ts';

/** A form as a modal; `token` comes back with the submission. */
export function toModal(form: Form, token: string): APIModalInteractionResponseCallbackData {
  return {
    custom_id: token,
    title: clip(form.title, discord.modalTitle),
    components: form.fields.map(spec => toLabel(spec, form.values[spec.name])),
  };
}

function toLabel(spec: OptionSpec, value: string | undefined): APILabelComponent {
  const description = spec.kind === 'date' || spec.kind === 'longText' ? spec.description : undefined;
  return {
    type: ComponentType.Label,
    label: clip(spec.label, discord.fieldLabel),
    ...(description && { description: clip(description, discord.fieldDescription) }),
    component: toComponent(spec, value),
  };
}

function toComponent(spec: OptionSpec, value: string | undefined): APIComponentInLabel {
  const base = { custom_id: spec.name, required: spec.required };
  const choices = spec.choices ?? [];
  // More than a menu holds are typed; their labels are read too.
  switch (choices.length > discord.selectOptions ? 'text' : spec.kind) {
    case 'choice':
      return { ...base, ...oneOf(choices, spec, value) };
    case 'choices': {
      const given = chosenOf(spec, value);
      const options = choices.map(choice => ({ ...drawn(choice), ...(given.includes(choice) && { default: true }) }));
      return options.length > MOST_LISTED
        ? { ...base, type: ComponentType.StringSelect, max_values: options.length, options }
        : { ...base, type: ComponentType.CheckboxGroup, options };
    }
    case 'boolean':
      return { ...base, ...oneOf(YES_OR_NO, spec, value) };
    case 'file':
      return { ...base, type: ComponentType.FileUpload };
    case 'role':
      return { ...base, type: ComponentType.RoleSelect };
    case 'channel':
      return {
        ...base,
        type: ComponentType.ChannelSelect,
        channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
        ...(value && { default_values: [{ id: value, type: 'channel' as const }] }),
      } as APIComponentInLabel;
    default: {
      const max = Math.min(spec.max ?? discord.fieldText, discord.fieldText);
      return {
        ...base,
        type: ComponentType.TextInput,
        style: spec.kind === 'longText' ? TextInputStyle.Paragraph : TextInputStyle.Short,
        max_length: spec.kind === 'integer' ? 6 : max,
        ...(spec.hint && { placeholder: clip(spec.hint, discord.fieldPlaceholder) }),
        ...(value && { value: clip(value, max) }),
      };
    }
  }
}

/** So many options are all seen at once; more would push the other fields out of sight. */
const MOST_LISTED = 5;
const YES_OR_NO: readonly Choice[] = ['yes', 'no'].map(label => ({ label, value: label }));

/** One tap where one is chosen in any case: a radio button cannot be taken back, so that what may stay empty is a menu. */
function oneOf(choices: readonly Choice[], { required }: OptionSpec, value: string | undefined) {
  const options = choices.map(choice => ({ ...drawn(choice), ...(choice.value === value && { default: true }) }));
  const isListed = (required || value !== undefined) && options.length >= 2 && options.length <= MOST_LISTED;
  return { type: isListed ? ComponentType.RadioGroup : ComponentType.StringSelect, options } as const;
}

const drawn = ({ label, value }: Choice) => ({ label: clip(label, discord.selectOption), value });

/** What was filled in, by field. */
export function readSubmission({ fields }: ModalSubmitInteraction): RawOptions {
  const filled = [...fields.fields.values()].flatMap(field => {
    const value = 'value' in field ? field.value : 'values' in field ? field.values.join(SEPARATOR) : undefined;
    return typeof value === 'string' && value !== '' ? [[field.customId, value] as const] : [];
  });
  return Object.fromEntries(filled);
}

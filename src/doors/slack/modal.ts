import type { types, ViewOutput } from '@slack/bolt';
import type { RawOptions } from '../../core/commands/call.ts';
import type { Choice } from '../../core/commands/choices.ts';
import { chosenOf, SEPARATOR } from '../../core/commands/choices.ts';
import type { Form } from '../../core/commands/command.ts';
import type { OptionSpec } from '../../core/commands/options.ts';
import { type Picked, pickedShape } from '../../core/commands/picked.ts';
import type { Answer } from '../../core/ports/request.ts';
import { clip } from '../clip.ts';
import { slack } from '../limits.ts';
import { plain, renderBlocks } from './render.ts';
import { choiceOf, isSuggested } from './suggestions.ts';

/** Where a field's value lies: `values[option][FIELD]`. */
const FIELD = 'value';

/** Kinds whose label alone says too little. */
const DESCRIBED = new Set<OptionSpec['kind']>(['longText', 'file']);

const base = (title: string) => ({ type: 'modal' as const, title: plain(title, slack.modalTitle) });

/** A form as a modal, one block a field; `state` comes back with the submission. */
export const formView = (form: Form, state: string): types.ModalView => ({
  ...base(form.title),
  callback_id: 'form',
  private_metadata: state,
  submit: plain(form.submit, slack.modalTitle),
  close: plain('Cancel', slack.modalTitle),
  blocks: [
    ...(form.note ? [{ type: 'section' as const, text: plain(form.note, slack.sectionText) }] : []),
    ...form.fields.flatMap(spec => [
      {
        type: 'input' as const,
        block_id: spec.name,
        label: plain(spec.label, slack.fieldLabel),
        ...(DESCRIBED.has(spec.kind) && { hint: plain(spec.description, slack.fieldLabel) }),
        // Where it may be picked instead, words are not needed.
        optional: !spec.required || isPicked(spec),
        element: elementOf(spec, form.values[spec.name]),
      },
      ...(isPicked(spec) ? [pickers(spec, form.picked?.[spec.name])] : []),
    ]),
  ],
});

/** An answer where there is no message to hold it: after the Home tab, or within a modal. */
export const answerView = ({ card, tokenOf }: Answer): types.ModalView => ({
  ...base('Backchannel'),
  close: plain('Close', slack.modalTitle),
  blocks: renderBlocks(card, tokenOf).blocks,
});

export const waitingView = (words: string): types.ModalView => ({
  ...base('Backchannel'),
  close: plain('Close', slack.modalTitle),
  blocks: [{ type: 'section', text: plain(words, slack.fieldLabel) }],
});

/** What an import reads. */
const FILE_TYPES = ['csv', 'tsv', 'txt', 'xlsx', 'vcf', 'ics', 'json', 'zip'];

function elementOf(spec: OptionSpec, given: string | undefined): types.InputBlock['element'] {
  if (isSuggested(spec))
    return {
      type: 'external_select',
      action_id: FIELD,
      min_query_length: 0,
      ...(spec.hint && { placeholder: plain(spec.hint, slack.placeholder) }),
      ...(given && { initial_option: choiceOf(given) }),
    };
  switch (spec.kind) {
    case 'file':
      return { type: 'file_input', action_id: FIELD, filetypes: FILE_TYPES, max_files: 1 };
    case 'choice':
      return menu(spec.choices ?? [], given);
    case 'choices': {
      const initial = chosenOf(spec, given).map(toOption);
      return {
        type: 'multi_static_select',
        action_id: FIELD,
        options: (spec.choices ?? []).slice(0, slack.menuOptions).map(toOption),
        ...(initial.length > 0 && { initial_options: initial }),
      };
    }
    case 'boolean':
      return menu(
        ['yes', 'no'].map(value => ({ value, label: value })),
        given,
      );
    case 'channel':
      return {
        type: 'conversations_select',
        action_id: FIELD,
        filter: { include: ['public', 'private'], exclude_bot_users: true },
        ...(given && /^[CG]/.test(given) && { initial_conversation: given }),
      };
    case 'integer':
      return {
        type: 'number_input',
        action_id: FIELD,
        is_decimal_allowed: false,
        ...(spec.min !== undefined && { min_value: String(spec.min) }),
        ...(spec.max !== undefined && { max_value: String(spec.max) }),
        ...(given && /^\d+$/.test(given) && { initial_value: given }),
      };
    default: {
      const most = Math.min(spec.max ?? slack.fieldText, slack.fieldText);
      return {
        type: 'plain_text_input',
        action_id: FIELD,
        multiline: spec.kind === 'longText',
        max_length: most,
        ...(spec.hint && { placeholder: plain(spec.hint, slack.placeholder) }),
        ...(given && { initial_value: clip(given, most) }),
      };
    }
  }
}

const toOption = ({ value, label }: Choice) => ({ text: plain(label, slack.menuOption), value });

function menu(choices: readonly Choice[], given: string | undefined): types.StaticSelect {
  const options = choices.slice(0, slack.menuOptions).map(toOption);
  const wanted = given?.toLowerCase();
  const initial = options.find(({ value, text }) => [value, text.text].some(word => word.toLowerCase() === wanted));
  return { type: 'static_select', action_id: FIELD, options, ...(initial && { initial_option: initial }) };
}

/** The pickers beside the words of a field. Slack's own `datetimepicker` shows the reader's clock, not the program's. */
const PICK = 'pick:';
const isPicked = ({ kind }: OptionSpec): boolean => kind === 'date' || kind === 'dateTime';

const pickers = ({ name, kind }: OptionSpec, { day, hour }: Picked = {}): types.ActionsBlock => ({
  type: 'actions',
  block_id: `${PICK}${name}`,
  elements: [
    {
      type: 'datepicker',
      action_id: 'day',
      placeholder: plain('Or pick a day', slack.placeholder),
      ...(day && { initial_date: day }),
    },
    ...(kind === 'dateTime'
      ? [
          {
            type: 'timepicker' as const,
            action_id: 'hour',
            placeholder: plain('and the hour there', slack.placeholder),
            ...(hour && { initial_time: hour }),
          },
        ]
      : []),
  ],
});

/** What was picked beside the fields that have words too, and as words where they have none. */
export function readPickers({ state }: Pick<ViewOutput, 'state'>): Record<string, Picked> {
  return Object.fromEntries(
    Object.entries(state.values).flatMap(([block, fields]) => {
      if (!block.startsWith(PICK)) return [];
      const day = fields.day?.selected_date;
      const hour = fields.hour?.selected_time;
      const picked = pickedShape.parse({ ...(day && { day }), ...(hour && { hour }) });
      return day || hour ? [[block.slice(PICK.length), picked]] : [];
    }),
  );
}

/** What was filled in, by option; fields left empty are left out, and a file is its id. */
export function readSubmission({ state }: Pick<ViewOutput, 'state'>): RawOptions {
  return Object.fromEntries(
    Object.entries(state.values).flatMap(([name, fields]) => {
      const field = fields[FIELD];
      const value =
        field?.value ??
        field?.selected_option?.value ??
        field?.selected_options?.map(each => each.value).join(SEPARATOR) ??
        field?.selected_conversation ??
        field?.files?.[0]?.id;
      return value ? [[name, value]] : [];
    }),
  );
}

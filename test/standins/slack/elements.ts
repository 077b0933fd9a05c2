import { randomBytes } from 'node:crypto';
import { z } from 'zod';

// Limits: https://docs.slack.dev/reference/block-kit

const generatedId = () => randomBytes(4).toString('base64url');
/** A block_id or action_id: at most 255 characters, made up by Slack when left out. */
export const blockKitId = z.string().min(1).max(255).default(generatedId);

export const plain = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(max), emoji: z.boolean().optional() });
const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(max), verbatim: z.boolean().optional() });
export const anyText = (max: number) => z.discriminatedUnion('type', [plain(max), mrkdwn(max)]);

const style = z.enum(['primary', 'danger']).optional();
const confirm = z
  .strictObject({ title: plain(100), text: anyText(300), confirm: plain(30), deny: plain(30), style })
  .optional();
const base = { action_id: blockKitId, confirm, focus_on_load: z.boolean().optional() };

const option = z.strictObject({
  text: plain(75),
  value: z.string().min(1).max(150),
  description: plain(75).optional(),
  url: z.url().max(3000).optional(),
});
const tickOption = z.strictObject({
  text: anyText(75),
  value: z.string().min(1).max(150),
  description: anyText(75).optional(),
});
/** A choice in a select, as Slack sends it back. */
export type Option = z.infer<typeof option> | z.infer<typeof tickOption>;

const optionGroup = z.strictObject({ label: plain(75), options: z.array(option).min(1).max(100) });
/** What a `block_suggestion` may be answered with. */
export const suggestions = z.union([
  z.strictObject({ options: z.array(option).max(100) }),
  z.strictObject({ option_groups: z.array(optionGroup).max(100) }),
]);

const menu = { ...base, placeholder: plain(150).optional() };
const menuOptions = {
  options: z.array(option).min(1).max(100).optional(),
  option_groups: z.array(optionGroup).min(1).max(100).optional(),
};
const many = { max_selected_items: z.int().min(1).optional() };
const ticks = z.array(tickOption).min(1).max(10);
const conversationMenu = {
  ...menu,
  default_to_current_conversation: z.boolean().optional(),
  response_url_enabled: z.boolean().optional(),
  filter: z.record(z.string(), z.unknown()).optional(),
};
const typed = {
  ...base,
  initial_value: z.string().optional(),
  placeholder: plain(150).optional(),
  dispatch_action_config: z.unknown().optional(),
};

export const image = z.strictObject({
  type: z.literal('image'),
  alt_text: z.string().min(1).max(2000),
  image_url: z
    .url({ protocol: /^https?$/ })
    .max(3000)
    .optional(),
  slack_file: z.strictObject({ id: z.string().optional(), url: z.string().optional() }).optional(),
});

const button = z.strictObject({
  ...base,
  type: z.literal('button'),
  text: plain(75),
  value: z.string().max(2000).optional(),
  url: z.url().max(3000).optional(),
  style,
  accessibility_label: z.string().max(75).optional(),
});
const overflow = z.strictObject({ ...base, type: z.literal('overflow'), options: z.array(option).min(1).max(5) });
const selects = [
  z.strictObject({ ...menu, ...menuOptions, type: z.literal('static_select'), initial_option: option.optional() }),
  z.strictObject({
    ...menu,
    type: z.literal('external_select'),
    min_query_length: z.int().optional(),
    initial_option: option.optional(),
  }),
  z.strictObject({ ...menu, type: z.literal('users_select'), initial_user: z.string().optional() }),
  z.strictObject({
    ...conversationMenu,
    type: z.literal('conversations_select'),
    initial_conversation: z.string().optional(),
  }),
  z.strictObject({
    ...menu,
    type: z.literal('channels_select'),
    initial_channel: z.string().optional(),
    response_url_enabled: z.boolean().optional(),
  }),
] as const;
const multiSelects = [
  z.strictObject({
    ...menu,
    ...menuOptions,
    ...many,
    type: z.literal('multi_static_select'),
    initial_options: z.array(option).optional(),
  }),
  z.strictObject({
    ...menu,
    ...many,
    type: z.literal('multi_external_select'),
    min_query_length: z.int().optional(),
    initial_options: z.array(option).optional(),
  }),
  z.strictObject({
    ...menu,
    ...many,
    type: z.literal('multi_users_select'),
    initial_users: z.array(z.string()).optional(),
  }),
  z.strictObject({
    ...conversationMenu,
    ...many,
    type: z.literal('multi_conversations_select'),
    initial_conversations: z.array(z.string()).optional(),
  }),
  z.strictObject({
    ...menu,
    ...many,
    type: z.literal('multi_channels_select'),
    initial_channels: z.array(z.string()).optional(),
  }),
] as const;
const pickers = [
  z.strictObject({ ...menu, type: z.literal('datepicker'), initial_date: z.iso.date().optional() }),
  z.strictObject({
    ...menu,
    type: z.literal('timepicker'),
    initial_time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
    timezone: z.string().optional(),
  }),
  z.strictObject({
    ...base,
    type: z.literal('checkboxes'),
    options: ticks,
    initial_options: z.array(tickOption).optional(),
  }),
  z.strictObject({ ...base, type: z.literal('radio_buttons'), options: ticks, initial_option: tickOption.optional() }),
] as const;
const dateTime = z.strictObject({ ...base, type: z.literal('datetimepicker'), initial_date_time: z.int().optional() });
const inputs = [
  z.strictObject({
    ...typed,
    type: z.literal('plain_text_input'),
    initial_value: z.string().max(3000).optional(),
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(3000).optional(),
    max_length: z.int().min(1).max(3000).optional(),
  }),
  z.strictObject({
    ...typed,
    type: z.literal('number_input'),
    is_decimal_allowed: z.boolean(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
  }),
  z.strictObject({ ...typed, type: z.literal('email_text_input') }),
  z.strictObject({ ...typed, type: z.literal('url_text_input') }),
  z.strictObject({
    ...base,
    type: z.literal('file_input'),
    filetypes: z.array(z.string()).min(1).optional(),
    max_files: z.int().min(1).max(10).optional(),
  }),
] as const;

export const accessory = z.discriminatedUnion('type', [
  button,
  overflow,
  image,
  ...selects,
  ...multiSelects,
  ...pickers,
]);
export const actionsElement = z.discriminatedUnion('type', [button, overflow, dateTime, ...selects, ...pickers]);
export const inputElement = z.discriminatedUnion('type', [
  dateTime,
  ...selects,
  ...multiSelects,
  ...pickers,
  ...inputs,
]);

/** Anything interactive in a block. */
export type Element =
  | Exclude<z.infer<typeof accessory>, { type: 'image' }>
  | z.infer<typeof actionsElement>
  | z.infer<typeof inputElement>;

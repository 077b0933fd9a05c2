import { ButtonStyle, ComponentType } from 'discord.js';
import { z } from 'zod';
import { fault } from './errors.ts';

/** A string of `min` to `max` characters. */
export const text = (max: number, min = 1) => z.string().min(min).max(max);
/** A whole number from `min` to `max`. */
export const whole = (min: number, max: number) => z.int().min(min).max(max);
export const snowflake = z.string().regex(/^\d{1,20}$/);

const id = z.int().min(0).nullish();
export const customId = text(100);
const emoji = z
  .object({ id: snowflake.nullish(), name: text(32).nullish(), animated: z.boolean().nullish() })
  .refine(({ id, name }) => id || /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(name ?? ''), {
    params: { code: 'COMPONENT_INVALID_EMOJI' },
    message: 'Invalid emoji',
  })
  .nullish();

const button = z
  .object({
    type: z.literal(ComponentType.Button),
    id,
    style: z.enum(ButtonStyle),
    custom_id: customId.nullish(),
    label: text(80, 0).nullish(),
    disabled: z.boolean().nullish(),
    url: z.url().max(512).nullish(),
    emoji,
  })
  .superRefine((it, issues) => {
    const link = it.style === ButtonStyle.Link;
    if (link && (!it.url || it.custom_id))
      issues.addIssue(fault('BASE_TYPE_REQUIRED', 'A link button has a url alone', ['url']));
    if (!link && (!it.custom_id || it.url))
      issues.addIssue(fault('BASE_TYPE_REQUIRED', 'A custom id is required', ['custom_id']));
    if (!it.label && !it.emoji)
      issues.addIssue(fault('BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A button needs a label or an emoji'));
  });

const option = z.object({
  label: text(100),
  value: text(100),
  description: text(100, 0).nullish(),
  default: z.boolean().nullish(),
  emoji,
});

/** The rules that all lists of options share: each value once, and a count that can be met. */
export function checkOptions(
  it: { options: { value: string }[]; min_values?: number | null | undefined; max_values?: number | null | undefined },
  issues: z.RefinementCtx,
): void {
  const seen = new Set<string>();
  for (const [index, { value }] of it.options.entries()) {
    if (seen.has(value))
      issues.addIssue(
        fault('SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used', [
          'options',
          index,
          'value',
        ]),
      );
    seen.add(value);
  }
  const most = it.max_values ?? 1;
  if (most > it.options.length || (it.min_values ?? 0) > most)
    issues.addIssue(fault('BASE_TYPE_BAD_LENGTH', 'There are fewer options than values asked for', ['max_values']));
}

const selectBase = {
  id,
  custom_id: customId,
  placeholder: text(150, 0).nullish(),
  min_values: whole(0, 25).nullish(),
  max_values: whole(1, 25).nullish(),
  disabled: z.boolean().nullish(),
  required: z.boolean().nullish(),
};
const defaults = z
  .array(z.object({ id: snowflake, type: z.string() }))
  .max(25)
  .nullish();

/** The five kinds of select menu, in messages and in modals. */
export const selects = [
  z
    .object({ type: z.literal(ComponentType.StringSelect), ...selectBase, options: z.array(option).min(1).max(25) })
    .superRefine(checkOptions),
  z.object({ type: z.literal(ComponentType.UserSelect), ...selectBase, default_values: defaults }),
  z.object({ type: z.literal(ComponentType.RoleSelect), ...selectBase, default_values: defaults }),
  z.object({ type: z.literal(ComponentType.MentionableSelect), ...selectBase, default_values: defaults }),
  z.object({
    type: z.literal(ComponentType.ChannelSelect),
    ...selectBase,
    channel_types: z.array(z.int()).nullish(),
    default_values: defaults,
  }),
] as const;

/** One row: up to five buttons, or one select. */
export const actionRow = z
  .object({
    type: z.literal(ComponentType.ActionRow),
    id,
    components: z
      .array(z.discriminatedUnion('type', [button, ...selects]))
      .min(1)
      .max(5),
  })
  .superRefine(({ components }, issues) => {
    if (components.length > 1 && components.some(it => it.type !== ComponentType.Button))
      issues.addIssue(
        fault('COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width', [
          'components',
          1,
        ]),
      );
  });

export const textDisplay = z.object({ type: z.literal(ComponentType.TextDisplay), id, content: text(4000) });
const media = z.object({ url: text(2048) });
const described = { description: text(1024).nullish(), spoiler: z.boolean().nullish() };
const thumbnail = z.object({ type: z.literal(ComponentType.Thumbnail), id, media, ...described });
const file = z.object({
  type: z.literal(ComponentType.File),
  id,
  file: z.object({ url: z.string().startsWith('attachment://') }),
  spoiler: z.boolean().nullish(),
});

const contents = [
  actionRow,
  textDisplay,
  file,
  z.object({
    type: z.literal(ComponentType.Section),
    id,
    components: z.array(textDisplay).min(1).max(3),
    accessory: z.discriminatedUnion('type', [button, thumbnail]),
  }),
  z.object({
    type: z.literal(ComponentType.MediaGallery),
    id,
    items: z
      .array(z.object({ media, ...described }))
      .min(1)
      .max(10),
  }),
  z.object({
    type: z.literal(ComponentType.Separator),
    id,
    divider: z.boolean().nullish(),
    spacing: z.literal([1, 2]).nullish(),
  }),
] as const;

const container = z.object({
  type: z.literal(ComponentType.Container),
  id,
  accent_color: whole(0, 0xffffff).nullish(),
  spoiler: z.boolean().nullish(),
  components: z.array(z.discriminatedUnion('type', contents)).min(1).max(40),
});

/** What may stand at the top of a Components V2 message. */
export const topLevel = z.discriminatedUnion('type', [...contents, container]);

import { ApplicationCommandOptionType as Kind, PermissionFlagsBits, ApplicationCommandType as Type } from 'discord.js';
import { z } from 'zod';
import { text, whole } from './components.ts';
import { fault, readForm } from './errors.ts';

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const TOTAL = 8000;

const name = z.string().refine(it => NAME.test(it) && it === it.toLowerCase(), {
  params: { code: 'APPLICATION_COMMAND_INVALID_NAME' },
  message: 'Command name is invalid',
});
const base = { name, description: text(100), required: z.boolean().nullish() };

const choices = <V extends z.ZodType>(value: V) =>
  z
    .array(z.object({ name: text(100), value }))
    .max(25)
    .nullish();
const autocomplete = z.boolean().nullish();
const numeric = { autocomplete, min_value: z.number().nullish(), max_value: z.number().nullish() };

const plain = [
  z.object({
    type: z.literal(Kind.String),
    ...base,
    autocomplete,
    min_length: whole(0, 6000).nullish(),
    max_length: whole(1, 6000).nullish(),
    choices: choices(text(100, 0)),
  }),
  z.object({ type: z.literal(Kind.Integer), ...base, ...numeric, choices: choices(z.int()) }),
  z.object({ type: z.literal(Kind.Number), ...base, ...numeric, choices: choices(z.number()) }),
  z.object({ type: z.literal(Kind.Channel), ...base, channel_types: z.array(z.int()).nullish() }),
  z.object({ type: z.literal([Kind.Boolean, Kind.User, Kind.Role, Kind.Mentionable, Kind.Attachment]), ...base }),
] as const;
/** One option that a person gives a value for. */
export type ValueOption = z.output<(typeof plain)[number]>;

/** The rules of one option's choices. */
function checkChoices(
  it: { choices?: { name: string }[] | null | undefined; autocomplete?: boolean | null | undefined } | object,
  issues: z.RefinementCtx,
): void {
  if (!('choices' in it) || !it.choices) return;
  if (it.autocomplete && it.choices.length)
    issues.addIssue(
      fault('APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE', 'Choices and autocomplete exclude each other'),
    );
  if (new Set(it.choices.map(choice => choice.name)).size < it.choices.length)
    issues.addIssue(
      fault('APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_DUPLICATE', 'Choice names must be unique', ['choices']),
    );
}

type Leveled = { type: Kind; name: string; required?: boolean | null | undefined };

/** The rules that hold among the options of one level. */
function checkLevel(options: Leveled[], issues: z.RefinementCtx): void {
  const nested = options.filter(it => it.type === Kind.Subcommand || it.type === Kind.SubcommandGroup);
  if (nested.length && nested.length < options.length)
    issues.addIssue(
      fault(
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'Sub-command and sub-command group option types are mutually exclusive to all other types',
      ),
    );
  const optional = options.findIndex(it => !it.required);
  const late = options.findLastIndex(it => it.required);
  if (optional >= 0 && late > optional)
    issues.addIssue(
      fault(
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
        [late],
      ),
    );
  for (const [index, option] of options.entries())
    if (options.findIndex(it => it.name === option.name) < index)
      issues.addIssue(
        fault('APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE', 'Option names must be unique', [index, 'name']),
      );
}

const level = <O extends z.ZodType<Leveled>>(option: O) =>
  z.array(option.superRefine(checkChoices)).max(25).superRefine(checkLevel).nullish();

const named = { name, description: text(100), required: z.null().optional() };
const subcommand = z.object({
  type: z.literal(Kind.Subcommand),
  ...named,
  options: level(z.discriminatedUnion('type', plain)),
});
const group = z.object({
  type: z.literal(Kind.SubcommandGroup),
  ...named,
  options: level(z.discriminatedUnion('type', [subcommand])),
});

/** Who may use a command, and where. */
const reach = {
  default_member_permissions: z
    .union([z.string().regex(/^\d+$/), z.int()])
    .transform(String)
    .nullish(),
  dm_permission: z.boolean().nullish(),
  contexts: z.array(whole(0, 2)).min(1).nullish(),
  integration_types: z.array(whole(0, 1)).min(1).nullish(),
  nsfw: z.boolean().nullish(),
};
const typed = z.object({
  name,
  description: text(100),
  type: z.literal(Type.ChatInput),
  options: level(z.discriminatedUnion('type', [...plain, subcommand, group])),
  ...reach,
});
/** In the menu of a user or a message: any letters and blanks in its name, no description and no options. */
const fromMenu = z.object({
  name: text(32),
  description: text(0, 0)
    .nullish()
    .transform(() => ''),
  type: z.literal([Type.User, Type.Message]),
  options: z.array(z.never()).max(0).nullish(),
  ...reach,
});
/** One that says of no kind is one to type. */
const command = z.preprocess(
  it => (typeof it === 'object' && it !== null && !('type' in it) ? { type: Type.ChatInput, ...it } : it),
  z.discriminatedUnion('type', [typed, fromMenu]),
);
/** How many there may be of each kind. */
const MOST = { [Type.ChatInput]: 100, [Type.User]: 5, [Type.Message]: 5 } as const;

type Sized = {
  name: string;
  description: string;
  choices?: { name: string; value: unknown }[] | null | undefined;
  options?: Sized[] | null | undefined;
};

/** The characters of a command that count toward the limit of 8000. */
const size = (it: Sized): number =>
  it.name.length +
  it.description.length +
  (it.choices ?? []).reduce((sum, choice) => sum + choice.name.length + String(choice.value).length, 0) +
  (it.options ?? []).reduce((sum, nested) => sum + size(nested), 0);

const commandSet = z
  .array(
    command.superRefine((it, issues) => {
      if (size(it) > TOTAL)
        issues.addIssue(fault('APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${TOTAL})`));
    }),
  )
  .superRefine((list, issues) => {
    for (const [kind, most] of Object.entries(MOST))
      if (list.filter(({ type }) => type === Number(kind)).length > most)
        issues.addIssue(fault('BASE_TYPE_BAD_LENGTH', `Must be ${most} or fewer in length.`));
    for (const [index, { name, type }] of list.entries())
      if (list.findIndex(it => it.name === name && it.type === type) < index)
        issues.addIssue(
          fault('APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique', [index, 'name']),
        );
  });

interface Registered {
  id: string;
  application_id: string;
  version: string;
}
export type Command = z.output<typeof command> & Registered;
/** One that people type. */
export type TypedCommand = z.output<typeof typed> & Registered;
export const isTyped = (it: Command): it is TypedCommand => it.type === Type.ChatInput;

/** Reads the body of PUT /applications/{id}/commands; throws 50035 where it breaks a rule. */
export const readCommands = (json: unknown): z.output<typeof command>[] => readForm(commandSet, json);

/** Whether somebody with these permissions is offered the command in a guild; null permissions mean in a direct message. */
export function offers(it: Command, permissions: bigint | null): boolean {
  if (permissions === null) return it.contexts ? it.contexts.includes(1) : it.dm_permission !== false;
  if (it.contexts && !it.contexts.includes(0)) return false;
  if (it.default_member_permissions == null || permissions & PermissionFlagsBits.Administrator) return true;
  const needed = BigInt(it.default_member_permissions);
  return needed !== 0n && (permissions & needed) === needed;
}

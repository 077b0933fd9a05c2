import { isDeepStrictEqual } from 'node:util';
import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type REST,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import type { Command } from '../../core/commands/command.ts';
import { isCompletedAsTyped } from '../../core/commands/completions.ts';
import { type OptionSpec, optionSpecs } from '../../core/commands/options.ts';
import { clip } from '../clip.ts';
import { discord } from '../limits.ts';

/** A command as Discord lists it. Organizers' commands are for whoever may manage the server, unless it says otherwise. */
export function toApplicationCommand(command: Command): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const organizers = command.audience === 'organizer';
  const opensForm = command.form?.opensIncomplete === true;
  const options = optionSpecs(command.options)
    .filter(({ hidden }) => !hidden)
    .map(spec => toOption(spec, opensForm, isCompletedAsTyped(command, spec)))
    .toSorted((one, other) => Number(other.required ?? false) - Number(one.required ?? false));
  return {
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    description: command.description,
    options,
    ...(organizers ? IN_ITS_SERVERS : WITH_A_PERSON),
    default_member_permissions: organizers ? String(PermissionFlagsBits.ManageGuild) : null,
  };
}

/** What stands under "Apps" at every message, for a command that opens from there. */
const toMessageCommand = ({ fromMessage }: Command): RESTPostAPIContextMenuApplicationCommandsJSONBody[] =>
  fromMessage
    ? [
        {
          type: ApplicationCommandType.Message,
          name: fromMessage.label,
          ...WITH_A_PERSON,
          default_member_permissions: null,
        },
      ]
    : [];

/** Where the bot was invited. */
const IN_ITS_SERVERS = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
};
/** There too, and wherever somebody goes who installed it to their own account: any server, group or direct message. */
const WITH_A_PERSON = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};

/** A command whose form opens where something is missing asks for nothing up front. */
function toOption(spec: OptionSpec, opensForm: boolean, completed: boolean): APIApplicationCommandBasicOption {
  const base = {
    name: spec.name,
    description: clip(spec.description, discord.commandDescription),
    required: spec.required && !opensForm,
  };
  if (completed) return { ...base, type: ApplicationCommandOptionType.String, autocomplete: true };
  switch (spec.kind) {
    case 'integer':
      return {
        ...base,
        type: ApplicationCommandOptionType.Integer,
        ...(spec.min !== undefined && { min_value: spec.min }),
        ...(spec.max !== undefined && { max_value: spec.max }),
      };
    case 'boolean':
      return { ...base, type: ApplicationCommandOptionType.Boolean };
    case 'file':
      return { ...base, type: ApplicationCommandOptionType.Attachment };
    case 'channel':
      return {
        ...base,
        type: ApplicationCommandOptionType.Channel,
        channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
      };
    case 'choice':
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        choices: (spec.choices ?? []).map(({ value, label }) => ({ name: label, value })),
      };
    default:
      return { ...base, type: ApplicationCommandOptionType.String };
  }
}

/** Registers the commands where what Discord has differs; tells whether it did. */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  commands: readonly Command[],
): Promise<boolean> {
  const wanted = [
    ...commands.filter(({ internal }) => !internal).map(toApplicationCommand),
    ...commands.flatMap(toMessageCommand),
  ];
  const route = Routes.applicationCommands(applicationId);
  const listed = (await rest.get(route)) as Record<string, unknown>[];
  // It stands beside ours, and a list without it is refused.
  const entryPoints = listed.filter(({ type }) => type === ApplicationCommandType.PrimaryEntryPoint);
  const present = listed.filter(command => !entryPoints.includes(command));
  const same =
    present.length === wanted.length &&
    wanted.every(command => present.some(other => isDeepStrictEqual(plain(command), plain(other, command))));
  if (!same) await rest.put(route, { body: [...wanted, ...entryPoints] });
  return !same;
}

/** Without what Discord adds and without what says nothing, so that two descriptions of one command are equal. */
function plain(value: unknown, like: unknown = value): unknown {
  if (Array.isArray(value)) return value.map((item, index) => plain(item, Array.isArray(like) ? like[index] : item));
  if (typeof value !== 'object' || value === null) return value;
  const wanted = new Set(Object.keys((like ?? {}) as object));
  const told = Object.entries(value).filter(([key, item]) => wanted.has(key) && item !== undefined && item !== false);
  return Object.fromEntries(
    told
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([key, item]) => [key, plain(item, (like as Record<string, unknown>)[key])]),
  );
}

import type {
  Attachment,
  ChatInputCommandInteraction,
  MessageComponentInteraction,
  ModalSubmitInteraction,
} from 'discord.js';
import type { RawOptions } from '../../core/commands/call.ts';

/** A text file is small; a larger one is not read. */
const MOST_BYTES = 2_000_000;

/** What the files hold that came with a command or a form, by option. Reads them over the network: acknowledge first. */
export async function readFiles(
  interaction: ChatInputCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction,
): Promise<RawOptions> {
  const given: [string, Attachment | undefined][] = interaction.isChatInputCommand()
    ? interaction.options.data.map(({ name, attachment }) => [name, attachment ?? undefined])
    : interaction.isModalSubmit()
      ? [...interaction.fields.fields.values()].map(field => [
          field.customId,
          'attachments' in field ? field.attachments?.first() : undefined,
        ])
      : [];
  const read = given.map(async ([name, file]) => (file ? [[name, await readText(file)] as const] : []));
  return Object.fromEntries((await Promise.all(read)).flat());
}

/** Too long or unreadable files come out as what the option's own check refuses. */
async function readText({ url, size }: Attachment): Promise<string> {
  if (size > MOST_BYTES) return 'x'.repeat(MOST_BYTES + 1);
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  return response.ok ? response.text() : '';
}

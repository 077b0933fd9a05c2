import type {
  Attachment,
  ChatInputCommandInteraction,
  MessageComponentInteraction,
  ModalSubmitInteraction,
} from 'discord.js';
import type { RawOptions } from '../../core/commands/call.ts';
import { readTextFile, type UnreadWhy } from '../textFile.ts';

/** What the files hold that came with a command or a form, by option, or why one of them could not be read. */
export async function readFiles(
  interaction: ChatInputCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction,
): Promise<{ ok: true; options: RawOptions } | { ok: false; why: UnreadWhy }> {
  const given: [string, Attachment | undefined][] = interaction.isChatInputCommand()
    ? interaction.options.data.map(({ name, attachment }) => [name, attachment ?? undefined])
    : interaction.isModalSubmit()
      ? [...interaction.fields.fields.values()].map(field => [
          field.customId,
          'attachments' in field ? field.attachments?.first() : undefined,
        ])
      : [];
  const options: RawOptions = {};
  for (const [name, file] of given) {
    if (!file) continue;
    const read = await readTextFile(file);
    if (!read.ok) return read;
    options[name] = read.text;
  }
  return { ok: true, options };
}

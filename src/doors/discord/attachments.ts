import type { Attachment } from 'discord.js';
import type { RawOptions } from '../../core/commands/call.ts';
import { type FileSource, fetchFile, type UnreadWhy } from '../givenFile.ts';
import type { Answerable } from './replies.ts';

/** The files that came with a command or a form, by option. */
export function filesOf(interaction: Answerable): Record<string, FileSource> {
  const given: [string, Attachment | null | undefined][] = interaction.isChatInputCommand()
    ? interaction.options.data.map(({ name, attachment }) => [name, attachment])
    : interaction.isModalSubmit()
      ? [...interaction.fields.fields.values()].map(field => [
          field.customId,
          'attachments' in field ? field.attachments?.first() : undefined,
        ])
      : [];
  return Object.fromEntries(
    given.flatMap(([option, file]) => (file ? [[option, { url: file.url, size: file.size, name: file.name }]] : [])),
  );
}

/** What they hold, or why one of them could not be read. */
export async function readFiles(
  files: Record<string, FileSource>,
): Promise<{ ok: true; options: RawOptions } | { ok: false; why: UnreadWhy }> {
  const options: RawOptions = {};
  for (const [option, file] of Object.entries(files)) {
    const read = await fetchFile(file);
    if (!read.ok) return read;
    options[option] = read.option;
  }
  return { ok: true, options };
}

import type { types } from '@slack/bolt';
import { call } from '../../core/commands/call.ts';
import type { Answer } from '../../core/ports/request.ts';
import { MOST_FILES, tooManyFiles, unreadableFile } from '../errorCards.ts';
import type { Answers } from './answers.ts';
import type { Client } from './clients.ts';
import { readFile } from './files.ts';
import type { PayloadOrigin } from './payloadOrigin.ts';

/** A message with files that somebody wrote to the bot. */
type FileMessage = types.FileShareMessageEvent;

interface Parts {
  web: Client;
  answers: Answers;
}

/** What an import of each file would do, one answer a file. Asks Slack for the files: what is written is acknowledged before. */
export async function* answersToFiles(
  { files = [] }: Pick<FileMessage, 'files'>,
  origin: PayloadOrigin,
  { web, answers }: Parts,
): AsyncGenerator<Answer> {
  const choose = call('my-data', { do: 'import' });
  for (const [index, { id }] of files.slice(0, MOST_FILES).entries()) {
    const of = { ...origin, requestId: `${origin.requestId}:${index}` };
    const read = await readFile(id, web);
    yield read.ok
      ? answers.answer({ ...choose, options: { ...choose.options, file: read.option } }, 'command', of)
      : answers.addressed(unreadableFile(read.why, 'Slack', choose, read.reference).card, choose, of);
  }
  if (files.length > MOST_FILES) yield tooManyFiles(files.length);
}

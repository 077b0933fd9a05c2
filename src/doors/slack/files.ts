import type { ViewOutput } from '@slack/bolt';
import type { RawOptions } from '../../core/commands/call.ts';
import { whyUnread } from '../errorCards.ts';
import { fetchFile, type UnreadWhy } from '../givenFile.ts';
import { givenFile } from '../limits.ts';
import { meaningOnSlack, referenceOf } from '../refusals.ts';
import { type Client, slackReasonOf } from './clients.ts';

type Submitted = Pick<ViewOutput, 'state'>;

export const filesIn = ({ state }: Submitted) =>
  Object.entries(state.values).flatMap(([option, fields]) =>
    Object.values(fields).flatMap(({ files = [] }) =>
      files.slice(0, 1).map(({ id, size = 0 }) => ({ option, id, size })),
    ),
  );

/** What is wrong with the files of a submission, by option, as far as Slack says it without a question. */
export const fileErrors = (view: Submitted): Record<string, string> =>
  Object.fromEntries(
    filesIn(view).flatMap(({ option, size }) =>
      size > givenFile.bytes ? [[option, whyUnread('too-large', 'Slack')]] : [],
    ),
  );

/**
 * What the files of a submission hold, by option, or why one could not be read. Asks Slack: acknowledge first, where it
 * takes long. Never throws.
 */
export async function readFiles(view: Submitted, web: Client): Promise<Read> {
  const options: RawOptions = {};
  for (const { option, id } of filesIn(view)) {
    const read = await readFile(id, web);
    if (!read.ok) return read;
    options[option] = read.option;
  }
  return { ok: true, options };
}

type Unread = { ok: false; why: UnreadWhy; reference?: string | undefined };
type Read = { ok: true; options: RawOptions } | Unread;

/** A file as an option carries it, or why it could not be had. Never throws. */
export async function readFile(id: string, web: Client): Promise<{ ok: true; option: string } | Unread> {
  try {
    const { file } = await web.files.info({ file: id });
    const url = file?.url_private_download ?? file?.url_private;
    if (!url) return { ok: false, why: 'refused' };
    const { size, name } = file ?? {};
    return await fetchFile({ url, headers: { authorization: `Bearer ${web.bearer}` }, size, name });
  } catch (error) {
    const { kind, reason } = meaningOnSlack(slackReasonOf(error));
    const why =
      kind === 'file-gone' ? 'gone' : reason === 'unreachable' || reason === 'rate-limited' ? 'unreachable' : 'refused';
    return { ok: false, why, reference: referenceOf(error) };
  }
}

import type { ViewOutput } from '@slack/bolt';
import type { RawOptions } from '../../core/commands/call.ts';
import { UserError } from '../../core/errors.ts';
import type { Client } from './clients.ts';

/** As much as an option of the kind `file` holds. */
const MOST_BYTES = 2_000_000;
const TIMEOUT_MS = 20_000;

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
      size > MOST_BYTES ? [[option, 'This file is larger than 2 MB. Choose a smaller one, or a part of it.']] : [],
    ),
  );

/** What the files of a submission hold, by option. Asks Slack: acknowledge first. @throws UserError or Slack's refusal */
export async function readFiles(view: Submitted, web: Client): Promise<RawOptions> {
  const read = filesIn(view).map(async ({ option, id }) => [option, await contentOf(id, web)] as const);
  return Object.fromEntries(await Promise.all(read));
}

async function contentOf(id: string, web: Client): Promise<string> {
  const { file } = await web.files.info({ file: id });
  const url = file?.url_private_download ?? file?.url_private;
  if (!url) throw new Error('files.info gave no address');
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${web.token}` },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  // Instead of a refusal Slack may show its sign-in page.
  const isPage = response.headers.get('content-type')?.startsWith('text/html');
  if (!response.ok || isPage) throw new Error(`download ${response.status}`);
  const bytes = await response.bytes();
  if (bytes.length > MOST_BYTES) throw new UserError('This file is larger than 2 MB. Choose a smaller one.');
  return textOf(bytes);
}

/** Spreadsheets save CSV as UTF-8, as UTF-16 with a mark at its start, or in Windows' own letters. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes.includes(0)) throw new UserError('This is not a text file. Save the spreadsheet as CSV first.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

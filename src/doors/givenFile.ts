import { fileToOption, type GivenFile } from '../core/commands/givenFile.ts';
import { givenFile } from './limits.ts';

/** Why a file that somebody gave could not be read. */
export type UnreadWhy =
  /** Larger than what is read. */
  | 'too-large'
  /** The platform has it no more. */
  | 'gone'
  /** The platform did not hand it over: it answered no, or showed its sign-in page. */
  | 'refused'
  /** It did not come in time. */
  | 'slow'
  /** The platform could not be reached, or broke off. */
  | 'unreachable'
  | 'empty';

/** A file as an option carries it: what it holds is for the core to find out. */
type FetchedFile = { ok: true; option: string } | { ok: false; why: UnreadWhy };

/** Where a file is to be had. */
export interface FileSource {
  url: string;
  headers?: Record<string, string>;
  /** As the platform says it. */
  size?: number | undefined;
  name?: string | undefined;
}

const unread = (why: UnreadWhy): FetchedFile => ({ ok: false, why });

/** Reads a file over the network: the one way for all doors. Takes as long as `ms`: acknowledge first. Never throws. */
export async function fetchFile(
  { url, headers = {}, size = 0, name = '' }: FileSource,
  { bytes: most, ms }: { bytes: number; ms: number } = givenFile,
): Promise<FetchedFile> {
  if (size > most) return unread('too-large');
  const signal = AbortSignal.timeout(ms);
  try {
    const response = await fetch(url, { headers, signal });
    if (!response.ok) {
      await response.body?.cancel();
      return unread(whyNot(response.status));
    }
    // Instead of a refusal a platform may show its sign-in page.
    const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
    if (isPage && !/\.html?$/i.test(name)) {
      await response.body?.cancel();
      return unread('refused');
    }
    const bytes = await readAtMost(most, response);
    return bytes ? takeFile({ name, bytes }) : unread('too-large');
  } catch {
    return unread(signal.aborted ? 'slow' : 'unreachable');
  }
}

function whyNot(status: number): UnreadWhy {
  if (status === 404 || status === 410) return 'gone';
  return status >= 500 || status === 429 ? 'unreachable' : 'refused';
}

/** The body, or undefined where it is longer, whatever its head says. */
async function readAtMost(most: number, response: Response): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    // Leaving the loop ends the download.
    if (length > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A file whose bytes are here. */
export function takeFile(file: GivenFile): FetchedFile {
  if (file.bytes.length > givenFile.bytes) return unread('too-large');
  return file.bytes.length === 0 ? unread('empty') : { ok: true, option: fileToOption(file) };
}

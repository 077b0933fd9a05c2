import { textFile } from './limits.ts';

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
  | 'empty'
  /** No text: a workbook or a picture, say. */
  | 'binary';

export type TextFile = { ok: true; text: string } | { ok: false; why: UnreadWhy };

/** Where a file is to be had. */
export interface FileSource {
  url: string;
  headers?: Record<string, string>;
  /** As the platform says it. */
  size?: number | undefined;
  name?: string | undefined;
}

const unread = (why: UnreadWhy): TextFile => ({ ok: false, why });

/** Reads a text file over the network: the one way for all doors. Takes as long as `ms`: acknowledge first. Never throws. */
export async function readTextFile(
  { url, headers = {}, size = 0, name = '' }: FileSource,
  { bytes: most, ms }: { bytes: number; ms: number } = textFile,
): Promise<TextFile> {
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
    return bytes ? decodeText(bytes) : unread('too-large');
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

/**
 * Spreadsheets save CSV as UTF-8 with or without a mark at its start, as UTF-16 of either order, or in Windows' own
 * letters.
 */
export function decodeText(bytes: Uint8Array): TextFile {
  const encoding = encodingOf(bytes);
  if (!encoding) return unread('binary');
  const text = new TextDecoder(encoding).decode(bytes);
  return text.trim() === '' ? unread('empty') : { ok: true, text };
}

function encodingOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (bytes.includes(0)) return unmarkedUtf16(bytes);
  if (isUtf8(bytes)) return 'utf-8';
  // A text has no other control characters than these; a picture or a PDF soon has one.
  return bytes.every(byte => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)
    ? 'windows-1252'
    : undefined;
}

/** In western text every second byte of UTF-16 is nought: which one says the order. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const start = bytes.subarray(0, 256);
  const zeros = [0, 1].map(odd => start.filter((byte, index) => byte === 0 && index % 2 === odd).length);
  const [even = 0, odd = 0] = zeros;
  const most = start.length / 2;
  if (bytes.length % 2 === 0 && odd > most * 0.7 && even === 0) return 'utf-16le';
  if (bytes.length % 2 === 0 && even > most * 0.7 && odd === 0) return 'utf-16be';
  return undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

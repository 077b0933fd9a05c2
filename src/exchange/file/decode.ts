import { cleanText } from '../../core/cards/cleanText.ts';

/**
 * What a file of text says: UTF-8 with or without a mark at its start, UTF-16 of either order, or Windows' own letters.
 * Undefined where it is no text.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encoding = encodingOf(bytes);
  return encoding && cleanText(new TextDecoder(encoding).decode(bytes));
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

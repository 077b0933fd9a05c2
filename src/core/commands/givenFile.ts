/** The largest file that anybody may give, in bytes. */
export const MOST_FILE_BYTES = 2_000_000;
/** What an option of the kind `file` may hold: that many bytes in base64, and the file's name. */
export const LONGEST_FILE_OPTION = Math.ceil(MOST_FILE_BYTES / 3) * 4 + 1000;

/** A file that somebody gave: what it is, is for its reader to find out. */
export interface GivenFile {
  name: string;
  bytes: Uint8Array;
}

const HEAD = /^data:;name=([^;,]{0,900});base64,/;
const LONGEST_NAME = 100;

/** A file as the text of an option. */
export function fileToOption({ name, bytes }: GivenFile): string {
  const said = encodeURIComponent(name.toWellFormed().slice(-LONGEST_NAME).toWellFormed());
  return `data:;name=${said.slice(0, 900).replace(/%[\dA-F]?$/, '')};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** Reads what {@link fileToOption} writes; any other text is the file itself, without a name. */
export function optionToFile(text: string): GivenFile {
  const head = HEAD.exec(text);
  if (!head) return { name: '', bytes: Buffer.from(text) };
  return { name: nameOf(head[1] ?? ''), bytes: Buffer.from(text.slice(head[0].length), 'base64') };
}

function nameOf(said: string): string {
  try {
    return decodeURIComponent(said);
  } catch {
    return '';
  }
}

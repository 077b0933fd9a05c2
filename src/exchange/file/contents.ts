import type { GivenFile } from '../../core/commands/givenFile.ts';
import { MOST_FILE_BYTES } from '../../core/commands/givenFile.ts';
import { UserError } from '../../core/ports/errors.ts';
import { decodeText } from './decode.ts';
import { namesInZip, unzipWithin } from './unzip.ts';
import { readWorkbook, type Workbook } from './workbook.ts';

/** What a file is by what stands in it, whatever it is called. */
export type Contents =
  | { kind: 'notebook'; text: string }
  | { kind: 'text table'; text: string }
  | ({ kind: 'workbook' } & Workbook)
  | { kind: 'contacts'; text: string }
  | { kind: 'calendar'; text: string };

const WANTED =
  'I read CSV and Excel files (.xlsx), contacts (.vcf), calendar events (.ics) and your own notebook.json.';

/** @throws UserError where it is nothing that is read, saying what it is and what to do */
export async function contentsOf({ name, bytes }: GivenFile): Promise<Contents> {
  if (bytes.length > MOST_FILE_BYTES)
    throw new UserError('This file is larger than 2 MB. Choose a smaller one, or a part of it.');
  if (startsWith(bytes, ZIP)) return ofZip(bytes);
  const foreign = FOREIGN.find(({ signs }) => signs.some(sign => startsWith(bytes, sign)));
  if (foreign) throw new UserError(`${foreign.is} ${foreign.instead ?? WANTED}`);
  const text = decodeText(bytes);
  if (text === undefined) throw new UserError(`I can’t read that file. ${WANTED}`);
  return ofText(text, name);
}

const startsWith = (bytes: Uint8Array, sign: readonly number[]): boolean =>
  sign.every((byte, index) => bytes[index] === byte);

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Files that people take for a spreadsheet, by their first bytes. */
const FOREIGN: readonly { signs: readonly (readonly number[])[]; is: string; instead?: string }[] = [
  { signs: [[0x25, 0x50, 0x44, 0x46]], is: 'That is a PDF, and I can’t read tables out of one.' },
  {
    signs: [[0xd0, 0xcf, 0x11, 0xe0]],
    is: 'That is an old Excel file, or one with a password.',
    instead: 'Open it and save it as .xlsx or CSV without a password.',
  },
  {
    signs: [
      [0x89, 0x50, 0x4e, 0x47],
      [0xff, 0xd8, 0xff],
      [0x47, 0x49, 0x46, 0x38],
    ],
    is: 'That is a picture, and I can’t read text in pictures.',
  },
];

async function ofZip(bytes: Uint8Array): Promise<Contents> {
  let names: string[];
  try {
    names = namesInZip(bytes);
  } catch {
    throw new UserError('That file is damaged: it breaks off before its end. Save or download it once more.');
  }
  const has = (pattern: RegExp) => names.some(name => pattern.test(name));
  if (has(/^xl\/workbook\.xml$/i)) return { kind: 'workbook', ...(await readWorkbook(bytes)) };
  if (has(/^notebook\.json$/)) return ofText(notebookIn(bytes), 'notebook.json');
  if (has(/^word\//)) throw new UserError(`That is a Word document. ${WANTED}`);
  if (has(/^(?:Index\/|Index\.zip$)/))
    throw new UserError('That is a Numbers file. In Numbers choose File, Export To, Excel or CSV, and send that.');
  if (has(/^content\.xml$/))
    throw new UserError('That is an OpenDocument file. Save it as .xlsx or CSV, and send that.');
  throw new UserError('That is a zip file. Unpack it, and send the CSV or Excel file that is in it.');
}

/** An export of ours is sent back as it came. */
function notebookIn(bytes: Uint8Array): string {
  const found = unzipWithin(bytes, name => name === 'notebook.json');
  const [notebook] = Object.values(found ?? {});
  if (!notebook) throw new UserError('The notebook.json in that zip unpacks to more than I read.');
  return decodeText(notebook) ?? '';
}

function ofText(given: string, name: string): Contents {
  const text = given.replace(/^\uFEFF/, '');
  const start = text.slice(0, 200).trimStart().toUpperCase();
  if (start === '') throw new UserError('That file is empty. Choose the one with your entries in it.');
  if (start.startsWith('{')) return { kind: 'notebook', text };
  if (start.startsWith('BEGIN:VCARD')) return { kind: 'contacts', text };
  if (start.startsWith('BEGIN:VCALENDAR')) return { kind: 'calendar', text };
  if (/^<(?:!DOCTYPE|HTML|\?XML)/.test(start)) throw new UserError(`That is a web page or XML. ${WANTED}`);
  // What its first lines do not say, its name may.
  if (/\.vcf$/i.test(name) && /^BEGIN:VCARD/im.test(text)) return { kind: 'contacts', text };
  if (/\.ics$/i.test(name) && /^BEGIN:VEVENT/im.test(text)) return { kind: 'calendar', text };
  return { kind: 'text table', text };
}

import { zipSync } from 'fflate';
import { fileToOption } from '../../src/core/commands/givenFile.ts';
import { workbook } from '../support/files.ts';

/** The most that a file may hold. */
const MOST_LETTERS = 2_000_000;

const file = (name: string, bytes: Uint8Array) => fileToOption({ name, bytes });

const rows = <Row>(count: number, row: (index: number) => Row): Row[] =>
  Array.from({ length: count }, (_, index) => row(index));
const notebook = (tables: object) => JSON.stringify({ version: 1, exportedAt: 'x', profile: {}, tables });

/** The worst files of the allowed size that we could think of. */
export const worstFiles: Readonly<Record<string, string>> = {
  'thousands of rows that could point to patients': [
    'who,they,day,sentence',
    ...rows(4600, index => `Ann Lee${index},good,yesterday,pt John Smith${index} coded`),
  ].join('\n'),
  'names that share their words': ['name,role', ...rows(9000, index => `John Smith pt John ${index},nurse`)].join('\n'),
  'one line': `who,they,day,${'x'.repeat(MOST_LETTERS - 100)}`,
  'a quote that never ends': `who,they,day\n"${'Ann,good,yesterday\n'.repeat(100_000)}`,
  'many columns': `${rows(10_000, index => `c${index}`).join(',')}\n${','.repeat(10_000)}`,
  'nothing but separators': ','.repeat(MOST_LETTERS - 1),
  'nothing but line breaks': 'who,they,day'.padEnd(MOST_LETTERS - 1, '\n'),
  'a deep notebook': `{"version":1,"tables":${'['.repeat(900_000)}${']'.repeat(900_000)}}`,
  'a notebook of too many rows': notebook({
    Contact: rows(40_000, index => `{"id":"${index}"}`).map(text => JSON.parse(text)),
  }),
  'long notes': ['who,they,day,sentence', ...rows(1900, () => `Ann,good,yesterday,${'pt John '.repeat(120)}`)].join(
    '\n',
  ),
  'at signs': ['who,they,day,sentence', ...rows(1900, () => `Ann,good,yesterday,${'@a.'.repeat(330)}`)].join('\n'),
  'a workbook that unpacks to sixty megabytes': file(
    'bomb.xlsx',
    zipSync({ 'xl/workbook.xml': new Uint8Array(), 'xl/worksheets/sheet1.xml': new Uint8Array(60_000_000) }),
  ),
  'a workbook of ten thousand rows': file(
    'people.xlsx',
    workbook({ People: { rows: [['Name', 'Role'], ...rows(9999, index => [`Ann Lee${index % 400}`, 'nurse'])] } }),
  ),
  'thousands of contacts': rows(
    9000,
    index => `BEGIN:VCARD\nVERSION:3.0\nFN:Ann Lee${index}\nTITLE:Nurse\nEND:VCARD`,
  ).join('\n'),
  'thousands of events': `BEGIN:VCALENDAR\n${rows(9000, index => `BEGIN:VEVENT\nSUMMARY:Interview P${index}\nDTSTART:20261203T150000Z\nEND:VEVENT`).join('\n')}\nEND:VCALENDAR`,
  'a line that is folded without end': `BEGIN:VCARD\nFN:Ann${'\n a'.repeat(600_000)}\nEND:VCARD`,
};

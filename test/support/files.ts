import { strToU8, zipSync } from 'fflate';
import { parse } from 'yaml';

/** A text in the letters that programs save it in: UTF-8 where nothing is said. */
export function encoded(source: Buffer, as: string | undefined): Uint8Array {
  const text = source.toString();
  switch (as) {
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'windows-1252':
      return Buffer.from(text, 'latin1');
    default:
      return source;
  }
}

/** A cell: text, a number, true or false, nothing, or what a workbook has for a day or an hour. */
type BookCell = string | number | boolean | null | { day: string } | { time: string } | { at: string };

interface BookSheet {
  rows: readonly (readonly BookCell[])[];
  hidden?: boolean;
}

/** A workbook from its description: `sheets` by name, each with its rows. */
export const workbookOf = (description: string): Uint8Array => {
  const { sheets, date1904 = false }: { sheets: Record<string, BookSheet>; date1904?: boolean } = parse(description);
  return workbook(sheets, date1904);
};

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** The formats that the styles below give by number: none, m/d/yyyy, h:mm AM/PM, both. */
const STYLE = { day: 1, time: 2, at: 3 } as const;

/** The bytes of an Excel workbook, as Excel would write them. */
export function workbook(sheets: Record<string, BookSheet>, date1904 = false): Uint8Array {
  const names = Object.keys(sheets);
  const part = (content: string) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`);
  const strings: string[] = [];
  const parts = Object.entries(sheets).map(([, { rows }], index) => [
    `xl/worksheets/sheet${index + 1}.xml`,
    part(
      `<worksheet xmlns="${MAIN}"><sheetData>${rows.map((row, at) => rowXml(row, at + 1, strings, date1904)).join('')}</sheetData></worksheet>`,
    ),
  ]);
  const sheetTags = names.map(
    (name, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}"${sheets[name]?.hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = names.map((_, index) => relation(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`));
  return zipSync({
    '[Content_Types].xml': part(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    ),
    '_rels/.rels': part(
      `<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    'xl/workbook.xml': part(
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${sheetTags.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': part(
      `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}${relation(98, 'styles', 'styles.xml')}${relation(99, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ),
    'xl/styles.xml': part(
      `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="m/d/yyyy\\ h:mm\\ AM/PM"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="18" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    'xl/sharedStrings.xml': part(
      `<sst xmlns="${MAIN}">${strings.map(text => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    ),
    ...Object.fromEntries(parts),
  });
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const rowXml = (row: readonly BookCell[], number: number, strings: string[], date1904: boolean): string =>
  row.every(cell => cell === null)
    ? ''
    : `<row r="${number}">${row.map((cell, index) => cellXml(cell, `${columnName(index)}${number}`, strings, date1904)).join('')}</row>`;

const columnName = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : `${columnName(Math.floor(index / 26) - 1)}${String.fromCharCode(65 + (index % 26))}`;

function cellXml(cell: BookCell, ref: string, strings: string[], date1904: boolean): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${ref}" t="b"><v>${Number(cell)}</v></c>`;
  if (typeof cell === 'string') return `<c r="${ref}" t="s"><v>${strings.push(cell) - 1}</v></c>`;
  const [[kind, said]] = Object.entries(cell) as [[keyof typeof STYLE, string]];
  return `<c r="${ref}" s="${STYLE[kind]}"><v>${serial(kind, said, date1904)}</v></c>`;
}

function serial(kind: keyof typeof STYLE, said: string, date1904: boolean): number {
  const time =
    kind === 'time' ? Temporal.PlainTime.from(said) : kind === 'at' ? Temporal.PlainDateTime.from(said) : null;
  const part = time ? (time.hour * 60 + time.minute) / 1440 : 0;
  if (kind === 'time') return part;
  const epoch = date1904 ? Temporal.PlainDate.from('1904-01-01') : Temporal.PlainDate.from('1899-12-30');
  return epoch.until(Temporal.PlainDate.from(said.slice(0, 10))).days + part;
}

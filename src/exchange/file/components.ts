import { MOST_ROWS, refuseTooMany } from './table.ts';

/** A component of a vCard or calendar file as it stands there, its folded lines joined. */
export interface Component {
  /** The line that it begins on. */
  line: number;
  /** Between `BEGIN` and `END`. */
  lines: string[];
}

/** The components of a kind: each by itself, so that one that is broken spoils no other. */
export function componentsIn(text: string, kind: string): Component[] {
  const found: Component[] = [];
  let open: { line: number; lines: string[][] } | undefined;
  for (const [index, line] of text.split(/\r\n|[\r\n]/).entries()) {
    const plain = line.length > MOST_MARK ? '' : line.trim().toUpperCase();
    if (plain === `BEGIN:${kind}`) open = { line: index + 1, lines: [] };
    else if (plain === `END:${kind}`) {
      if (open) found.push({ line: open.line, lines: open.lines.map(parts => parts.join('')) });
      open = undefined;
      if (found.length > MOST_ROWS) refuseTooMany(found.length);
    } else if (open) fold(open.lines, line);
  }
  return found;
}

/** Longer than `BEGIN` with the name of a component. */
const MOST_MARK = 100;
const QUOTED = /^[^:]{0,200}ENCODING=QUOTED-PRINTABLE[^:]{0,200}:/i;

/** A line that begins with a blank goes on with the one before, and so does one after "=" in quoted-printable. */
function fold(lines: string[][], line: string): void {
  const parts = lines.at(-1);
  const [first = '', last = ''] = [parts?.[0], parts?.at(-1)];
  if (parts && last.endsWith('=') && QUOTED.test(first)) parts.splice(-1, 1, last.slice(0, -1), line);
  else if (parts && /^[ \t]/.test(line)) parts.push(line.slice(1));
  else lines.push([line]);
}

/** A property of a component: its name in capitals without its group, its parameters as they stand, its value decoded. */
export interface Property {
  name: string;
  parameters: string;
  value: string;
}

const LINE = /^(?:[A-Z0-9-]{1,60}\.)?([A-Z0-9-]{1,60})((?:;(?:"[^"]*"|[^":;])*)*):(.*)$/i;

/** Undefined where a line is no property. */
export function propertyOf(line: string): Property | undefined {
  const [, name, parameters = '', value = ''] = LINE.exec(line) ?? [];
  if (name === undefined) return undefined;
  const isQuoted = /ENCODING="?QUOTED-PRINTABLE/i.test(parameters);
  return { name: name.toUpperCase(), parameters, value: isQuoted ? unquoted(value, parameters) : value };
}

function unquoted(value: string, parameters: string): string {
  const [, charset = 'utf-8'] = /CHARSET="?([\w-]{1,40})/i.exec(parameters) ?? [];
  const bytes = value.replace(/=([\dA-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  const whole = [...bytes].every(letter => letter.charCodeAt(0) < 256);
  return whole ? decoderOf(charset).decode(Buffer.from(bytes, 'latin1')) : bytes;
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

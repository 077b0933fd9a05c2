import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

/** A text that somebody reads, and where it is written. */
export interface Said {
  /** From the root of the project. */
  file: string;
  line: number;
  /** What is filled in is shown as `{}`. */
  text: string;
}

const root = join(import.meta.dirname, '..');
/** What these are given is read by whoever mends the code. */
const FOR_DEVELOPERS = new Set(['RangeError', 'TypeError', 'Error']);
/** What is a word to read however short. */
const READ = new Set(['label', 'title', 'placeholder', 'description', 'answer', 'footer', 'hint', 'because', 'alt']);

/** Every text in the code, the texts and the README that a person may read, in the order of the files. */
export async function strings(): Promise<Said[]> {
  const files = await Array.fromAsync(glob('{src/**/*.{ts,md,yaml,html},README.md,docs/*.md}', { cwd: root }));
  const said = files
    .filter(file => !file.includes('generated/'))
    .sort()
    .map(file => (file.endsWith('.ts') ? stringsOfCode(file) : linesOf(file)));
  return said.flat();
}

function linesOf(file: string): Said[] {
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  return lines.flatMap((text, index) => (isProse(text) ? [{ file, line: index + 1, text: text.trim() }] : []));
}

function stringsOfCode(file: string): Said[] {
  const source = readFileSync(join(root, file), 'utf8');
  const found: (Said & { at: number })[] = [];
  const unread = new Set<number>();
  const read = new Set<number>();
  const add = (at: number, text: string) => {
    if (unread.has(at) || !(isProse(text) || (read.has(at) && /\p{L}/u.test(text)))) return;
    found.push({ file, line: source.slice(0, at).split('\n').length, text, at });
  };
  new Visitor({
    ImportDeclaration: ({ source: from }) => void unread.add(from.start),
    TSLiteralType: ({ literal }) => void unread.add(literal.start),
    NewExpression({ callee, arguments: given }) {
      if (callee.type !== 'Identifier' || !FOR_DEVELOPERS.has(callee.name)) return;
      for (const { start } of given) unread.add(start);
    },
    Property({ key, value }) {
      unread.add(key.start);
      if (key.type === 'Identifier' && READ.has(key.name)) read.add(value.start);
    },
    Literal: ({ start, value }) => void (typeof value === 'string' && add(start, value)),
    TemplateLiteral: ({ start, quasis }) => add(start, quasis.map(({ value }) => value.cooked ?? value.raw).join('{}')),
  }).visit(parseSync(file, source).program);
  return found.sort((one, other) => one.at - other.at).map(({ at: _, ...said }) => said);
}

/** Two words and more, and no SQL, path or pattern. */
const isProse = (text: string): boolean =>
  /\p{L}[\p{L}'’]*[,:.]? \p{L}/u.test(text) &&
  !/^\s*(SELECT|INSERT|UPDATE|DELETE|PRAGMA|CREATE|SET|DROP|ALTER|WITH)\b/.test(text);

if (import.meta.main) {
  for (const { file, line, text } of await strings())
    console.log(`${relative(root, join(root, file))}:${line}\t${text.replaceAll('\n', '\\n')}`);
}

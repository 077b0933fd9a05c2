import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Mistake } from './mistakes.ts';

/** YAML that has been read, and where in its file each field stands. */
export interface YamlSource {
  file: string;
  data: unknown;
  /** The line of a field, or of the nearest one around it where it is missing. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads YAML that begins on `firstLine` of its file; undefined, with the mistakes noted, where it can't be read. */
export function parseYaml(text: string, file: string, firstLine: number, mistakes: Mistake[]): YamlSource | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => firstLine - 1 + Math.max(1, lines.linePos(offset).line);
  for (const { pos, message } of document.errors) mistakes.push({ file, line: lineAt(pos[0]), message });
  if (document.errors.length > 0) return undefined;

  const lineOf = (path: readonly PropertyKey[]) => lineAt(offsetOf(document.contents, path));
  return { file, data: document.toJS(), lineOf };
}

function offsetOf(root: Node | null, path: readonly PropertyKey[]): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find(item => isScalar(item.key) && item.key.value === key);
      if (!pair || !isScalar(pair.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      if (!isNode(node)) break;
      offset = node.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}

/** The data as the schema wants it; undefined, with every mistake noted at its line, where it is not. */
export function validate<T>(schema: z.ZodType<T>, source: YamlSource, mistakes: Mistake[]): T | undefined {
  const result = schema.safeParse(source.data, { error: inWords });
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const paths = unknown.length > 0 ? unknown.map(key => [...issue.path, key]) : [issue.path];
    for (const path of paths)
      mistakes.push({
        file: source.file,
        line: source.lineOf(path),
        ...(path.length > 0 && { field: path.join('.') }),
        message: issue.message,
      });
  }
  return undefined;
}

const expectations: Record<string, string> = {
  string: 'text',
  array: 'a list',
  object: 'fields',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
};

/** What is expected, in a few plain words; undefined leaves it to the schema's own message. */
function inWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'missing' : `should be ${expectations[issue.expected] ?? issue.expected}`;
    case 'too_big':
      return `at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`;
    case 'too_small':
      return issue.origin === 'string' ? 'empty' : `at least ${issue.minimum}`;
    case 'invalid_value':
      return issue.input === undefined ? 'missing' : `should be one of ${issue.values.join(', ')}`;
    case 'unrecognized_keys':
      return 'no such field';
    default:
      return undefined;
  }
}

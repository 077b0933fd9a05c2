import { readdir, readFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { Mistake } from './mistakes.ts';

/** A text file: its name without the ending, how mistakes call it, and what it holds. */
export interface TextFile {
  id: string;
  file: string;
  text: string;
}

/** A folder of texts: what ships with the bot, or what whoever runs it adds. */
export interface Root {
  path: string;
  /** Put before a file's name in a mistake; empty for what ships. */
  shown: string;
}

/** The Markdown files of a folder of each root; a later root's file replaces an earlier one's of the same name. */
export async function readFolder(roots: readonly Root[], folder: string, mistakes: Mistake[]): Promise<TextFile[]> {
  const found = await Promise.all(
    roots.map(async root => {
      const names = await namesIn(join(root.path, folder), mistakes);
      const strangers = names.filter(name => !name.endsWith('.md'));
      mistakes.push(
        ...strangers.map(name => ({ file: join(root.shown, folder, name), message: 'the texts here end in .md' })),
      );
      const texts = names.filter(name => name.endsWith('.md'));
      return Promise.all(texts.map(name => readText(root, join(folder, name), mistakes)));
    }),
  );
  return [...new Map(found.flat(2).map(text => [text.id, text])).values()];
}

/** One file of each root that has it, in the order of the roots. */
export async function readEach(roots: readonly Root[], name: string, mistakes: Mistake[]): Promise<TextFile[]> {
  return (await Promise.all(roots.map(root => readText(root, name, mistakes)))).flat();
}

/** Whether an extra folder can be used: it is there, can be read, and holds something known. If not, notes why. */
export async function isUsable(dir: string, known: readonly string[], mistakes: Mistake[]): Promise<boolean> {
  try {
    if ((await readdir(dir)).some(name => known.includes(name))) return true;
    mistakes.push({ file: dir, message: `holds none of ${known.join(', ')}` });
  } catch (error) {
    mistakes.push({ file: dir, message: reason(error, 'folder') });
  }
  return false;
}

async function namesIn(path: string, mistakes: Mistake[]): Promise<string[]> {
  try {
    return (await readdir(path)).filter(name => !name.startsWith('.')).sort();
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') mistakes.push({ file: path, message: reason(error, 'folder') });
    return [];
  }
}

/** The file in a list of its own; an empty list where it is not there, or can't be read, which is noted. */
async function readText({ path, shown }: Root, name: string, mistakes: Mistake[]): Promise<TextFile[]> {
  const file = join(shown, name);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(join(path, name)));
    return [{ id: parse(name).name, file, text: text.replaceAll('\r\n', '\n') }];
  } catch (error) {
    const message = error instanceof TypeError ? 'not in UTF-8' : reason(error, 'file');
    if (codeOf(error) !== 'ENOENT') mistakes.push({ file, message });
    return [];
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown';

function reason(error: unknown, what: 'folder' | 'file'): string {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR' ? `there is no such ${what}` : `the ${what} can't be read (${code})`;
}

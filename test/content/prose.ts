import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import dictionary from 'dictionary-en';
import nspell from 'nspell';
import readability from 'text-readability-ts';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseBlocks } from '../../src/content/blocks.ts';
import type { Content } from '../../src/content/types.ts';
import { PAGE_CHARACTERS } from '../../src/core/cards/pages.ts';

/** A text as a person reads it. */
export interface Text {
  /** `advice/the-four-routes` */
  name: string;
  title: string;
  /** With its markup. */
  text: string;
}

/** Every text of the content, each with all that is shown of it below its title. */
export function textsOf({ advice, tips, scenarios, pages, topics, cast }: Content): Text[] {
  const text = (name: string, title: string, ...parts: string[]): Text => ({ name, title, text: parts.join('\n\n') });
  return [
    ...[...advice.values()].map(({ id, title, answer, body, do: { label } }) =>
      text(`advice/${id}`, title, answer, body, label),
    ),
    ...[...tips.values()].map(({ week, title, body, do: { label } }) => text(`tips/${week}`, title, body, label)),
    ...[...scenarios.values()].map(({ id, title, case: told, after, choices, heard }) =>
      text(
        `scenarios/${id}`,
        title,
        told,
        ...choices.flatMap(({ label, why }) => [label, why]),
        ...Object.values(heard),
        after,
      ),
    ),
    ...[...pages.values()].map(({ id, title, body }) => text(`organizers/${id}`, title, body)),
    ...[...cast.people, { id: 'season', ...cast.season }].map(({ id, title, story, calls }) =>
      text(`cast/${id}`, title, story, ...calls.flatMap(({ call }) => call?.options.sentence ?? [])),
    ),
    ...topics.map(({ id, title, description }) => text(`topics/${id}`, title, description)),
  ];
}

/** The lines of a text without markup, each ended and begun like a sentence, which is how the package counts them. */
const sentences = (text: string): string =>
  parseBlocks(text)
    .flatMap(({ lines }) => lines)
    .map(line => line.replace(/\*\*|["“”()[\]]/g, '').replace(/\b(Dr|Mr|Ms)\./g, '$1'))
    .map(line => (/[.?!]$/.test(line) ? line : `${line.replace(/[:;,]$/, '')}.`))
    .join(' ')
    .replace(/(?<=^|[.?!] )\p{Ll}/gu, letter => letter.toUpperCase());

// The package's types promise a `default` that its CommonJS build does not have.
const scores = 'default' in readability ? readability.default : readability;

/** The US school grade that reads it, by Flesch and Kincaid. */
export const gradeOf = (text: string): number => scores.fleschKincaidGrade(sentences(text));

export const wordCount = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;

const bannedSchema = z.array(
  z
    .strictObject({ phrase: z.string(), reason: z.string(), only: z.literal('title').optional() })
    .transform(({ phrase, ...rest }) => ({ pattern: new RegExp(phrase, 'iu'), ...rest })),
);
export type Banned = z.infer<typeof bannedSchema>;
/** @throws ZodError, or SyntaxError on a phrase that is no regular expression. */
const readBanned = (data: unknown): Banned => bannedSchema.parse(data);

/** What a text says that no text should, with the reason: `"game-changer": hype`. */
export function bannedIn({ title, text }: Text, banned: Banned): string[] {
  return banned.flatMap(({ pattern, reason, only }) => {
    const found = pattern.exec(only === 'title' ? title : `${title}\n\n${text}`)?.[0];
    return found === undefined ? [] : [`"${found}": ${reason}`];
  });
}

/** US English, with the words of a list: one a line, `#` before a remark. */
function createSpeller(allowed: string): (word: string) => boolean {
  const speller = nspell(Buffer.from(dictionary.aff), Buffer.from(dictionary.dic));
  for (const line of allowed.split('\n')) if (line && !line.startsWith('#')) speller.add(line);
  return word => speller.correct(word);
}

/** The words of a text that are not in the dictionary or the list, each once. Whatever has a figure, and addresses, are none. */
export function misspelledIn({ title, text }: Text, isWord: (word: string) => boolean): string[] {
  const words = `${title} ${text}`
    .replaceAll('’', "'")
    .replace(/\S+\.(?:org|gov|edu|com)\b/g, '')
    .split(/[^\p{L}\p{N}']+/u)
    .map(word => word.replace(/^'+|'+$/g, '').replace(/'s$/, ''))
    .map(word => word.replace(/^(\p{Lu}{2,})s$/u, '$1'));
  return [...new Set(words)].filter(word => /^\D+$/.test(word) && !isWord(word));
}

/** How the paragraphs, lists and quotes begin that are longer than a page. */
export const tooLongToPage = (text: string): string[] =>
  parseBlocks(text)
    .map(({ lines }) => lines.join('\n'))
    .filter(block => block.length > PAGE_CHARACTERS)
    .map(block => block.slice(0, 30));

/** `src/content/banned.yaml` */
export const banned = readBanned(
  parse(await readFile(join(import.meta.dirname, '../../src/content/banned.yaml'), 'utf8')),
);

/** The dictionary with `words.txt`. */
export const isWord = createSpeller(await readFile(join(import.meta.dirname, 'words.txt'), 'utf8'));

import type { z } from 'zod';
import { type Block, blocksToText, isForOnePlatform, markupMistakes, parseBlocks } from './blocks.ts';
import { buildDraft, draftFrontMatter } from './drafts.ts';
import type { TextFile } from './files.ts';
import { limits, TIP_PARAGRAPHS } from './limits.ts';
import type { Mistake } from './mistakes.ts';
import { frontMatter, idSchema } from './schemas.ts';
import type { Page, Piece, Scenario, Tip } from './types.ts';
import { parseYaml, validate, type YamlSource } from './yamlSource.ts';

/** A text as it was read, with what the checks across texts need. */
export interface Loaded<T> extends TextFile {
  value: T;
  covers: readonly string[];
  lineOf: YamlSource['lineOf'];
}

/** Reads a file; undefined, with every mistake noted, where it is not right. */
export type Reader<T> = (source: TextFile, mistakes: Mistake[]) => Loaded<T> | undefined;

/** What a text becomes, from its front matter and the blocks of its body, or a sentence on what the body lacks. */
type Build<Front, T> = (front: Front, blocks: Block[], id: string) => T | string;

const FENCE = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/;

function reader<Front extends { covers: string[] }, T>(
  schema: z.ZodType<Front>,
  build: Build<Front, T>,
  breaks = 0,
): Reader<T> {
  return (source, mistakes) => {
    const { id, file, text } = source;
    const before = mistakes.length;
    const name = idSchema.safeParse(id);
    if (!name.success) mistakes.push({ file, message: name.error.issues[0]!.message });

    const fence = FENCE.exec(text);
    if (!fence) {
      mistakes.push({ file, line: 1, message: 'begins with front matter between two lines of ---' });
      return undefined;
    }
    const yaml = parseYaml(fence[1] ?? '', file, 2, mistakes);
    const front = yaml && validate(schema, yaml, mistakes);
    const body = text.slice(fence[0].length);
    const bodyLine = fence[0].split('\n').length;
    mistakes.push(...markupMistakes(body, file, bodyLine));
    if (!yaml || !front) return undefined;

    const blocks = parseBlocks(body, bodyLine);
    const found = blocks.filter(({ kind }) => kind === 'break').length;
    const value =
      found === breaks ? build(front, blocks, id) : `has ${found} breaks (a line of ---): there should be ${breaks}`;
    if (typeof value === 'string') mistakes.push({ file, line: bodyLine, field: 'body', message: value });
    if (typeof value === 'string' || mistakes.length > before) return undefined;
    return { ...source, value, covers: front.covers, lineOf: yaml.lineOf };
  };
}

const FOR_ALL = 'has a line for one platform: only advice and the texts for organizers may';

/** A piece's body begins with its answer: one paragraph that can be read alone. */
const piece = reader(frontMatter.advice, (front, [first, ...rest], id): Piece | string => {
  if (first?.kind !== 'paragraph') return 'begins with the answer, a paragraph';
  const answer = blocksToText([first]);
  if (isForOnePlatform(answer)) return 'begins with an answer for every platform';
  if (answer.length > limits.answer) return `the answer has ${answer.length} characters: at most ${limits.answer}`;
  return { id, ...front, answer, body: blocksToText(rest) };
});

const tip = reader(frontMatter.tips, ({ covers: _, ...front }, blocks, id): Tip | string => {
  const body = blocksToText(blocks);
  if (id !== String(front.week).padStart(2, '0')) return `is the tip of week ${front.week}, but the file is ${id}.md`;
  if (blocks.length === 0) return 'empty';
  if (blocks.length > TIP_PARAGRAPHS) return `has ${blocks.length} paragraphs: at most ${TIP_PARAGRAPHS}`;
  if (isForOnePlatform(body)) return FOR_ALL;
  if (body.length > limits.tip) return `has ${body.length} characters: at most ${limits.tip}`;
  return { ...front, body };
});

/** A practice case is told up to a break; what follows it is shown after the choice. */
const scenario = reader(
  frontMatter.scenarios,
  ({ covers: _, ...front }, blocks, id): Scenario | string => {
    const middle = blocks.findIndex(({ kind }) => kind === 'break');
    const [before, after] = [blocks.slice(0, middle), blocks.slice(middle + 1)].map(blocksToText);
    if (isForOnePlatform(`${before}\n${after}`)) return FOR_ALL;
    return before && after ? { id, ...front, case: before, after } : 'has nothing on one side of its break';
  },
  1,
);

const page = reader(frontMatter.organizers, ({ title }, blocks, id): Page | string =>
  blocks.length === 0 ? 'empty' : { id, title, body: blocksToText(blocks) },
);

/** How each kind of text is read, by the folder it lies in. */
export const readers = {
  advice: piece,
  tips: tip,
  drafts: reader(draftFrontMatter, buildDraft),
  scenarios: scenario,
  organizers: page,
} as const;

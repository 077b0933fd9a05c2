import { z } from 'zod';
import { type Block, block, elementsOf, textsOf } from './blocks.ts';
import { type Json, SlackError, type SlackFile } from './types.ts';

export type Surface = 'message' | 'modal' | 'home';
const MOST_BLOCKS: Record<Surface, number> = { message: 50, modal: 100, home: 100 };
const MOST_CHARACTERS = 13_200;

/** Blocks as Slack takes them in, or `refuse` with its sentences and pointers; `msg_blocks_too_long` for messages. */
export function readBlocks(raw: unknown, surface: Surface, files: Map<string, SlackFile>): Block[] {
  const parsed = z.array(block).max(MOST_BLOCKS[surface]).safeParse(raw);
  if (!parsed.success)
    throw invalid(
      'invalid_blocks',
      parsed.error.issues.map(issue => complaint(issue, '/blocks')),
    );
  const complaints = [...duplicates(parsed.data), ...badMenus(parsed.data), ...missingFiles(parsed.data, files)];
  if (surface !== 'message' && parsed.data.some(({ type }) => type === 'markdown'))
    complaints.push('unsupported type: markdown [json-pointer:/blocks]');
  if (complaints.length > 0) throw invalid('invalid_blocks', complaints);
  const length = textsOf(parsed.data).reduce((sum, { text }) => sum + text.length, 0);
  if (surface === 'message' && length > MOST_CHARACTERS) throw new SlackError('msg_blocks_too_long');
  return parsed.data;
}

/** A refusal that lists what is wrong, as `errors` and as `response_metadata.messages`. */
export function invalid(code: string, errors: string[]): SlackError {
  return new SlackError(code, { errors, response_metadata: { messages: errors.map(error => `[ERROR] ${error}`) } });
}

/** What zod found, in the words that Slack uses. */
export function complaint(issue: z.core.$ZodIssue, root: string): string {
  return `${sentence(issue)} [json-pointer:${[root, ...issue.path].join('/')}]`;
}

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_big' && issue.origin === 'string')
    return `must be less than ${Number(issue.maximum) + 1} characters`;
  if (issue.code === 'too_big' && issue.origin === 'array') return `no more than ${issue.maximum} items allowed`;
  if (issue.code === 'too_small' && issue.origin === 'string')
    return `must be more than ${Number(issue.minimum) - 1} characters`;
  if (issue.code === 'unrecognized_keys') return `invalid additional property: ${issue.keys.join(', ')}`;
  if (issue.code === 'invalid_union') return 'failed to match all allowed schemas';
  return issue.message;
}

function duplicates(blocks: Block[]): string[] {
  const repeated = (ids: string[]) => ids.filter((id, index) => ids.indexOf(id) < index);
  return [
    ...repeated(blocks.map(({ block_id }) => block_id)).map(
      id => `block_id "${id}" already exists [json-pointer:/blocks]`,
    ),
    ...blocks.flatMap((block, index) =>
      repeated(elementsOf(block).map(({ action_id }) => action_id)).map(
        id => `action_id "${id}" already exists [json-pointer:/blocks/${index}/elements]`,
      ),
    ),
  ];
}

/** Menus that have no options, or start with one that they do not have. */
function badMenus(blocks: Block[]): string[] {
  return blocks.flatMap((block, index) =>
    elementsOf(block).flatMap(element => {
      if (!('options' in element || 'option_groups' in element || element.type.endsWith('static_select'))) return [];
      const { options, option_groups: groups, initial_option: one, initial_options: many } = element as Json;
      const at = `[json-pointer:/blocks/${index}/${element.action_id}]`;
      if ((options === undefined) === (groups === undefined))
        return [`must define either \`options\` or \`option_groups\` ${at}`];
      const offered = new Set([options, groups].flatMap(valuesOf));
      const start = [one, many].flatMap(valuesOf);
      return start.every(value => offered.has(value)) ? [] : [`initial options must be among the options ${at}`];
    }),
  );
}

function valuesOf(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(valuesOf);
  if (typeof part !== 'object' || part === null) return [];
  const { value, options } = part as Json;
  return typeof value === 'string' ? [value] : valuesOf(options);
}

function missingFiles(blocks: Block[], files: Map<string, SlackFile>): string[] {
  return blocks.flatMap((block, index) => {
    if (block.type !== 'image' || !block.slack_file) return [];
    const file = files.get(block.slack_file.id ?? '');
    return file && !file.deleted && file.bytes.length > 0
      ? []
      : [`invalid slack file [json-pointer:/blocks/${index}/slack_file]`];
  });
}

import type { Block } from './blocks.ts';
import { elementsOf, textsOf } from './blocks.ts';
import type { Message, View } from './types.ts';

/** Text as Slack passes it on: `&`, `<` and `>` escaped. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const PING = /<(!channel|!here|!everyone|!subteam\^\w+|@\w+)(?:\|[^>]*)?>/g;
const NAMED_PING = /(?<![\w<])@(channel|here|everyone)\b/g;

/** Who is notified by a message: mentions in `text` and in markup; with `linkNames` a bare `@channel` counts too. */
export function pingsIn(text: string, blocks: Block[], linkNames: boolean): string[] {
  const markup = [text, ...textsOf(blocks).flatMap(part => (part.markup ? [part.text] : []))].join('\n');
  const named = linkNames ? [...markup.matchAll(NAMED_PING)].map(([, name]) => `!${name}`) : [];
  return [...[...markup.matchAll(PING)].map(([, target]) => String(target)), ...named, ...richTextPings(blocks)];
}

function richTextPings(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(richTextPings);
  if (typeof part !== 'object' || part === null) return [];
  const fields = part as Record<string, unknown>;
  if (fields.type === 'broadcast') return [`!${fields.range}`];
  if (fields.type === 'user') return [`@${fields.user_id}`];
  if (fields.type === 'usergroup') return [`!subteam^${fields.usergroup_id}`];
  return Object.values(fields).flatMap(richTextPings);
}

/** All that can be read in a message or view, a line a text, as it was sent (entities stay escaped). */
export function textOf(target: Message | View): string {
  const own = 'ts' in target ? [target.text] : [target.title, target.submit, target.close];
  return [...own, ...textsOf(target.blocks).map(({ text }) => text)].filter(Boolean).join('\n');
}

export type Button = { label: string; actionId: string; value?: string | undefined; url?: string | undefined };

/** The buttons of a message or view, in order. */
export function buttonsOf(target: Message | View): Button[] {
  return target.blocks
    .flatMap(elementsOf)
    .flatMap(element =>
      element.type === 'button'
        ? [{ label: element.text.text, actionId: element.action_id, value: element.value, url: element.url }]
        : [],
    );
}

import { ComponentType } from 'discord.js';
import { embedTexts } from './messages.ts';
import type { Modal } from './modals.ts';
import type { Message } from './shapes.ts';
import { all, type Component } from './walk.ts';

/** The words of one component, as they are read. */
function textOf(it: Component): string[] {
  if (it.type === ComponentType.TextDisplay) return [it.content];
  const own = 'label' in it && it.label ? [it.label] : [];
  if ('description' in it && it.description) own.push(it.description);
  if ('value' in it && it.value) own.push(it.value);
  return 'options' in it ? [...own, ...it.options.map(option => option.label)] : own;
}

/** All the words of a message or a modal in the order of reading: text, embeds, labels, options. */
export function text(it: Message | Modal): string {
  const head = 'title' in it ? [it.title] : [it.content, ...it.embeds.flatMap(embedTexts)];
  return [...head, ...all(it.components).flatMap(textOf)].filter(Boolean).join('\n');
}

/** The labels of a message's buttons; the emoji of those that have no label. */
export const buttons = (message: Message): string[] =>
  all(message.components).flatMap(it => (it.type === ComponentType.Button ? [it.label || it.emoji?.name || ''] : []));

import type { ComponentType } from 'discord.js';
import type { z } from 'zod';
import type { topLevel } from './components.ts';
import { fault } from './errors.ts';
import type { modalRow } from './modals.ts';

type Nested<C> =
  | C
  | (C extends { components: (infer Child)[] } ? Nested<Child> : never)
  | (C extends { accessory: infer Child } ? Nested<Child> : never)
  | (C extends { component: infer Child } ? Nested<Child> : never);

export type MessageComponent = z.output<typeof topLevel>;
export type ModalRow = z.output<typeof modalRow>;
/** Any component of a message or a modal, at any depth. */
export type Component = Nested<MessageComponent | ModalRow>;
export type Button = Extract<Component, { type: ComponentType.Button }>;

type Select = Extract<
  Component,
  {
    type:
      | ComponentType.StringSelect
      | ComponentType.UserSelect
      | ComponentType.RoleSelect
      | ComponentType.MentionableSelect
      | ComponentType.ChannelSelect;
  }
>;
const SELECTS = new Set([3, 5, 6, 7, 8]);
export const isSelect = (it: Component): it is Select => SELECTS.has(it.type);

type Place = { component: Component; path: PropertyKey[] };

/** Every component with its path, parents before their children, in the order of reading. */
function* places(components: Component[], path: PropertyKey[]): Generator<Place> {
  for (const [index, component] of components.entries()) yield* inside(component, [...path, index]);
}

function* inside(component: Component, path: PropertyKey[]): Generator<Place> {
  yield { component, path };
  if ('components' in component) yield* places(component.components, [...path, 'components']);
  if ('accessory' in component) yield* inside(component.accessory, [...path, 'accessory']);
  if ('component' in component) yield* inside(component.component, [...path, 'component']);
}

/** Every component at any depth, in the order of reading. */
export const all = (components: Component[]): Component[] => [...places(components, [])].map(it => it.component);

/** Refuses a custom_id that stands twice. */
export function checkCustomIds(components: Component[], issues: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const { component, path } of places(components, ['components'])) {
    if (!('custom_id' in component) || !component.custom_id) continue;
    if (seen.has(component.custom_id))
      issues.addIssue(
        fault('COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated', [...path, 'custom_id']),
      );
    seen.add(component.custom_id);
  }
}

/** Gives each component without an id the next free one, as Discord does. */
export function numbered<C extends Component>(components: C[]): C[] {
  const nodes = all(components);
  const taken = new Set(nodes.map(it => it.id));
  let next = 1;
  for (const node of nodes) {
    if (node.id) continue;
    while (taken.has(next)) next++;
    node.id = next++;
  }
  return components;
}

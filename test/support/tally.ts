import type { Person } from '../standins/discord/index.ts';
import type { Actor } from '../standins/slack/index.ts';

/** How often each delivery reached anybody: what the stand-ins' people see in their direct messages, by its key. */
export function tally({ discord = [], slack = [] }: { discord?: Person[]; slack?: Actor[] }): Map<string, number> {
  const keys = [
    ...discord.flatMap(person => person.dms().map(({ components }) => keyIn(components))),
    ...slack.flatMap(person => person.dms().map(({ blocks }) => keyIn(blocks))),
  ];
  const times = new Map<string, number>();
  for (const key of keys) if (key) times.set(key, (times.get(key) ?? 0) + 1);
  return times;
}

/** The delivery that a message is, from its buttons' ids. */
const keyIn = (parts: unknown): string | undefined => JSON.stringify(parts).match(/~([\w-]{22})"/)?.[1];

/** Which of these deliveries came not once. */
export function compare(ids: readonly string[], times: ReadonlyMap<string, number>) {
  return {
    lost: ids.filter(id => !times.has(id)),
    doubled: ids.filter(id => (times.get(id) ?? 0) > 1),
  };
}

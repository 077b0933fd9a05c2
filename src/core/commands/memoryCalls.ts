import { LRUCache } from 'lru-cache';
import { newId } from '../runtime/id.ts';
import { type Call, callToJson } from './call.ts';

/** What somebody asked for in vain: the call, or the button that they tapped with what they chose in it. */
export type MemoryCall = { call: Call } | { token: string; choice?: string };

/** Over everybody, in characters: some megabytes. */
const MOST_OVER_ALL = 4_000_000;
/** Longer than any form; a file is not held, its owner has it. */
const LONGEST = 20_000;
/** What an entry takes beside its words. */
const OVERHEAD = 200;
/** Of one person, so that nobody's flood pushes out what others wrote. */
const MOST_EACH = 8;
const KEPT = { minutes: 30 };

/** Ids of what is held in memory, to tell them from those of the store. */
const MARK = '.';

interface Entry {
  person: string;
  held: MemoryCall;
  until: Temporal.Instant;
}

/**
 * What people asked for while there was no room for it, in memory alone: keeping it must not ask the database, which is
 * what there is no room at. The oldest go first.
 */
export function createMemoryCalls() {
  const idsOf = new Map<string, Set<string>>();
  const entries = new LRUCache<string, Entry>({
    maxSize: MOST_OVER_ALL,
    disposeAfter({ person }, id) {
      const own = idsOf.get(person);
      own?.delete(id);
      if (own?.size === 0) idsOf.delete(person);
    },
  });

  return {
    /** The id to find it by; undefined for what is too long to be held. */
    hold(person: string, held: MemoryCall, now: Temporal.Instant): string | undefined {
      const length = 'call' in held ? callToJson(held.call).length : held.token.length + (held.choice?.length ?? 0);
      if (length > LONGEST) return undefined;
      for (const old of entries.rkeys()) {
        if (isLive(entries.peek(old), now)) break;
        entries.delete(old);
      }
      const own = [...(idsOf.get(person) ?? [])];
      for (const id of own.slice(0, Math.max(0, own.length + 1 - MOST_EACH))) entries.delete(id);
      const id = MARK + newId();
      idsOf.set(person, (idsOf.get(person) ?? new Set()).add(id));
      entries.set(id, { person, held, until: now.add(KEPT) }, { size: length + OVERHEAD });
      return id;
    },
    /** What this person left under this id; undefined for anybody else, and once it is too old. */
    find(person: string, id: string, now: Temporal.Instant): MemoryCall | undefined {
      const entry = entries.peek(id);
      return entry?.person === person && isLive(entry, now) ? entry.held : undefined;
    },
    /** How many there are. */
    count: () => entries.size,
  };
}

const isLive = (entry: Entry | undefined, now: Temporal.Instant): boolean =>
  entry !== undefined && Temporal.Instant.compare(entry.until, now) > 0;

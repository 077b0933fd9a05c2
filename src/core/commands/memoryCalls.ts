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
  size: number;
  until: Temporal.Instant;
}

/**
 * What people asked for while there was no room for it, in memory alone: keeping it must not ask the database, which is
 * what there is no room at. The oldest go first.
 */
export function createMemoryCalls() {
  /** The oldest first. */
  const entries = new Map<string, Entry>();
  const idsOf = new Map<string, Set<string>>();
  let size = 0;

  function drop(id: string): void {
    const entry = entries.get(id);
    if (!entry) return;
    entries.delete(id);
    size -= entry.size;
    const own = idsOf.get(entry.person);
    own?.delete(id);
    if (own?.size === 0) idsOf.delete(entry.person);
  }

  function makeRoom(person: string, wanted: number, now: Temporal.Instant): void {
    const own = [...(idsOf.get(person) ?? [])];
    for (const id of own.slice(0, Math.max(0, own.length + 1 - MOST_EACH))) drop(id);
    for (const [id, { until }] of entries) {
      if (size + wanted <= MOST_OVER_ALL && Temporal.Instant.compare(until, now) > 0) break;
      drop(id);
    }
  }

  return {
    /** The id to find it by; undefined for what is too long to be held. */
    hold(person: string, held: MemoryCall, now: Temporal.Instant): string | undefined {
      const length = 'call' in held ? callToJson(held.call).length : held.token.length + (held.choice?.length ?? 0);
      if (length > LONGEST) return undefined;
      const wanted = length + OVERHEAD;
      makeRoom(person, wanted, now);
      const id = MARK + newId();
      entries.set(id, { person, held, size: wanted, until: now.add(KEPT) });
      idsOf.set(person, (idsOf.get(person) ?? new Set()).add(id));
      size += wanted;
      return id;
    },
    /** What this person left under this id; undefined for anybody else, and once it is too old. */
    find(person: string, id: string, now: Temporal.Instant): MemoryCall | undefined {
      const entry = entries.get(id);
      return entry?.person === person && Temporal.Instant.compare(entry.until, now) > 0 ? entry.held : undefined;
    },
    /** How many there are. */
    count: () => entries.size,
  };
}

export type MemoryCalls = ReturnType<typeof createMemoryCalls>;

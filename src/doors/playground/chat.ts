import { z } from 'zod';
import type { ShownCard } from './shown.ts';

export type ChatPlace = 'channel' | 'direct';

export interface Message {
  /** The delivery's key, or the id of the request that it answers. */
  id: string;
  place: ChatPlace;
  /** A private reply: its buttons replace it. Else a post, which stays as it is. */
  reply: boolean;
  /** What was typed to get it. */
  asked?: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Why it came, where nobody asked for it. */
  why?: string;
  card: ShownCard;
}

interface Entry {
  /** The one person who sees it; everybody where it is left out. */
  reader: string | undefined;
  message: Message;
}

/** Where the conversation is kept over a restart. */
export interface KeptChat {
  read(): string | undefined;
  write(text: string): void;
}

/** Of so many messages it is kept: pictures are heavy. */
const KEPT_OVER_RESTART = 100;
const WRITTEN_AFTER_MS = 1000;

/** How many messages are kept over all; the oldest go first. */
export const KEPT = 500;

export type Chat = ReturnType<typeof createChat>;

/**
 * What was posted and replied. The notebook is in the database; of this the newest are kept over a restart, where
 * `kept` says how.
 * @param now what is later has not come yet, where the time was moved back
 */
export function createChat(now?: () => Temporal.Instant, kept?: KeptChat) {
  // Nobody without the key can have written it.
  const entries: Entry[] = z
    .custom<Entry[]>(Array.isArray)
    .catch([])
    .parse(JSON.parse(kept?.read() ?? '[]'));
  let writing: NodeJS.Timeout | undefined;
  function write(): void {
    clearTimeout(writing);
    writing = undefined;
    kept?.write(JSON.stringify(entries.slice(-KEPT_OVER_RESTART)));
  }
  const followers = new Set<{ person: string; tell(message: Message): void }>();
  const keep = (which: (entry: Entry) => boolean) => entries.splice(0, entries.length, ...entries.filter(which));
  const indexOf = (id: string, reader: string | undefined) =>
    entries.findIndex(entry => entry.message.id === id && entry.reader === reader);

  return {
    /** Adds a message, or puts it in the place of that reader's one with the same id, and tells who may see it. */
    put(message: Message, reader: string | undefined): void {
      const index = indexOf(message.id, reader);
      if (index >= 0) entries[index] = { reader, message };
      else entries.push({ reader, message });
      entries.splice(0, entries.length - KEPT);
      if (kept) writing ??= setTimeout(write, WRITTEN_AFTER_MS).unref();
      for (const { person, tell } of followers) if (reader === undefined || reader === person) tell(message);
    },
    /** Keeps what is not kept yet. */
    close(): void {
      if (writing) write();
    },
    find: (id: string, reader: string | undefined): Message | undefined => entries[indexOf(id, reader)]?.message,
    /** Everything that this person may see by now, oldest first. */
    visibleTo(person: string): Message[] {
      const until = now?.().epochMilliseconds ?? Number.POSITIVE_INFINITY;
      return entries
        .filter(({ reader, message }) => (reader === undefined || reader === person) && message.at <= until)
        .map(({ message }) => message)
        .sort((one, other) => one.at - other.at);
    },
    /** Forgets what was posted after a moment; what people asked for stays. */
    forgetAfter(moment: Temporal.Instant): void {
      keep(({ message }) => message.reply || message.at <= moment.epochMilliseconds);
    },
    /** Forgets all that only this person could see, also where it is kept. */
    forgetReader(person: string): void {
      keep(({ reader }) => reader !== person);
      write();
    },
    /** Tells of every message that this person may see from now on, until what it returns is called. */
    follow(person: string, tell: (message: Message) => void): () => void {
      const follower = { person, tell };
      followers.add(follower);
      return () => followers.delete(follower);
    },
  };
}

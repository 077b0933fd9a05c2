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
  card: ShownCard;
}

interface Entry {
  /** The one person who sees it; everybody where it is left out. */
  reader: string | undefined;
  message: Message;
}

/** How many messages are kept over all; the oldest go first. */
export const KEPT = 500;

export type Chat = ReturnType<typeof createChat>;

/** What was posted and replied since the start. It is kept in memory alone: the notebook is in the database. */
export function createChat() {
  const entries: Entry[] = [];
  const followers = new Set<{ person: string; tell(message: Message): void }>();
  const indexOf = (id: string, reader: string | undefined) =>
    entries.findIndex(entry => entry.message.id === id && entry.reader === reader);

  return {
    /** Adds a message, or puts it in the place of that reader's one with the same id, and tells who may see it. */
    put(message: Message, reader: string | undefined): void {
      const index = indexOf(message.id, reader);
      if (index >= 0) entries[index] = { reader, message };
      else entries.push({ reader, message });
      entries.splice(0, entries.length - KEPT);
      for (const { person, tell } of followers) if (reader === undefined || reader === person) tell(message);
    },
    find: (id: string, reader: string | undefined): Message | undefined => entries[indexOf(id, reader)]?.message,
    /** Everything that this person may see, oldest first. */
    visibleTo: (person: string): Message[] =>
      entries.filter(({ reader }) => reader === undefined || reader === person).map(({ message }) => message),
    /** Tells of every message that this person may see from now on, until what it returns is called. */
    follow(person: string, tell: (message: Message) => void): () => void {
      const follower = { person, tell };
      followers.add(follower);
      return () => followers.delete(follower);
    },
  };
}

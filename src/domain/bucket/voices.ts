import type { LogEntry } from '../notebook.ts';
import type { Dimension, Role, Stance, Voice } from '../vocabulary.ts';
import { keysOf, stances } from '../vocabulary.ts';

/** Somebody who saw the user work. */
export interface Person {
  id: string;
  name: string;
  role: Role;
  /** Where they work now, as the user writes it. */
  place?: string | null;
  /** Where they trained or taught. */
  trainedAt?: readonly string[];
  /** Programs where they know somebody. */
  knownAt?: readonly string[];
  /** Writes the user a letter this season. */
  letter?: boolean;
  removed?: boolean;
}

/** A loose end that was closed with somebody, on that day. */
export interface Mended {
  contactId: string;
  day: Temporal.PlainDate;
}

/** One person's voice, reduced from all entries about them. */
export interface PersonVoice {
  person: Person;
  stance: Voice;
  /** The entry that decides the stance. */
  entry: LogEntry;
  /** The entries that nothing has answered yet: a concern, or words with a worry named. Empty: no smoke. */
  smoke: LogEntry[];
  /** Concerns and worries that something has answered since. */
  answered: LogEntry[];
  /** The newest "wouldn't say much" that nothing has answered. */
  vague: LogEntry | null;
  /** The day of their newest good word; null where there is none. */
  newestGood: Temporal.PlainDate | null;
}

/** All that was logged of one person on one day, which counts once. */
interface Day {
  /** As ISO writes it, which is also the order of days. */
  date: string;
  /** The entry that decides the day: the worst, or among good words the best. */
  entry: VoiceEntry;
  /** The concerns and worries of the day, all of them. */
  worries: VoiceEntry[];
}
type VoiceEntry = LogEntry & { stance: Voice };

/** Whether an entry speaks against the user here: by the worry that is named, or a concern that is about it. */
export const speaksAgainst = ({ worry, stance, dimensions }: LogEntry, dimension: Dimension): boolean =>
  worry === dimension || (stance === 'warn' && dimensions.includes(dimension));

/** The voices of the people who count, in the order of the people; nobody of whom nothing is logged has one. */
export function voicesOf(
  people: readonly Person[],
  entries: readonly LogEntry[],
  mended: readonly Mended[],
): PersonVoice[] {
  const entriesOf = Map.groupBy(entries.filter(isVoice), ({ contactId }) => contactId);
  const mendedWith = Map.groupBy(mended, ({ contactId }) => contactId);
  return people
    .filter(person => !person.removed)
    .map(person => voiceOf(person, entriesOf.get(person.id) ?? [], mendedWith.get(person.id) ?? []))
    .filter(voice => voice !== undefined);
}

/**
 * Of good words only, the best counts; otherwise the worst. A day short of good, or with a worry, is answered by a loose
 * end closed on or after it, or by good words on a later day with nothing worse and no worry. Answered, it weighs one
 * step more: "good things" at most, and only for somebody who has had good words.
 */
function voiceOf(person: Person, entries: VoiceEntry[], mended: Mended[]): PersonVoice | undefined {
  const days = [...Map.groupBy(entries, ({ day }) => day.toString())]
    .map(([date, all]) => dayOf(date, all))
    .toSorted((one, other) => (one.date < other.date ? 1 : -1));
  const good = days.filter(({ entry }) => isGood(entry));
  const clean = good.find(({ worries }) => worries.length === 0)?.date ?? '';
  const closed =
    mended
      .map(({ day }) => day.toString())
      .toSorted()
      .at(-1) ?? '';
  const weighed = days.map(one => {
    const answered = closed >= one.date || clean > one.date;
    const { stance } = one.entry;
    return { ...one, answered, stance: answered ? oneStepUp(stance, good.length > 0) : stance };
  });
  const onlyGood = good.length === days.length;
  const [decides] = weighed.toSorted((one, other) => (onlyGood ? byStance(one, other) : byStance(other, one)));
  if (!decides) return undefined;
  const open = weighed.filter(({ answered }) => !answered);
  return {
    person,
    stance: decides.stance,
    entry: decides.entry,
    smoke: open.flatMap(({ worries }) => worries),
    answered: weighed.filter(({ answered }) => answered).flatMap(({ worries }) => worries),
    vague: open.find(({ entry }) => entry.stance === 'little')?.entry ?? null,
    newestGood: good[0]?.entry.day ?? null,
  };
}

function dayOf(date: string, entries: VoiceEntry[]): Day {
  const sorted = entries.toSorted((one, other) => byStance(one, other) || lastLoggedFirst(one, other));
  const worst = sorted.find(({ stance }) => stance === sorted.at(-1)?.stance) ?? sorted[0]!;
  return {
    date,
    entry: isGood(worst) ? sorted[0]! : worst,
    worries: sorted.filter(({ stance, worry }) => stance === 'warn' || worry !== null),
  };
}

/** Whether these are the words of somebody who would speak for the user. */
export function isGood(voice: { stance: Stance }): boolean {
  return voice.stance === 'at-once' || voice.stance === 'good';
}

function isVoice(entry: LogEntry): entry is VoiceEntry {
  return entry.stance !== 'treated-badly';
}

const voiceOrder = keysOf(stances);

function byStance(one: { stance: Stance }, other: { stance: Stance }): number {
  return voiceOrder.indexOf(one.stance) - voiceOrder.indexOf(other.stance);
}

function oneStepUp(stance: Voice, hadGoodWords: boolean): Voice {
  if (stance === 'warn') return 'little';
  return stance === 'little' && hadGoodWords ? 'good' : stance;
}

/** The order in which a log is read: of equal words the newest is shown. */
export const newestFirst = (one: LogEntry, other: LogEntry): number =>
  Temporal.PlainDate.compare(other.day, one.day) || lastLoggedFirst(one, other);

const lastLoggedFirst = (one: LogEntry, other: LogEntry): number =>
  Temporal.Instant.compare(other.loggedAt, one.loggedAt) || (one.id > other.id ? -1 : 1);

import type { LogEntry } from '../notebook.ts';
import { samePlace } from '../people/places.ts';
import type { Dimension, Role, Stance, Voice } from '../vocabulary.ts';
import { keysOf, roles, stances } from '../vocabulary.ts';

/** Somebody who saw the user work. */
export interface Person {
  id: string;
  name: string;
  role: Role;
  /** Where they work, as the user writes it. */
  place?: string | null;
  /** Programs where they know somebody. */
  knownAt?: readonly string[];
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
  /** The entries that nothing has answered yet: a warning, or "not much" with a worry named. Empty: no concerns. */
  concerns: LogEntry[];
}

/** Whether an entry speaks against the user here: by the worry that is named, or a warning that is about it. */
export const speaksAgainst = ({ worry, stance, dimensions }: LogEntry, dimension: Dimension): boolean =>
  worry === dimension || (stance === 'warn' && dimensions.includes(dimension));

/**
 * The voices of the people who count, in the order of the people. An entry short of good is answered, and weighs one
 * step less, when a loose end with that person was closed since (that day included) or a later day brought good words
 * only. The worst of what is left is the stance; a person with good words only has the best of them. Mending takes away
 * what stands against the user and puts no good words into a mouth: "not much" becomes "good things" only for somebody
 * who has also had good words.
 */
export function voicesOf(
  people: readonly Person[],
  entries: readonly LogEntry[],
  mended: readonly Mended[],
): PersonVoice[] {
  const entriesOf = Map.groupBy(entries.filter(isVoice), ({ contactId }) => contactId);
  const mendedWith = Map.groupBy(mended, ({ contactId }) => contactId);
  return people
    .filter(person => !person.removed)
    .map(person => voiceOf(person, (entriesOf.get(person.id) ?? []).sort(newestFirst), mendedWith.get(person.id) ?? []))
    .filter(voice => voice !== undefined);
}

function voiceOf(person: Person, entries: VoiceEntry[], mended: Mended[]): PersonVoice | undefined {
  const short = entries.filter(entry => !isGood(entry));
  if (short.length === 0) {
    const entry = entries.toSorted(byStance)[0];
    return entry && { person, stance: entry.stance, entry, concerns: [] };
  }
  // Entries of one day count once, by the worst: good words on a day that also brought a worry answer nothing.
  const goodDays = entries.filter(entry => !short.some(other => other.day.equals(entry.day))).map(entry => entry.day);
  const weighed = short.map(entry => {
    const answered =
      goodDays.some(day => Temporal.PlainDate.compare(day, entry.day) > 0) ||
      mended.some(({ day }) => Temporal.PlainDate.compare(day, entry.day) >= 0);
    return { entry, answered, stance: answered ? oneStepUp(entry.stance, goodDays.length > 0) : entry.stance };
  });
  const worst = weighed.toSorted((one, other) => byStance(other, one))[0]!;
  const concerns = weighed.filter(({ entry, answered }) => !answered && (entry.stance === 'warn' || entry.worry));
  return { person, stance: worst.stance, entry: worst.entry, concerns: concerns.map(({ entry }) => entry) };
}

/** Whether these are the words of somebody who would speak for the user. */
export function isGood(voice: { stance: Stance }): boolean {
  return voice.stance === 'at-once' || voice.stance === 'good';
}

/** Whether a director there could hear this person: by their role, because they work there, or know somebody there. */
export function reaches(person: Person, program: string): boolean {
  return (
    roles[person.role].reach === 'every' ||
    worksAt(person, program) ||
    (person.knownAt?.some(place => samePlace(place, program)) ?? false)
  );
}

export function worksAt(person: Person, program: string): boolean {
  return typeof person.place === 'string' && samePlace(person.place, program);
}

type VoiceEntry = LogEntry & { stance: Voice };

function isVoice(entry: LogEntry): entry is VoiceEntry {
  return entry.stance !== 'treated-badly';
}

const voiceOrder = keysOf(stances);

function byStance(one: { stance: Stance }, other: { stance: Stance }): number {
  return voiceOrder.indexOf(one.stance) - voiceOrder.indexOf(other.stance);
}

function oneStepUp(stance: Voice, hadGoodWords: boolean): Voice {
  return stance === 'little' && hadGoodWords ? 'good' : 'little';
}

/** The order in which a log is read: of equal words the newest is shown. */
export function newestFirst(one: LogEntry, other: LogEntry): number {
  return (
    Temporal.PlainDate.compare(other.day, one.day) ||
    Temporal.Instant.compare(other.loggedAt, one.loggedAt) ||
    (one.id > other.id ? -1 : 1)
  );
}

import type { Mended, Person, PersonVoice } from '../bucket/voices.ts';
import { isGood, newestFirst, voicesOf, worksAt } from '../bucket/voices.ts';
import type { LogEntry } from '../notebook.ts';
import { samePlace } from '../people/places.ts';
import { roles } from '../vocabulary.ts';

/** `concerns`: a warning or a worry that nothing has answered. `unknown`: not much, or nothing logged. */
type Tone = 'good' | 'concerns' | 'unknown';

/** Somebody who could be called about the user. */
export interface Caller {
  person: Person;
  tone: Tone;
  /** What they would say by all that is logged, and the newest entry behind it; null where no entry is a voice. */
  voice: PersonVoice | null;
  last: LogEntry | null;
  /** Logged as somebody who treated the user badly: nobody is sent to them. */
  treatedBadly: boolean;
  /** Why a director could hear them: "works there". */
  reason: string;
}

/** The program a map is drawn for; `rotated`: the user worked there. */
export interface MapProgram {
  name: string;
  rotated?: boolean;
}

/** Everybody given, with what they would say by all that is logged and why a director could hear them. */
export function callersAmong(
  people: readonly Person[],
  entries: readonly LogEntry[],
  mended: readonly Mended[],
  program?: MapProgram,
): Caller[] {
  const voiceOf = new Map(voicesOf(people, entries, mended).map(voice => [voice.person.id, voice]));
  const entriesOf = Map.groupBy(entries, ({ contactId }) => contactId);
  return people.map(person => {
    const logged = entriesOf.get(person.id) ?? [];
    const words = logged.filter(({ stance }) => stance !== 'treated-badly');
    const treatedBadly = words.length < logged.length;
    const last = words.toSorted(newestFirst)[0] ?? null;
    const voice = voiceOf.get(person.id) ?? null;
    return { person, tone: toneOf(voice), voice, last, treatedBadly, reason: reasonFor(person, program) };
  });
}

function toneOf(voice: PersonVoice | null): Tone {
  if (!voice) return 'unknown';
  if (voice.concerns.length > 0) return 'concerns';
  return isGood(voice) ? 'good' : 'unknown';
}

function reasonFor(person: Person, program?: MapProgram): string {
  if (!program) return person.place ? `works at ${person.place}` : 'has no place named yet';
  if (worksAt(person, program.name)) return 'works there';
  if (person.knownAt?.some(place => samePlace(place, program.name))) return 'knows somebody there';
  return roles[person.role].reach === 'every' ? 'any program may call them' : 'nobody there would think of them';
}

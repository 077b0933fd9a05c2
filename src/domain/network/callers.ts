import { isGoodVoice } from '../bucket/facts.ts';
import type { Mended, Person, PersonVoice } from '../bucket/voices.ts';
import { newestFirst, voicesOf } from '../bucket/voices.ts';
import { isHeardEverywhere, isOf, knowsSomebodyAt, type Scene, worksAt } from '../bucket/where.ts';
import type { LogEntry } from '../notebook.ts';

/** `good`: a good voice, as the self-check counts them. `concerns`: a concern or a worry that nothing has answered. */
type Tone = 'good' | 'concerns' | 'unknown';

/** How somebody stands on the map, in the order in which they are shown: who is shown first is never left out. */
export const standings = ['strong', 'concern', 'good', 'silent'] as const;
export type Standing = (typeof standings)[number];

/** In a second and with no worry; with a worry that is open; with good things; or with nothing good said yet. */
export function standingOf({ tone, voice }: Pick<Caller, 'tone' | 'voice'>): Standing {
  if (tone === 'concerns' || (voice && voice.smoke.length > 0)) return 'concern';
  if (tone === 'unknown') return 'silent';
  return voice?.stance === 'at-once' ? 'strong' : 'good';
}

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

/** Everybody given, with what they would say by all that is logged and why a director could hear them. */
export function callersAmong(
  people: readonly Person[],
  entries: readonly LogEntry[],
  mended: readonly Mended[],
  scene: Scene,
): Caller[] {
  const voiceOf = new Map(voicesOf(people, entries, mended).map(voice => [voice.person.id, voice]));
  const entriesOf = Map.groupBy(entries, ({ contactId }) => contactId);
  return people.map(person => {
    const logged = entriesOf.get(person.id) ?? [];
    const words = logged.filter(({ stance }) => stance !== 'treated-badly');
    const treatedBadly = words.length < logged.length;
    const last = words.toSorted(newestFirst)[0] ?? null;
    const voice = voiceOf.get(person.id) ?? null;
    return { person, tone: toneOf(voice), voice, last, treatedBadly, reason: reasonFor(person, scene) };
  });
}

function toneOf(voice: PersonVoice | null): Tone {
  if (!voice) return 'unknown';
  if (isGoodVoice(voice)) return 'good';
  return voice.smoke.length > 0 ? 'concerns' : 'unknown';
}

function reasonFor(person: Person, scene: Scene): string {
  const { program, places } = scene;
  if (program === undefined) return person.place ? `works at ${person.place}` : 'has no place named yet';
  if (worksAt(person, program, places)) return 'works there';
  if (isOf(person, program, places)) return 'trained or taught there';
  if (person.letter) return 'writes you a letter';
  if (knowsSomebodyAt(person, program, places)) return 'knows someone there';
  return isHeardEverywhere(person, scene) ? 'any program may call them' : 'nobody there would think of them';
}

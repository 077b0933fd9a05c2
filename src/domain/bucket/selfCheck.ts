import type { LogEntry } from '../notebook.ts';
import { placeKey } from '../people/places.ts';
import type { ApplicantType, IncidentKind, Incidents, Market, Paper, Route, School } from '../vocabulary.ts';
import { roles } from '../vocabulary.ts';
import type { Mended, Person, PersonVoice } from './voices.ts';
import { isGood, reaches, voicesOf } from './voices.ts';

/** What the user answered about themselves; what is missing is unknown. */
export interface Answers {
  paper?: Paper | undefined;
  incidents?: Incidents | undefined;
  incidentKind?: IncidentKind | undefined;
}

/** The program that is asked about. Its name is compared with people's places without regard to capitals. */
export interface Program {
  name: string;
  market: Market;
  /** How they know the user's school; missing where nobody asked. */
  school?: School;
}

/** What the self-check decides from. Without a program it is about all programs. */
export interface SelfCheck {
  people: readonly Person[];
  entries: readonly LogEntry[];
  /** Closed loose ends. */
  mended: readonly Mended[];
  answers: Answers;
  program?: Program;
  applicantType: ApplicantType;
}

/** All that the table looks at: the voices that count, reduced, and the answers. */
export interface Known extends Answers {
  program?: Program;
  voices: PersonVoice[];
  /** Those who would say good things or more, and those among them who would take the user at once. */
  good: PersonVoice[];
  atOnce: PersonVoice[];
  /** Those who might warn someone, with nothing mended since. */
  warning: PersonVoice[];
  /** Those with a warning or a worry that nothing has answered. */
  worried: PersonVoice[];
  /** The routes and the places of the good voices, each once. A place that was not named is none. */
  routes: Route[];
  places: string[];
  /** How many places the good voices come from at most: those that were not named count as one. */
  placeCount: number;
}

/** Everybody's voice, within reach or not. */
export function allVoices({ people, entries, mended }: SelfCheck): PersonVoice[] {
  return voicesOf(people, entries, mended);
}

/** The voices within reach of the program, or all of them, and what follows from them. */
export function knownFrom({ answers, program }: SelfCheck, everybody: PersonVoice[]): Known {
  const voices = program ? everybody.filter(({ person }) => reaches(person, program.name)) : everybody;
  const good = voices.filter(isGood);
  const places = new Map(
    good.flatMap(({ person }) => (person.place?.trim() ? [[placeKey(person.place), person.place.trim()]] : [])),
  );
  return {
    ...answers,
    ...(program && { program }),
    voices,
    good,
    atOnce: good.filter(({ stance }) => stance === 'at-once'),
    warning: voices.filter(({ stance }) => stance === 'warn'),
    worried: voices.filter(({ concerns }) => concerns.length > 0),
    routes: [...new Set(good.map(({ person }) => roles[person.role].route))],
    places: [...places.values()],
    // Somebody whose place was not named is taken to be somewhere else than those whose was.
    placeCount: places.size + (good.some(({ person }) => !person.place?.trim()) ? 1 : 0),
  };
}

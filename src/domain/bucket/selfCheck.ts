import type { LogEntry } from '../notebook.ts';
import { type PlacePair, placeKey, placesBy } from '../people/places.ts';
import type { ApplicantType, IncidentKind, Incidents, Market, Paper, School } from '../vocabulary.ts';
import { answerFacts, type Facts, isGoodVoice, personFacts, sumOf } from './facts.ts';
import type { Mended, Person, PersonVoice } from './voices.ts';
import { voicesOf } from './voices.ts';
import { reaches, type Scene } from './where.ts';

/** What the user answered; what is missing is unknown. */
export interface Answers {
  paper?: Paper | undefined;
  incidents?: Incidents | undefined;
  incidentKind?: IncidentKind | undefined;
  /** The user's own school. */
  ownSchool?: string | undefined;
  /** Names that are alike, each pair once. */
  alike?: readonly PlacePair[] | undefined;
  inUs?: readonly { place: string; inUs: boolean }[] | undefined;
}

/** The program that is asked about. */
export interface Program {
  name: string;
  market: Market;
  /** How they know the user's school; missing where nobody asked, which counts as unknown. */
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
  /** The names of all programs on the user's list. */
  programs: readonly string[];
  applicantType: ApplicantType;
  today: Temporal.PlainDate;
}

/** All that the table looks at, and what its sentences speak of. */
export interface Known {
  check: SelfCheck;
  scene: Scene;
  facts: Facts;
  /** Those within reach. */
  voices: PersonVoice[];
  good: PersonVoice[];
  /** Those among the good voices who would take the user in a second. */
  strong: PersonVoice[];
  /** Those with a concern or a worry that nothing has answered. */
  smoky: PersonVoice[];
  concerned: PersonVoice[];
}

export const sceneOf = ({ program, programs, answers }: SelfCheck): Scene => sceneBy(answers, programs, program?.name);

/** Where people are heard, by what the user said of places, and for the program if there is one. */
export function sceneBy(answers: Answers, programs: readonly string[], program?: string): Scene {
  const { ownSchool, alike = [], inUs = [] } = answers;
  return {
    program,
    programs,
    school: ownSchool || undefined,
    places: placesBy(alike),
    inUs: new Map(inUs.map(said => [placeKey(said.place), said.inUs])),
  };
}

/** Everybody's voice, within reach or not. */
export const allVoices = ({ people, entries, mended }: SelfCheck): PersonVoice[] => voicesOf(people, entries, mended);

/** What follows from the voices within reach, and from the answers. */
export function knownFrom(check: SelfCheck, everybody = allVoices(check)): Known {
  const scene = sceneOf(check);
  const voices = everybody.filter(({ person }) => reaches(person, scene));
  const good = voices.filter(isGoodVoice);
  return {
    check,
    scene,
    facts: sumOf([answerFacts(check), ...voices.map(voice => personFacts(voice, scene, check.today))]),
    voices,
    good,
    strong: good.filter(({ stance }) => stance === 'at-once'),
    smoky: voices.filter(({ smoke }) => smoke.length > 0),
    concerned: voices.filter(({ smoke }) => smoke.some(({ stance }) => stance === 'warn')),
  };
}

import { type Places, placeKey, writtenAlike } from '../people/places.ts';
import type { Role } from '../vocabulary.ts';
import { roles } from '../vocabulary.ts';
import type { Person } from './voices.ts';

/** What decides where somebody's word is heard. Without a program, everybody's is. */
export interface Scene {
  program?: string | undefined;
  /** The user's own list of programs: they are in the US. */
  programs?: readonly string[];
  /** The user's own school. */
  school?: string | undefined;
  places?: Places;
  /** What the user said of places, by `placeKey`. */
  inUs?: ReadonlyMap<string, boolean>;
}

/** Nobody asks them, or nobody knows yet what they are: no good voice, whatever they would say. */
const UNHEARD: ReadonlySet<Role> = new Set<Role>(['someone-else', 'other']);
/** Two of these alone are one kind of witness. */
const WARD: ReadonlySet<Role> = new Set<Role>(['nurse', 'coordinator', 'resident', 'senior-resident', 'fellow']);
/** Even "wouldn't say much" is noticed from them. */
const LEADS: ReadonlySet<Role> = new Set<Role>(['dean', 'clerkship-director', 'sub-i-director', 'program-director']);
/** Who works at the user's own school is home faculty, where they are one of these. */
const TEACHES: ReadonlySet<Role> = new Set<Role>(['attending', ...LEADS]);
/** People of the user's own school, by their role. */
const HOME: ReadonlySet<Role> = new Set<Role>(['home-faculty', 'clerkship-director', 'dean']);

export const isHeard = ({ role }: Person): boolean => !UNHEARD.has(role);
export const isOfTheWard = ({ role }: Person): boolean => WARD.has(role);
export const isNoticed = ({ role, letter }: Person): boolean => LEADS.has(role) || letter === true;
/** Whether they would be home faculty, if they worked at the user's own school. */
export const mayTeach = ({ role }: Person): boolean => TEACHES.has(role);
export const isRoleSaid = ({ role }: Person): boolean => role !== 'other';

/** Whether they work at the program now. */
export const worksAt = ({ place }: Person, program: string, places = writtenAlike): boolean =>
  Boolean(place) && places.same(place ?? '', program);

/** Whether they are, or were, one of the program's own: they work there, or trained or taught there. */
export const isOf = (person: Person, program: string, places = writtenAlike): boolean =>
  worksAt(person, program, places) || isAmong(person.trainedAt, program, places);

export const knowsSomebodyAt = ({ knownAt }: Person, program: string, places = writtenAlike): boolean =>
  isAmong(knownAt, program, places);

const isAmong = (all: readonly string[] | undefined, program: string, places: Places): boolean =>
  all?.some(place => places.same(place, program)) ?? false;

/** Whether they teach at the user's own school, by their role or by where they work. */
const isOfOwnSchool = (person: Person, { school, places }: Scene): boolean =>
  HOME.has(person.role) || (school !== undefined && TEACHES.has(person.role) && worksAt(person, school, places));

/** Whether any program may call them, wherever they work. */
export const isHeardEverywhere = (person: Person, scene: Scene): boolean =>
  person.letter === true || roles[person.role].reach === 'every' || isOfOwnSchool(person, scene);

/** Whether a director there could hear this person; without a program, everybody is heard. */
export const reaches = (person: Person, scene: Scene): boolean =>
  scene.program === undefined ||
  isHeardEverywhere(person, scene) ||
  isOf(person, scene.program, scene.places) ||
  knowsSomebodyAt(person, scene.program, scene.places);

/** Whether they work in the US, as far as that is known; null where the user could say it. */
export function worksInUs(person: Person, scene: Scene): boolean | null {
  const { place } = person;
  const { programs = [], places = writtenAlike, inUs } = scene;
  const said = place
    ? programs.some(program => places.same(program, place)) || (inUs?.get(placeKey(place)) ?? null)
    : null;
  return said ?? (isOfOwnSchool(person, scene) ? false : null);
}

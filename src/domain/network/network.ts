import type { Mended, Person } from '../bucket/voices.ts';
import { reaches, type Scene } from '../bucket/where.ts';
import type { LogEntry } from '../notebook.ts';
import { writtenAlike } from '../people/places.ts';
import { formatDay } from '../time/localTime.ts';
import type { Role, Route } from '../vocabulary.ts';
import { keysOf, roles, routes, stances } from '../vocabulary.ts';
import { capital, count, list } from '../words/sentences.ts';
import { type Caller, callersAmong, standingOf, standings } from './callers.ts';
import { type Gap, gapOn, type MapProgram, widestFirst } from './gaps.ts';

export interface RouteOnMap {
  route: Route;
  /** Who would take the user in a second, then any concern, then the others. */
  callers: Caller[];
  /** Whether anybody on it has good things to say. */
  reached: boolean;
  sentence: string;
  gap: Gap | null;
}

export interface Network {
  /** "Two of four routes reach Lakeside." */
  answer: string;
  /** All four, in the order of `routes`. */
  routes: RouteOnMap[];
  /** The widest first. */
  gaps: Gap[];
  /** Who knows somebody where, one sentence each. */
  knows: { person: Person; at: string; sentence: string }[];
  /** Those on no route: their role was not said, or is none that a director asks. */
  onNoRoute: Caller[];
  /** Logged people whom this program has no way to hear. */
  elsewhere: Person[];
}

/**
 * Who could be called about the user on each of the four routes, for one program or all over, and what is missing.
 * Routes and reach are those of the bucket's table, so that the two never disagree.
 */
export function networkFor(
  people: readonly Person[],
  entries: readonly LogEntry[],
  { program, mended = [], scene: known = {} }: { program?: MapProgram; mended?: readonly Mended[]; scene?: Scene } = {},
): Network {
  const counted = people.filter(person => !person.removed);
  const scene = { ...known, program: program?.name };
  const callers = callersAmong(counted, entries, mended, scene);
  const isHeard = ({ person }: Caller) => reaches(person, scene);
  const heard = callers.filter(isHeard);
  const elsewhere = callers.filter(caller => !isHeard(caller));
  const map = keysOf(routes).map(route => {
    const onIt = heard.filter(isOn(route)).toSorted((one, other) => order(one) - order(other));
    const reached = onIt.some(({ tone }) => tone === 'good');
    const gap = reached ? null : gapOn(route, onIt, elsewhere.filter(isOn(route)), program);
    return { route, callers: onIt, reached, sentence: sayRoute(onIt), gap };
  });
  return {
    answer: answerFor(map.filter(({ reached }) => reached).length, program),
    routes: map,
    gaps: widestFirst(map.map(({ gap }) => gap).filter(gap => gap !== null)),
    knows: counted.flatMap(person => knownTo(person, scene)),
    onNoRoute: heard.filter(({ person }) => roles[person.role].route === null),
    elsewhere: elsewhere.map(({ person }) => person),
  };
}

const order = (caller: Caller) => standings.indexOf(standingOf(caller));
const isOn =
  (route: Route) =>
  ({ person }: { person: { role: Role } }) =>
    roles[person.role].route === route;

/** So many are said of a route, unless more than those would take the user in a second or have a concern. */
const SAID = 3;

function sayRoute(callers: readonly Caller[]): string {
  const always = callers.filter(caller => ['strong', 'concern'].includes(standingOf(caller))).length;
  return callers.length === 0 ? 'Nobody yet.' : `${capital(list(callers.map(sayCaller), Math.max(SAID, always + 1)))}.`;
}

function sayCaller({ person: { name }, tone, voice, last }: Caller): string {
  if (!voice || !last) return `what ${name} would say is not logged`;
  const words =
    tone === 'concerns' && voice.stance !== 'warn' ? 'has a worry that is still open' : stances[voice.stance].phrase;
  const worry = tone === 'good' && voice.smoke.length > 0 ? ', with a worry still open' : '';
  return `${name} ${words}${worry} (last met ${formatDay(last.day)})`;
}

function knownTo(person: Person, { program, places = writtenAlike }: Scene) {
  return (person.knownAt ?? [])
    .filter(place => program === undefined || places.same(place, program))
    .map(at => ({ person, at, sentence: `${person.name} knows someone at ${at}.` }));
}

function answerFor(reached: number, program?: MapProgram): string {
  const subject =
    reached === 0
      ? 'No route'
      : reached === 4
        ? 'All four routes'
        : `${capital(count(reached, 'of', 'of'))} four routes`;
  const [carry, reach] = reached < 2 ? ['carries', 'reaches'] : ['carry', 'reach'];
  const rest = program ? `${reach} ${program.name}` : `${carry} a good word about you`;
  return `${subject} ${rest}${reached === 0 ? ' yet' : ''}.`;
}

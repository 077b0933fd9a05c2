import type { Mended, Person } from '../bucket/voices.ts';
import { reaches } from '../bucket/voices.ts';
import type { LogEntry } from '../notebook.ts';
import { samePlace } from '../people/places.ts';
import { formatDay } from '../time/localTime.ts';
import type { Role, Route } from '../vocabulary.ts';
import { keysOf, roles, routes, stances } from '../vocabulary.ts';
import { capital, count, list } from '../words/sentences.ts';
import { type Caller, callersAmong, type MapProgram } from './callers.ts';
import { type Gap, gapOn, widestFirst } from './gaps.ts';

export interface RouteOnMap {
  route: Route;
  /** Good voices first. */
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
  { program, mended = [] }: { program?: MapProgram; mended?: readonly Mended[] } = {},
): Network {
  const counted = people.filter(person => !person.removed);
  const callers = callersAmong(counted, entries, mended, program);
  const isHeard = ({ person }: Caller) => !program || reaches(person, program.name);
  const heard = callers.filter(isHeard);
  const elsewhere = callers.filter(caller => !isHeard(caller));
  const map = keysOf(routes).map(route => {
    const onIt = heard.filter(isOn(route)).toSorted((one, other) => toneOrder(one) - toneOrder(other));
    const reached = onIt.some(({ tone }) => tone === 'good');
    const gap = reached ? null : gapOn(route, onIt, elsewhere.filter(isOn(route)), program);
    return { route, callers: onIt, reached, sentence: sayRoute(onIt), gap };
  });
  return {
    answer: answerFor(map.filter(({ reached }) => reached).length, program),
    routes: map,
    gaps: widestFirst(map.map(({ gap }) => gap).filter(gap => gap !== null)),
    knows: counted.flatMap(person => knownTo(person, program)),
    elsewhere: elsewhere.map(({ person }) => person),
  };
}

const toneOrder = ({ tone }: Caller) => ['good', 'concerns', 'unknown'].indexOf(tone);
const isOn =
  (route: Route) =>
  ({ person }: { person: { role: Role } }) =>
    roles[person.role].route === route;

function sayRoute(callers: readonly Caller[]): string {
  return callers.length === 0 ? 'Nobody yet.' : `${capital(list(callers.map(sayCaller), 3))}.`;
}

function sayCaller({ person: { name }, tone, voice, last }: Caller): string {
  if (!voice || !last) return `what ${name} would say is not logged`;
  const words =
    tone === 'concerns' && voice.stance !== 'warn' ? 'has a worry that is still open' : stances[voice.stance].phrase;
  return `${name} ${words} (last met ${formatDay(last.day)})`;
}

function knownTo(person: Person, program?: MapProgram) {
  return (person.knownAt ?? [])
    .filter(place => !program || samePlace(place, program.name))
    .map(at => ({ person, at, sentence: `${person.name} knows somebody at ${at}.` }));
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

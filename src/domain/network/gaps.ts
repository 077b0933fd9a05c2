import type { Role, Route } from '../vocabulary.ts';
import { capital, list } from '../words/sentences.ts';
import type { Caller } from './callers.ts';

/** A route on which nobody has good things to say. `nobody`: there is nobody to call. `concerns`: a worry is open. */
export interface Gap {
  route: Route;
  kind: 'nobody' | 'unknown' | 'concerns';
  why: string;
  /** The one thing to do about it. */
  way: string;
  /** The role to look for; somebody of it with good things to say, there, closes the gap. */
  role: Role;
  /** The person the way is about, where it is somebody known. */
  personId: string | null;
  /** The piece of advice about it. */
  advice: string;
}

/** The program a map is drawn for; `rotated`: the user worked there. */
export interface MapProgram {
  name: string;
  rotated?: boolean;
}

interface NewVoice {
  role: Role;
  advice: string;
  way(place: string, rotated: boolean): string;
}

/** Whom to look for on a route where there is nobody to turn to. */
const newVoices: Record<Route, NewVoice> = {
  directors: {
    role: 'attending',
    advice: 'route-director-to-director',
    way: place => `Ask an attending who knows your work whether they know a director or faculty member at ${place}.`,
  },
  dean: {
    role: 'clerkship-director',
    advice: 'route-dean-and-clerkship',
    way: () => 'Name your clerkship or sub-I director, and log what they saw of you.',
  },
  former: {
    role: 'former-resident',
    advice: 'route-former-residents',
    way: place => `Look for a young attending or fellow near you who trained at ${place}, and work with them.`,
  },
  residents: {
    role: 'chief',
    advice: 'route-residents-and-chiefs',
    way: (place, rotated) =>
      rotated
        ? `You rotated at ${place}. Name a chief or resident who worked with you there, and log what they saw.`
        : `Look for a way to be seen by a chief or resident at ${place}: an away rotation or a virtual elective.`,
  },
};

/**
 * What is missing on a route without a good voice, and one way to fill it: mend what is open, else let somebody there
 * say what they saw, else ask a good voice elsewhere whom they know, else look for somebody new.
 */
export function gapOn(
  route: Route,
  callers: readonly Caller[],
  elsewhere: readonly Caller[],
  program?: MapProgram,
): Gap {
  const concerns = callers.filter(({ tone }) => tone === 'concerns');
  const names = capital(list((concerns.length > 0 ? concerns : callers).map(({ person }) => person.name)));
  const found = { route, ...why() };

  const open = concerns.find(({ treatedBadly }) => !treatedBadly);
  if (open) return about(open, 'close-loose-ends', `Close what is open with ${open.person.name}, and log how it went.`);
  const silent = callers.find(({ voice, treatedBadly }) => !voice && !treatedBadly);
  if (silent) return about(silent, 'every-meeting-is-one-sentence', `Log what ${silent.person.name} saw of you.`);
  const vague = callers.find(({ tone, treatedBadly }) => tone === 'unknown' && !treatedBadly);
  if (vague)
    return about(
      vague,
      'good-or-outstanding',
      `Let ${vague.person.name} see you finish one piece of work, then log it.`,
    );
  const { role, advice, way } = newVoices[route];
  const friend = program && elsewhere.find(({ tone, treatedBadly }) => tone === 'good' && !treatedBadly);
  if (friend) return about(friend, advice, `Ask ${friend.person.name} whether they know someone at ${program.name}.`);
  const place = program?.name ?? 'a program on your list';
  return { ...found, role, personId: null, advice, way: way(place, program?.rotated ?? false) };

  function why(): Pick<Gap, 'kind' | 'why'> {
    if (concerns.length > 0) return { kind: 'concerns', why: `${names} could be called, and a worry is still open.` };
    if (callers.length > 0)
      return { kind: 'unknown', why: `${names} could be called, and no good word from them is logged yet.` };
    const whom = program ? `that ${program.name} would call` : 'you logged';
    return { kind: 'nobody', why: `Nobody ${whom} is on this route.` };
  }

  function about({ person }: Caller, advice: string, way: string): Gap {
    return { ...found, role: person.role, personId: person.id, advice, way };
  }
}

const width: Gap['kind'][] = ['nobody', 'unknown', 'concerns'];

/** Nobody to call comes before somebody who has little to say; the order of the routes decides between equals. */
export function widestFirst(gaps: readonly Gap[]): Gap[] {
  return gaps.toSorted((one, other) => width.indexOf(one.kind) - width.indexOf(other.kind));
}

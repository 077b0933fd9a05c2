import type { Role } from '../vocabulary.ts';
import { distance } from '../words/distance.ts';
import { own } from '../words/own.ts';
import { CREDENTIALS } from './lexicon.ts';
import { nameWords, normalizeName } from './names.ts';
import { LONGEST_ROLE, rolesSaid } from './roles.ts';

/** Somebody in a notebook, as far as a name typed again is concerned. */
export interface KnownPerson {
  id: string;
  name: string;
  role: Role;
}

/** Whether a typed name is somebody known. Who is `unsure`, most alike first, must be asked about: nobody is merged. */
export type Recognition =
  | { same: string; because: string }
  | { unsure: string[]; because: string }
  | { new: true; because: string };

/** How two names can be alike, most alike first. */
const likenesses = {
  same: 'the name is the same',
  typing: 'only a letter or two differ',
  initials: 'the initials fit',
  part: 'part of the name is the same',
} as const;
type Likeness = keyof typeof likenesses;
const order = Object.keys(likenesses);

/**
 * Says whom a name stands for, in spite of "Dr.", case, accents, small slips, initials and names left out.
 * @param said the role that was said beside the name
 */
export function recognize(typed: string, known: readonly KnownPerson[], said?: Role): Recognition {
  const key = normalizeName(typed);
  const exact = known.find(({ name, role }) => normalizeName(name) === key && isSameRole(said, role));
  if (exact) return { same: exact.id, because: likenesses.same };
  const alike = known
    .flatMap(person => {
      const how = likeness(typed, person, said);
      return how ? [{ id: person.id, how }] : [];
    })
    .sort((one, other) => order.indexOf(one.how) - order.indexOf(other.how));
  const [best, ...others] = alike;
  if (!best) return { new: true, because: 'nobody known has a name like it' };
  if (best.how === 'same' && others.every(({ how }) => how !== 'same'))
    return { same: best.id, because: likenesses.same };
  return { unsure: alike.map(({ id }) => id), because: likenesses[best.how] };
}

/** The role that a name says itself: "nurse Joy", "Kim, RN". */
export const roleIn = (name: string): Role | undefined => apart(name).role;

/** Whether a role may be that of somebody known: nothing speaks against it where one of the two was not said. */
const isSameRole = (said: Role | undefined, role: Role): boolean =>
  said === undefined || role === 'other' || said === role;

function likeness(typed: string, { name, role }: KnownPerson, said: Role | undefined): Likeness | undefined {
  const [one, other] = [apart(typed), apart(name)];
  if (one.words.length === 0 || other.words.length === 0) return undefined;
  const roleOfOne = one.role ?? said;
  if (sorted(one.words) === sorted(other.words))
    return isSameRole(roleOfOne, role) || roleOfOne === other.role ? 'same' : 'part';
  if (isSlip(one.words.join(''), other.words.join(''))) return 'typing';
  if (one.initials === initialsOf(other.words) || other.initials === initialsOf(one.words)) return 'initials';
  const [few, many] = one.words.length <= other.words.length ? [one.words, other.words] : [other.words, one.words];
  return contains(many, few);
}

const sorted = (words: readonly string[]): string => words.toSorted().join(' ');
const initialsOf = (words: readonly string[]): string => words.map(word => word[0]).join('');

const ROLE_WORDS: Record<string, Role> = {
  nurse: 'nurse',
  rn: 'nurse',
  chief: 'chief',
  resident: 'resident',
  intern: 'resident',
  fellow: 'fellow',
  attending: 'attending',
  coordinator: 'coordinator',
  dean: 'dean',
  pd: 'program-director',
};

/** The role that so many words say, where they say but one. */
function roleOf(words: readonly string[]): Role | undefined {
  if (words.length === 1) return own(ROLE_WORDS, words[0] ?? '');
  const [role, ...others] = rolesSaid(words.join(' '));
  return others.length === 0 && role !== 'other' ? role : undefined;
}

/** A role at one end of a name, the longest phrase for it first; at least one word of the name is left. */
function roleAtEnd(words: readonly string[]): { role: Role; before: number; after: number } | undefined {
  for (let length = Math.min(words.length - 1, LONGEST_ROLE); length > 0; length--) {
    const [first, last] = [roleOf(words.slice(0, length)), roleOf(words.slice(-length))];
    if (first) return { role: first, before: length, after: 0 };
    if (last) return { role: last, before: 0, after: length };
  }
  return undefined;
}

/** A name taken apart: its own words, the role said before or after them, and the letters where it is but initials. */
function apart(name: string): { words: string[]; role?: Role; initials?: string } {
  const words = nameWords(name);
  while (words.length > 1 && CREDENTIALS.has(words.at(-1) ?? '') && !own(ROLE_WORDS, words.at(-1) ?? '')) words.pop();
  const found = roleAtEnd(words);
  const role = found?.role;
  const mine = found ? words.slice(found.before, words.length - found.after) : words;
  const letters = mine.join('');
  const isInitials = mine.every(word => word.length === 1)
    ? letters.length > 1
    : /(?<!\p{L})\p{Lu}{2,3}(?!\p{L})/u.test(name) && letters.length < 4;
  return { words: mine, ...(role && { role }), ...(isInitials && { initials: letters }) };
}

/** Whether each of the few words is among the many, whole, with a slip, or as an initial; one at least not so. */
function contains(many: readonly string[], few: readonly string[]): Likeness | undefined {
  const left = [...many];
  let initials = 0;
  for (const word of few.toSorted((one, other) => other.length - one.length)) {
    const whole = left.findIndex(each => each === word || isSlip(each, word));
    const at = whole >= 0 ? whole : left.findIndex(each => isInitial(each, word));
    if (at < 0) return undefined;
    if (whole < 0 || word.length === 1) initials += 1;
    left.splice(at, 1);
  }
  if (initials === few.length) return undefined;
  return initials > 0 ? 'initials' : left.length > 0 ? 'part' : 'typing';
}

const isInitial = (one: string, other: string): boolean =>
  one[0] === other[0] && Math.min(one.length, other.length) === 1;

/** Whether the two differ as by a slip of the finger: seldom in the first letter, never in a figure. */
export function isSlip(one: string, other: string): boolean {
  const length = Math.max(one.length, other.length);
  if (length < 4 || one[0] !== other[0] || figures(one) !== figures(other)) return false;
  return distance(one, other) <= (length < 9 ? 1 : 2);
}

const figures = (text: string): string => text.replace(/\P{N}/gu, '');

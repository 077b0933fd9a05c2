import type { Role } from '../vocabulary.ts';
import { nameWords, normalizeName } from './names.ts';

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

/** Says whom a name stands for, in spite of "Dr.", case, accents, small slips, initials and names left out. */
export function recognize(typed: string, known: readonly KnownPerson[]): Recognition {
  const key = normalizeName(typed);
  const exact = known.find(({ name }) => normalizeName(name) === key);
  if (exact) return { same: exact.id, because: likenesses.same };
  const alike = known
    .flatMap(person => {
      const how = likeness(typed, person);
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

function likeness(typed: string, { name, role }: KnownPerson): Likeness | undefined {
  const [one, other] = [apart(typed), apart(name)];
  if (one.words.length === 0 || other.words.length === 0) return undefined;
  if (sorted(one.words) === sorted(other.words))
    return [one.role ?? role, other.role ?? role].every(said => said === role || said === other.role) ? 'same' : 'part';
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
const CREDENTIALS = new Set(['md', 'do', 'phd', 'np', 'pa', 'mph', 'mbbs']);

/** A name taken apart: its own words, the role said before or after them, and the letters where it is but initials. */
function apart(name: string): { words: string[]; role?: Role; initials?: string } {
  const all = nameWords(name);
  const last = all.at(-1) ?? '';
  const words = all.length > 1 && CREDENTIALS.has(last) ? all.slice(0, -1) : all;
  const [first = '', end = ''] = [words[0], words.at(-1)];
  const before = words.length > 1 && Object.hasOwn(ROLE_WORDS, first) ? ROLE_WORDS[first] : undefined;
  const after = words.length > 1 && Object.hasOwn(ROLE_WORDS, end) ? ROLE_WORDS[end] : undefined;
  const own = before ? words.slice(1) : after ? words.slice(0, -1) : words;
  const role = before ?? after;
  const letters = own.join('');
  const isInitials = own.every(word => word.length === 1)
    ? letters.length > 1
    : /(?<!\p{L})\p{Lu}{2,3}(?!\p{L})/u.test(name) && letters.length < 4;
  return { words: own, ...(role && { role }), ...(isInitials && { initials: letters }) };
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

/** How many letters to add, leave out, change or swap with the next one: Damerau-Levenshtein, optimal alignment. */
export function distance(one: string, other: string): number {
  const [from, to] = [[...one], [...other]];
  const rows: number[][] = [to.map((_, j) => j).concat(to.length)];
  for (const [i, letter] of from.entries()) {
    const row = [i + 1];
    for (const [j, target] of to.entries()) {
      const swapped = i > 0 && j > 0 && letter === to[j - 1] && from[i - 1] === target;
      row.push(
        Math.min(
          (rows[i]?.[j + 1] ?? 0) + 1,
          (row[j] ?? 0) + 1,
          (rows[i]?.[j] ?? 0) + (letter === target ? 0 : 1),
          swapped ? (rows[i - 1]?.[j - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    rows.push(row);
  }
  return rows.at(-1)?.at(-1) ?? 0;
}

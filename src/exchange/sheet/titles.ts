import { UNITS } from '../../domain/people/lexicon.ts';
import { readRole, rolesSaid } from '../../domain/people/roles.ts';
import type { Role } from '../../domain/vocabulary.ts';
import { choiceKey } from '../../domain/words/choice.ts';
import { type Reading, understood } from '../../domain/words/reading.ts';

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Words of a title that say no more of the role. */
const AROUND = set(`residency fellowship program of for the and in a student students affairs education medical graduate
  undergraduate clinical academic associate assistant vice interim lead head staff registered charge manager physician
  hospital health inpatient outpatient adult pediatric`);
/** Words with which somebody is no longer what stands there, or not yet, or only near to it. */
const CHANGES =
  set(`former formerly ex retired emeritus emerita past previous incoming future aspiring assistant secretary
  to wife husband partner friend`);
/** Doctors by what they do, all of whom are attendings. */
const ATTENDINGS =
  /^(?:hospitalist|nocturnist|intensivist|internist|surgeon|pediatrician|psychiatrist|obstetrician|(?:cardi|nephr|neur|onc|radi|anesthesi|path|gastroenter|pulmon|endocrin|rheumat|dermat|hemat|ur)ologist)$/;

const LONGEST = 100;

/** The role in the title of a job: "Internal Medicine Residency Program Director", "attending - IM", "Fellow, Cardiology". */
export function titleIn(text: string): Reading<Role> {
  const whole = readRole(text.slice(0, LONGEST));
  if (whole.outcome !== 'refused' || text.length > LONGEST) return whole;
  const [first = '', ...behind] = text.split(/[,|;/()@]| [-–—] | at /).filter(piece => piece.trim() !== '');
  const read = bareIn(first);
  // What stands behind the role is a field or a place, unless it takes the role back.
  if (read.outcome !== 'understood' || behind.some(piece => wordsOf(piece).some(word => CHANGES.has(word))))
    return read;
  const more = behind.map(bareIn).flatMap(each => (each.outcome === 'understood' ? [each.value] : []));
  const role = more.reduce<Role | undefined>((one, other) => one && theMoreExact(one, other), read.value);
  return role ? understood(role) : whole;
}

const wordsOf = (text: string): string[] => choiceKey(text).split(' ').filter(Boolean);

/** The role in words, without those around it that say no more of it. */
function bareIn(text: string): Reading<Role> {
  const whole = readRole(text);
  if (whole.outcome !== 'refused') return whole;
  const words = wordsOf(text)
    .filter(word => !AROUND.has(word) && (rolesSaid(word).length > 0 || !UNITS.has(word)))
    .map(word => (word === 'professor' ? 'faculty' : ATTENDINGS.test(word) ? 'attending' : word));
  if (words.length === 0) return whole;
  const bare = readRole(words.join(' '));
  return bare.outcome === 'refused' ? (twiceIn(words) ?? whole) : bare;
}

/** "PGY-3 resident" says it twice. */
function twiceIn(words: readonly string[]): Reading<Role> | undefined {
  for (let at = 1; at < words.length; at += 1) {
    const [one, other] = [words.slice(0, at), words.slice(at)].map(part => readRole(part.join(' ')));
    if (one?.outcome !== 'understood' || other?.outcome !== 'understood') continue;
    const role = theMoreExact(one.value, other.value);
    if (role) return understood(role);
  }
  return undefined;
}

/** A senior and a chief are residents too; of two other roles it is not sure which is meant. */
function theMoreExact(one: Role, other: Role): Role | undefined {
  if (one === other || other === 'resident') return isResident(one) || one === other ? one : undefined;
  return one === 'resident' && isResident(other) ? other : undefined;
}
const isResident = (role: Role): boolean => ['resident', 'senior-resident', 'chief'].includes(role);

import { roleIn as roleInName } from '../../domain/people/recognize.ts';
import type { Role } from '../../domain/vocabulary.ts';

/** Letters behind a name that say what somebody has learned, and no name. */
const CREDENTIALS = new Set(
  `md do phd mbbs mbchb mph mba ms msc ma bs bsn msn mhs mha mpp jd pharmd rn np pa crna aprn fnp dnp rd pac lcsw facp
  facs faap facog face facep fccp fasn faha mrcp frcp frcs mrcs meds med edd dds`.split(/\s+/),
);
/** What belongs to a name though it stands behind it. */
const GENERATIONS = /^(?:jr|sr|ii|iii|iv)\.?$/i;

export interface ReadName {
  name: string;
  /** The role that the name says itself: "Joy Tamm, RN". */
  role?: Role | undefined;
}

/** The parts of a name as a list of contacts has them. */
export interface NameParts {
  whole: string;
  prefix: string;
  first: string;
  middle: string;
  last: string;
  suffix: string;
}

/** "Dr. Mara Ostrow" from its columns, "Mara Ostrow" from "Ostrow, Mara, MD"; '' where nobody is named. */
export function nameFrom({ whole, prefix, first, middle, last, suffix }: NameParts): ReadName {
  const parts = [first, middle, last].filter(Boolean).join(' ');
  const { name, credentials } = apart(whole || [parts, suffix].filter(Boolean).join(', '));
  const role = roleInName(`${name}, ${credentials.join(' ')}`) ?? roleInName(name);
  return { name: !whole && prefix && name ? `${prefix} ${name}` : name, role };
}

/** A name without what stands behind it, turned round where the family's name comes first. */
function apart(text: string): { name: string; credentials: string[] } {
  const [head = '', ...tail] = text
    .replace(/\s+/g, ' ')
    .trim()
    .split(/\s?,\s?/)
    .filter(Boolean);
  const generation = tail.filter(part => GENERATIONS.test(part));
  const behind = tail.filter(part => !GENERATIONS.test(part) && part.split(' ').every(isCredential));
  const others = tail.filter(part => !generation.includes(part) && !behind.includes(part));
  const [alone = ''] = others;
  const [given, own] = others.length === 1 ? bare(alone) : ['', []];
  const [family, more] = bare(head);
  const name = given ? `${given} ${family}` : [family, ...others].join(', ');
  return { name: [name, ...generation].join(' '), credentials: [...more, ...own, ...behind] };
}

/** The words of a name, and the credentials behind them; a name all in large letters may end in anything. */
function bare(text: string): [name: string, credentials: string[]] {
  const words = text.split(' ');
  const end = words.findLastIndex(word => !(isCredential(word) && /\p{Lu}.*\p{Lu}/u.test(word))) + 1;
  return /\p{Ll}/u.test(text) && end > 0 ? [words.slice(0, end).join(' '), words.slice(end)] : [text, []];
}

const isCredential = (word: string): boolean => CREDENTIALS.has(word.toLowerCase().replace(/[.-]/g, ''));

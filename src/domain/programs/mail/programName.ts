import { normalizeName, plainWords } from '../../people/names.ts';
import type { Statement } from './statements.ts';

/** A name has at most so many letters. */
const LONGEST = 80;

/** A word of a name as a program writes it, and the small words that may stand inside one. */
const WORD = "(?:[A-Z][\\w.'&/-]*|[A-Z]{2,}|&)";
const INNER = '(?:of|the|and|at|for|in|de|del|la|-|–|,)';
const NAME = `(?<name>${WORD}(?:,? (?:${INNER} ){0,2}${WORD}){0,11})`;

const GREETING = /\b(?:Dear|Hello|Hi|Hey|Good (?:[Mm]orning|[Aa]fternoon|[Ee]vening))\b[^,:!]{0,40}[,:!] ?/g;

/** What stands before the name of a program, what says so most surely first. */
const BEFORE = [
  '^(?:Residency )?Program(?: name)?:',
  '^(?:Institution|Hospital|Site|Training program):',
  '[Ii]nterview(?:ing|s)? (?:day |date |slot |invitation |confirmation |reminder |details )?(?:at|with|for|from)(?: the| our)?',
  '[Ii]nvit\\w+(?: you)? (?:\\w+ ){0,6}?(?:at|to|with|from|for)(?: the)?',
  '(?:[Oo]n behalf of|[Ww]elcome to|[Gg]reetings from|[Hh]ello from)(?: everyone at| all of us at)?(?: the)?',
  '[Tt]hank you for (?:your (?:\\w+ )?interest in|applying to|your application to|considering)(?: the)?',
  '[Ss]ubject: (?:\\w+:? ){0,2}?(?:[Ii]nterview|[Ii]nvitation|[Ii]nvite)(?: [Ii]nvitation| [Cc]onfirmation| [Oo]ffer| [Ii]nvite| [Rr]eminder| [Dd]etails)?(?: -| –|:| from| at| with| for| to)(?: the)?',
  '\\b(?:us|here) at(?: the)?',
].map(before => new RegExp(`${before} ${NAME}`, 'g'));

/** What may stand before one, and before much else: there a name has a word of `KEY`. */
const LOOSELY = [
  '(?:[Aa]ppl(?:ied|ication|ying)|[Aa]pplicants|[Ii]nterest|[Ii]nterviewing|[Ww]aitlist|[Rr]esidency(?: [Pp]rogram)?|[Pp]osition|[Tt]raining) (?:to|at|with|for|from)(?: the| our)?',
  '(?:[Cc]ommittee|[Ff]aculty|[Rr]esidents|[Tt]eam) (?:of|at|from)(?: the)?',
  '(?:^|[.,:;(!-] |\\b(?:from|at|of|for|to|with) )(?:[Tt]he |our )?',
].map(before => new RegExp(`${before} ?${NAME}(?<after> (?:[Rr]esidency|[Pp]rogram|[Ii]nterview))?`, 'g'));

const AFTER = new RegExp(
  `(?:^|[.,:;!] )(?:[Tt]he )?${NAME}(?:'s)?(?<after>) (?:is|are|has|have|would|will|residency|program|wants|selection committee|invites|offers)\\b`,
  'g',
);

/** A word that tells a program's name from another. */
const KEY =
  /\b(?:Hospitals?|Medical|Medicine|Univ\w*|Health\w*|Clinics?|Cent(?:er|re)|College|Institute|Residency|Program|Internal|Surgery|Surgical|Pediatrics?|Psychiatry|Neurology|Radiology|Pathology|Dermatology|Anesthesi\w+|Emergency|Family|Obstetrics|Gynecology|OB\/?GYN|Urology|Ophthalmology|Orthop\w+|Otolaryngology|ENT|PM&R|Transitional|Preliminary|Neurosurgery|IM|FM|EM|Children's)\b/;

/** Words with a capital that begin no program's name, and those that end one. */
const NOT_FIRST =
  /^(?:Dear|Dr|Doctor|Hello|Hi|Good|Congratulations|Your|You|We|Our|I|It|This|That|Please|Thank|Thanks|Interview|Invitation|Program|Residency|ERAS|MyERAS|Thalamus|NRMP|AAMC|Zoom|Webex|Microsoft|Teams|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Virtual|Confirmed|Applicant|Candidate|On|The|A|An|If|PGY\S*|Sincerely|Best|Director|Coordinator|Subject|From|Re|Fwd|FW|RE|Date|Time)$/;
/** What no name goes on with. */
const STOP =
  /[,\s–-]+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?= \d)|We|You|Your|You've|Our|Please|Dear|Date|Time|Where|When|Zoom|Congratulations|Thank)\b.*$/;
const TAIL =
  /[,\s–-]+(?:(?:Residency|Residencies|Training|Program|Programs|GME|Team|Coordinator|Director|Interview|Interviews|Selection|Committee|Office|Day|Virtual|via|Zoom|On|Dear|Congratulations|We|Your|You|Please|The|and|of|at|for|in|the|-|–|,|&)\b|\(.*)\s*$/;

/**
 * The program that a mail is from: one of the reader's own where it names that, else as the mail writes it; null where no
 * name stands where a program's would.
 * @param known names of the reader's programs
 */
export function programIn(statements: readonly Statement[], known: readonly string[]): string | null {
  const texts = statements.map(({ text }) => text.replace(GREETING, ''));
  const said = saidName(texts);
  return (said && knownLike(said, known)) ?? knownIn(texts, known) ?? said;
}

function saidName(texts: readonly string[]): string | null {
  for (const pattern of [...BEFORE, AFTER, ...LOOSELY])
    for (const text of texts)
      for (const { groups: { name: said = '', after } = {} } of text.matchAll(pattern)) {
        const name = trimmed(said);
        if (name && (BEFORE.includes(pattern) || after || KEY.test(said))) return name;
      }
  return null;
}

/** Without what leads to it and what follows; null where nothing is left that a name could be. */
function trimmed(found: string | undefined): string | null {
  let name = (found ?? '')
    .replace(/^(?:the|The) /, '')
    .replace(
      /^(?:(?:Selection|Recruitment|Interview|Admissions) )?(?:Committee|Faculty|Residents|Team) (?:of|at)(?: the)? /,
      '',
    )
    .replace(STOP, '')
    .replace(/['’]s$/, '');
  for (let shorter = cutTail(name); shorter !== name; shorter = cutTail(name)) name = shorter;
  const [first = ''] = name.split(/[\s,]/);
  // "Virtual Open House for the Eastgate Pathology Residency"
  if (NOT_FIRST.test(first.replace(/\.$/, ''))) return INSIDE.test(name) ? trimmed(name.replace(INSIDE, '')) : null;
  return name.length < 2 || name.length > LONGEST ? null : name;
}
const INSIDE = /^.*?\b(?:for|at|with|from)(?: the)? (?=[A-Z])/;
const cutTail = (name: string): string =>
  name
    .replace(TAIL, '')
    .replace(/[.,:;–-]+$/, '')
    .trim();

/** The one of the reader's programs that begins as the name does, or that the name begins as: the longest. */
function knownLike(said: string, known: readonly string[]): string | undefined {
  const words = plainWords(said);
  const fits = (name: string) => {
    const own = plainWords(name);
    const shared = own.filter((word, index) => words[index] === word).length;
    return shared > 0 && shared === Math.min(own.length, words.length);
  };
  return longest(known.filter(name => normalizeName(name) === normalizeName(said) || fits(name)));
}

/** The one that is named somewhere in the mail. */
function knownIn(texts: readonly string[], known: readonly string[]): string | undefined {
  const all = ` ${plainWords(texts.join(' ')).join(' ')} `;
  return longest(known.filter(name => all.includes(` ${plainWords(name).join(' ')} `)));
}

const longest = (names: readonly string[]): string | undefined =>
  names.toSorted((one, other) => other.length - one.length)[0];

import type { InterviewKind } from '../../domain/vocabulary.ts';

/** What the title of an event says. */
export interface ReadSummary {
  kind: InterviewKind;
  /** '' where it names none. */
  program: string;
  /** Whether anything in it speaks of an interview. */
  isLikely: boolean;
}

const LONGEST = 300;

const SOCIAL =
  /\b(?:socials?|dinner|happy hour|meet (?:and|&|n) greet|mixer|reception|resident(?:s|s['’])? hour|lunch with)\b/i;
const SECOND = /\b(?:second|2nd)[ -](?:look|visit)\b|\brevisit\b/i;
const LIKELY = /\b(?:interview\w*|ivs?|residency|fellowship|applicants?|open house)\b/i;

/** Words around the name of a program that are no part of it. */
const AROUND = [
  /\s@\s?(?:mon|tue|wed|thu|fri|sat|sun).{0,80}$/i,
  /^\s*(?:re|fwd?|fw|invite|invitation|updated invitation|accepted|tentative|hold|reminder|confirmed|confirmation)\s*:\s*/i,
  /[([](?:virtual|zoom|webex|teams|online|in[ -]person|confirmed|tentative|hold|via [^)\]]{1,20})[)\]]/gi,
  /\b(?:virtual(?:ly)?|in[ -]person|via (?:zoom|webex|teams|thalamus)|zoom|webex|on zoom)\b/gi,
  /\b(?:pre[ -])?interview(?: ?day| dinner| social| session| invitation| invite| season| confirmation| date)?s?\b/gi,
  /\biv(?: day)?\b/gi,
  /\b(?:residency|fellowship)(?: program)?(?: applicants?)?\b/gi,
  /\b(?:applicants?|resident(?:s|s['’])?(?: (?:social|dinner|hour))?)\b/gi,
  /\b(?:meet (?:and|&|n) greet|happy hour|socials?|dinner|mixer|reception|second look|second visit|2nd look|revisit|open house)\b/gi,
];
const EDGES = new Set('with at for of the your my and by from day -'.split(' '));
const SIGNS = /^[-–—:|,@•/]+|[-–—:|,@•/]+$/g;
const PERSON = /^(?:dr|prof|mr|mrs|ms)\b/i;

/** "Lakeside Internal Medicine Residency Interview" is an interview at Lakeside Internal Medicine. */
export function readSummary(text: string): ReadSummary {
  const title = text.slice(0, LONGEST).replace(/\s+/g, ' ').trim();
  const kind = SECOND.test(title) ? 'second-visit' : SOCIAL.test(title) ? 'social' : 'interview';
  const bare = AROUND.reduce((words, around) => words.replace(around, ' '), title).replace(/[([]\s{0,9}[)\]]/g, ' ');
  const program = between(bare.split(' '));
  return {
    kind,
    program: PERSON.test(program) || !/\p{L}/u.test(program) ? '' : program,
    isLikely: kind !== 'interview' || LIKELY.test(title),
  };
}

/** The words without those at either end that only lead to a name. */
function between(words: readonly string[]): string {
  const plain = words.map(word => word.replace(SIGNS, ''));
  const isEdge = (word: string) => word === '' || EDGES.has(word.toLowerCase());
  const [from, to] = [plain.findIndex(word => !isEdge(word)), plain.findLastIndex(word => !isEdge(word))];
  return from < 0
    ? ''
    : words
        .slice(from, to + 1)
        .filter(Boolean)
        .join(' ')
        .replace(SIGNS, '');
}

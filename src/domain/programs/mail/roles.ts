import { findZone, readZone } from '../../time/zones.ts';
import type { ReadAgainst } from './days.ts';
import { isOfSecondVisit, isOfSocial } from './kinds.ts';
import type { Statement } from './statements.ts';
import { type MomentSaid, momentsIn } from './times.ts';

/** What a moment of a mail is for. */
export type Role = 'meeting' | 'social' | 'second-visit' | 'answer' | 'unplaced' | 'sent' | 'former' | 'other';

export interface Placed extends MomentSaid {
  role: Role;
  /** The statement it stands in. */
  at: number;
  /** It is when something ends. */
  isEnd: boolean;
}

const BY =
  /(?:\bby|\bbefore|\bno later than|\bnot later than|\bprior to|\buntil|\btill|\bdeadline(?: to \w+)?(?: is| of)?:?|\bdue(?: by| on| date)?:?|\bexpires?(?: on| at)?:?|\bon or before|\bin advance of)(?: \w+ interview)?:? ?(?:the )?$/i;
const ANSWERS =
  /\b(?:respon[ds]\w*|repl(?:y|ies)|rsvp|accept\w*|confirm\w*|declin\w*|answer|schedul\w+|regist\w+|sign up|select\w*|choos\w+|pick|book|claim|let (?:me|us) know|hear (?:back )?from you|invitation|offer|expires?|releas\w+|secure|reserv\w+|log ?in|return|sign(?:ed)?|grab|take|hold)\b/i;
const NO_ANSWER =
  /\b(?:cancel\w*|reschedul\w+|withdraw\w*|upload|submit|photo|survey|rank|certif\w+|materials|documents|decisions?|notif\w+|applications?|meal|dietary|arrive|log ?on|sign on|(?:will|shall) be (?:sent|released|notified|contacted))\b/i;
const OTHER =
  /\b(?:orientation|tech(?:nical|nology)? (?:check|test|session)|practice session|test call|rank\w*|match (?:day|week)|eras (?:open|season)|mspe|office (?:hours|is open|will be closed)|business hours|hours of operation|start(?:s|ing)? (?:date|on)|begin(?:s|ning)? (?:on )?(?:july|july 1)|academic year|thanksgiving|holiday|cancel\w*|decisions?|notif\w+|by the end of)\b/i;
const FORMER =
  /\b(?:from|originally(?: \w+){0,2}(?: for| on)?|previously(?: \w+){0,2}(?: for| on)?|instead of|rather than)(?: \w+day,?)? ?$/i;
/** Whatever the statement speaks of, this is not it any more. */
const INSTEAD = /\b(?:instead of|rather than)(?: the)? ?$/i;
const ENDS =
  /\b(?:end(?:s|ing)?|finish(?:es|ing)?|conclud\w+|wrap(?:s|ping)? up)(?: time)?:? ?(?:at|by|around|about|approximately)? ?$/i;
const MOVED = /\b(?:re-?scheduled|moved|changed)\b/i;
/** A line that heads those below it. */
const HEADING = 70;

/** Every moment of a mail, and what it is for, as far as the words around it tell. */
export function rolesIn(statements: readonly Statement[], against: ReadAgainst): Placed[] {
  let heading: Role = 'meeting';
  return statements.flatMap(({ text, isHeader }, at) => {
    const moments = momentsIn(text, against);
    const own = isOfSocial(text) ? 'social' : isOfSecondVisit(text) ? 'second-visit' : undefined;
    if (moments.length === 0 && text.length <= HEADING)
      heading = own ?? (/interview/i.test(text) ? 'meeting' : heading);
    return moments.map(moment => ({
      ...moment,
      at,
      isEnd: moment.day === undefined && ENDS.test(text.slice(0, moment.start)),
      role: isHeader ? 'sent' : roleOf(moment, text, own ?? heading),
    }));
  });
}

function roleOf({ start, end }: MomentSaid, text: string, around: Role): Role {
  const before = text.slice(0, start);
  if (BY.test(before)) {
    if (NO_ANSWER.test(text) || OTHER.test(text) || around === 'social') return 'other';
    return ANSWERS.test(text) ? 'answer' : 'unplaced';
  }
  if (/^ ?(?:deadline|to (?:respond|reply|accept|confirm|schedule))/i.test(text.slice(end)) && ANSWERS.test(text))
    return 'answer';
  if (INSTEAD.test(before)) return 'former';
  if (MOVED.test(text) && (FORMER.test(before) || MOVED.test(text.slice(end)))) return 'former';
  if (OTHER.test(text) && !/\b(?:interview|social|dinner)\b.{0,40}$/i.test(before)) return 'other';
  return around;
}

const COUNTED =
  /\b(?:within|in|have|has|(?:in |for )?the next|a|next)? ?\(?(\d{1,3}|one|two|three|twenty[- ]four|forty[- ]eight|seventy[- ]two)\)?(?: \(\d{1,3}\))?[ -](business |working |calendar )?(hours?|hrs?|days?|weeks?)\b/gi;
const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  'twenty-four': 24,
  'forty-eight': 48,
  'seventy-two': 72,
};

/** How long a mail leaves to answer, in hours; words where it is said in days, which end at no certain hour. */
export function timeToAnswer(statements: readonly Statement[]): { hours: number } | { words: string } | undefined {
  for (const { text } of statements)
    for (const match of text.matchAll(COUNTED)) {
      const [words, number = '', kind, unit = ''] = match;
      const near = text.slice(Math.max(0, match.index - 90), match.index + words.length + 60);
      if (!ANSWERS.test(near) || NO_ANSWER.test(near)) continue;
      const hours = NUMBERS[number.toLowerCase().replace(' ', '-')] ?? Number(number);
      return /^h/i.test(unit) && !kind ? { hours } : { words: words.trim() };
    }
  return undefined;
}

const OF_ALL =
  /\b(?:time ?zone:?(?: is)?|(?:all )?times(?: are| listed| shown)*(?: in| are)?)(?: the)? ?:? ?([A-Z][\w/ ]{1,30}?)(?: time)?(?= ?[).,;]|$| \()/i;

/** The zone that a mail says all its hours are in. */
export function zoneOfAll(statements: readonly Statement[]): string | null | undefined {
  for (const { text } of statements) {
    const named = OF_ALL.exec(text)?.[1];
    const reading = named && (findZone(text)?.reading ?? readZone(named));
    if (reading && reading.outcome !== 'refused') return reading.outcome === 'understood' ? reading.value : null;
  }
  return undefined;
}

import { phrasePattern } from '../../words/phrases.ts';
import type { Statement } from './statements.ts';

/** What a mail of a program says, as far as it can be one of these. */
export type MailKind =
  | 'invitation'
  | 'interview'
  | 'social'
  | 'second-visit'
  | 'offer'
  | 'waitlist'
  | 'rejection'
  | 'cancelled';

const lists = {
  glad: '(?:pleased|happy|excited|delighted|thrilled|honou?red|glad|proud|pleasure|privilege|like|love|want|wish|writing|opportunity)',
  an: '(?:an?|your|this|the|our|one)',
  place: '(?:position|spot|place|contract|residency|categorical|preliminary|prelim|pgy ?-?[1-5]|seat|job|employment)',
  social:
    '(?:social|socials|meet ?(?:and|&) ?greet|happy hour|mixer|dinner|reception|open house|town hall|trivia night|coffee (?:hour|chat)|(?:resident )?q ?& ?a|resident panel|hang ?out)',
  again: '(?:second[- ]look|second visit|revisit(?: day)?|return visit)',
  list: '(?:wait(?:ing)?[- ]?list(?:ed)?|alternate list|standby list|reserve list|hold list)',
};
const any = (...phrases: string[]): RegExp[] => phrases.map(phrase => phrasePattern(phrase, lists));

/** Said of what is not so, or not yet. */
const NOT = any(
  "if(?! you(?:'d| would| could)? (?:joined?|came?|interviewed))",
  "(?:i|we)(?:'ve| have)? (?:got|had|received|heard) (?:back|an?|my|the)",
  'i have an? (?:\\w+ )?(?:interview|invite|offer)',
  'did you (?:hear|get)',
  'should (?:a|an|any|there|we|one)',
  '(?:un|not )able to',
  "can ?not|can't|won't|will not|unfortunately|regret|sorry|hope to|whether|may be|in the event|once (?:a|an|we)|has not been|have not been|will be (?:sent|released|extended|offered|sending|extending|inviting|contacted|reviewed)|before you are",
);

const phrases: Record<MailKind, RegExp[]> = {
  invitation: any(
    '{glad} … (?:invite|inviting|interview(?:ing)? you|have you (?:\\w+ ){0,3}interview)',
    '{glad} … (?:offer|offering|extend|extending) (?:you )?{an} (?:\\w+ ){0,4}(?:interview|invitation)',
    '(?:invite|inviting|invites) you (?:to|for) (?:\\w+ ){0,5}interview',
    "you(?:'ve| have| are|'re| were)? (?:been )?(?:\\w+ ){0,3}(?:invited|selected|chosen|granted|offered|shortlisted) (?:to|for|an?) (?:\\w+ ){0,5}interview",
    '(?:invitation|invite|offer) (?:to|for) (?:\\w+ ){0,4}interview',
    '(?:invitation|invite): … interview',
    '(?:new |you have an? |received an? )?interview (?:invitation|invite|offer)(?! status)',
    '(?:would you|can you|are you able to|could you) (?:\\w+ ){0,3}interview',
    'interview with us',
    '{glad} … (?:join|joins|joined|joining) us for … interview',
    '(?:schedule|select|choose|pick) (?:your|an?) (?:\\w+ ){0,2}interview(?: date| day| slot| time)?',
  ),
  interview: any(
    'interview … (?:is|has been|have been|was|are|been) (?:\\w+ ){0,3}(?:confirmed|scheduled|booked|set|rescheduled|moved|changed|finalized|assigned)',
    '(?:scheduled|booked|confirmed|registered|signed up|secured) (?:\\w+ ){0,6}interview',
    '(?:confirm|confirms|confirming|confirmation of|confirmed) … interview',
    'interview (?:day )?(?:confirmation|confirmed|reminder|details|schedule|itinerary|agenda|information)',
    '(?:reminder|reminding|remind) … interview',
    '(?:your|the) (?:\\w+ ){0,4}interview (?:\\w+ ){0,5}?(?:is|will be|will take place|takes place|starts|begins|will begin|will start)',
    'interview (?:day|date|time)s?:',
    'interview … (?:stays|remains|still (?:is|on)|now (?:starts|begins|is))',
    '(?:moved|rescheduled|changed) (?:your|the) (?:\\w+ ){0,2}interview',
    'you are (?:\\w+ ){0,2}(?:scheduled|confirmed|set|booked) (?:\\w+ ){0,4}(?:to|for|with|on|at)',
  ),
  social: any('{social}'),
  'second-visit': any('{again}'),
  offer: any(
    '(?:offer|offering|offered|extend|extending) (?:you )?(?:\\w+ ){0,4}?(?:{place})(?! interview)',
    'letter of (?:agreement|appointment|offer)',
    '(?:pre-?match|early) (?:offer|contract|agreement)',
    'offer of (?:\\w+ ){0,3}(?:employment|appointment|{place})',
    '(?:residency|employment|resident) (?:agreement|contract) … (?:sign|signed|return)',
  ),
  waitlist: any(
    '(?:placed|put|added|moved|keep|keeping|kept|join|remain|included|been|are|be|is|you) … {list}',
    '{list} … (?:status|for an interview|interview)',
  ),
  rejection: any(
    '(?:unable|not able|not be able|cannot|can not) to (?:\\w+ ){0,3}(?:offer|extend|invite|grant|provide|accommodate|interview)',
    "(?:will|did|do|can|could|have) ?n[o']t (?:\\w+ ){0,4}(?:offer|offering|extend|extending|invite|inviting|be offered|be invited|selected|chosen|be selected|be moving|moving|be interviewing|been selected|been chosen|be offering|be inviting|be extending)",
    "(?:won't|can't) (?:\\w+ ){0,3}(?:offer|extend|invite|be offering|be inviting|be extending|be able)",
    '(?:not|no longer) (?:\\w+ ){0,3}(?:selected|chosen|considered|considering|under consideration|moving forward|among)',
    'regret … (?:inform|tell|advise|that)',
    'decided (?:not to|to (?:move|go) (?:forward|ahead) with other)',
    '(?:interview )?(?:positions|spots|slots|invitations) (?:have|has) (?:all )?(?:been |now been )?(?:filled|sent)',
    '(?:declined|rejected) your application',
  ),
  cancelled: any(
    'interview … (?:has been|is|was|been|be) (?:\\w+ ){0,2}(?:cancell?ed|called off)',
    '(?:cancell?ed|cancell?ing|cancell?ation of|withdrawn|rescind\\w*) … interview',
    'interview cancell?ation',
  ),
};

const has = (text: string, pattern: RegExp): boolean => text.search(pattern) >= 0;
const says = (text: string, kind: MailKind): boolean => phrases[kind].some(pattern => has(text, pattern));
const isDenied = (text: string): boolean => NOT.some(pattern => has(text, pattern));
/** Off the list, or a list of days: an invitation speaks of these too. */
const OFF_LIST = phrasePattern('(?:off|from|removed from|out of) (?:our |the |your )?(?:\\w+ )?{list}', lists);
const INVITED_TO = phrasePattern(
  '(?:invit\\w+|join us|join our|rsvp|attend|reminder):?(?: … | ){social}|{social} … (?:is|will be|takes place|tonight|tomorrow)',
  lists,
);
const TO_CANCEL = phrasePattern(
  '(?:if you|need to|wish to|must|want to|should you|please) … (?:cancel|reschedul\\w+|withdraw)',
  lists,
);

/** The kinds that the statements of a mail speak of. */
export function kindOf(statements: readonly Statement[]): MailKind | undefined {
  // A period after a title ends no sentence.
  const texts = statements.map(({ text }) =>
    text.replace(/\bpre-(?=interview)/gi, 'pre').replace(/\b(St|Ste|Mt|Ft|Dr|Mr|Mrs|Ms|Dept|Univ|No)\./g, '$1'),
  );
  const plain = texts.filter(text => !isDenied(text));
  const isSaid = (kind: MailKind, among = plain) => among.some(text => says(text, kind));
  const isCancelled = texts.some(text => says(text, 'cancelled') && !has(text, TO_CANCEL));
  if (isCancelled) return 'cancelled';
  if (plain.some(text => says(text, 'offer') && !/\binterview/i.test(text))) return 'offer';
  const isInvited = isSaid('invitation');
  const isConfirmed = isSaid('interview');
  const isListed = texts.some(
    text => says(text, 'waitlist') && !has(text, OFF_LIST) && !/^(?:if|should)\b/i.test(text),
  );
  const isRejected = isSaid('rejection', texts);
  if (isListed && !isInvited && !isConfirmed) return 'waitlist';
  if (isRejected && !isConfirmed && !(isInvited && !/\b(?:regret|unfortunately)\b/i.test(texts.join(' '))))
    return isListed ? 'waitlist' : 'rejection';
  if (
    isSaid('second-visit') &&
    !isInvited &&
    !texts.some(text => /\byour (?:\w+ ){0,2}interview (?:is|has|on)\b/i.test(text))
  )
    return 'second-visit';
  const isSocial = plain.some(text => has(text, INVITED_TO));
  if (isSocial && !isConfirmed && !plain.some(text => says(text, 'invitation') && !has(text, INVITED_TO)))
    return 'social';
  if (isInvited) return 'invitation';
  if (isConfirmed) return 'interview';
  const isHeaded = plain.some(text => says(text, 'social') && text.length <= HEADING && !/[.?!]$/.test(text));
  return isHeaded && !/\b(?:grand rounds|conference|lecture|cme)\b/i.test(texts.join(' ')) ? 'social' : undefined;
}
/** A line that says what is below it. */
const HEADING = 90;

/** Whether a statement, or a heading, speaks of a gathering beside the interview. */
export const isOfSocial = (text: string): boolean => says(text, 'social');
export const isOfSecondVisit = (text: string): boolean => says(text, 'second-visit');

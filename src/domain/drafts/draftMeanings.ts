import type { DraftRule } from './draftRules.ts';

/** Something to hear in a sentence by what it speaks of, however it is put: all of these, in any order. */
export interface DraftMeaning extends Omit<DraftRule, 'phrases' | 'cased'> {
  /** Each a piece of a regular expression as `phrases.ts` says; the words of all of them together are the finding. */
  all: readonly string[];
}

const NOT_ASKING =
  "can't|cannot|can not|not asking|won't ask|no need|not expect|don't expect|(?:{dont}) (?:need|want|expect)";
const DATES =
  'interview (?:date|slot|day|time|at)|slot|reschedul\\w*|flight|travel|time zone|arrive|availability|conflict|overlap|the \\d+(?:st|nd|rd|th)';

/** The table: what is heard, kind by kind. */
export const draftMeanings: readonly DraftMeaning[] = [
  {
    kind: 'early-offer',
    all: ['{taking}', '{aroundmatch}'],
    unless:
      "accepted|declin\\w*|(?:must|have to|need to|had to) withdraw|turned down|do(?:es)? not (?:\\w+ ){0,2}(?:make|give|have|offer)|(?:{dont}|doesn't|no|not) (?:\\w+ ){0,2}(?:make|give|have|offer)|questions? about|understand (?:that )?(?:you|your program) (?:do|does|can) ?not",
  },
  {
    kind: 'early-offer',
    all: [
      '{asking}|hope|hoping|interested|open to|consider|glad|happy|love|available|welcome|ready|would',
      'pre-?match\\w*|early (?:\\w+ )?(?:offer|contract|acceptance|decision|commitment|position|spot)s?|(?:offer|contract|position|decision|answer|commitment|agreement) (?:\\w+ ){0,2}early',
    ],
    unless:
      "accepted|declin\\w*|withdr\\w* my application|turned down|(?:{dont}|doesn't|no|not|never) (?:\\w+ ){0,3}(?:make|give|have|offer|pre-?match)",
  },
  {
    kind: 'early-offer',
    all: [
      "(?:i'd|i'll|would|will|could|can|ready to|happy to|willing to|prepared to|able to|glad to|promise to)(?: \\w+){0,2}? (?:withdraw|pull out|drop out|leave|cancel|skip|forgo|forego|give up|decline|drop)",
      '(?:the|my) (?:\\w+ )?(?:match|nrmp)(?! (?:day|list|week))|(?:all )?(?:my |the )?(?:other|remaining|rest of my) interviews',
    ],
  },
  {
    kind: 'ask',
    all: ['{asking}|\\?', '{judgment}'],
    unless: `${NOT_ASKING}|manuscript|abstract|poster|my paper|my talk|my presentation|case report|project|my draft|on service|my rotation|clerkship`,
  },
  {
    kind: 'commitment',
    all: [
      'number one|#1|no\\. ?1|first choice|top choice|top of my list|rank(?:ing)? (?:\\S+ ){1,4}?first|truly first',
      'told (?:\\w+ ){1,3}the same|the same (?:thing )?to (?:other|another)|(?:is|are) (?:also )?(?:my|both|all|equally)(?: \\w+)? (?:number one|#1|no\\. ?1|first|top)(?: (?:choice|pick|program))?(?: \\w+)? (?:too|also|as well|both)|as well as|tied|both (?:you|your|of)|along with|equally|one of my (?:\\w+ )?(?:number one|first choice)s|the same to',
    ],
    why: 'A letter of intent counts when there is one. Directors compare notes.',
    better: 'Say it to one program, when it is true, or say what draws you to this one.',
  },
  {
    kind: 'commitment',
    all: [
      'rank|come|commit|match with you|sign|number one|first',
      "if (?:you|your program) (?:\\w+ ){0,2}?(?:promise|rank|guarantee|commit|assure|agree|take|confirm|do the same|feel the same|will)|in return|if it(?:'s| is) mutual|(?:the )?same (?:from|on) your (?:side|end)|mutual",
    ],
    unless: '(?:not|nothing|anything|without)(?: \\w+){0,4} in return|no (?:reply|answer)',
  },
  {
    kind: 'pressing',
    all: ['{elsewhere}', '{deadline}'],
    unless: DATES,
    why: 'Another program’s date or interest, used as a reason to hurry, reads as a lever.',
    better: 'Leave the other program out. Say what draws you here, and let them keep their pace.',
  },
  {
    kind: 'pressing',
    all: [
      '(?:needs?|wants?|expects?|requires?|gave me|gives me|asked (?:me )?for|(?:is|are) waiting (?:for|on)|must have) (?:my |an |a |me to )?(?:final )?(?:answer|decision|reply|response|commitment|signature|decide|respond|commit|sign|until|\\d+ (?:hours|days))',
      '(?:you|your|hear|wait|first|before|rather|prefer)',
    ],
    unless: `(?:{dont}|no|not) (?:\\w+ ){0,2}(?:need|expect|want|require)|coordinator|${DATES}`,
    why: 'Another program’s date or interest, used as a reason to hurry, reads as a lever.',
    better: 'Leave the other program out. Say what draws you here, and let them keep their pace.',
  },
  {
    kind: 'pressing',
    all: [
      "(?:been waiting|waited|waiting|it has been|it's been)(?: \\w+){0,3} (?:days|weeks|months|a week|a month|so long|long time|since)",
      'response|reply|answer|word|update|hear|decision|anything|nothing|patience|patiently|still|wonder\\w*',
    ],
    unless: `${NOT_ASKING}|thank you for (?:your )?(?:reply|response|answer)`,
  },
  {
    kind: 'pressing',
    all: [
      '(?:devastat\\w+|heartbroken|crush\\w*|destroy\\w*|ruin\\w*|shatter\\w*) (?:\\w+ ){0,4}if (?:you|i)|(?:sacrifices?|dreams?|hard work|suffering|tears|struggles?|years) (?:\\w+ ){0,4}?(?:in vain|for nothing|wasted|die|shattered|in your hands)|(?:second|third|fourth|fifth|2nd|3rd|4th|5th) (?:time|email|message|note|attempt|letter)|please acknowledge|(?:emailed|called|written|messaged|texted|reached out) (?:\\w+ ){0,2}?(?:twice|three times|several times|repeatedly|already)|(?:give|owe|tell) (?:\\w+ ){1,3}(?:a yes or no|an answer|my answer|my decision) (?:on|by|before)|(?:depend\\w*|count\\w*|rely|relying|rest\\w*) (?:entirely |only |fully |up)?on (?:you|your (?:decision|program|help|answer|reply))|you are (?:my|the) (?:only|last)|no (?:other )?(?:options?|choices?|interviews?|programs?)(?: left| anywhere)?(?=[,.;!]|$| and| so| but)|nowhere else',
      'i|me|my|we|our',
    ],
  },
  {
    kind: 'pressing',
    all: [
      '(?:must|have to|need to|am asked to|expected to|supposed to|required to) (?:\\w+ ){0,2}?(?:respond|answer|reply|decide|sign|commit|choose)',
      'within|by|before|today|tomorrow|hours|days|friday|monday|this week|soon',
      'you|your',
    ],
    unless: `coordinator|could you|would you (?:like|need)|${DATES}`,
    why: 'Another program’s date or interest, used as a reason to hurry, reads as a lever.',
    better: 'Leave the other program out. Say what draws you here, and let them keep their pace.',
  },
  {
    kind: 'gift',
    all: ['{gift}', '{giving}'],
    unless:
      'thank you for the (?:gift|dinner|lunch|coffee|chocolates?|flowers|book|tickets)|for (?:buying|paying for|treating) |gift of (?:teaching|time|your)|organ don\\w+|donor|donation (?:center|drive|clinic)|fund(?:ed|ing) (?:by|for|from)|grant|research fund|pay (?:for )?my|paid for my|stipend|salary|call pay|moonlight\\w*|food drive|blood drive|you (?:brought|gave|bought|shared)',
  },
  {
    kind: 'private',
    all: ['{ownlife}', "i|i'm|i've|my|we|our|me|as a"],
    unless:
      'patients?|clinic|research|elective|project|interest in|career in|rotation|lecture|shelter|populations?|care for|caring for|treat(?:ing)?|teach\\w*|advocacy|volunteer\\w*|counsel\\w*|community|paper|poster|public health|study|your (?:question|track)',
  },
  {
    kind: 'private',
    all: [
      'your (?:wife|husband|partner|daughter|son|kids?|children|family|baby|house|home|vacation|divorce|pregnancy|wedding|weekend|holiday|dog|age|religion|church|salary)|(?:you (?:and|are|were)|are you|were you) (?:\\w+ )?(?:married|divorced|single|pregnant|dating|seeing)|where you live|your (?:personal|private|home) (?:number|phone|cell|address|email|account)',
      '(?:saw|noticed|found|looked (?:you )?up|came across|googled|stalk\\w*|heard from|someone told me|was told|read) (?:\\w+ ){0,4}?|(?:on|from) (?:instagram|facebook|tiktok|twitter|x|social media|your profile|google|zillow)|are you|do you have|how old|may i (?:have|ask)|can i have|could i have',
    ],
    unless: 'you (?:mentioned|told|said|shared|spoke)|our (?:talk|conversation)|hearing about',
  },
  {
    kind: 'private',
    all: [
      'you (?:looked|look|are|were|smelled|seem)(?: \\w+)? (?:lovely|beautiful|gorgeous|stunning|pretty|handsome|attractive|hot|cute|sexy|young|adorable|charming in)|your (?:\\w+ )?(?:smile|eyes|dress|perfume|hair|outfit|beauty|legs|figure|voice is)|(?:meet|see you|drinks?|dinner|coffee|call you|text you) (?:\\w+ ){0,3}?(?:alone|privately|just (?:us|the two)|one on one at (?:your|my)|after hours|outside of work|at (?:your|my) (?:place|home|hotel|apartment))|(?:a|for) date with you',
    ],
  },
  {
    kind: 'backup',
    all: [
      "(?:since|because|as|after|now that|when|given that) (?:\\w+ ){0,4}?(?:not|\\w+n't|no|failed|rejected|few|unable|unmatched|without)",
      '{specialty}|interviews?|match(?:ed)?|elsewhere',
      '(?:so|now|therefore|instead|turning|looking (?:at|into)|switch\\w*|apply(?:ing)?|consider\\w*|chose|decided) ',
    ],
    unless:
      'soap|reapplicant|last (?:cycle|year|season)|i learned|grew|strengthen\\w*|have since|year off|gap year|research year|(?:interview|slot|date) (?:on|at)|schedul\\w*|conflict',
  },
  {
    kind: 'backup',
    all: [
      "(?:not|\\w+n't|failed to|unable to|never) (?:\\w+ )?(?:match|get|make it|land|receive)(?: in| into| any)?",
      '{specialty}|interviews?|elsewhere|anywhere',
      'so|therefore|hence|instead|it is|left with|which leaves',
    ],
    unless:
      'soap|last (?:cycle|year|season)|i learned|strengthen\\w*|(?:interview|slot|date) (?:on|at)|schedul\\w*|conflict',
  },
  {
    kind: 'backup',
    all: [
      '(?:an?|my|as|your)(?: \\w+)? (?:safety|safe choice|safe option|safe bet|fallback)(?! (?:record|culture|net|issue|event|committee|project|concern|and|huddle|training|officer|rounds|report|of|in|work|program|at))|(?:then|before|and|later|eventually|hope to|plan to|want to) (?:\\w+ )?(?:transfer|switch|move|reapply|re-apply|change) (?:\\w+ )?(?:in)?to (?:{specialty}|another|a different|a better)|mostly (?:applied|interviewed|came) (?:here|there|to you)|but (?:the|your) program is (?:fine|okay|ok|alright)(?: too)?',
      'i|my|me|you|your',
    ],
    unless: 'patient safety|quality',
  },
  {
    kind: 'backup',
    all: [
      "(?:okay|ok|fine|content|happy enough|satisfied|not mind|don't mind|wouldn't mind|accept|settle|live with|put up with|resigned)(?: to| with| for)? (?:ending up|matching|coming|landing|settling|going|being|anything|any program|your program|this program|a place like)|worst case|if all else fails|just in case|as insurance|insurance (?:policy|option)|better than (?:nothing|not matching|soap|soaping)|beggars|good enough for me|plan c|safety net|until (?:i can|a) (?:\\w+ )?(?:transfer|switch|reapply|re-apply|spot opens|move)|(?:real|true|actual|first) (?:dream|passion|love|goal|interest|choice) (?:is|was|remains|lies)|before (?:i )?reapply\\w*|not my (?:dream|ideal|favorite)",
      'i|my|me|you|your',
    ],
    unless:
      'patients?|malpractice|health insurance|travel insurance|flight|delay\\w*|late arrival|bad weather|primary care|family medicine is|your (?:specialty|field)|working with',
  },
  {
    kind: 'ill',
    all: [
      'compared (?:to|with)|unlike|than (?:at |those at |the ones at )?(?:yours?|here|other|most|my|at)|not like|as opposed to|in contrast',
      'miserable|unhappy|burned out|burnt out|worse|weaker|disorganized|cold|rude|lazy|unfriendly|tired|stressed|toxic|chaotic|dull|poor(?:ly)?|bad|mediocre|boring|hostile|malignant|dirty|outdated|run[- ]down|fake|arrogant|awful|terrible|disappointing|lacking',
    ],
    unless: 'i was|i felt|i am|my own|expected|used to be|weather|winters?',
  },
  {
    kind: 'ill',
    all: [
      '{colleague}|{institution}|they|my (?:last|old|current|former|home) \\w+',
      '{been}(?: \\w+){0,2} (?:{hard}|unprepared|unqualified|weak|average|clueless|boring|a waste|a shame|an embarrassment|dreadful|pathetic|hopeless|a disgrace)|had it in for',
    ],
    unless:
      "i (?:was|am|had been|feel|felt)|i'm|my own|(?:not|never|no|nobody|hardly) (?:\\w+ )?(?:{hard})|weather|hours were|shift|nights? (?:was|were)|case was|made to feel|mean(?:s|t)? (?:a lot|so much)|by no mean|difficult (?:case|conversation|night|decision|month)|patients?",
  },
  {
    kind: 'ill',
    all: [
      "never liked me|(?:hates?|hated|dislik(?:es|ed)|resent(?:s|ed)|envie[sd]|undermin(?:es|ed)|sabotag(?:es|ed)|lied about|has something against|had something against|was biased against|discriminated against|picked on|targeted|is jealous of) (?:me|my)|(?:graded|evaluated|marked|treated|judged) me (?:\\w+ )?(?:unfairly|low|harshly|badly|poorly)|unfair(?:ly)? (?:grade[sd]?|eval\\w*|treat\\w*|review\\w*|letter)|(?:nobody|no one) (?:there )?(?:\\w+ )?(?:teaches|cares|listens|helps|supervises|knows what)|(?:does not|doesn't|did not|didn't|do not|don't) (?:\\w+ )?(?:teach|care|know what (?:he|she|they)|listen|deserve|belong)|bad (?:reputation|teachers?|leadership|program|doctor)|waste of (?:time|a year|my)|glad (?:to be|i am) (?:rid|out) of|can(?:'t|not) wait to (?:leave|get out|get away)|worst (?:\\w+ )?(?:program|attending|hospital|rotation|resident|month|teacher|school|clerkship)",
    ],
    unless:
      "patients?|i (?:did not|didn't|do not|don't) (?:\\w+ )?(?:know|listen|care)|my (?:own )?fault|if (?:it|this|that) (?:does not|doesn't)|deserve (?:your|more of)|you (?:do not|don't)",
  },
  {
    kind: 'compare',
    all: [
      '(?:nobody|no one|none|few|nobody else) (?:\\w+ ){0,6}?(?:as|like|more than|harder than|better than) (?:\\w+ as )?(?:i|me)',
    ],
    unless: 'taught|help\\w*|thank\\w*|support\\w*',
  },
  {
    kind: 'compare',
    all: [
      '(?:stronger|better|higher|smarter|harder|more (?:qualified|experienced|prepared|dedicated|motivated|capable|mature|skilled|committed|hardworking)|above|ahead of|superior|outperform\\w*|outwork\\w*|outscored?|beat|best|strongest|top|hardest|no one|nobody|unlike|exceed\\w*|surpass\\w*)',
      "(?:than|of|among|compared (?:to|with)|to|unlike|above|ahead of|any|most|all|outperform\\w*|outwork\\w*|outscored?|beat|exceed\\w*|surpass\\w*|else) (?:\\w+ ){0,4}?(?:applicants?|candidates?|interviewees?|what most|most people|other people|(?:us |amg |american |foreign )?(?:grads|graduates|seniors)|imgs?|residents?'?s?|interns?|peers|classmates|students|others|average|anyone|everyone|everybody|competition|people you)",
      "i|i'm|i've|my|me",
    ],
    unless:
      'your (?:residents|interns) (?:\\w+ ){0,3}(?:were|are|seemed|made|spoke|taught|told|helped)|(?:taught|learned|learn|teach|thank\\w*|help\\w*|enjoy\\w*|impress\\w*|meet\\w*|met|grateful|support\\w*|work(?:ing)? with|talk\\w*|listen\\w*|care|advice|wishes|luck|service|mentor\\w*)',
  },
  {
    kind: 'scripted',
    all: [
      "between (?:you and me|us|the two of us)|(?:not|\\w+n't|never|without) (?:\\w+ )?(?:mention(?:ing)?|bring(?:ing)? (?:\\w+ )?up|say(?:ing)?|tell(?:ing)?|discuss(?:ing)?|talk(?:ing)? about|reveal(?:ing)?|rais(?:e|ing)|disclos(?:e|ing)|speak of|refer to|go into|share|note|include)|leave (?:\\w+ ){0,5}?(?:out|off|aside|unsaid)|left (?:\\w+ ){0,3}?out|keep (?:\\w+ ){0,6}?(?:between us|quiet|to yourself|private|off|out of|confidential|a secret|under wraps|from them|hidden|in the past)|(?:skip|omit|overlook|downplay|play down|gloss over|avoid|forget|bury|hide|soften|remove|delete|erase|drop|steer clear of|sweep)(?: over| mentioning| talking| about| the| my| any| that| it|$)",
      '(?:complaint|incident|day|late(?:ness)?|tardy|mistake|note|flag|remediation|leave|fail\\w*|grade|eval\\w*|what happened|june|absence|absent|error|argument|probation|score|issue|night|on call|report|warning|drama|fight|conflict|probationary|suspension|no-show|missed|outburst|problem|episode|professionalism|attempt|gap|that (?:week|month|time)|the (?:thing|matter|part))',
      "you|please|could|would|let's|lets|anyone|they|them|he|she|director|caller|when|maybe|calls?",
    ],
    unless:
      "i (?:will|would|did|do|can|could|should|want|am|was|have|had|'ll|'d) (?:not |never |n't )(?:\\w+ )?(?:mention|bring|say|tell|discuss|forget|leave|miss|fail)|i (?:won't|didn't|don't|can't|couldn't|wouldn't) |never forget|not forget|didn't say|(?<!if )you (?:did not|didn't|never) (?:\\w+ )?(?:mention|say)",
    why: 'Asking for silence makes the silence the story.',
    better: 'Say what you learned from it, and leave the words to them.',
  },
  {
    kind: 'scripted',
    all: [
      '(?:wrote|written|writing|drafted|drafting|prepared|composed) (?:\\w+ ){0,2}?(?:letter|recommendation|evaluation|lor)(?: \\w+){0,4}? (?:for you|sign|signature|myself|so (?:that )?you|on your behalf)|(?:bullet|talking|key|some|these|following|few) points|a script|suggested (?:text|language|phrases|wording|lines?|answers?)|(?:list|summary) of (?:my )?(?:strengths|points|things to (?:say|mention))|(?:exact|right|following|these|my) (?:words|phrases|wording|sentences)|what to (?:say|write|mention)|draft (?:of )?(?:the|your|my) (?:letter|email|recommendation)',
      '(?:call|letter|conversation|phone|director|talk|speak|say|use|read|email|them|mention|recommendation|dr)',
      'you|your|here|attached|please|could|for the',
    ],
    unless:
      'i (?:learned|used|said|wrote down|remember)|thank you for|your (?:advice|points|words) (?:on|about|helped|stayed|meant)|stayed with me|taught me|words of',
  },
];

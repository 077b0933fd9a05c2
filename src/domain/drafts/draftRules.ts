import type { DraftKind } from './draftKinds.ts';

/** Something to look for in a message. `phrases` and `unless` are written as `phrases.ts` says. */
export interface DraftRule {
  kind: DraftKind;
  phrases: readonly string[];
  /** Not where the same sentence has this. */
  unless?: string;
  /** Capitals count. */
  cased?: boolean;
  /** In place of the kind's own words. */
  why?: string;
  better?: string;
}

/** The table: what is looked for, kind by kind. Same text, same findings. */
export const draftRules: readonly DraftRule[] = [
  {
    kind: 'unfilled',
    phrases: [
      '\\{[^{}\\n]{1,40}\\}',
      '\\[(?!\\d+\\]|sic\\])[^\\[\\]\\n]{1,60}\\]',
      '_{3,}',
      '<[a-z][^<>@:/\\n]{0,30}>',
    ],
  },
  {
    kind: 'unfilled',
    cased: true,
    phrases: [
      'X{3,}',
      'TODO|TBD',
      '(?:Program|Hospital|Dr\\.?) [XYZ]',
      '(?:program|hospital|specialty|name) here(?=[,.])',
    ],
  },
  {
    kind: 'early-offer',
    phrases: [
      'early (?:\\w+ )?(?:offer|contract|acceptance|decision)s?',
      'pre-?match (?:\\w+ )?(?:offer|contract|position|spot|place|agreement|deal)s?',
      '(?:to|be|get) pre-?match(?:ed)?|pre-?match me',
      '(?:offer|contract|position|spot|place|sign|commit|agree) (?:\\w+ ){0,4}(?:before|outside|ahead of) (?:the )?match(?: day| week)?',
    ],
    unless:
      "(?:accepted|declin\\w*|withdr\\w*)|turned down|(?:{dont}|doesn't|no|not) (?:\\w+ ){0,2}(?:make|give|have|offer)",
  },
  {
    kind: 'commitment',
    phrases: [
      '(?<!\\b(?:they|she|he|school|had) )rank(?:ing)? me(?: (?:highly|higher|high|first|at the top|to match|number one|well|favorably))?',
      "(?:will|would|can|could|may) i be ranked|(?:whether|if) i(?:'ll| will| am going to) be ranked",
      '(?:do you (?:plan|intend|mean)|are you (?:going|planning)) to (?:rank|take|offer|hire)(?: me)?',
      '(?:can|could|will|would) you (?:please )?(?:promise|guarantee|assure)(?: me| us)?',
      '(?:hold|save|reserve|keep) (?:me )?(?:a|one|the) (?:spot|place|position|seat|slot)(?: for me)?(?! (?:in|on|at) the)',
      'put(?:ting)? me (?:first|higher|high|at the top|number one|on your list)',
      'commit to (?:me|taking me|ranking me|offering)|a (?:guarantee|firm promise|commitment) from you',
      'will i (?:get|receive|be given) (?:an|the|a) (?:offer|position|spot)',
      "i (?:promise|swear|pledge|commit|guarantee)(?: you)?(?: that)?(?: i(?:'ll| will))?(?: to)? (?:rank|accept|sign|join|match|come to your)",
      'give you my word|you have my word',
    ],
  },
  {
    kind: 'ask',
    phrases: [
      'where (?:(?:do|did|will|would|might) )?i (?:would |might |will |currently )?(?:stand|rank|fall|place|land)(?: (?:on|in) {ranklist})?',
      "(?:am i|(?:whether|if) i(?:'m| am)) (?:\\w+ ){0,2}on {ranklist}",
      '(?:how (?:high|low|far|well)|what|which|what number) … (?:on|in) your (?:rank(?:ing)? )?(?:order )?list(?! of)',
      "what(?:'s| is| are| were)? my (?:chances|odds|rank|ranking|standing|probability)(?: (?:are|is|look))?",
      'how (?:did|do|does|would) (?:i|my \\w+) (?:compare|measure up|stack up)(?: … {others})?',
      'how many (?:other )?{others} (?:\\w+ ){0,4}(?:interview|rank|invit|consider|shortlist)\\w*',
      'who else … (?:interview|rank|invit|consider)\\w*',
      '(?:have|has|did|do|are|were|will) (?:the |any |your )?(?:other )?(?:applicants|candidates|interviewees) … (?:offer|rank|accept|reject)\\w*',
      'my (?:exact )?(?:position|place|rank|number|spot) (?:on|in) (?:your|the) (?:rank(?:ing)? )?(?:order )?list',
      '(?:scores|grades|files|names|applications) of (?:the )?other {others}',
      'did i make (?:the|your) (?:cut|list|short-?list)',
      'what (?:did|do|have|has) (?!i\\b)(?:\\w+\\.? ){1,4}(?:say|said|write|written) (?:to you )?about me',
    ],
    unless: "can't|cannot|can not|not asking|won't ask|no need|(?:{dont}) (?:need|want|expect)",
  },
  {
    kind: 'scripted',
    phrases: [
      "{wish} (?:[\\w']+ ){0,4}?(?:say|mention|emphasi[sz]e|stress|highlight|talk (?:about|of)|speak (?:about|of)|bring up|praise|point out) {claim}{nothanks}",
      'and (?:say|mention|stress|praise) {claim}{nothanks}',
      '{notmine}(?:tell|assure|convince|persuade|let) {callers} (?:know )?{claim}{nothanks}',
      '{notmine}(?:emphasi[sz]e|highlight|stress|underline|play up|bring up|talk up) {claim}',
      "{notmine}(?:make sure|be sure|remember|don't forget|do not forget) (?:to|you|that you) (?:say|mention|tell {callers}|bring up|include|emphasi[sz]e)",
      '(?:{wish}) (?:\\w+ ){0,2}used? (?:the|these|those) (?:exact |very )?(?:phrase|words?|wording|sentence|line)s?',
      '{notmine}(?:describe|present|portray|sell|introduce) me as',
      '(?<!\\bi )(?:{dont}) (?:ever )?(?:mention|bring up|talk about|reveal|tell {callers} about)(?! it\\b)',
      '{notmine}leave out (?:the|my)',
      '{notmine}tell {callers} (?:that )?(?:[\\w.]+ ){1,3}(?:is|was) (?:the|an?|very|one of) (?:best|top|strongest|\\w+est|great|hard-?working|excellent|outstanding)',
      '{notmine}(?:keep|kept|leave|left) … (?:out of (?:it|the (?:conversation|call|letter|evaluation|talk))|between us)',
      'talking points|points (?:that )?you (?:could|can|might|may|should) (?:use|mention|make|say|raise|include)',
      'what (?:you (?:could|can|might|may|should)|to) (?:say|write) about me',
      'say (?:only |some |really |very |nothing but )?{praise} things|only (?:say )?{praise} things|a glowing \\w+',
      '(?:written|drafted|prepared|wrote) (?:the|a|my|your) (?:\\w+ )?letter (?:myself|for you)|you (?:only|just|would only|merely) (?:need|have) to sign',
    ],
  },
  {
    kind: 'ill',
    phrases: [
      '(?:{colleague}|{institution}|they|he|she|you|people|clinic|dr\\. [a-z]+) {been}(?: (?!not\\b|never|hardly|no\\b)\\w+){0,2} {hard}',
      '{hard} (?:{colleague}|{institution}|place|people|environment|culture)',
      '(?:worst|weakest) (?:{colleague}|{institution}|place)',
      '(?:nobody|no one)(?: there| here)? (?:cared|cares|teaches|taught|listened|listens)',
      "(?:doesn't|does not|didn't|did not|don't|do not) (?:know what (?:they|he|she)(?:'re|'s| is| are| was| were)? doing|care about (?:\\w+ )?(?:teaching|students|residents|patients))",
      'play(?:s|ed)? favou?rites|threw me under the bus|ha(?:s|d|ve) it (?:in|out) for me',
      "can(?:'t|not| not) stand (?:the|my|dr|her|him|them)",
      '(?:unlike|better than|stronger than|smarter than) (?:most |many |some |the |all )?(?:of the )?(?:other )?(?:applicants|candidates|imgs|interviewees)',
    ],
  },
  {
    kind: 'backup',
    phrases: [
      '(?:my|just a|only a|as a|as your|as my) back-?up(?: (?:plan|option|choice|program|school|specialty))?(?! (?:call|resident|shift|senior|intern|attending|generator|doctor|physician|team|nurse|file|copy))',
      'back-?up (?:plan|option|choice|program|specialty)s?',
      'as a safety(?=[,.;]| (?:and|but|program|school|choice|option|pick)|$)|my safety (?:program|school|choice|option|pick)s?',
      '(?:as|my|is|was) (?:a |my )?plan b',
      '(?:my|as a|as my|just a) fall-?back(?: (?:option|plan|choice|program))?',
      'my (?:second|third|fourth|last) choice|not my first choice',
      '(?:if|in case|when) (?:nothing|none|nobody|no one)(?: \\w+){0,2} (?:works out|comes (?:along|through|up)|takes me|wants me)',
      "(?:if|in case|should) {specialty} (?:doesn't|does not|won't|will not|should not|not) (?:work out|happen|pan out|take me)",
      "in case i (?:don't|do not|fail to|can't) (?:match|get)",
      "if (?:\\w+ ){1,4}(?:doesn't|does not|don't|do not|won't|will not) (?:take|want|rank|accept|pick) me",
      '(?:only|mostly|mainly) appl(?:ied|ying) (?:here|to (?:you|your \\w+)|because)',
      '(?:others|other programs|everyone|everybody)(?: else)?(?: \\w+)? (?:turned me down|rejected me|said no)',
      'settl(?:e|ing) for (?:you|your|this|less)|keep(?:ing)? my options open|stepping[-\\s]stone|(?:easier|easiest) to (?:match|get) (?:in|into)',
    ],
  },
  {
    kind: 'pressing',
    phrases: [
      "i(?:'m|'d| am| would)? (?:\\w+ )?(?:beg|begging|implore|imploring|plead|pleading)(?: (?:you|of you|with you))?",
      'please(?:,? please)+',
      'humbly (?:request|ask|plead|pray)|with (?:tears|folded hands)(?: in my eyes)?|have (?:mercy|pity)(?: on me)?|on my knees',
      "i(?:'m| am) (?:so |truly |really |very |quite |getting )?desperate(?:ly \\w+)?|(?:no|out of) other options?|out of options",
      "i(?:'ll| will|'d| would) (?:do|give|accept|take) (?:absolutely )?(?:anything|everything|whatever)|whatever it takes|at any (?:cost|price)",
      '(?:please|kindly|just) (?:select|choose|pick|take|accept|hire) me|have (?:some )?sympathy',
      'i (?:must|have to|need to) (?:know|hear)(?: (?:back|from you|soon|now|today|this week))+',
      'work (?:for free|for nothing|without (?:a )?(?:pay|salary))',
      '(?:my|our) (?:very )?(?:last|only|final) (?:real )?(?:chance|hope|shot)(?! to (?:see|visit|hear|meet|watch|thank|ask))',
      '(?:give|grant) me (?:just |only |at least )?(?:a|one|the|this|another) (?:single |small |fair )?(?:chance|shot)',
      "you (?:will|won't|would) (?:not |never )?regret",
      'i (?:(?:really|badly|so|truly|just|desperately) )*need (?:this|a|the|your|any) {position}',
      '(?:life|future|career|family|visa|everything)(?: \\w+)? (?:depends (?:up)?on (?:this|you|your|it)|(?:is|lies) in your hands)',
    ],
  },
  {
    kind: 'pressing',
    phrases: [
      "{notmine}{reply} (?:[\\w']+ ){0,4}?{soon}",
      '(?:this is|very|most) urgent|urgent(?:ly)? (?:need|request|reply|response|answer|matter)',
    ],
    better: 'If a date matters, name it with its reason, and add that no reply is fine.',
  },
  {
    kind: 'pressing',
    phrases: [
      'my (?:second|third|fourth|fifth|2nd|3rd|4th) (?:email|message|note|attempt)',
      "(?:i )?(?:still )?have(?:n't| not) (?:yet )?heard (?:anything|back)(?: yet)?(?: from you)?|(?:still )?have(?:n't| not) (?:yet )?(?:heard|received|gotten) (?:(?:a|any) (?:reply|response|answer) )?(?:from you|yet)",
      '(?:got|received|have had|been) no (?:answer|reply|response|word)|without (?:any |an |a )(?:answer|reply|response)',
      "(?:you|nobody|no one|your office) (?:have(?:n't| not)|did(?:n't| not)|never|still have(?:n't| not)) (?:\\w+ )?{answered}|(?:nobody|no one) (?:has )?{answered}",
      "why (?:have|has|did|do|are|is|won't|can't)(?:n't| not)? (?:you|nobody|no one|anyone)",
      '(?:writing|emailing|following up|reaching out|checking in) (?:\\w+ )?(?:again|once more)|top of your inbox',
    ],
    why: 'Silence has many reasons, and a reminder of it can read as pressure.',
    better: 'One note is enough. A real question can go to the coordinator.',
  },
  {
    kind: 'pressing',
    cased: true,
    phrases: [
      '(?:[A-Z]{2,} )*(?:PLEASE|VERY|REALLY|LOVE|NEED|WANT|MUST|BEST|AMAZING|NEVER|ALWAYS|YOU|YOUR|MY|THIS|IMPORTANT|THANK)(?: [A-Z]{2,})*',
      '!{2,}',
    ],
    why: 'Capitals and rows of exclamation marks sound loud on a page.',
    better: 'Plain letters carry the same warmth.',
  },
];

/** Words that stand for one another in the phrases of `draftRules.ts`, each as part of a phrase. */
export const wordLists = {
  // People and places
  callers:
    '(?:the |a |any )?(?:program )?(?:directors?|pds?|programs?|committee)|them|him|her|anyone|anybody|whoever \\w+',
  colleague:
    'residents?|interns?|chiefs?|seniors?|attendings?|faculty|(?:program )?directors?|pds?|coordinators?|nurses?|dean|preceptors?|supervisors?|staff|team|students?|classmates?|colleagues?|applicants?|candidates?',
  institution:
    'programs?|hospitals?|schools?|departments?|residenc(?:y|ies)|institutions?|leadership|administration|teaching|training|supervision|morale',
  others: 'applicants?|candidates?|interviewees?|imgs|students?|people|others|rest',
  specialty:
    '\\w+ medicine|medicine|\\w*surgery|psychiatry|pediatrics|neurology|radiology|anesthesia|anesthesiology|pathology|dermatology|derm|ortho\\w*|ophthalmology|urology|ent|cardiology|the match|specialty|field',
  position: 'residency|position|spot|job|match|interview(?! date| time| link)|program|place|seat|offer',
  ranklist: '(?:your|the|my) (?:rank(?:ing)? )?(?:order )?(?:short-?)?list(?! of)',
  person: 'patient|woman|man|lady|gentleman|boy|girl|baby|child|mr\\.?|mrs\\.?|ms\\.?',
  title: 'Mr|Mrs|Ms|Miss',

  // What is said of others
  been: "is|are|was|were|'s|'re|being|(?:has|have|had) been|seems?|seemed|acts?|acted|can be",
  hard: 'toxic|malignant|lazy|incompetent|terrible|awful|horrible|lousy|rude|unprofessional|abusive|hostile|useless|arrogant|unfair|dishonest|stupid|ignorant|mean|nasty|cruel|sloppy|careless|unreliable|unhelpful|two-faced|petty|jealous|vindictive|clueless|negligent|dysfunctional|disorganized|second-rate|third-rate|mediocre|corrupt|racist|sexist|(?:badly|poorly) (?:run|organized)|(?:difficult|impossible) to work with|an? (?:joke|mess|nightmare|bully|liar|disaster|circus|idiot)',
  praise: 'good|nice|great|positive|wonderful|amazing|the best',
  best: 'first|highly|high|number one|no\\. ?1|#1|at the top|top|in my top \\w+|above \\w+',

  // Asking
  dont: "don't|do not|dont|never|rather not",
  /** Before a verb: it is not what the writer does. */
  notmine: "(?<!\\bi(?:'ll|'d|'ve)?(?: (?!you)\\w+){0,3} )",
  wish: "please|kindly|could you|can you|would you|will you|if you(?: could| can| would)?|i want you to|i'd like you to|you (?:could|can|might|may|should)|it would (?:help|be great|mean a lot)",
  claim: "(?:that |how |how \\w+ |about )?(?:i'm|i've|i|my(?! name| interest| application))",
  /** After a claim: it is thanks or news, no praise. */
  nothanks:
    "(?! (?:(?:am|was|have|had|'m|really|truly|so|very) )*(?:thank|grateful|sorry|appreciat|enjoy|sa(?:y|id)|hello|hi\\b|miss|withdr|interest|appl|com(?:e|ing)|in town|arriv|hope|look|wrong)\\w*)",
  reply:
    'reply|respond|answer|revert|get back to me|come back to me|let me know|write back|call me(?: back)?|confirm|decide|update me',
  soon: 'as soon as (?:possible|you can)|asap|immediately|urgently|at once|right away|quickly|today|at (?:the|your) (?:very )?earliest(?! convenience)|(?:by|before|until) (?:tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|noon|the end of|this|next|\\d+)',
  answered: 'answered|replied|responded|written back|answer|reply|respond|write back',

  // What sentences speak of
  taking:
    'offer(?:s|ed)?|contract|position|spot|place|seat|sign(?:ing)?|commit(?:ting|ment)?|secur(?:e|ing)|join(?:ing)?|take (?:me|people|applicants|someone|candidates|residents)|taking (?:me|people|someone)|accept(?:ing)?|hire|hiring|say yes|agree(?:ment)?|lock(?:ed)? in|bring me|come to you|decid(?:e|ing) (?:on|about) me|choose me|select me|room for me|have me|get (?:the|a|in)|start(?:ing)? (?:in july|early)|deal|arrange\\w*|fill (?:a|one|your)|a yes',
  aroundmatch:
    "(?:before|ahead of|outside|around|without|skip\\w*|instead of|bypass\\w*|avoid\\w*|wait\\w* (?:for|until)|rather than|prior to|earlier than|in advance of|regardless of|withdraw\\w* (?:\\w+ ){0,2}?from|leav\\w+|pull\\w* out of|cancel\\w*|forgo\\w*|drop\\w* out of|independent(?:ly)? of|separate from|other than|circumvent\\w*|through|ending) (?:of )?(?:the |my |a )?(?:\\w+ )?(?:match(?: day| week| process| results?)?|nrmp|rank (?:order )?lists?(?: (?:are|is) due)?|ranking|rank deadline|march|algorithm|(?:other|remaining) interviews)(?! (?:is|was) (?:run|explained))|(?:forgo|forego|skip|bypass|leave|quit|avoid|drop|ditch|sit out|give up on) (?:the |this year's )?(?:match|nrmp)|out[- ]of[- ](?:the[- ])?match|off[- ]cycle|before (?:the )?(?:\\w+ )?(?:deadline in march|february|january|rol|lists? (?:are|is|open)|certif\\w+|everyone else|others)|without (?:\\w+ ){0,4}match(?:ing)?|pre-?match\\w*|early (?:\\w+ )?(?:offer|contract|acceptance|decision|commitment)s?|a way around",
  asking:
    'wonder(?:ing|ed)?|curious|could you|can you|would you|will you|are you able|may i|might i|tell me|let me know|share|know|hop(?:e|ing) (?:for|to)|ask(?:ing)?|any idea|sense of|do you (?:think|feel|see|believe)|is there|are there|like to (?:know|hear)|want(?:ed)? to (?:know|hear|see|ask|check)|hear|update|clarif\\w+|any (?:news|update|word|insight|indication|chance|way|feedback|possibility)|please|possible|inform me|advise|appreciate|check(?:ing)? (?:in|on)|should i|did i|am i|was i|will i|have i|how did',
  judgment:
    "where i (?:stand|fall|am|rank|land)|(?:my|our) (?:current )?(?:standing|position (?:on|in)|chances?|odds|rank|ranking|status|candidacy|likelihood|prospects|place (?:on|in)|application (?:status|was (?:seen|viewed|received)))|(?:on|in|near|at) (?:\\w+ ){0,3}?(?:the|your) (?:\\w+ )?(?:rank )?(?:order )?list(?! of)|how (?:i|my (?:interview|application|file)) (?:\\w+ )?(?:compar\\w+|did|does|measure\\w*|stack\\w*|rank\\w*|came across|was (?:seen|viewed|rated|received)|went|look\\w*|fare\\w*|perform\\w*|land\\w*)|(?:committee|faculty|interviewers?|they|everyone|residents|you|director) (?:\\w+ )?(?:viewed|saw|thought of|rated|felt about|discussed|evaluated|scored|ranked|made of|liked|think of|feel about) (?:my|me)(?! (?:at|in|on|on service|run|work|present))|(?:realistic|real|good|decent|any|fair|strong) (?:shot|chance)(?! to)|a shot at|(?:i am|i'm|am i|was i|if i am|whether i am) (?:\\w+ ){0,2}?(?:competitive|a (?:strong|good|serious|competitive) (?:candidate|applicant|fit)|in the running|under consideration|being considered|still (?:being )?considered|likely to match|ranked|on track|safe|waitlisted|high)|feedback (?:on|about|from) (?:how|my (?:interview|candidacy|application)|the (?:committee|interview))|it(?:'s| is) mutual|feel the same|(?:interested in|considering|leaning towards?) me|(?:plan|plans|intend|going) to rank me|how (?:serious|interested) (?:\\w+ )?(?:are you|the program is)|what (?:are|were) (?:your|the) (?:impressions?|thoughts) (?:of|on|about) (?:me|my)|impressions? of me|weak(?:ness|nesses)? in my (?:application|file|interview)|cut(?:off)? (?:for|score)|how many (?:\\w+ ){0,3}(?:applicants|candidates|people) (?:[\\w']+ ){0,4}(?:ahead|above|interview|rank|consider)|(?:anything|something|what|which part) (?:\\w+ ){0,6}?(?:concern\\w*|worr\\w*|held me back|hurt me|counted against|gave (?:you|them|the \\w+) pause|wrong with my|went wrong)|(?:keep|get|have) my hopes up|be (?:hopeful|optimistic|worried) about|my name (?:is |was )?(?:on|in|among)|ranking status|how high|how low",
  elsewhere:
    '(?:another|other|a different|second|competing|several|two|three|a few|multiple|some|one) (?:\\w+ )?(?:programs?|offers?|hospitals?|places?|schools?|residenc(?:y|ies)|institutions?|contracts?|positions?|directors?|options?)|offers? (?:from|at|elsewhere|in hand)|(?:elsewhere|other side of town)|pre-?match(?:ed)? (?:offer )?(?:from|by|at) (?!you)',
  deadline:
    '(?:ends?|expires?|expiring|closes?|runs out|lapses?|due|deadline)|(?:by|until|before) (?:\\w+ )?(?:tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|noon|then|that|the end of|this week|next week|\\d+)|(?:needs?|wants?|expects?|asked for|waiting for|given|giving|gave) (?:me )?(?:my |an |a |until )?(?:answer|decision|reply|commitment|\\d+ (?:hours|days)|two days|a week|friday|monday)|\\d+ hours|(?:told|assured|promised|offered|informed|emailed|called|wrote) me(?! about)|(?:very |really |also |strongly |more )?interested in me|want(?:s|ed)? me|pressing me|hold(?:ing)? (?:a|my) (?:spot|place)|decide (?:soon|quickly|now|today)|have to (?:decide|answer|choose|sign)|ranked me|rank(?:ing)? me|courting me|recruiting me',
  gift: 'gifts?|gift ?cards?|pizza|breakfast|(?:box|basket|bag|tin|case) of|homemade|the cost|costs|expenses|equipment|conference fees?|token of (?:my |our )?(?:appreciation|gratitude|thanks|respect)|donat(?:e|ion|ions|ing)|contribution to|chocolates?|flowers|bouquet|gift basket|fruit basket|bottle of|wine|whiskey|tickets|a check|compensat\\w+|sponsor\\w*|money|cash|vouchers?|honorarium|souvenirs?|sweets|perfume|jewelry|scarf|cookies|cake|pastries|donuts|food for|lunch for|dinner|lunch|coffee|drinks|a meal|something (?:small|special|nice) (?:for you|from)|present for|starbucks|amazon|fee(?! for| waiver| assistance)|pay you|paying you|tuition|endow\\w*|fund (?:a|the|your)',
  giving:
    '(?:i|we|my (?:family|father|mother|parents|wife|husband|uncle|company|friends?)) (?:\\w+ ){0,4}?(?:sen[dt]|sending|mail(?:ed)?|bring(?:ing)?|brought|enclos\\w+|attach\\w+|give|gave|giving|offer\\w*|make|making|made|drop\\w*|deliver\\w*|take you|buy|bought|treat|pay\\w*|donat\\w*|contribut\\w*|sponsor\\w*|fund|order\\w*|provide|host|arrange|left|leave|ship\\w*|present|invite you|cover|finance|reimburse)|(?:please|kindly) (?:accept|enjoy|share|take)|(?:let me|allow me to|permit me to) (?:\\w+ )?(?:take|buy|treat|pay|invite|offer|give)|(?:is|are) (?:on me|on its way|in the mail|for you|from my)|on me\\b|at my expense|take you (?:out|to)|buy you|treat (?:you|the|your|everyone|everybody)|enclosed|attached is',
  ownlife:
    "pregnan\\w+|miscarriage|divorc\\w+|separat(?:ed|ion) from my|infertil\\w*|ivf|marriage (?:problems|trouble)|single (?:mother|mom|father|dad|parent)|(?:diagnosed|diagnosis|struggl\\w+|living|suffer\\w*|battl\\w+|treated|history|bout) (?:\\w+ )?(?:with|of|from|for) (?:\\w+ )?(?:depress\\w+|anxiety|bipolar|adhd|add|cancer|ptsd|ocd|an? (?:eating )?disorder|epilepsy|ms|diabetes|addiction|alcohol\\w*|lupus|crohn\\w*|burnout|schizo\\w*|a (?:medical|health|mental) \\w+)|my (?:\\w+ )?(?:ocd|ptsd|panic attacks|eating disorder|hiv|epilepsy|diabetes|stutter|autism|add|depression|anxiety|bipolar|adhd|chemo\\w*|cancer|illness|disability|rehab|addiction|therapy|therapist|medications?|psychiatrist|divorce|pregnancy|religion|faith|church|sexuality|boyfriend|girlfriend|debts?|loans?|savings|rent|mortgage|finances|financial \\w+|bankruptcy|immigration case|asylum)|in debt|with debts?|cannot afford|can't afford|(?:visa|status|permit|opt|green card) (?:\\w+ ){0,2}?(?:expires?|runs out|ends|is running out|is about to)|deport\\w*|lose (?:my|our) (?:home|house|visa|status)|evict\\w*|(?:i am|i'm|as an?) (?:\\w+ )?(?:gay|lesbian|bisexual|transgender|muslim|christian|hindu|jewish|catholic|mormon|atheist|newlywed|widow\\w*|orphan)|(?:wife|husband|partner|kids?|children|son|daughter|mother|father|parents?|baby) (?:\\w+ ){0,3}?(?:is pregnant|is unemployed|is out of work|is (?:very )?(?:sick|ill)|has cancer|is dying|are dying|expecting|needs? (?:surgery|treatment|me)|left me|lost (?:his|her|their) job|depends? on me|are starving|suffer\\w*)",

  // Days
  month: '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?',
  day: '\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?|{month} \\d{1,2}|\\d{1,2}(?:st|nd|rd|th)? (?:of )?{month}',
} as const;

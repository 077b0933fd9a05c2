import type { PrivacyRule } from './privacyRules.ts';

/** Where a room or a number is nobody's bed. */
const ELSEWHERE =
  'interview\\w*|second look|applicants?|hotel|conference|office|zoom|social|orientation|lecture|noon|workshop|grand rounds|parking|shuttle|dinner|badge|call room|floor plan|building';

/** A case that is told so that whoever was there knows whose it is, with no name in it. */
export const caseRules: readonly PrivacyRule[] = [
  // Names as they are typed in haste: the lexicon of names says whether the word is one.
  {
    kind: 'name',
    phrases: [
      "(?:mr|mrs|mister|miss|ms)\\.? {low}(?=(?:'s)?(?:,? \\S+){3})(?!,? (?:(?:the|our|my|from|at|in|an?|of) ){0,2}(?:\\w+ )?{job})",
      '(?:mr|mrs|ms|miss)\\.? \\p{L}\\.?(?= (?:in|from|with|who|was|had|is|died|coded)\\b)|(?:jane|john) doe',
      '(?:sign(?:ed|ing)? out|sign-?out on|report on|hand-?off on|handed off|rounded on|check(?:ed)? on|followed up on|update on|precharted|chart check(?:ed)? on) {low}(?! (?:to|from the|and i|at the desk))|presented {low}(?= ?[(,:])',
      '{low} ?\\([^()]{0,30}(?:{finding}|bed|room|rm)',
      "{low}'s (?:\\w+ )?(?:dad|mom|mother|father|wife|husband|son|daughter|brother|sister|nephew|niece|family|parents) (?:\\w+ ){0,2}?(?:complained|wants|wanted|yelled|thanked|screamed|asked|refused|cried|sued|filed|called|hugged|agreed|was (?:angry|upset|furious|at)|is (?:angry|upset|furious))",
      '(?:baby|infant|twin|newborn)(?: (?:boy|girl|of|a|b))? {low}',
      '(?:took|take|taking|taken) care of {low}(?! (?:at|from|in) (?:the )?(?:office|clinic desk))|(?:caring|cared) for {low}|(?:code|codes|coded|compressions|cpr|lp|paracentesis|thoracentesis|intubat\\w+|central line|chest tube|rapid|consent\\w*|extubat\\w+|discharged|admitted|operated|pronounced|resuscitated|bagged|sutured) (?:on |of |for |in )?{low}(?! (?:and (?:i|me)|rotation|program|hospital|said|told|who runs))',
      "{low}(?:'s|s') (?:{clinical}|{finding}|family meeting|daughter|son|wife|husband)(?! (?:rotation|program|clinic|team|service|lecture|talk|case|conference))",
      '{low} (?:in|from) (?:bed|room|rm|bay|{unit}) ?#?\\d*[a-z]?(?= ?(?:{finding}|coded|crashed|died|fell|,|\\.|who|had|was|with|loved|hated|asked|thanked|yelled|$))',
      '(?:bed|room|rm|bay) ?#?\\d{1,4}[a-z]?,?:? \\(?{low}\\)?(?! (?:at|for|will|is the|runs|from|said))',
      '{low},? (?:\\(?{years}|\\d{2,3}(?=,))(?! (?:resident|attending|applicant|student|intern|nurse))',
      '{low} (?:coded|crashed|arrested|desatted|seized|died|passed away|aspirated|expired|bled out|was (?:intubated|septic|extubated|transfused)|came in with|presented with)',
    ],
    unless: ELSEWHERE,
  },
  {
    kind: 'name',
    cased: true,
    phrases: [
      '(?<!(?:[Tt]he|[Aa]n?|[Ee]very|[Ee]ach|[Tt]his|[Tt]hat|[Oo]ur|more|very|was|be|is|are|so|stay|being|and) )(?:[Pp]ts?|[Pp]atients?|PATIENT):? {low}(?! {didto})',
      '(?:[Mm]y|[Oo]ur|[Tt]he|[Aa]|[Hh]er|[Hh]is) (?:[Pp]t|[Pp]atient):?,? {low}(?! (?:{didto}|runs|from the))',
    ],
    unless: ELSEWHERE,
  },
  {
    kind: 'name',
    cased: true,
    phrases: [
      '(?<![\\p{L}.])(?!(?:{abbreviations})(?![\\w]))\\p{Lu}\\.? ?\\p{Lu}\\.?(?:\\p{Lu}\\.?)?,? \\(?(?:a |an |is a |is an |was a )?(?:{years}|\\d{2,3}(?=[,;)]))',
      '(?<![\\p{L}.])(?!(?:{abbreviations})(?![\\w]))\\p{Lu}\\.? ?\\p{Lu}\\.?(?:,| with| had| came in with| has| w/| -|:) ?(?:an? |the |his |her |severe |acute |bad |new )*{finding}',
    ],
    unless: `${ELSEWHERE}|{staffword}, \\p{Lu}`,
  },

  // Somebody by age, sex and what they had
  {
    kind: 'other',
    phrases: [
      '{mine}(?<![$.\\d/-])(?!3m\\b)(?:[1-9]\\d?|1[01]\\d) ?(?:y/?o |yo |yr |yrs |y |year old |years old )?[mf](?:emale|ale)?(?! ?(?:catheter|sheath|foley|tube|french|line|drain|outside|degrees|street|st\\b|seat|gate|dollars|people|usd|applicants?|residents?|students?|attendings?|non|img|tegaderm|littmann|on (?:the )?(?:thermometer)))(?=[ ,.;:)]|$)',
      '{mine}{years}(?: \\w+){0,3}? (?:man|woman|male|female|lady|gentleman|boy|girl|kid|guy|patient|pt|veteran|mother|father|mom|dad|teen|child|infant|baby|with|w/|who|s/p|h/o|admitted|c/o)(?<!(?:hospital|program|building|tradition|institution|school|church|clinic|house|university|department|custom|book) (?:\\w+ )?(?:with|who))(?! (?:resident|attending|doctor|applicant|student|surgeon|physician|colleague|is my))',
      '{mine}{years} (?:\\w+ ){0,3}?{finding}',
      '(?:man|woman|lady|gentleman|guy|patient|pt|male|female|kid) in (?:his|her|their) (?:early |mid |late |mid-|late-|early-)?(?:[2-8]0s|twenties|thirties|forties|fifties|sixties|seventies|eighties|teens)',
      '(?:old|elderly|young|pregnant|homeless|undocumented|incarcerated) (?:\\w+ )?(?:man|woman|lady|gentleman|guy|girl|boy|kid|mother|mom|patient|pt|couple|prisoner) (?:\\w+ ){0,4}?(?:{finding}|in (?:bed|room|rm|bay|\\d+[a-z]))',
      '(?:teen|teenager|toddler|newborn|infant|preemie|twins|triplets|inmate|prisoner|veteran)s? (?:\\w+ ){0,4}?(?:{finding}|born)',
      '(?:on|of|for|in) an? {years}(?! (?:resident|attending|doctor|applicant|student|hospital|program|building|car|laptop|policy|rule|tradition|study|paper))',
      '\\d{1,2} ?(?:kg|lb|lbs|gram|g|weeks?|wk)[\\s-]?(?:er|old)?s?(?: (?:baby|infant|preemie|kid|newborn|boy|girl|twins?)|er\\b)',
      '(?:schizophrenic|homeless|diabetic|demented|septic|amish|burn|undocumented|incarcerated|suicidal|psychotic|pregnant|comatose|dying|terminal|trach|vent|hospice|blind|deaf|transplant) (?:\\w+ )?{someone} (?:\\w+ ){0,4}?(?:in (?:bed|room|rm|bay|the|\\d)|who|whose|on|from|{finding})',
      '{someone} (?:who|that) (?:\\w+ ){0,2}?(?:drowned|got shot|was shot|got stabbed|was stabbed|burned|jumped|hanged|overdosed|crashed|coded|died|fell (?:off|from|down)|choked|seized|bled|ate|swallowed|delivered|miscarried|arrested|lost (?:his|her|a|both)|was hit|got hit|was found|was intubated|needed (?:a|an) \\w+)',
      '{someone} whose (?:\\w+ ){0,3}?(?:had|has|died|was|needed|fell|coded|got)',
      '(?:burn|crash|shooting|fire|stabbing|drowning|abuse|trafficking|rape|assault|mva|mvc|gsw|bombing) (?:victim|survivor|kid|guy|lady|man|woman|family|patient|pt)s?',
      'born at (?:\\d{2} ?(?:weeks|wks|w)|2\\d|3[0-6])(?! ?(?:am|pm|:))',
    ],
    unless:
      'hypothetical|vignette|uworld|board question|shelf question|step 2 question|simulation|sim case|standardized patient|anki|practice question|textbook',
  },

  // Where somebody lay, and what happened
  {
    kind: 'other',
    phrases: [
      "(?:bed|room|rm|bay|trauma bay|pod|isolation|or) ?#?\\d{1,4}[a-z]?(?:,|:| -| was| is| had| has| with| went| needed| got| who| started| kept|'s)? ?(?:\\w+ ){0,4}?(?:{finding}|{badly}|{clinical})",
      '(?:{finding}|{badly}|intubated|code|rapid|rapid response|compressions|chest tube|central line|line|lp|delivery) (?:\\w+ ){0,3}?(?:in|on|for|from|at) (?:bed|room|rm|bay|trauma bay|or) ?#?\\d{1,4}[a-z]?',
    ],
    unless: ELSEWHERE,
  },
  {
    kind: 'other',
    phrases: [
      "(?:man|woman|guy|lady|gentleman|kid|boy|girl|vet|veteran|pts?|patients?|family|families|wife|husband|mother|mom|father|dad|daughter|son|brother|sister|nephew|niece|relative|visitor|he|she|someone)(?:'s)? (?:\\w+ ){0,4}?(?:in|from|of) (?:bed|room|rm|bay|trauma bay) ?#?\\d{1,4}[a-z]?",
      "(?:pts?|patients?|man|woman|guy|lady|kid|family)(?:'s)? (?:\\w+ ){0,3}?in (?:#?\\d{1,2}[a-d]\\b|#?\\d{1,4}(?=(?: (?:who|had|was|is|with|coded|crashed|died|loved|hated|needed|asked|thanked|yelled)| ?[,.;]|$)))(?! (?:minutes|hours|days|weeks|months|years|patients|am|pm|min))",
    ],
    needs: '{finding}|{badly}|chemo|loved me',
    unless: ELSEWHERE,
  },

  // Whose family it was
  {
    kind: 'other',
    phrases: [
      '(?:wife|husband|mother|mom|father|dad|daughter|son|brother|sister|nephew|niece|aunt|uncle|grandmother|grandson|granddaughter|family|parents|partner|fianc\\w+) of (?:the|a|an|my|our|that|this|one) (?:\\w+ )?(?:man|woman|guy|lady|gentleman|kid|boy|girl|pt|patient|baby|child|veteran|{finding})',
      "(?:pt|patient)(?:'s|s)? (?:\\w+ )?(?:wife|husband|mother|mom|father|dad|daughter|son|brother|sister|nephew|niece|aunt|uncle|grand\\w+|boyfriend|girlfriend|partner|fianc\\w+|ex|roommate|boss|neighbor)",
      '(?:his|her|their) (?:\\w+ )?(?:wife|husband|mother|mom|father|dad|daughter|son|brother|sister|nephew|niece|aunt|uncle|grand\\w+|boyfriend|girlfriend|fianc\\w+|parents|kids|family)(?:,[^.,]{1,40},)? (?:\\w+ ){0,2}?(?:complained|complain|yelled|thanked|screamed|was (?:angry|upset|furious|crying|grateful|mad|at (?:the )?bedside|there when)|were (?:angry|upset|furious|crying|grateful|mad|at (?:the )?bedside)|is (?:angry|upset|a (?:nurse|doctor|lawyer|cop|judge|physician) (?:here|at|too))|cried|refused|consented|sued|threatened|wanted (?:everything|to withdraw|to know|answers|a)|asked (?:for me|me to (?:stay|explain)|about (?:his|her|the) )|hugged|brought (?:us|me|cookies)|agreed|decided|withdrew|came in|found (?:him|her)|called 911|passed out|filed|wrote (?:a|to))',
      '(?:his|her|their) (?:\\w+ )?(?:wife|husband|mother|mom|father|dad|daughter|son|brother|sister|nephew|niece|family|parents)(?:,| is| was| who) (?:is |was )?(?:a|an|the) (?:\\w+ ){0,3}?(?:mayor|council\\w*|senator|judge|cop|officer|lawyer|reporter|pastor|coach|principal|teacher|nurse here|board member|donor|trustee|celebrity|athlete|player|politician)',
    ],
    unless:
      "(?:attending|resident|chief|director|coordinator|dean|nurse|fellow|intern|mentor|faculty|dr\\.?|doctor)(?:'s)? (?:\\w+ ){0,3}?(?:wife|husband|daughter|son|mother|father|family|kids)|wedding|picnic|retreat|barbecue|bbq|dinner|party",
  },

  // What was in the papers, and what happens once
  {
    kind: 'other',
    phrases: [
      '(?:pts?|patients?|guy|man|woman|kid|boy|girl|victims?|one|case|survivors?|driver|shooter|lady|family|people|cop|officer|firefighter|student|player|teen) (?:\\w+ ){0,4}?(?:from|on|in|of|hurt in|injured in|who was in) (?:the |that |a |last \\w+ )?(?:\\w+ ){0,3}?(?:news|newspaper|paper(?= that)|headlines|tv|(?:bus|train|plane|car|motorcycle|boat|truck|van|helicopter) (?:crash|accident|wreck)|crash|shooting|stabbing|house fire|apartment fire|explosion|derailment|bridge collapse|building collapse|pileup|pile-up|mass casualty|marathon bombing|hit and run|hit-and-run|drowning|tornado|hurricane|flood|kidnapping|police chase|riot|protest)',
      '(?:it|he|she|they|case|pt|patient|that one|story|family|which) (?:was|were|made|is|got|ended up|has been) (?:all )?(?:over |on |in |to )?(?:the )?(?:\\w+ )?(?:news|front page|headlines|channel \\d+|evening news)(?! (?:to me|for me|flash))',
      '(?:the|that|last \\w+|yesterday) (?:\\w+ )?(?:bus crash|train crash|plane crash|school shooting|mass shooting|mall shooting|church shooting|nightclub shooting|warehouse fire|house fire|apartment fire|bridge collapse|explosion downtown|derailment|pileup|stabbing at|shooting at|shooting on|crash on (?:the |i-?)\\w+)',
      "(?:mayor|governor|senator|congress\\w+|judge|sheriff|ceo|police chief|fire chief|principal|pastor|imam|rabbi|quarterback|coach|anchor|councilman|councilwoman)(?:'s (?:\\w+ )?(?:wife|husband|mother|mom|father|dad|daughter|son|kid|baby|brother|sister|family|girlfriend|boyfriend))? (?:\\w+ ){0,4}?(?:on our (?:service|list|team)|was (?:our|my) (?:pt|patient)|is (?:our|my) (?:pt|patient)|got shot|was shot|coded|admitted|was admitted|in the icu|had a|{finding})",
      'the only (?:\\w+ ){0,2}?(?:case|person|patient|pt|one|man|woman|kid|child|baby|family) (?:\\w+ ){0,4}?(?:in|at) (?:the|this|our) (?:whole )?(?:state|city|county|town|country|hospital|village|region|world)',
      '(?:pt|patient|he|she) (?:is|was) (?:the|an?|our|my) (?:\\w+ ){0,2}?(?:mayor|governor|senator|congress\\w+|judge|sheriff|ceo|celebrity|actor|actress|singer|rapper|famous|well-known|news anchor|quarterback|olymp\\w+|nba|nfl|professor here|hospital (?:donor|board\\w*)|priest|pastor|rabbi|imam|police chief|fire chief|tv \\w+|youtuber|influencer)',
      '(?:first|second|third|rare|rarest|only) (?:ever )?(?:case|transplant|surgery|patient|separation) (?:\\w+ ){0,3}?(?:in|at|of) (?:the|this|our) (?:state|county|city|country|hospital|region|world)',
    ],
    unless:
      'interview(?:ed)? on|watch(?:ed)? the news|good news|bad news|news for|no news|great news|the news that i|fake news',
  },

  // A day tied to a case
  {
    kind: 'date',
    phrases: [
      "(?<!\\b(?:i|we) )(?:lost|lose|coded|died(?! laughing)|passed(?: away)?|crashed|arrested|pronounced|born|delivered|delivery|operated|intubated|extubated|admitted|readmitted|discharged|transplanted|transferred|surgery|operation|biopsy|c-section|birth|death|shot|stabbed|overdosed|od'?d|miscarried) (?:\\w+ ){0,4}?(?:on |this |last |in )?(?:{day}|{holiday})",
      '(?:{day}|{holiday}) (?:\\w+ ){0,3}?(?:code|arrest|death|birth|delivery|trauma|admission|transplant|surgery|case|patient|pt|gsw|stemi|shooting|overdose)(?! (?:conference|presentation|report|interview|deadline|rotation|clerkship|shelf|call|shift))',
      '(?<!my first )(?:pts?|patients?|{age}|{years}|{someone} with (?:the |a |an )?(?:\\w+ )?{finding}|bed \\d+|rm \\d+) (?:(?!presented|discussed|interview|saw|taught)\\w+ ){0,5}?(?:on |this |last |from )?(?:{day}|{holiday})(?! (?:interview|i (?:saw|interview)|rotation))',
    ],
    needs: '{pt}|{finding}|{age}|\\bhe\\b|\\bshe\\b|baby|twins|mother|mom|gsw|stemi|code|trauma|case',
    unless: `${ELSEWHERE}|i was (?:born|admitted)|my (?:mom|dad|father|mother|grandm\\w+|grandf\\w+|wife|husband|daughter|son|surgery|brother|sister)|offer|letter|contract|visa|license|application`,
  },
];

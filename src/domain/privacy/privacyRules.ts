import { caseRules } from './caseRules.ts';
import type { PrivacyKind } from './privacyKinds.ts';

/** Something to notice in a text. `phrases`, `needs` and `unless` are written as `phrases.ts` says. */
export interface PrivacyRule {
  kind: PrivacyKind;
  phrases: readonly string[];
  /** Only where the same sentence has this. */
  needs?: string;
  /** Not where the same sentence has this. */
  unless?: string;
  /** Capitals count. */
  cased?: boolean;
}

/** The table: what is noticed, kind by kind. Of findings that overlap, the longest stays. */
export const privacyRules: readonly PrivacyRule[] = [
  ...caseRules,
  {
    kind: 'name',
    cased: true,
    phrases: [
      '{pt}:?,? (?:{mr} )?{who}(?<= {name} {name})(?! {didto})',
      '(?<!(?:[Tt]he|[Aa]n?|[Ee]very|[Ee]ach|[Tt]his|[Tt]hat) ){pt}:? {who}',
      '{pt} {who}(?! {didto})',
      '{pt}, {who}(?=,| was| is| who|\\.|$)',
      '{pt},? {given}',
      '{pt}:? (?!(?:{abbreviations})(?!\\w))\\p{Lu}{3,},? \\p{Lu}{3,}',
      '{pt},? \\(?{initials}\\)?',
      '{pt} (?:is |was |who is )?(?:named|called) (?:{who}|{given})',
      '(?:man|woman|lady|gentleman|guy|kid|child|baby|boy|girl|veteran|vet) (?:in bed \\d+ )?(?:named|called) {who}(?! (?:runs|at the desk|from))',
      '[Bb]aby (?:[Bb]oy |[Gg]irl )?(?:of )?{who}',
    ],
  },
  { kind: 'name', cased: true, phrases: ['name(?: is| was|:) {who}'], needs: '{pt}' },
  {
    kind: 'name',
    cased: true,
    phrases: [
      '{mr} {who},? (?:in|from|at) (?:bed|room|rm|bay) #?\\d+[a-z]?',
      '(?:[Bb]ed|[Rr]oom|[Rr]m|[Bb]ay)\\.? #?\\d+[A-Za-z]?,? ?[(:-]? ?{initials}\\)?',
      '(?:[Bb]ed|[Rr]oom|[Rr]m|[Bb]ay)\\.? #?\\d+[A-Za-z]? ?[(:-]? ?{who}\\)?(?! {didto})',
      '{who},? (?:in|from) [Bb]ed #?\\d+[a-z]?',
      "{who}'s {clinical}",
      '{age},? {who}',
      '{who},? \\(?{age}\\)?',
      '{who} {fell}',
      '{done} {who}',
      '{work} {who}',
      '{illness} in {who}',
      '{who}(?:,| and| with) (?:(?:her|his|whose|an?|the) )?{clinical} (?:was|is|were|of|came)',
      "{who}'s (?:surgery|operation|procedure|discharge|admission|code|death|transplant|delivery|c-section|arrest|fall|family|bed|iv|line|dose|orders|care)(?! (?:rotation|program|clinic|team|service|interview|residency|department|floor|chief|shelf|fellowship|lecture|conference|course|exam|coordinator|group))",
      '{family} of {who}',
      '[Ii]nitials(?: are| were|:)? {initials}',
      '[Dd]eath (?:of|for) {who}',
      '(?:[Gg]ave|[Gg]iving|started|prescribed|dosed|overdosed|transfused|loaded|ordered) {who} (?:\\S+ ){0,4}?{drug}',
      'the {name} family (?:meeting|conference|asked|thanked|wanted|agreed|was told)',
    ],
  },
  {
    kind: 'name',
    cased: true,
    phrases: ['(?<!(?:in|at|to|of|from) ){who} (?:in|from) (?:[Rr]oom|[Rr]m) #?\\d+[a-z]?'],
    unless: 'interview|conference|meeting|lecture|class|met|orientation|rounds|noon|workshop|sim|session|talk|office',
  },
  {
    kind: 'name',
    cased: true,
    phrases: [
      "{mr} {who}(?!,? (?:(?:the|our|my|from|at|in|an?|of) ){0,2}(?:\\w+ )?{job})(?=(?:'s)?(?:,? \\S+){3})",
      '(?<=\\S+ \\S+ ){mr} {who}(?!,? (?:(?:the|our|my|from|at|in|an?|of) ){0,2}(?:\\w+ )?{job})',
    ],
    unless:
      "interview|GME|visa|paperwork|emailed|e-?mail|onboarding|HR|credential\\w*|orientation|coordinator|dinner|(?:mentor|attending|friend|colleague|director|chief)'s",
  },

  {
    kind: 'place',
    cased: true,
    phrases: [
      '\\d{1,5} (?:[NSEW]\\.? |North |South |East |West )?(?:{name} |\\d{1,3}(?:st|nd|rd|th) ){1,3}(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Ln|Lane|Dr|Drive|Ct|Court|Pl|Place|Way|Ter|Terrace|Cir|Circle)',
    ],
    needs: '{family}|lives|living|home|address|his|her',
    unless: 'interview|parking|park|hotel|office|airbnb|apartment|my',
  },
  {
    kind: 'place',
    phrases: [
      '(?:lives|living|resides) (?:at|on|near) (?:\\S+ ){1,4}?(?:street|st|avenue|ave|road|rd|blvd|boulevard|lane|ln|drive|court)(?: in \\w+)?',
    ],
    needs: '{family}|he|she',
    unless: 'i live|roommate|co-?resident',
  },
  { kind: 'place', phrases: ['zip(?: ?code)?{is} ?\\d{5}(?:-\\d{4})?'], unless: 'interview|hotel|program|hospital|my' },
  {
    kind: 'place',
    cased: true,
    phrases: [
      '(?:{pt}|{age}|man|woman|lady|gentleman|veteran) (?:(?:who |is |was )?(?:from|lives in|living in|came from|comes from)) (?!(?:{wide})(?!\\w)){name}(?: {name})?',
    ],
    unless: 'interviewed|recruit\\w*|HR|program|office|taught|faculty|resident',
  },
  {
    kind: 'place',
    cased: true,
    phrases: ['(?:lives|living|resides) (?:in|on|near) (?!(?:{wide})(?!\\w)){name}(?: {name})?'],
    needs: '[Pp]t|[Pp]atient|his family|her family',
  },

  {
    kind: 'date',
    phrases: [
      '(?:dob|d\\.o\\.b\\.?|date of birth|birth ?date|birthday){is} {day}',
      '(?:admit|admission|discharge|death|surgery|procedure|delivery|service) date{is} {day}',
      'date of (?:admission|discharge|death|surgery|service|procedure|delivery){is} {day}',
      "(?:her|his|their|patient's|pt's) (?:surgery|operation|procedure|biopsy|delivery|c-section|death|admission|discharge|birth|transplant)(?: is| was)?(?: on)? {day}",
      '(?:patient|pt) (?:was |had |who )*(?:coded|crashed|fell|seen|came in|presented|arrived|arrested|delivered)(?: (?:again|to|in|at|the|ed|er|icu|clinic)){0,3}(?: on)? {day}',
      'seen(?: (?:in|at|by) \\w+)? {day}(?=[^.?!]* (?:patient|pt)(?!\\w))',
      '(?:she|he|who) (?:coded|arrested)(?: on)? {day}',
      '(?:9\\d|1[01]\\d)[\\s-]?(?:y/?o|(?:years?|yrs?)[\\s-]old)(?! (?:\\w+ )?(?:hospital|program|building|tradition|institution|school|church|clinic|house|university|department|custom|book|machine))',
      '(?:aged?|age of|age is|age:) (?:9\\d|1[01]\\d)(?! ?%)',
      'ninety-?\\w*[\\s-]year[\\s-]old',
      'in (?:his|her) (?:90s|nineties)',
      '(?:nona|cente)genarian|centenarian',
    ],
  },
  { kind: 'date', cased: true, phrases: ['(?:9\\d|1[01]\\d)[MF]'] },
  {
    kind: 'date',
    phrases: [
      "(?<!(?:i|we|i was|i got|we were) )(?:admitted|readmitted|discharged|dc'd|d/c'd|born|died|expired|passed away|intubated|extubated|transferred|operated on)(?: (?:on|at|in|to|from|the|here|home|icu|micu|sicu|floor|ed|er|snf|rehab|hospice)){0,3} {day}",
    ],
    unless: 'offer|contract|licen[sc]e|card|registration|visa|password|certificate|school|college|university',
  },

  { kind: 'fax', phrases: ['fax(?: number| no\\.?)?(?: is| was| to| at)?[,:#]* ?{phone}'] },
  {
    kind: 'phone',
    phrases: ['{phone}', '[2-9]\\d{9}'],
    needs: '{family}|his (?:cell|phone|number|home)|her (?:cell|phone|number|home)',
  },
  { kind: 'phone', phrases: ['{phone}'], unless: '{desk}' },

  { kind: 'email', phrases: ['{mail}'], needs: '{family}' },
  { kind: 'email', phrases: ['{mail}(?<!\\.(?:edu|org|gov|mil))'], unless: '{desk}|letter|recruit\\w*|application' },

  { kind: 'ssn', phrases: ['\\d{3}-\\d{2}-\\d{4}', '(?:ssn|social security(?: number| no\\.?)?){is} ?[\\dx*-]{4,11}'] },
  {
    kind: 'ssn',
    phrases: ['social{is} ?\\d[\\d-]{3,}'],
    unless: 'interview|zoom|dinner|virtual|event|evening|residents|hour|applicant',
  },

  {
    kind: 'record',
    phrases: [
      '(?:mrn|medical record){number}?{is} ?#?[a-z]{0,3}\\d[\\d-]{3,}',
      '(?:record|chart|hosp|hospital|patient|pt)(?:{number}|(?= ?#)){is} ?#?[a-z]{0,3}\\d[\\d-]{3,}',
    ],
  },
  { kind: 'record', phrases: ['(?<![$.,@/#-])\\d{7,10}'], unless: '{own}|{desk}' },

  {
    kind: 'plan',
    phrases: [
      '(?:medicare|medicaid|insurance|health plan|plan|member|beneficiary|policy|subscriber|group|payer){number}+{is} ?(?:(?!\\w*\\d)[a-z]{2,12} )?#?{id}',
      '(?:medicare|medicaid|insurance){is} ?#?(?=[a-z-]{0,3}\\d)[a-z\\d-]{6,}',
    ],
  },
  {
    kind: 'account',
    phrases: [
      '(?<!my )(?:acct|account|fin|csn|har|encounter|visit|billing|invoice|claim|bill){number}?{is} ?#?[a-z]{0,3}\\d[\\d-]{4,}',
    ],
    unless: '{own}',
  },
  {
    kind: 'license',
    phrases: [
      "(?<!my )(?:driver'?s? licen[sc]e|driving licen[sc]e|dl|state id|passport|green card|(?:birth|death|marriage) certificate|certificate|licen[sc]e){number}?{is} ?#?{id}",
    ],
    unless: '{own}|medical licen[sc]e|training licen[sc]e|board|acls|bls|pals|atls',
  },
  { kind: 'vehicle', phrases: ['(?:vin|vehicle id){number}?{is} ?(?=[a-z]*\\d)[a-hj-npr-z\\d]{11,17}'] },
  {
    kind: 'vehicle',
    cased: true,
    phrases: ['(?:[Ll]icen[sc]e )?[Pp]lates?{number}?{is} ?(?=[A-Z\\s\\d-]{0,6}\\d)[A-Z\\d]{2,4}[\\s-]?[A-Z\\d]{2,4}'],
  },
  {
    kind: 'device',
    phrases: [
      '(?<!my )(?:serial{number}?|s/n|sn|udi|(?:device|implant|pump|pacemaker|icd|stent|valve){number}|(?:lot|batch){number}?){is} ?#?(?=[a-z-]{0,5}\\d[a-z-]{0,3}\\d)[a-z\\d][a-z\\d-]{4,}',
    ],
    unless: 'laptop|computer|parking|badge',
  },
  {
    kind: 'url',
    phrases: ['{web}'],
    needs:
      "(?<!about )(?:the|my|our|a) {pt}(?! (?:safety|care|population|education|volume))|{pt} posted|{pt}'s|his|her",
  },
  {
    kind: 'url',
    phrases: [
      '(?:https?://|www\\.)[^\\s<>"]*(?:mychart|caringbridge|gofundme|obituar|pacs|patient(?:id)?=|mrn)[^\\s<>"]*[^\\s<>".,;:!?)]',
    ],
  },
  {
    kind: 'ip',
    phrases: ['(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?!\\.\\d)'],
    unless: 'version|chapter|section|handbook',
  },
  {
    kind: 'biometric',
    phrases: [
      "(?:her|his|their|patient's|pt's) (?:finger|thumb|palm|voice|foot)[\\s-]?prints?",
      "(?:her|his|their|patient's|pt's) (?:retinal?|iris|face) (?:scan|id)",
      '(?:finger|thumb|palm|voice|foot)[\\s-]?prints? of (?:the|my|our|a) (?:patient|pt)',
    ],
  },
  {
    kind: 'photo',
    phrases: [
      "{picture} (?:of|with) (?:(?:the|an?|my|our|this|that|two|some) )?(?:\\w+ )?(?:patient|pt)s?(?:'s \\w+)?",
      '{picture} of (?:the|a|an|my) (?:\\w+ )?(?:wound|rash|incision|ulcer|burn|bruise|wristband|chart|abdomen|leg|foot|x-?ray|ct|mri|scan|ekg|ecg|lesion|mole|cast|stump)',
      '{picture} of (?:his|her|their) (?!notes?|poster|slides?|badge|schedule|list|team|talk|board|dog|cat|handwriting|card)\\w+',
      "(?:posted|texted|sent|shared|uploaded|forwarded|whatsapped) (?:the |my |a )?(?:patient|pt|his|her)(?:'s)? (?:\\w+ )?(?:photo|picture|pic|face|x-?ray|scan|ct|mri|ecg|ekg|wound|rash|video)",
    ],
  },
  {
    kind: 'other',
    phrases: [
      '(?:(?:study|trial|research) )?(?:subject|participant|enrollment|randomi[sz]ation|trial|study|wristband|armband|barcode|donor|recipient|specimen|sample|case){number}{is} ?#?(?=[a-z-]{0,12}\\d)[a-z\\d][a-z\\d-]{2,}',
      '(?:accession|wristband|armband|specimen){number}?{is} ?#?(?=[a-z]{0,4}-?\\d)[a-z\\d][a-z\\d-]{4,}',
      '(?:patient|pt) (?:is|was|who is) (?:the|an?) (?:mayor|governor|senator|congress\\w+|judge|sheriff|ceo|celebrity|actor|actress|singer|famous|well-known|local news|news anchor|quarterback|olymp\\w+)',
      "(?:patient|pt) (?:is|was) (?:(?:the|our|my) )?(?:[\\w.]+ ){0,3}?(?:[\\w.]+'s|whose) (?:wife|husband|son|daughter|mother|father|brother|sister)",
      'the only (?:case|person|patient|one|man|woman) (?:\\w+ ){0,3}in (?:the|this|our) (?:state|city|county|town|country|hospital)',
    ],
  },
];

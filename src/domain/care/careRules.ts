import { mistreatmentRules } from './mistreatmentRules.ts';

/** What care is for, what comes first first. */
export const careKinds = {
  'self-harm': { card: 'hard-week' },
  assault: { card: 'mistreated' },
  threat: { card: 'mistreated' },
  harassment: { card: 'mistreated' },
  discrimination: { card: 'mistreated' },
  humiliation: { card: 'mistreated' },
  despair: { card: 'hard-week' },
} as const;
export type CareKind = keyof typeof careKinds;

/** Something to hear in a text. `phrases` and `unless` are written as `phrases.ts` says, in the words of `plainSpeech.ts`. */
export interface CareRule {
  kind: CareKind;
  phrases: readonly string[];
  /** Not where the same sentence has this. */
  unless?: string;
}

const WARDS =
  'ideation (?:questions?|lecture|module|case)|questions?|exam|lecture|module|shelf|boards?|uworld|anki|screening|screen(?:er)?|assessment|protocol|watch|precautions|paper|poster|research|study|project|elective|prevention (?:training|course|talk|project)|training|rotation|psych (?:consult|rotation|shelf|ward|unit)|patients?|pts?|consult|case|differential|note|case report|admitted|admission';

/** The table: what is heard, kind by kind. Same text, same answer. */
export const careRules: readonly CareRule[] = [
  {
    kind: 'self-harm',
    phrases: [
      '(?:kill|killing|off|offing|hang|hanging|shoot|shooting|drown|drowning|end|ending|strangle|suffocate|stab|stabbing) myself(?! (?:to |for |studying|working|trying|over |laughing|at work|with work|in the gym|doing|out of a job|on (?:this|that|my)))',
      '(?:want|wanting|going|trying|tried|plan|planning|need|thinking (?:of|about)|thoughts? of|about) (?:to )?(?:\\w+ )?(?:kill|killing) myself',
      '(?:harm|harming|punish|punishing|poison|poisoning|starve|starving) myself',
      '{wish} (?:to )?(?:{much} )*(?:cut|cutting|hurt|hurting|burn|burning) myself(?! (?:some|out|off|at|in the|on a|up|down|short|lifting|running))',
      '(?:been|am|started|start|keep|kept|i|back to|stopped|stop) (?:cut|cutting|burning|hurting) myself(?! (?:some|a |out|off|at|in|on|up|down|short|lifting|running|shaving|with (?:a|the) (?:scalpel|needle|blade|knife)|to (?:learn|study|get)))',
      '(?:i|have|been|am) (?:\\w+ )?(?:cutting|burning) (?:again|my (?:arms?|wrists?|legs?|thighs?|skin))',
      '(?:started|began|back to) cutting(?: again|{end})',
      'cut (?:again )?my (?:wrists?|arms?|thighs?)(?! (?:on|with))',
      'slit(?:ting)? my (?:wrists?|throat)',
      '{wish} (?:i )?(?:was |were |to |could |would |just )*(?:{much} )*(?:to )?{dead}(?!{idiom})',
      '(?:i )?(?:do not|dont|did not|no longer|never) (?:{much} )*(?:want|wish|deserve|feel like|plan|need|care) (?:to |if i )?(?:{much} )*(?:liv(?:e|ing)|be(?:ing)? alive|exist(?:ing)?|keep (?:living|existing|breathing)|be on this (?:earth|planet)|see tomorrow|be in this world|continue living|survive)(?! (?:in|there|with|near|far|at|on campus|here))',
      '(?:do not|dont|no longer) (?:{much} )*want to (?:{much} )*(?:be here|wake up|go on|be around|be anymore|keep going|be me|continue|do life|do this life)(?: {stop})?{end}(?! (?:with the|the))',
      '(?:wish|wished|pray|prayed|hope|hoping) (?:that )?i (?:{much} )*(?:was|were|had|could|would|did|do|will|might|never|can|not)(?: (?:just|be|never|not|go to (?:sleep|bed) and|fall asleep and|been|have been|get))* (?:dead|die|died|born|exist(?:ed)?|disappear|wake up|gone|hit by (?:a|the) (?:car|bus|train|truck)|vanish|alive)(?! (?:earlier|before|early|at \\d))',
      '(?:go to|fall a?) ?(?:sleep|bed) and (?:{much} )*(?:not|never|do not) wake up',
      '(?:better off|would rather be|rather be|might as well be|should be|am already|wish me|was better) dead',
      '(?:hope|want|wish) (?:that )?(?:i|the) (?:\\w+ ){0,4}(?:crash(?:es)?|hits me|runs me over|kills me|get cancer)',
      '(?:no|any|a|find|have|one|without) (?:\\w+ )?reasons? (?:to|for) (?:live|living|stay alive|keep living|keep going|go on|be alive|be here|wake up|exist|stay here)',
      '(?:nothing|no one|nobody|little) (?:left )?to live for|(?:anything|something) to live for',
      '(?:not|nothing|hardly|barely|is it|is life|life is) (?:\\w+ )?worth (?:living|being alive)',
      '(?:tired|sick|done|exhausted|weary) (?:of|with) (?:life|living|being alive|existing|it all being|waking up|my life|breathing|this life)',
      '(?:end|ending|ended|take|taking) my (?:own |whole |miserable )?(?:life|pain|suffering|existence)',
      '(?:end|ending) it all|(?:want|going|ready|time|need|wanna|how) to end it{end}',
      '(?:better|happier|easier|fine|relieved) (?:off )?(?:without me|if i (?:was|were|am) (?:dead|gone|not (?:here|around|alive))|if i (?:died|disappeared|did not exist|was never born|had never been born))',
      '(?:nobody|no one|anybody|anyone|not a single person|who) (?:will |would |really |even |is going to )*(?:miss me|care|notice|cry)(?: if i (?:was|were|am|died|die|disappeared|disappear|killed|vanished|left|stopped|did not)|{end})(?! (?:to|about|that i was late))',
      '(?:if|when) i (?:died|die|killed myself|was dead|were dead|am dead|am gone|was gone|were gone|did not exist)(?! (?:to|on|at|from|by then|for))',
      '(?:jump|jumping|leap|leaping|throw myself|throwing myself|fall|step|stepping|walk|walking|run|running) (?:off|from|in front of|into|out of|under) (?:a|an|the|my|this|that|oncoming)? ?(?:\\w+ )?(?:bridge|roof|building|garage|balcony|window|train|bus|car|cars|truck|traffic|cliff|ledge|subway|metro|tracks|overpass|floor|ocean|river)',
      '(?:roof|bridge|garage|balcony|window|ledge|overpass|pills|scalpel|rope|belt|gun|propofol|fentanyl|potassium|insulin) (?:\\w+ ){0,4}(?:thinking|think|thought|wondering|wonder|and) (?:\\w+ ){0,3}(?:jump(?:ing)?|ending|end it|using it|taking (?:them|it) all|what if i)',
      '(?:drive|driving|crash|crashing|drove|steer|swerve) (?:my |the )?(?:car )?(?:off|into) (?:a|the|oncoming|an)? ?(?:\\w+ )?(?:bridge|road|tree|wall|pole|median|traffic|truck|barrier|river|lake)',
      '(?:how many|how much) (?:\\w+ ){1,4}(?:would it take|does it take|will it take|to (?:die|kill|od|overdose|end))(?! to (?:match|get|learn|pass|become|finish))',
      '(?:take|taking|took|swallow|swallowing|swallowed|save|saving|saved up|stockpil\\w+|hoard\\w*) (?:\\w+ )?(?:all|the whole|a whole|a|an entire|every|too many|a bunch of|a handful of)(?: (?:of )?(?:my|the|these|those))* ?(?:bottle(?: of (?:\\w+ )?(?:pills|tylenol|\\w+))?|pills|meds|sleeping pills)',
      '(?:i|me|have|of) (?:\\w+ ){0,3}(?:overdos(?:e|ed|ing)|od ?ed|od ing|oding) (?:on|again|last|to)',
      '(?:lethal|fatal) dose (?:for|to|of \\w+ for) (?:me|myself|die|kill)|painless(?:ly)? (?:way|death|to die|ways)|(?:easiest|best|quickest|fastest|least painful|painless|easy|quick) way to (?:die|go|kill|end (?:it|my)|commit)(?! (?:home|to the|through|from))',
      '(?:hang|shoot|hung) myself|gun (?:to|in) my (?:head|mouth)|bullet (?:in|through) my|blow(?:ing)? my brains out|noose|tie a rope',
      '(?:suicide|goodbye|good bye|farewell) (?:note|notes|letter|letters)(?! (?:to|for) (?:the|my) (?:team|program|nurses|residents|rotation|attending))',
      '(?:might|may|will|wont|will not|would|do not think i will) (?:not )?be (?:here|around|alive) (?:much longer|tomorrow|next (?:week|month|year)|by (?:then|tomorrow|march|match day|the end)|to see|for long)(?! (?:to|for|at|with))',
      '(?:not|never) (?:going to )?(?:make it|survive|last) (?:to|until|till|through) (?:tomorrow|the night|tonight|morning|the week alive)',
      '(?:thoughts|thinking|think|ideas|dreams|fantasies|images|obsess\\w*|talk) (?:\\w+ )?(?:about|of) (?:\\w+ )?(?:death|dying|suicide|being dead|my (?:own )?(?:death|funeral)|hurting myself|harming myself|not (?:being here|existing|waking up|being alive))(?! (?:certificate|summary|notes?|cases?|and (?:grief|ethics)))',
      '(?:dark|bad|scary|intrusive|unsafe|passive|si|ugly) thoughts{end}|scared of (?:what i (?:might|could|will|may) do|my (?:own )?(?:thoughts|mind|self)|myself)',
      '(?:not|do not feel|am not|no longer) safe (?:with myself|alone|from myself|by myself|to be alone|in my own head)|(?:danger|risk) to myself',
      '(?:want|wanting|going|thinking (?:of|about)|urge|plan|planning|thoughts of|need) (?:to )?(?:\\w+ )?(?:hurt|hurting|stab|stabbing|shoot|shooting|murder|kill|killing) (?:someone|somebody|people|everyone|everybody|him|her|them|my (?:attending|senior|chief|pd|program director|resident|coworkers|family))',
      '(?:took|take|taken|taking) (?:his|her|their) own li(?:fe|ves)',
      '(?:friend|classmate|roommate|resident|co ?resident|co ?intern|intern|brother|sister|mom|dad|student|colleague|cousin|partner|wife|husband|boyfriend|girlfriend|someone i \\w+|he|she|they) (?:\\w+ ){0,4}(?:killed (?:himself|herself|themselves|themself)|hung (?:himself|herself)|od ed)',
      '(?:want to|going to|wish i could|gonna) die{end}|^(?:die|death|dead|dying|dead inside|to die|end it|end me|kill me|kill me now|just kill me)(?: \\.)*$',
      '(?:please|just|someone|somebody|god) (?:\\w+ )?(?:kill me|end me|shoot me|put me out of my misery)(?! with)',
      'i (?:{much} )*(?:want|need|have|am ready|am going|am about|plan) (?:to )?(?:leave|exit) (?:this|the) (?:world|earth|planet|life)',
      '(?:everything|all|pain|it) (?:\\w+ )?(?:to|will|would) (?:\\w+ )?(?:stop|end|be over) (?:forever|for good|permanently)|make (?:it|the pain|it all) (?:all )?stop',
      'my (?:suicide|suicidal|own death|will and|funeral)|(?:attempt|attempts|attempted) (?:again|on my life)|(?:last|first|previous|second) attempt (?:at (?:suicide|my life)|did not work)',
      'crisis (?:text )?(?:line|hotline|number|support|text)|^crisis$|lifeline|(?:suicide|mental health|depression|emotional|emergency) (?:\\w+ )?(?:hot ?line|help ?line|line|number|support)|physician support(?: line)?|(?:call|text|call or text|number|dial) 988|^988$',
    ],
    unless: '(?:patients?|pts?|he|she) (?:\\w+ ){0,3}(?:said|says|told me|reported|endorsed|denied|denies) (?:that )?(?:he|she|they) (?:\\w+ ){0,2}(?:want|wanted|wish)',
  },
  {
    kind: 'self-harm',
    phrases: ['suicid\\w*', 'self ?(?:harm|injur)\\w*', 'passive (?:si|ideation)'],
    unless: `(?:suicid\\w*|self ?(?:harm|injur)\\w*) (?:\\w+ ){0,2}(?:${WARDS})|(?:${WARDS}|assess|asked about|ask about|screened?|ruled? out|acutely|actively|history of|risk of|rates? of|epidemiology of|teen|adolescent|pediatric) (?:\\w+ ){0,4}(?:suicid|self ?harm|self ?injur)|suicide (?:squad|inhibition|pacts? in|inhibitors?)|career suicide|professional suicide|social suicide|academic suicide`,
  },
  {
    kind: 'self-harm',
    // Whatever the ward has to do with it: somebody says it of themselves or of somebody close.
    phrases: [
      '(?:i|am|me|my|feel|feeling|been|getting|myself|friend|roommate|resident|classmate|intern|partner|wife|husband|brother|sister) (?:am |is |feel |have been |was |be |been |died by |lost to |committed |did |attempted |thinking (?:of|about) |consider(?:ing|ed) )*(?:{much} )*suicid\\w*(?! (?:patients?|pts?|prevention|risk|ideation (?:questions?|lecture|case)|assessments?|screen\\w*))',
      '(?:to|by|from|of) suicide(?: (?:last|this|yesterday|today|in|two|a|on))?{end}',
      '(?:lost|losing) (?:\\w+ ){1,5}to suicide',
      '(?:suicidal|suicide) (?:thoughts|feelings|ideation|urges)(?: (?:again|after|since|because|during|from|before|every|all|when|at night|for|are|and|lately|constantly|as a|today|right now|today)\\b|{end})(?! (?:patients?|questions?))',
    ],
    unless: '(?:patients?|pts?|exam|shelf|board|questions?|lecture|uworld|consult|case report)',
  },
  {
    kind: 'despair',
    phrases: [
      '(?:can|could) not (?:{much} )*(?:do|take|handle|stand|bear|keep doing|cope with|deal with|live with|tolerate|survive|continue|keep up|endure|face) (?:with )?(?:this|it|that|life|things|another day|all this|all of this|one more day|another (?:day|week|month|year|shift)|this (?:life|pain|program|residency|place|job|year|pressure|stress))(?: (?:of this|like this))?(?: {stop}| alone| again)?{end}',
      '(?:can|could) not (?:{much} )*(?:do|take|handle|stand|bear|face|cope|go on|keep going|carry on|continue|live|function|breathe|keep up|hold on|hang on|pretend|fight|go) (?:\\w+ ){0,3}{stop}',
      '(?:can|could) not (?:{much} )*(?:go on|keep going|cope|function|carry on|live like this|keep living|go on like this|get out of bed|stop crying|feel anything|keep pretending|see a way out|hold it together|face (?:it|them|him|her|anyone|another)|pull myself)(?! with the)',
      'not (?:know|sure) (?:if|how|whether|that) (?:much longer |long |much )?i (?:can|will|could)(?: (?:much |any )?(?:longer|more))? (?:\\w+ )?(?:do this|take|keep|go on|make it|survive|last|hold on|handle|continue|cope|get through|stand)(?! (?:the (?:rank|interview|second|offer|call on)|up with anki|the slot))',
      '(?:^|[.,] )(?:(?:there is|i see|see|whats|what is|is there|it is|feels like there is|like) )?(?:{much} )*(?:no|not any|any|the|not a) (?:point|use|hope|future|way out|light)(?: (?:for me|to (?:this|life|it all|anything|go on)|anymore|at all|left|in (?:sight|me)))?(?= ?[.]|$)',
      '(?:no|not any|what is the|what even is the|what is even the|any|see the|see any|a|is there a|there a) (?:\\w+ )?(?:point|use|purpose|meaning|sense) (?:of|in|to|with) (?:even )?{life}(?! (?:to (?:match|send|apply|contact)|for (?:derm|ortho|interviews)))',
      '(?:no|not any|lost all|lost|losing|losing all|giving up|given up|out of|without|ran out of|zero|any) hope(?:{end}| (?:left|anymore|for me|in (?:life|myself)))',
      '(?:{am}|am|am a|like a|like an|such a|just a|as a|an?) (?:total |complete |huge |utter |absolute |worthless |useless )*(?:failure|burden|waste of (?:space|time|air|oxygen|a life)|disappointment to everyone|loser|mess and|wreck|imposter who|nothing|nobody){end}',
      '{am} (?:a )?(?:{much} )*(?:hopeless|worthless|helpless|broken|dead inside|depressed|miserable|suffocat\\w+|numb|empty(?: inside)?|trapped|alone|lonely|isolated|useless|lost and|overwhelmed and|desperate|in despair|despair|crushed|defeated|destroyed|devastated|like (?:shit|crap|garbage|trash|dirt|nothing|dying|giving up|quitting (?:life|everything|medicine)|i am (?:drowning|dying|nothing|losing|falling|breaking|suffocating))|nothing(?: anymore)?|falling apart|breaking down|spiral\\w*|drowning|not (?:ok|okay|doing (?:well|ok|okay|good)|coping|myself|good enough)|losing (?:it|my mind|myself|hope)|at (?:my|the) (?:breaking point|limit|lowest|end)|in a (?:really |very )?(?:dark|bad) (?:place|way|spot)|unable to (?:go on|cope|function)|past my limit|(?:burned|burnt) out|burnt|exhausted and|done with (?:everything|it all|life|all of (?:it|this))|going (?:crazy|insane) (?:here|with|and)|so low|very low|really low|at rock bottom|crying|ashamed to be alive)(?! in (?:notes|work|charts|paperwork|emails|anki|prelims|scut))',
      '^(?:{much} )*(?:depressed|depression|hopeless|hopelessness|worthless|despair|in despair|lonely|alone|burned out|burnt out|burnout|burn out|exhausted|overwhelmed|miserable|broken|numb|empty|crying|cant cope|not ok|not okay|i am not (?:ok|okay)|panic|panicking|panic attacks?|breakdown|mental breakdown|i give up|giving up|give up|i quit life|no hope|no one cares|nobody cares|help me|please help|please help me|i need help|need help now|i am lost|i am scared|anxiety|struggling|i am struggling|rock bottom|hard week|bad week|mental health|counseling|counselling|therapy|therapist|someone to talk to|need someone to talk to|i need to talk to someone|nobody to talk to)(?: (?:please|today|tonight|lately|now|again|right now|so much|and alone))*(?: \\.)*$',
      '(?:so|completely|totally|beyond|utterly|just) (?:burned|burnt) out(?! (?:bulb|light|seminoma))',
      '(?:i )?(?:{much} )*(?:hate|hating|despise|loathe|loathing|cannot stand|disgusted (?:with|by)) (?:{much} )*(?:myself|my life|being alive|who i am|being me|my existence|waking up)(?! (?:at|early|for|so early))',
      'selfhat\\w*|self ?(?:loathing)|self ?worth is',
      '(?:i|me|been|keep|kept|constantly|always|find myself|start|started|just|end up|{start}) (?:{much} )*(?:cry|cried|crying|sob|sobbed|sobbing|weep|weeping|bawl|bawling|bawled)(?: my eyes out)? (?:\\w+ ){0,2}?(?:every ?(?:day|night|morning|time|shift|single)|daily|nightly|before|after (?:every|each|work|shifts?|rounds)|myself to sleep|in (?:my|the) (?:car|bathroom|stairwell|shower|call room|closet|locker room|parking (?:lot|garage)|break room|supply (?:room|closet)|restroom)|all (?:the time|night|day|weekend|morning)|again|alone|non ?stop|for (?:hours|days|no reason)|constantly|on the way (?:home|to work)|at work|at night|most days|uncontrollabl\\w+|over everything|and (?:can not|could not) stop)',
      '(?:keep|kept|always|constantly|never stop|can not stop|could not stop|not stopped) (?:crying|sobbing)',
      '(?:i|my|having|had|have|keep (?:having|getting)|get|getting|these|daily|constant) (?:\\w+ )?(?:panic|anxiety) attacks?(?! (?:patients?|pts?|workup|case|in (?:the|a) (?:ed|patient)))',
      '(?:i|my|me|having|had|have|mental|nervous|complete|emotional|about to have) (?:\\w+ )?(?:mental |nervous |emotional )?break ?down(?! (?:of (?:my|the)|the|by))',
      '(?:broke|break|breaking|fell|falling|fall) (?:down|apart) (?:crying|sobbing|in (?:tears|my|the)|every|after|mentally|again)|(?:i am|am) (?:falling apart|breaking down|at my breaking point|at breaking point)',
      '(?:my|this) (?:life|whole life|entire life) (?:is|feels|has) (?:\\w+ )?(?:over|ruined|done|a (?:mess|failure|waste|joke)|meaningless|pointless|falling apart|not worth|nothing|hopeless|no (?:meaning|point|purpose))',
      '(?:nothing|none of (?:this|it)|life) (?:\\w+ )?(?:matters|makes sense|means anything|has meaning|is worth|makes me happy|feels real|brings me joy)(?: anymore)?(?! (?:in|at|to) (?:the|a|this) (?:rank|match|program))',
      '(?:i|have|just|about to|want to|ready to|going to|close to|feel like|think i should) (?:{much} )*(?:give|given|giving|gave) up(?: (?:on (?:life|myself|everything|it all|living)|completely|entirely|on all of (?:it|this)))?{end}',
      '(?:nobody|no one|not anyone|have no one|without anyone|no friends|no family|nobody here|no one here) (?:\\w+ )?(?:to talk to|to turn to|cares?|understands|who cares|loves me|likes me|wants me|would believe|left|for me|to call)(?: (?:about me|if i \\w+|anymore|what))?{end}',
      'i (?:\\w+ )?(?:do not|don not|never) (?:matter|deserve (?:to be here|to be happy|this life|anything|love)|belong anywhere)(?: to anyone)?{end}',
      '(?:never|not|wont|will not) (?:\\w+ )?(?:be |am |feel )?(?:good|smart|strong) enough(?: (?:for (?:anything|anyone|this|medicine|life)|to be (?:here|alive|a doctor)))?{end}',
      'end of my rope|rock bottom|(?:at|reached|past|hit|near|over) (?:my|the) (?:breaking point|limit mentally|lowest point|wall emotionally)|in a (?:very |really |pretty |bad )*(?:dark|low|bad) (?:place|spot|mental)|barely (?:hanging|holding) on|hanging (?:on )?by a thread|barely (?:functioning|surviving|existing|coping|keeping it together)|just (?:want|need) (?:it|everything|this|the pain) to (?:stop|be over|end)(?! (?:talking|raining|with the))',
      '(?:so|am|feel|feeling|really|completely|very|extremely|severely|clinically|deeply|getting|being|been|think i am|i have|having|my) (?:\\w+ )?(?:depress(?:ed|ion)|burn(?:ed|t) out)(?! (?:patients?|pts?|screen\\w*|lecture|case|in (?:lead|v\\d)|research|project|study|questions?|scale|adolescent))',
      'mental (?:health)? ?(?:is )?(?:\\w+ )?(?:suffering|declin\\w+|deteriorat\\w+|terrible|shot|falling apart|at (?:an|its) (?:all time )?low|gone|destroyed|crisis|breaking)|not (?:slept|eaten|eating|sleeping|sleep|eat) (?:or|and|nor) (?:slept|eaten|eating|sleeping|sleep|eat)|(?:lost|losing) (?:the|my|all) (?:will|desire|motivation) (?:to (?:live|go on|do anything|keep|get))',
      'quit(?:ting)? (?:life|everything and)|done (?:pretending|fighting|trying){end}|too (?:much|hard|tired) to (?:live|go on|keep going|be alive|exist|bear|take)|drowning{end}|want to scream|everything (?:is )?(?:falling apart|hopeless|pointless|too much|hurts)|it is (?:all )?(?:too much|hopeless|pointless|unbearable)(?: (?:for me|right now|anymore|now))?{end}|what (?:is|did|do) (?:wrong with me|i do wrong to deserve)',
    ],
    unless:
      '(?:patients?|pts?|the (?:man|woman|mother|father|family|wife|husband|kid|child)) (?:\\w+ ){0,4}(?:panic|depress|cry|cried|crying|hopeless|burden|lonely|sobb|breakdown|broke)|(?:screen\\w*|lecture|shelf|exam|uworld|anki|research|project|study|poster|curriculum|committee|survey|elective|essay|qi) (?:\\w+ ){0,4}(?:depress|burnout|burn out|burned|panic)|(?:depress\\w*|burnout|burn out|panic) (?:\\w+ ){0,2}(?:screen\\w*|lecture|shelf|exam|research|project|study|poster|curriculum|committee|survey|rates?|elective|essay|paper|module)|st depress|postpartum depress',
  },
  ...mistreatmentRules,
];

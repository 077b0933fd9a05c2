/** Lists that the phrases of `careRules.ts` are written with, in the words that `plainSpeech.ts` makes. */
export const careWords: Record<string, string> = {
  // Where a thought begins and ends
  start: '(?<=^|[.,] (?:(?:and|so|but|like|honestly|well|ok|because|idk|god) )*)',
  end: '(?= ?[.,]|$| (?:and|but|so|because|i|please|help|lol|today|tonight|tbh|at all|sometimes|lately|everyday|every day|with this|after this|again|right now|now|honestly|man|guys|though|since)\\b)',
  much: '(?:so|just|really|very|completely|totally|literally|honestly|always|constantly|seriously|kind of|kinda|pretty|too|such|still|also|even|only|all|actually|basically|truly|genuinely|already|ever|never|often|sometimes|now|currently|fully|absolutely|utterly|feeling|been|being|getting|a bit|a little|super|fucking|freaking|extremely|incredibly|deeply)',
  am: '(?:i (?:am|feel|felt|have been|was|keep feeling|been|get|got)|feel|feeling|feels|being|been|am|makes? me feel|made me feel|making me feel|left me feeling)(?: (?:like (?:i am )?|{much}))*',
  stop: '(?:anymore|any longer|much longer|no longer|forever)',

  // Self-harm
  hurting:
    '(?:kill|killing|kills|hang|hanging|shoot|shooting|drown|drowning|starve|starving|poison|poisoning|off|offing|harm|harming|end|ending|stab|stabbing|strangle|suffocate|cut|cutting|hurt|hurting|burn|burning|punish|punishing)',
  wish: '(?:want(?:ed|ing|s)?|wish(?:ing)?|hop(?:e|ing)|ready|going|plan(?:ning)?|need(?:ed)?|try(?:ing)?|tried|deserve|would rather|rather|thinking (?:about|of)|thoughts? (?:about|of)|think(?:ing)? (?:about|of)|thought (?:about|of)|consider(?:ing|ed)?|fantasi[sz](?:e|ing) about|dream(?:ing)? (?:of|about)|urges?|feel like|feeling like|might|could|should|gonna|about|afraid i (?:will|might)|scared i (?:will|might))',
  dead: '(?:die|dying|be dead|being dead|be gone|being gone|disappear(?:ing)?|vanish|not exist|not existing|stop existing|never wake up|not wake up|not waking up|be no more|end (?:it|it all|everything|my life|my own life|things|this life|all of this|myself)|ending (?:it|it all|everything|my life|things)|take my (?:own )?life|taking my (?:own )?life|stop living|stop being alive|jump(?:ing)? (?:off|from|in front|out)|od|overdose|overdosing|crash(?:ing)? my car|crawl in a hole and die|kill myself|commit suicide)',
  idiom:
    '(?: ?,)? (?:of|from|with) (?:embarrassment|laughter|laughing|cringe|boredom|shame|curiosity|excitement|joy|happiness)|laughing|my hair|to (?:match|get|see|know|go|train|work|be at|hear|come)|for (?:a|an|the|that|this) ',
  life: '(?:life|living|being alive|existing|existence|breathing|being here|being on this earth|waking up|surviving|trying anymore|fighting anymore|going on|keeping going|continuing|any of (?:this|it)|anything|everything|it all|all of (?:this|it)|all this|me|getting up|even trying|trying)',

  // People
  who: '(?:he|she|they|someone|somebody|everyone|everybody|one of (?:the|my|our) \\w+|{person}|dr [a-z]+|who|people|others)',
  person:
    '(?:attendings?|residents?|seniors?|chiefs?|chief residents?|interns?|co interns?|cointerns?|co residents?|fellows?|surgeons?|doctors?|docs?|physicians?|consultants?|nurses?|rns?|np|pa|crnas?|scrub techs?|scrub nurse|techs?|scrub|preceptors?|supervisors?|mentors?|directors?|pd|apd|pds|program director|clerkship director|coordinators?|chair|chairman|chairwoman|dean|faculty|professors?|teachers?|boss|team|staff|classmates?|students?|colleagues?|coworkers?|peers?|program|hospital|anesthesiologists?|guy|man|woman|dude|girl|interviewers?|upper level|uppers|upper|pgy ?\\d|r[1-5]|m[34]|ms[34]|department|admin|hr)',
  patient: '(?:patients?|pts?|family|families|mother|father|mom|dad|parents?|wife|husband|son|daughter|visitors?|relatives?|kids?|child|toddler|baby)',

  // What was done
  loud: '(?:yell(?:ed|s|ing)?|scream(?:ed|s|ing)?|shout(?:ed|s|ing)?|curs(?:ed|es|ing)|cuss(?:ed|es|ing)?|swore|swear(?:s|ing)?|bark(?:ed|s|ing)?|snap(?:ped|s|ping)|blew up|blow(?:s|ing)? up|lash(?:ed|es|ing)? out|explod(?:ed|es|ing)|went off|goes off|going off|flip(?:ped|s|ping)? out|hiss(?:ed|es|ing)?|sneer(?:ed|s|ing)?|spat|spit|scoff(?:ed|s|ing)?|rolls? (?:his|her|their) eyes|rolled (?:his|her|their) eyes|raised (?:his|her|their) voice|raises (?:his|her|their) voice|rage(?:d|s)|threw a fit|throw(?:s|ing)? a fit|went ballistic)',
  tore: '(?:tore|tears|tearing|torn|rip(?:ped|s|ping)|chew(?:ed|s|ing)?|ream(?:ed|s|ing)|lit|dress(?:ed|es|ing)|bawled|cuss(?:ed|es)?|laid|lays|eviscerat(?:ed|es)|roast(?:ed|s|ing)|grill(?:ed|s|ing)?)',
  hurtful:
    '(?:berat|belittl|humiliat|degrad|demean|ridicul|insult|mock|mistreat|harass|bull(?:y|ie)|intimidat|abus|haz|stalk|grop|fondl|molest|assault|attack|rap(?=ed|ing)|punch|slapp?|chok|shov|discriminat|sabotag|gaslit|gaslight|gaslighting|undermin|retaliat|blackmail|threaten|terroriz|torment|ostraci[sz]|victimi[sz]|emasculat|exploit|sham|body ?sham|catcall|manhandl|scapegoat|traumati[sz]|dehumani[sz]|disrespect|sexuali[sz]|objectif|publicly embarrass|single[sd]? out|pick(?:s|ed|ing)? on|target)(?:\\w{0,4})',
  insult:
    '(?:stupid|an? idiot|idiot|dumb|dumbass|an? dumbass|useless|worthless|incompetent|an? moron|moron|retard\\w*|an? retard|pathetic|an? (?:fat|slut|bitch|whore|cunt|pig|loser|joke|disgrace|embarrassment|waste|burden|disappointment|snowflake|liar|monkey|terrorist|crybaby|baby|clown|fraud|faggot|chink|paki|animal|dog|donkey|slur)|a waste|fat|slut|bitch|whore|cunt|trash|garbage|names|slurs?|the worst|the n word|the f word|n word|f word|n ?igger|faggot|terrorist|crazy|hysterical|psycho|ugly|hopeless|brainless|ignorant|dangerous|sweetie|honey|baby|babe|little girl|girl|boy|exotic|lazy and|slow and|disgusting|subhuman|illiterate|backward|unteachable)',
  body: '(?:thigh|thighs|leg|legs|knee|butt|ass|waist|breasts?|boobs?|chest|hips?|neck|lower back|hair|face|lap|crotch|behind|bottom|groin|mouth|lips|body|bra|skirt|rear|stomach|shirt|scrubs)',
  group:
    '(?:women|woman|girls?|females?|men|imgs?|fmgs?|dos|osteopaths?|caribbean(?: grads?)?|foreigners?|immigrants?|muslims?|hindus?|jews?|jewish people|christians?|black (?:people|women|men|doctors|students|residents)|asians?|indians?|pakistanis?|nigerians?|africans?|arabs?|mexicans?|latinas?|latinos?|hispanics?|people like (?:me|you)|my kind|your kind|your people|my people|gay people|gays|lesbians?|trans people|moms|mothers|pregnant (?:women|residents)|older students|minorities|urms?|brown people|people of color|foreign (?:grads?|doctors?|graduates?)|foreign medical graduates?)',
  identity:
    '(?:imgs?|fmgs?|do|dos|osteopath|caribbean|black|brown|asian|indian|pakistani|bangladeshi|nepali|muslim|hindu|sikh|jewish|christian|hispanic|latina|latino|latinx|mexican|african|african american|nigerian|arab|egyptian|syrian|iranian|chinese|korean|filipin[ao]|vietnamese|white|immigrant|foreign(?:er)?|foreign (?:grad|graduate|doctor)|international|woman|women|female|girl|man|male|gay|lesbian|bi|bisexual|queer|trans|transgender|nonbinary|pregnant|older|old|young|disabled|deaf|autistic|mom|mother|single mom|short|fat|overweight|poor|first gen|accent|race|skin|skin color|religion|hijab|turban|beard|gender|sex|age|visa|pregnancy|disability|color|nationality|country|ethnicity|name|weight|sexuality|sexual orientation|orientation|background|english|faith|hair|veil|stutter|adhd|wheelchair)',
};

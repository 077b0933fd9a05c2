/** Lists that the phrases of `privacyRules.ts` are written with; each is a piece of a regular expression. */

const either = (words: string): string => words.trim().split(/\s+/).join('|').replaceAll('_', ' ');

/** Capitalized words that begin no patient's name. */
const nonames = either(`
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
  January February March April June July August September October November December
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Christmas Thanksgiving Easter
  I I'm I'd I've I'll My He She It It's They We You The This That These Those A An And But Or So Then When While Who What
  His Her Our Their Your If In On At To For From With Of By As After Before Because Not No Nobody Someone Somebody
  Everyone Everybody Today Yesterday Tomorrow Tonight Was Is Had Has Did Said Told Never Always Also Again Still Later
  Dr Doctor Prof Professor Nurse Chief Attending Resident Fellow Intern Coordinator Director Dean Student Senior Junior
  Mr Mrs Ms Miss Patient Patients Pt Pts Family Mom Dad Bed Room Rm
  Safety Care Advocate Advocacy Experience Education Satisfaction Navigator Transport Relations Services Portal Centered
  First Outcomes Flow Logistics Access Engagement Representative Presentation Handoff Rounds Name Day Year Match Step
  Medicine Surgery Cardiology Neurology Oncology Pediatrics Psychiatry Radiology Pathology Emergency Internal Urology
  Nephrology Pulmonary Critical Ortho Trauma Transplant Anesthesia Obstetrics Labor Delivery Clinic Hospital Center Floor
  Parkinson Crohn Hodgkin Graves Wilson Cushing Addison Alzheimer Marfan Barrett Meckel Kaposi Paget Raynaud Hashimoto
  Turner Bell Ludwig Kawasaki Huntington Whipple Foley Swan Ganz Covid English Spanish Arabic Chinese French`);

/** Given names that are no everyday words, as they are typed in haste: "pt john". */
const given = either(`
  aaron abdul abigail adam adrian ahmed aisha alan albert alejandro alex alexander alice ali alicia amanda amber amy ana
  andrea andrew angela anita ann anna anne anthony antonio arthur ashley barbara benjamin beth betty brandon brenda brian
  bruce bryan carl carlos carmen carol caroline catherine cheryl chen chris christina christine christopher cindy craig
  cynthia daniel danielle david deborah debra denise dennis diana diane diego donald donna dorothy douglas edward eleanor
  elena elizabeth ellen emily emma eric ethan eugene evelyn fatima fernando frances francisco gabriel gary george gerald
  gloria gregory hannah harold hassan heather helen henry howard ibrahim isabel jacob james jamal janet janice jason javier
  jeffrey jennifer jeremy jerry jesse jessica joan joe joel john johnny jonathan jorge jose joseph joshua juan juanita
  judith judy julia julie justin karen katherine kathleen keith kelly kenneth kevin khalid kimberly kyle larry laura lauren
  lawrence leonard leticia linda lisa louis lucia luis manuel marcus margaret maria marie marilyn mario marta martha martin
  mary matthew megan melissa michael michelle miguel mohamed mohammed muhammad nancy natalie nathan nicholas nicole olivia
  omar pamela patricia paul pedro peter philip phillip priya rachel ralph ramon raymond rebecca ricardo richard robert
  roberto roger ronald rosa roy russell ruth ryan samantha samuel sandra sara sarah scott sean sharon shirley sofia sophia
  stephanie stephen steven susan suresh tamika teresa theresa thomas timothy tyler tyrone vanessa victor victoria vincent
  virginia walter wanda wayne wei william xavier yolanda yusuf zachary`);

/** Two and three capitals that are medicine's and not somebody's initials. */
const abbreviations = either(`
  AF AI AM BM BP CA CC CF CP CT CV DC DI DM DO ED EF EM EP ER FM GI GU HD HF HI HR IA ID IM IR IV LE LP LR MD MI MR MS NG NP
  NS OB OG OK OR OT PA PE PM PO PR PT QA RA RN RR RT RV SI SO ST SW TB UA UE UK US UT VF VT AAA ABG ACS AKI ALS AMA AMS APP
  BMP BNP CBC CHF CKD CKI COD CPR CRP CVA DIC DKA DNI DNR DVT ECG EKG EMR ENT ERC ESR EVD FFP GCS GFR GSW HCV HIV HLD HPI
  HTN IBD ICU INR IVC IVF LFT LOC LVH MAP MDD MRI MVA NPO NST OBS ORIF OSA OSH PCI PCN PCP PEG PFT PRN RBC ROM RSI RSV SAH
  SBO SBP SDH SLE SLP SNF SOB STI SVT TBI TIA TPN TTE UTI VRE VTE WBC`);

const states = either(`
  Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois Indiana Iowa
  Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada
  New_Hampshire New_Jersey New_Mexico New_York_State North_Carolina North_Dakota Ohio Oklahoma Oregon Pennsylvania
  Puerto_Rico Rhode_Island South_Carolina South_Dakota Tennessee Texas Utah Vermont Virginia Washington_State West_Virginia
  Wisconsin Wyoming`);
const countries = either(`
  Afghanistan Argentina Australia Bangladesh Brazil Burma Cambodia Cameroon Canada Chile China Colombia Congo Cuba
  Dominican_Republic Ecuador Egypt El_Salvador England Eritrea Ethiopia France Germany Ghana Greece Guatemala Guyana Haiti
  Honduras Hungary India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Jordan Kenya Korea Laos Lebanon Liberia Mexico
  Morocco Myanmar Nepal Nicaragua Nigeria Pakistan Palestine Panama Peru Philippines Poland Portugal Romania Russia Rwanda
  Saudi_Arabia Scotland Senegal Somalia South_Africa South_Korea Spain Sudan Sweden Syria Taiwan Tanzania Thailand Turkey
  Uganda Ukraine Venezuela Vietnam Yemen Zambia Zimbabwe Africa Asia Europe America Central_America South_America`);

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';

export const privacyWords: Record<string, string> = {
  nonames,
  given,
  abbreviations,
  wide: `${states}|${countries}`,
  pt: '(?:[Pp]t|[Pp]atient|PATIENT)\\.?',
  mr: '(?:Mr|Mrs|Ms|Miss|Mister|Se[ñn]ora?)\\.?',
  staff:
    '(?:Dr|Prof|Professor|Doctor|RN|NP|PA|PT|OT|MD|DO|[Nn]urse|[Cc]hief|[Aa]ttending|[Rr]esident|[Ff]ellow|[Ii]ntern|[Cc]oordinator|[Dd]irector|[Dd]ean|[Ss]tudent|[Cc]o-?(?:intern|resident)|[Ss]enior|[Jj]unior|[Pp]harmacist|[Tt]herapist|[Mm]idwife)\\.?',
  /** A clinician's title stands before, with or without a first name. */
  aftertitle: "(?<={staff},? (?:\\p{Lu}[\\p{L}.'-]{0,20} ){0,2})",
  name: "(?!(?:{nonames})(?![\\w]))(?:[OD]')?\\p{Lu}(?:\\p{Ll}+\\p{Lu})?\\p{Ll}+(?:[-']\\p{Lu}\\p{Ll}+)*",
  names: '(?:{name}(?: (?:\\p{Lu}\\. )?{name}){0,3})(?! {name})',
  /** Whose name it is: left alone where the writer keeps somebody of this name. */
  who: '(?!{aftertitle})(?<who>{names})',
  initials: '(?:\\p{Lu}\\. ?\\p{Lu}\\.?|(?!(?:{abbreviations})(?!\\w))\\p{Lu}\\p{Lu}(?!\\w))',
  age: '(?:\\d{1,3}[\\s-]?(?:yo[mf]?|y/o|yrs?|years?)(?:[\\s-]old)?(?: ?[MF](?!\\w)| (?:man|woman|male|female|lady|gentleman|boy|girl))?|\\d{1,3} ?[MF])',
  month,
  day: `(?:(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/-]\\d{1,2}(?:[/-]\\d{2,4})?|\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}|${month} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month}(?:,? \\d{4})?)(?![\\w/]| ?(?:hours|days|weeks|months|years|patients|pts|people|times|of)\\b))`,
  /** Letters and figures, with a figure among them. */
  id: '(?=[a-z-]{0,12}\\d)[a-z\\d][a-z\\d-]{3,}',
  is: '(?: is| was| ending in| ending)?[,:#]*',
  number: '(?: (?:numbers?|no\\.?|num|id|#))',
  family:
    "(?:patient|pt|daughter|son|wife|husband|mother|father|mom|dad|sister|brother|aunt|uncle|niece|nephew|grand\\w+|partner|spouse|fianc\\w+|family|next of kin|caregiver|guardian)(?:'s)?",
  /** Who works in an office or on a ward, after the name: "Mr. Diaz, the unit clerk". */
  job: '(?:coordinator|clerk|secretary|administrator|manager|director|nurse|chaplain|librarian|social worker|recruiter|professor|teacher|dean|assistant|interpreter|volunteer|technician|tech|pharmacist|therapist|specialist|advisor|counselor|officer|office|department|GME|HR|RN|NP|PA|CNA|program|desk|security)',
  clinical:
    '(?:chart|labs?|potassium|sodium|troponin|creatinine|hemoglobin|lactate|glucose|culture|CT|MRI|EKG|ECG|x-ray|chest tube|drip|meds|medications?|wound|biopsy|pathology|diagnosis|prognosis|vitals|blood pressure|BP|oxygen|airway|central line|foley|family meeting|bleed|fever|seizure|stroke|cancer|chemo|dialysis|ventilator|vent)',
  illness:
    '(?:abscess|bleed|bleeding|fracture|tumor|cancer|mass|clot|DVT|PE|MI|STEMI|stroke|pneumothorax|pneumonia|sepsis|appendicitis|aneurysm|dissection|tamponade|perforation|obstruction|infection|overdose|withdrawal|delirium|meningitis|murmur|seizure|pregnancy|nodule|effusion|hyperkalemia|DKA)',
  /** A word that may be a name, in any case: the lexicon of names says whether it is one. */
  low: "(?!(?:{nonames})(?!\\w))(?<low>\\p{L}[\\p{L}'-]{1,20}(?<!'s|s'))",
  years:
    '(?:\\d{1,3}[\\s-]?(?:yo[mf]?|y/o|y\\.o\\.|yrs?(?:[\\s-]old)?|years?[\\s-]old|months?[\\s-]old|mo old|days?[\\s-]old|weeks?[\\s-]old|day old)|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)(?:[\\s-]\\w+)?[\\s-]year[\\s-]old)(?!\\w)',
  /** Before an age: it is the writer's own, or a colleague's. */
  mine: "(?=[1-9tfse])(?<!\\b(?:i'm|im|i am|me,|myself,?|i was|my (?:wife|husband|partner|son|daughter|kid|baby|mom|dad|brother|sister),?(?: is)?|applicant,?|seat|gate|apt|unit|temp(?:erature)?(?: of)?)(?: (?:a|an|only|now|just))? )",
  someone:
    '(?:man|woman|lady|gentleman|guy|kid|boy|girl|baby|infant|child|teen|vet|veteran|victim|driver|mother|mom|father|dad|couple|family|prisoner|inmate|nun|priest|student|patient|pt|sheriff|officer|cop|firefighter|survivor|teacher|farmer|nurse with|trucker|dancer|singer|player|toddler|twins?)',
  unit: '(?:micu|sicu|nicu|picu|ccu|icu|cicu|the (?:micu|sicu|nicu|picu|ccu|icu|unit|floor|er|ed))',
  holiday:
    "(?:thanksgiving|christmas(?: eve| day)?|new year'?s?(?: eve| day)?|halloween|easter|labor day|memorial day|july 4th|the fourth of july|4th of july|mother'?s day|father'?s day|valentine'?s day|eid|diwali)",
  staffword:
    '(?:nurse|chief|attending|resident|fellow|intern|coordinator|director|dean|student|senior|pharmacist|rn|md|np|pa|pgy\\d)(?: (?:on|in|from|at) \\w+)?',
  badly:
    '(?:coded|crashed|crashing|arrested|desatted|desatting|seized|seizing|died|passed|passed away|fell|went bad|went south|aspirated|bled|bleeding|unresponsive|unstable|hypotensive|decompensat\\w+|extubated|self-extubated|pulled (?:his|her|the)|needed (?:a |an )?(?:line|tube|intubation|blood|pressors|surgery|ct|lp|transfer|icu|central line|chest tube|rapid|stat|cardioversion|dialysis)|got (?:intubated|septic|worse|sicker)|ama|eloped|withdrew|in labor|delivered|ruptured)',
  /** What somebody had, or what was done for it. */
  finding:
    '(?:{illness}|septic|septic shock|shock|sepsis|stemi|nstemi|heart attack|cardiac arrest|arrest|ectopic|preeclampsia|eclampsia|abruption|previa|dka|hhs|chf|copd|asthma|gi bleed|gib|variceal\\w*|cirrhosis|hepatitis|pancreatitis|cholecystitis|cholangitis|appy|appendix|bowel \\w+|sbo|ileus|hernia|fracture|hip fracture|femur|gsw|gunshot\\w*|stab\\w*|mvc|mva|trauma|burns?|amputation|subdural|sah|ich|epidural hematoma|hematoma|bleed|tbi|seizures?|status epilepticus|stroke|cva|tpa|meningitis|encephalitis|coma|brain dead|brain death|donor|leukemia|lymphoma|melanoma|sarcoma|glioblastoma|gbm|tumou?r|mass|mets|metastatic|metastases|cancer|\\w+ ca\\b|chemo\\w*|radiation|transplant|graft|fistula|dialysis|esrd|aki|ckd|hyperkal\\w+|hyponat\\w+|rhabdo|hemophilia|sickle\\w*|vaso-?occlusive|anemia|transfus\\w+|hiv|aids|tb|tuberculosis|covid|pneumonia|flu|rsv|croup|bronchiolitis|endocarditis|cellulitis|nec fasc|necrotizing|osteo\\w*|abscess|pe\\b|dvt|aneurysm|aaa|dissection|tamponade|svt|vtach|v-?tach|vfib|v-?fib|afib|heart block|murmur|vsd|tetralogy|overdose|od\\b|narcan|withdrawal|dts|delirium|psychosis|psychotic|schizo\\w*|bipolar|dementia|g\\dp\\d|trop\\b|hgb|potassium|lactate|manic|suicidal|suicide attempt|catatonia|anorexia|pregnan\\w+|miscarriage|stillbirth|iufd|labor|c-?section|shoulder dystocia|hemorrhage|pph|intubat\\w+|extubat\\w+|vent\\b|trach\\w*|chest tube|central line|lp\\b|paracentesis|thoracentesis|whipple|laparotomy|ex-?lap|lap chole|craniotomy|crani|ecmo|cabg|cath\\b|pacemaker|biopsy|colonoscopy|scope|bronch|code(?:d)?\\b|rapid\\b|chest pain|sob\\b|dyspnea|syncope|headache|abdominal pain|vomiting|fever|rash|jaundice|ascites|weakness|neglect case|abuse case|dementia|hypotension|hypoxi\\w+|lasix|heparin|hospice|comfort care|dnr|goals of care|prognosis)',
  drug: '(?:antibiotics?|insulin|heparin|dose|doses|potassium|blood|fluids|steroids?|morphine|fentanyl|ativan|lasix|tpa|vancomycin|penicillin|warfarin|narcan|platelets|meds?|medications?|pills?|drip|bolus|oxygen|drug)',
  fell: '(?:coded|arrested|crashed|desatted|seized|aspirated|passed away|died|expired|bled out|(?:was|got|is|had been) (?:intubated|extubated|septic|admitted|discharged|transferred|hypotensive|unresponsive)|came in with|presented with|went into|had an? (?:stroke|MI|seizure|PE|bleed|fall|arrest|heart attack))',
  /** After "the patient Kim": a colleague's doing. */
  didto:
    '(?:and (?:I|me)|had|admitted|handed|signed|gave|took|saw|presented|picked|wrote|transferred|missed|worried|asked|told|sent|covered|followed|was (?:caring|covering|following|seeing|treating|worried))',
  /** Done by a clinician to a patient. */
  done: '(?:took care of|taking care of|cared for|caring for|intubated|extubated|consented|examined|operated on|admitted|discharged|pronounced|resuscitated|sutured|bagged|catheterized|consulted on|rounded on|checked on)',
  work: '(?:workup|work-up|code|exam|consult|intubation|surgery|labs|chart|LP|paracentesis|central line|lumbar puncture|family meeting|bad news|discharge|admission) (?:on|of|for|with|to)',
  picture: '(?:photo|photograph|picture|pic|selfie|video|image|snapshot|screenshot)s?',
  phone:
    '(?:(?:\\+?1[\\s.-]?)?\\(?[2-9]\\d{2}\\)?[\\s.-]?[2-9]\\d{2}[.-]\\d{4}|(?:\\+?1[\\s.-]?)?\\(?[2-9]\\d{2}\\)?[\\s.-][2-9]\\d{2}[\\s.-]?\\d{4}|\\+\\d{1,3}(?:[\\s.-]?\\d){7,12})',
  mail: '[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63})*',
  web: '(?:https?://|www\\.|(?:facebook|instagram|tiktok|twitter|linkedin|gofundme)\\.com/)[^\\s<>"]*[^\\s<>".,;:!?)]',
  /** Somebody's own papers, and those of a program: numbers that are no patient's. */
  own: '(?:AAMC|ERAS|NRMP|USMLE|COMLEX|NBME|ECFMG|FSMB|ACGME|VSAS|VSLO|NPI|DEA|application|applicant|program code|registration|confirmation|tracking|flight|booking|reservation|zoom|meeting|webex|teams|passcode|salary|dollars|stipend|transcript|visa|SEVIS|student id|employee|badge|PMID|doi)',
  /** A line that staff answer. */
  desk: '(?:pager|page|paging|beeper|ext|extension|GME|office|coordinator|front desk|help desk|program|residency|clinic|hotline|lifeline|hotel|interview|zoom|Dr|chief|fellow|attending|dean|HR|recruiter|department|unit|nurses? station|application|letter|my (?:cell|phone|number|mobile)|me at)',
};

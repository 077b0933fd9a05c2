/**
 * How people say the entries of the vocabulary, beside their keys and labels: in the words of applicants, in small
 * letters. What stands with two entries is asked about.
 */

const words = (text: string): readonly string[] => text.split(/\s*[;\n]\s*/).filter(word => word !== '');

const veryGood = words(`great; great things; excellent; amazing; awesome; fantastic; outstanding; wonderful; super;
  very good; very good things; really good; superb; stellar; top notch`);
const soSo = words('ok; okay; fine; alright; all right; decent; average; fair; not bad; satisfactory; 👌');
const notGood = words('not good; not great; not great things; poor; mixed; lukewarm');

export const saidStances = {
  'at-once': [
    ...words(`would take me at once; take me at once; would take me in a second; take me in a second; take me any day; any day; in a heartbeat; take me now;
      would take me; take me; hire me; would hire me; would rank me first; loved me; loves me; love me; love; loved;
      adores me; adored me; strong yes; definitely; absolutely; strongest; best; the best; go to bat for me;
      vouch for me; would vouch for me; would fight for me; champion; big fan; huge fan; enthusiastic; glowing;
      rave; raves; rave about me; strong support; strongly recommend; highest recommendation; ❤️; 😍; 🤩`),
    ...veryGood,
  ],
  good: [
    ...words(`good thing; good words; something good; nice; nice things; kind things; positive; positive things;
      likes me; liked me; like me; liked; favorable; favourable; supportive; solid; well; speak well of me;
      speaks well of me; only good things; good stuff; recommend; recommend me; would recommend me; happy with me;
      impressed; 👍; 🙂; thumbs up`),
    ...veryGood,
    ...soSo,
  ],
  little: [
    ...words(`not much; not say much; would not say much; nothing; nothing much; little; a little; very little; meh; neutral;
      indifferent; so so; hardly knows me; barely knows me; barely knew me; does not know me; do not know me;
      does not know me well; hardly anything; no opinion; lukewarm at best; forgettable; 😐; 🤷; shrug`),
    ...soSo,
    ...notGood,
  ],
  warn: [
    ...words(`might warn someone; warn someone; raise a concern; raise concerns; concern; concerns; concerned; worry; worried;
      warn; would warn; would warn them; might warn; bad; bad things; negative; negative things; something bad;
      would not recommend; not recommend me; would not take me; red flag; unhappy; unhappy with me; dislikes me;
      disliked me; did not like me; does not like me; hated me; hates me; complained; complaint; critical;
      would complain; 👎; 😟; thumbs down`),
    ...notGood,
  ],
  'treated-badly':
    words(`i was treated badly; was mistreated; i was mistreated; mistreated; mistreated me; mistreatment; treated badly;
    treated me badly; was treated badly; bullied; bullied me; was bullied; harassed; harassed me; was harassed;
    abused; abusive; was abused; humiliated; humiliated me; was humiliated; yelled at me; screamed at me; shouted at me;
    belittled me; belittled; threatened me; discriminated against me; was discriminated against; was yelled at;
    mean to me; was cruel to me`),
} as const;

const director = words('director; course director');
const faculty = words(`faculty; faculty member; professor; assistant professor; associate professor; teaching faculty;
  mentor; advisor; adviser; faculty advisor; research mentor; core faculty`);
const office = words('admin; secretary; administrator; administrative assistant');
const chair = words(`chair; chairman; chairwoman; chairperson; dept chair; department chair; chief of medicine;
  chief of surgery; dio; vice chair`);

export const saidRoles = {
  attending: [
    ...words(`attending physician; staff; staff physician; staff doctor; hospitalist; consultant; preceptor;
      att; attg; supervising physician; supervisor; intensivist; surgeon; ward attending; teaching attending; clinical instructor; instructor`),
    ...faculty,
    ...chair,
  ],
  'home-faculty': [
    ...words(`home attending; home program faculty; home program attending; faculty at home; core faculty at home;
      home institution faculty; home mentor; home institution attending`),
    ...faculty,
  ],
  'clerkship-director': [
    ...words(`clerkship dir; clerkship lead; clerkship head; director of the clerkship; clerkship; cd;
      rotation director; clerkship site director`),
    ...director,
  ],
  'sub-i-director': [
    ...words(`sub i director; subi director; sub internship director; subinternship director; ai director;
      acting internship director; sub i lead; sub i dir; away rotation director; audition rotation director`),
    ...director,
  ],
  dean: words(`dean of students; student dean; associate dean; assistant dean; dean of student affairs; vice dean;
    dean's office; school dean; med school dean; dean of the medical school`),
  'program-director': [
    ...words(`pd; prog dir; prog director; program dir; residency director; residency program director; rpd; apd;
      associate program director; assistant program director; assoc program director; associate pd; assistant pd;
      associate residency director; residency pd; asst pd; assoc pd; asst program director`),
    ...director,
  ],
  chief: words(`chief; chiefs; chief res; cr; chief of residents; admin chief; academic chief; chief resident pgy 4;
    co chief; inpatient chief; outpatient chief; scheduling chief; senior chief`),
  'senior-resident': words(`senior; sr resident; sr res; senior res; upper level; upper level resident; upper; r3; r4;
    r5; pgy 3; pgy3; pgy 4; pgy4; pgy 5; pgy5; pgy iii; third year resident; 3rd year resident; fourth year resident;
    4th year resident; supervising resident; team senior; icu senior; senior on the team`),
  resident: words(`res; intern; interns; r1; r2; pgy 1; pgy1; pgy 2; pgy2; pgy i; pgy ii; first year resident;
    1st year resident; second year resident; 2nd year resident; junior; junior resident; prelim; preliminary resident;
    categorical resident; house officer; trainee; co intern; night float; resident physician`),
  fellow: words('fellows; fellow physician; subspecialty fellow; first year fellow; senior fellow'),
  nurse: words(`rn; r n; registered nurse; lpn; lvn; bsn; charge; charge nurse; charge rn; head nurse; night nurse;
    floor nurse; bedside nurse; day nurse; nurse manager; nursing; scrub nurse; circulating nurse; nurse educator;
    staff nurse; clinic nurse; triage nurse; crna; nurse anesthetist; nurses; nursing staff; unit nurse; lead nurse`),
  coordinator: [
    ...words(`pc; program coordinator; prog coordinator; prog coord; program coord; coord; residency coordinator;
    clerkship coordinator; gme coordinator; coordinators; program administrator; program manager;
      residency program coordinator; education coordinator; program admin; residency manager`),
    ...office,
  ],
  'former-resident': words(`former faculty; past resident; ex resident; old resident; alum; alumni; alumna; alumnus;
    graduate of the program; graduated resident; recent grad; used to train there; former fellow; previous resident;
    former attending; former chief`),
  'someone-else': [
    ...words(`other; else; somebody else; none of these; not listed; np; nurse practitioner; pa; physician assistant;
    pharmacist; pharmd; clinical pharmacist; social worker; case manager; respiratory therapist; rt; physical therapist;
    occupational therapist; dietitian; medical student; med student; ms3; ms4; student; peer; co student; classmate;
    tech; technician; clerk; unit clerk; ward clerk; scribe; chaplain; interpreter; phlebotomist; medical assistant`),
    ...office,
    ...chair,
  ],
} as const;

const communication = words('communication; communication skills; communicator; good communicator; bedside manner');
const attitude = words('attitude; good attitude; punctuality; maturity');

export const saidDimensions = {
  reliability: [
    ...words(`reliable; dependable; dependability; follow through; follows through; shows up; on time; punctual;
      trustworthy; trust; can be counted on; consistent; consistency; responsible; responsibility; accountability;
      finishes things; ownership; late; lateness; forgets; unreliable`),
    ...words('punctuality'),
  ],
  'clinical-sense': words(`clinical; clinical judgment; clinical judgement; judgment; judgement; clinical reasoning;
    reasoning; clinical skills; clinical skill; clinical knowledge; medical knowledge; knowledge; fund of knowledge;
    knowledge base; smart; competent; competence; clinically strong; clinical acumen; decision making; thinking;
    safe; safety; patient care; skills; presentations; notes; differential`),
  'team-fit': [
    ...words(`team; teamwork; team work; team player; fit; fits in; good fit; gets along; gets along with everyone;
      collegial; collegiality; personality; easy to work with; works well with others; collaboration; collaborative;
      nice to work with; culture fit; likable; likeable; people skills; interpersonal skills; humble; teachable`),
    ...communication,
    ...words('attitude; good attitude'),
  ],
  'work-ethic': words(`ethic; work; works hard; hard worker; hard working; hardworking; hardworker; effort; hustle;
    diligent; diligence; dedicated; dedication; motivated; motivation; drive; driven; initiative; goes above and beyond;
    stays late; lazy; energy; commitment; committed`),
  professionalism: [
    ...words(`professional; integrity; honesty; honest; ethics; ethical; respect; respectful; respectfulness; conduct;
      behavior; behaviour; unprofessional; boundaries; appearance; demeanor; character; courteous; polite; rude`),
    ...communication,
    ...attitude,
  ],
} as const;

const gap = words('reapplicant; re applicant; reapplying; graduate; grad; gap year');

export const saidApplicants = {
  img: [
    ...words(`international; international graduate; international medical graduate; international med grad; fmg;
      foreign medical graduate; foreign graduate; foreign grad; non us img; us img; usimg; non usimg; caribbean;
      carib; caribbean grad; caribbean img; ecfmg; j 1; visa requiring img; imgs; foreign trained; overseas graduate`),
    ...gap,
  ],
  'us-md': words(`md; us md; usmd; us md student; md student; md senior; us senior; us allopathic; allopathic; amg;
    m d; american md; us med student; us medical student; american medical graduate; us mds`),
  'us-do': words(`do; us do; usdo; do student; do senior; osteopathic; osteopath; osteopathic student; d o; doctor of
    osteopathy; american do; us dos; com student`),
  graduate: [
    ...words(`earlier graduate; us graduate; us grad; previous graduate; previous grad; prior graduate; prior grad;
      previous us grad; prior us graduate; past graduate; old grad; older graduate; already graduated; us md graduate;
      us do graduate; md graduate; do graduate; us md grad; us do grad; graduated already; previous us graduate`),
    ...gap,
  ],
} as const;

export const saidYes = words(
  'y; yes; yep; yeah; yup; yea; sure; true; on; 1; ok; okay; of course; definitely; absolutely; correct; right; please; i did; i do; 👍; ✅; si; enabled',
);
export const saidNo = words(
  "n; no; nope; nah; false; off; 0; never; not really; no thanks; no thank you; i did not; i didn't; i do not; negative; 👎; ❌; disabled; not yet",
);

export const saidLooseEnds = {
  apology: words(`apologize; apologise; apologies; sorry; say sorry; make it right; make amends; own up; make up`),
  'thank-you': words('thanks; thank; thank you; thank you note; say thanks; gratitude; thank you card; appreciation'),
  growth: words(
    'growth; grow; improve; improvement; get better; do better; show growth; practice; work on it; prove it',
  ),
  other: words('other; something; follow up; none of these; else'),
} as const;

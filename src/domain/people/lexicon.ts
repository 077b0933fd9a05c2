/** The words that stand around names, in small letters without periods: what tells a name from all else. */

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(word => word !== ''));

/** Before a name. */
export const TITLES = set('dr drs doctor prof professor mr mrs ms miss mx sir madam');

/** Behind a name, in capital letters or after a comma. */
export const CREDENTIALS = set(`md do phd np pa pac dnp fnp aprn mph mba mbbs mbchb msn bsn ms msc mhs msed ba bs jd
  pharmd facp faap facs facog facep fhm frcp mrcp dds dpm lcsw jr sr ii iii iv esq mbbch mpp meng edd psyd scd fccp
  rn lpn lvn crna cna`);

/** In small letters within a name. */
export const PARTICLES = set(
  'van von der den de del della di da dos das du la le el al bin ibn bint abu ben st ter ten y e',
);

/** Where in a hospital somebody works, or in which field: tells who is meant, and is no name and no role. */
export const UNITS =
  set(`icu micu sicu nicu picu ccu cvicu ticu ed er or pacu gme hr ob gyn obgyn ob/gyn peds pediatrics
  ward wards floor floors unit team clinic service wing office desk department dept nights days night day evening weekend
  shift delivery labor l&d neck throat ent care medicine med surgery surg co im fm em ir rads radiology derm dermatology
  cards cardiology cardio onc oncology heme hematology gi renal nephro nephrology neuro neurology psych psychiatry ortho
  orthopedics anesthesia anesthesiology ophtho ophthalmology path pathology uro urology pulm pulmonary endo endocrine
  id rheum rheumatology trauma transplant vascular plastics neurosurgery hospitalist-service stepdown tele telemetry
  inpatient outpatient consult consults admitting triage telehealth pmr pm&r family internal emergency critical general
  sub-i subi clerkship away acting-internship palliative geriatrics geri wound burn cath lab rounds nightfloat float`);

/** Words of a place's name. */
const PLACE_WORDS = set(`hospital hospitals center centre medical university college school clinic clinics health
  healthcare system infirmary institute memorial regional general county community children children's childrens
  veterans va campus program residency university's st saint mount mt mercy baptist methodist presbyterian lutheran
  adventist sinai`);

/** A word of a place's name by how it ends: Lakeside, Fairview. */
export const isPlaceWord = (word: string): boolean => PLACE_WORDS.has(word) || /.{4}(?:side|view)$/.test(word);

/** What begins or goes on with a sentence: none of it is a name, however it is written. */
export const SENTENCE_WORDS = set(`i me my mine we us our you your he him his she her hers they them their it its this
  that these those who whom whose which what where when why how there here
  is am are was were be been being isn't wasn't aren't weren't has have had having hasn't haven't do does did don't
  doesn't didn't can can't could couldn't would wouldn't should shouldn't must might won't shall i'm i'd i've i'll he's
  she's he'd she'd it's they'd they're we're that's
  and but because so although though if while after before until since than then as about during
  not no never always often sometimes really very super extremely just also too even still again only maybe probably
  will may say says said saying tell tells told telling think thinks thought know knows knew known feel feels felt
  like likes liked liking love loves loved loving hate hates hated enjoy enjoyed appreciate appreciated adore adored
  praise praised compliment complimented commended commend thanked thank thanks recommend recommended vouch vouched
  ask asks asked asking answer answered offer offered offers give gave gives given giving get got gets getting
  make made makes making take took takes taken taking see saw sees seen seeing watch watched watches
  teach taught teaches show showed shows shown let lets want wanted wants need needed needs
  work worked works working help helped helps helping talk talked talks talking spoke speak speaks speaking
  call called calls write wrote writes written mention mentioned mentions notice noticed notices
  yell yelled yells scream screamed shout shouted snapped snap mistreated bullied humiliated belittled harassed
  threatened ignored blamed complained corrected criticized criticised
  present presented presenting round rounded met meet meets trained train supervised supervise evaluated evaluate
  impressed surprised pleased happy unhappy upset annoyed angry disappointed worried concerned
  gone went go goes going come came comes coming stay stayed stays left leave leaves
  trust trusted trusts remember remembered remembers forgot forget
  with by for from at in on into onto over under of off out up down through to a an the
  some any all both each every much many more most less least few
  yesterday today tonight tomorrow`);

/** Words of praise and blame, of time and of manner: no name in small letters. */
export const PLAIN_WORDS =
  set(`good great nice kind mean bad worse worst best better excellent amazing awesome fantastic
  wonderful outstanding brilliant strong weak solid calm quiet loud rude polite tough harsh strict friendly supportive
  helpful warm cold neutral positive negative mixed meh ok okay fine fair decent lukewarm honest smart sharp bright
  little late early new old long short hard easy quick slow first last next whole big small sure clear
  things thing stuff words word feedback letter comment note notes case cases presentation patient patients family
  families rounds shift call student applicant rotation week month year day night morning afternoon evening people person
  everyone everybody someone somebody nobody lot bit time times job way something nothing anything`);

/** Names that are also words: taken for a name with a capital letter, where a name is to be expected. */
export const ALSO_NAMES = set(`will may mark grant hope grace joy rob bill sue pat drew chase wade art rose dawn penny
  faith young long little good best strong wise bright sharp day early love price rich small short case day self call
  wright bliss noble early fair read miles cooper page sterling frank ernest ray rusty sandy ivy fern june april august
  may summer autumn hardy moody savage friend friendly worth gentle sweet swift quick black white brown green gray grey
  gold silver rounds weeks winter snow frost rain field lake hill banks knight bishop pope abbott dean an so do to`);

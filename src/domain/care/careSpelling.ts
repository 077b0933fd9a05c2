/** Words that care hangs on and that are long enough to be known with a letter or two wrong. */
const careWords =
  `suicide suicidal suicidality myself depressed depression hopeless hopelessness worthless overdose overdosed anymore
exhausted despair assaulted assault molested grabbed slapped punched touching inappropriate inappropriately harassed
harassment harassing harasses sexual sexually humiliated humiliating humiliation humiliates embarrassed mistreated
mistreatment mistreats bullied bullying bullies belittled belittling belittles berated mocked ridiculed insulted
degraded demeaned screamed screaming screams yelled yelling shouted shouting threatened threatening threatens
retaliated retaliation retaliating discriminated discrimination discriminating racist racism sexist sexism
homophobic transphobic xenophobic intimidated intimidating abused abusive attending attendings resident residents
worthlessness burden hijab stupid incompetent useless nobody everyone everybody differently killing without
pointless crying panic breakdown`.split(/\s+/);

/** Words of the dictionary, and people's, that are a letter or two from one of those and mean what they say. */
const ordinary = new Set(
  `abased abuse abuser abuses amending amused appending ascending assailed assaulter assaults attendant attendants
attesting attuning befitted befitting belated belittle bellying berate berates billies breakdowns bulled bulling
bullring burdens degrade degrades depressing depressions depressive depressor despairs different diffidently
digressed digression discriminate discriminates discriminator dressed embarrass embarrasses exhaust exhausts gabbed
grabber grubbed haplessness harasser harassers harnessing hijabs homeless homelessness homophobia humiliate
humiliatingly humiliations incompetently incompetents insulated intimated intimating intimidate intimidates
intimidatingly intimidation killings kilning maltreated maltreatment maltreats miscreants misreads mistrals mistreat
mistress mistrials mistrusted mistrusts mocker molester mucked overdoes overdone overdoses overjoyed overused
painless panics pinched pointers pointlessly puncher punches racists rapist realization regiments resents residence
residences residency retaliate retaliates retaliations retardation ridicule ridicules sapped scheming scouted
scouting scramming scrams scraping scream screamer screamingly screening screwing scrumming seaming sexists shooting
shorted shorting shouter slapper slipped slopped snapped spouted spouting spreading steaming streaking streamed
streaming streams stupids suicides swapped theaters threaders threaten threateningly threats torching touchings
toughing transphobia wordless worthies worthiness worthlessly xenophobe xenophobes xenophobia yelped yelping`.split(
    /\s+/,
  ),
);

const known = new Set(careWords);
const byFirst = Map.groupBy(careWords, word => word.charAt(0));

/** The word that a misspelled one was meant to be; undefined where it is none of these, or spelled as it should be. */
export function nearestCareWord(word: string): string | undefined {
  if (word.length < 5 || word.length > 17 || known.has(word) || ordinary.has(word)) return undefined;
  return byFirst.get(word.charAt(0))?.find(right => isNear(word, right));
}

/** One letter wrong, missing, too many or exchanged with its neighbor; in a long word two. */
function isNear(typed: string, right: string): boolean {
  const allowed = right.length > 8 ? 2 : 1;
  return Math.abs(typed.length - right.length) <= allowed && distance(typed, right) <= allowed;
}

function distance(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let at = 1; at <= other.length; at++) {
      const same = one[row - 1] === other[at - 1];
      const least = Math.min(last[at]! + 1, next[at - 1]! + 1, last[at - 1]! + (same ? 0 : 1));
      const swapped = at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      next.push(swapped ? Math.min(least, before[at - 2]! + 1) : least);
    }
    [before, last] = [last, next];
  }
  return last[other.length]!;
}

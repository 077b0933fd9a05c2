import { keysOf, routes } from '../../vocabulary.ts';
import { capital, count } from '../../words/sentences.ts';
import { byPaper, bySchool, byVoices } from '../evidence.ts';
import { isFresh } from '../facts.ts';
import type { Known } from '../selfCheck.ts';
import { isGood } from '../voices.ts';
import { isRoleSaid } from '../where.ts';
import { type BucketRule, names, programOf, routesOf } from './rule.ts';

/** Two of them, at least one not of the ward. */
const isPair = (all: number, beyondTheWard: number): boolean => all >= 2 && beyondTheWard >= 1;

/** Whether the user is known, by whom, and how well the paper speaks. */
export const knownRules: readonly BucketRule[] = [
  {
    id: 'R5',
    bucket: 'rank-only',
    condition: 'Your paper is weak',
    reason: 'good words rarely lift the paper, they protect it',
    holds: facts => facts['paper weak'] > 0,
    sentence: () => 'You called your scores and CV weak. Good words rarely lift the paper; they protect it.',
    evidence: ({ check }) => [byPaper(check.answers)],
  },
  {
    id: 'R6',
    bucket: 'rank-only',
    condition: 'Your paper is borderline, and fewer than two people would take you in a second',
    reason: 'the borderline file is the one that gets checked',
    holds: facts => facts['paper borderline'] > 0 && facts.strong < 2,
    sentence: ({ strong }) =>
      `Your paper is borderline, and ${strong.length > 0 ? `only ${names(strong)}` : 'no one'} would take you in a second so far: that is the file that gets checked.`,
    evidence: ({ check, strong }) => [byPaper(check.answers), ...byVoices(strong)],
  },
  {
    id: 'R7',
    bucket: 'rank-only',
    condition: 'Fewer than two people have good things to say, or more wouldn’t say much than would',
    reason: 'good on paper, not really known',
    holds: facts => !isUnheard(facts) && (facts.good < 2 || facts.little > facts.good),
    sentence: sayFew,
    evidence: ({ good }) => byVoices(good),
  },
  {
    id: 'R8',
    bucket: 'rank-only',
    condition:
      'Everyone with good things to say is on one route, without two who would take you in a second or two at the program (at least one of the two not a nurse, coordinator, resident or fellow)',
    reason: 'one kind of witness',
    holds: facts =>
      facts.good >= 2 &&
      routesOf(facts, 'good') === 1 &&
      !isPair(facts.strong, facts['strong, not of the ward']) &&
      !isPair(facts.there, facts['there, not of the ward']),
    sentence: ({ facts }) => {
      const route = keysOf(routes).find(one => facts[`good on ${one}`] > 0);
      return `All your good words come by one route, ${route ? routes[route].label : ''}: one kind of witness.`;
    },
    evidence: ({ good }) => byVoices(good),
  },
  {
    id: 'R9',
    bucket: 'rank-only',
    ours: true,
    condition:
      'You are an IMG, and no one at the program or anywhere in the US who saw you work has good things to say, or no one would take you in a second',
    reason: 'a director wants someone who saw you work here',
    holds: facts => facts.good >= 2 && facts.img > 0 && (facts['there or in the US'] === 0 || facts.strong === 0),
    sentence: ({ facts }) =>
      facts['there or in the US'] === 0
        ? 'No one who saw you work in the US speaks for you yet, and a director wants someone who did.'
        : 'No one would take you in a second yet, and of an IMG a director wants to hear one such voice.',
    evidence: ({ good }) => byVoices(good),
  },
  {
    id: 'R10',
    bucket: 'rank-only',
    condition: 'For a program: no one within its reach has good things to say',
    reason: 'nobody they would call knows your name',
    holds: isUnheard,
    sentence: known => `No one ${programOf(known)} would call has a good word for you yet.`,
    evidence: () => [],
  },
  {
    id: 'R11',
    bucket: 'rank-only',
    condition:
      'For a program: your school has a mixed history there, and neither one of theirs would take you in a second nor two have good things to say; or they don’t know your school, none of theirs speaks for you, and fewer than two people would take you in a second',
    reason: 'they will judge by the last graduate they knew',
    holds: facts =>
      (facts['school mixed'] > 0 && facts['there, strong'] === 0 && facts.there < 2) ||
      (facts['school unknown'] > 0 && facts.there === 0 && facts.strong < 2),
    sentence: known =>
      known.facts['school mixed'] > 0
        ? `Your school’s history at ${programOf(known)} is mixed: without more from there, they judge by the last graduate they knew.`
        : `${programOf(known)} may not know your school: without a voice there, they judge by the last graduate they knew.`,
    evidence: ({ check: { program } }) => (program ? [bySchool(program)] : []),
  },
];

/** How old the good words are. */
export const ageRule: BucketRule = {
  id: 'R13',
  bucket: 'rank-only',
  ours: true,
  condition: 'Fewer than two people have had good things to say in the last 18 months',
  reason: 'what they saw is old',
  holds: facts => facts.good >= 2 && facts.fresh < 2,
  sentence: known => {
    const old = oldIn(known);
    return `What ${names(old)} saw is more than 18 months old, and a director asks who saw you lately.`;
  },
  evidence: known => byVoices(oldIn(known)),
};

const oldIn = ({ good, check }: Known) => good.filter(voice => !isFresh(voice, check.today));

/** What holds where no other row does. */
export const safeRule: BucketRule = {
  id: 'R15',
  bucket: 'safe',
  condition: 'None of these',
  reason: 'several people, nothing to fear',
  holds: () => true,
  sentence: ({ facts }) =>
    `${capital(count(facts.good, 'person', 'people'))} on ${count(routesOf(facts, 'good'), 'route', 'routes')} would speak for you.`,
  evidence: ({ good }) => byVoices(good),
};

/** For a program that hears no good voice. */
function isUnheard(facts: Known['facts']): boolean {
  return facts.program > 0 && facts.good === 0;
}

function sayFew({ good, voices, facts, check }: Known): string {
  const within = check.program ? ` within reach of ${check.program.name}` : '';
  const [first, second] = good;
  if (second) return `More people wouldn’t say much (${facts.little}) than would say good things (${facts.good}).`;
  const unsaid = voices.filter(voice => isGood(voice) && !isRoleSaid(voice.person));
  if (unsaid.length > 0)
    return `You haven’t said what ${names(unsaid)} ${unsaid.length > 1 ? 'are' : 'is'}, so their good words can’t count yet.`;
  return first
    ? `${first.person.name} would say good things, and so far no one else${within}: it takes two to be known.`
    : `No one${within} would say good things yet: good on paper, not really known.`;
}

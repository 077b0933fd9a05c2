import type { Dimension } from '../../vocabulary.ts';
import { dimensions, incidentKinds, keysOf, roles } from '../../vocabulary.ts';
import { list } from '../../words/sentences.ts';
import { byIncidents, bySmoke, byVague } from '../evidence.ts';
import { type Facts, onDimensions } from '../facts.ts';
import type { Known } from '../selfCheck.ts';
import { type PersonVoice, speaksAgainst } from '../voices.ts';
import { isNoticed } from '../where.ts';
import { type BucketRule, names } from './rule.ts';

/** What somebody might say, or tell, against the user. */
export const againstRules: readonly BucketRule[] = [
  {
    id: 'R1',
    bucket: 'too-risky',
    carried: facts => facts['incident unsafe'] === 0,
    condition: 'An incident is still open',
    reason: 'one story like this ends most early offers',
    holds: facts => facts['incident open'] > 0,
    sentence: ({ check: { answers } }) =>
      `A story ${answers.incidentKind ? incidentKinds[answers.incidentKind].phrase : 'about you'} is still open. One story like this ends most early offers.`,
    evidence: ({ check }) => [byIncidents(check.answers)],
  },
  {
    id: 'R2',
    bucket: 'too-risky',
    carried: facts => facts.concerned === 1 && facts['concerned, works there'] === 0,
    condition: 'Someone might raise a concern, and nothing has answered it since',
    reason: 'someone would warn them',
    holds: facts => facts.concerned > 0,
    sentence: ({ concerned }) => `${names(concerned)} might raise a concern, and nothing has answered it yet.`,
    evidence: ({ concerned }) => bySmoke(concerned),
  },
  {
    id: 'R3',
    bucket: 'too-risky',
    carried: () => true,
    condition: 'Two people have a worry about the same thing, or three about anything',
    reason: 'two small stories are a pattern',
    holds: isPattern,
    sentence: ({ smoky, facts }) => {
      const shared = sharedWorry(facts);
      return shared
        ? `${names(withWorry(smoky, shared))} have the same worry: ${dimensions[shared].label}. Two small stories are a pattern.`
        : `${names(smoky)} each have a worry about you. Small stories add up to a pattern.`;
    },
    evidence: ({ smoky }) => bySmoke(smoky),
  },
  {
    id: 'R4',
    bucket: 'rank-only',
    condition: 'One or two people have a worry, or a dean, director or letter writer wouldn’t say much',
    reason: 'small smoke, no fire',
    holds: facts => (facts['small smoke'] > 0 && !isPattern(facts)) || facts.noticed > 0,
    sentence: known =>
      [
        ...small(known).map(voice => `${voice.person.name} has a worry${worriesOf(voice)}. Small smoke, no fire.`),
        ...noticed(known).map(
          ({ person }) => `${person.name} wouldn’t say much, and from ${noticedAs(person)} that gets noticed.`,
        ),
      ].join(' '),
    evidence: known => [...bySmoke(small(known)), ...byVague(noticed(known))],
  },
];

/** Two people with one worry, or three with any. */
function isPattern(facts: Facts): boolean {
  return facts.smoke >= 3 || sharedWorry(facts) !== undefined;
}

function sharedWorry(facts: Facts): Dimension | undefined {
  return onDimensions.find(({ fact }) => facts[fact] >= 2)?.dimension;
}

const withWorry = (smoky: readonly PersonVoice[], dimension: Dimension): PersonVoice[] =>
  smoky.filter(({ smoke }) => smoke.some(entry => speaksAgainst(entry, dimension)));

/** Those with a worry and no concern, where they are no pattern: concerns and patterns have rows of their own. */
const small = ({ smoky, concerned, facts }: Known): PersonVoice[] =>
  isPattern(facts) ? [] : smoky.filter(voice => !concerned.includes(voice));

const noticed = ({ voices }: Known): PersonVoice[] =>
  voices.filter(({ person, vague }) => vague !== null && isNoticed(person));

function worriesOf({ smoke }: PersonVoice): string {
  const about = keysOf(dimensions).filter(dimension => smoke.some(entry => speaksAgainst(entry, dimension)));
  return about.length > 0 ? `: ${list(about.map(one => dimensions[one].label))}` : '';
}

const noticedAs = ({ role, letter }: PersonVoice['person']): string =>
  letter ? 'someone who writes you a letter' : `a ${roles[role].label}`;

/** The story of old, where it is made right. */
export const storyRule: BucketRule = {
  id: 'R12',
  bucket: 'rank-only',
  condition:
    'An incident has been made right, and no one would take you in a second (fewer than two people, where it was unsafe or an outburst)',
  reason: 'the old story needs a newer, louder one',
  holds: facts => facts['incident mended'] > 0 && facts.strong < (facts['incident loud'] > 0 ? 2 : 1),
  sentence: ({ facts }) =>
    `The old story is made right, and still needs a newer, louder one: ${facts['incident loud'] > 0 ? 'two people' : 'someone'} who would take you in a second.`,
  evidence: ({ check }) => [byIncidents(check.answers)],
};

/** What was not answered. */
export const honestRule: BucketRule = {
  id: 'R14',
  bucket: 'rank-only',
  ours: true,
  condition: 'You haven’t answered about incidents, or about your scores and CV',
  reason: 'an honest check needs an honest answer',
  holds: facts => facts.unanswered > 0,
  sentence: ({ check: { answers } }) => {
    const missing = [
      answers.incidents === undefined && 'incidents',
      answers.paper === undefined && 'your scores and CV',
    ].filter(one => one !== false);
    return `You haven’t answered about ${list(missing)}, and an honest check needs an honest answer.`;
  },
  evidence: () => [],
};

import { bold } from '../../core/cards/bold.ts';
import { type Block, type Button, buttons, type Card } from '../../core/cards/card.ts';
import { call, formCall } from '../../core/commands/call.ts';
import { choicesOf } from '../../core/commands/choices.ts';
import type { Context } from '../../core/commands/command.ts';
import type { Offer, ProgramFacts } from '../../domain/notebook.ts';
import { besideYes, firstSteps, type OfferRule, questions } from '../../domain/programs/offerRules.ts';
import { adviseOffer, afterAccepting } from '../../domain/programs/offers.ts';
import { clocksDiffer } from '../../domain/time/bothClocks.ts';
import { formatMoment } from '../../domain/time/localTime.ts';
import { type AnswerState, type ApplicantType, answerStates, applicantTypes } from '../../domain/vocabulary.ts';
import type { OfferAlarm } from './offerAlarm.ts';
import { type Act, itemCall } from './programItems.ts';

/** An offer as it is shown: with its program, and what is known of who asks. */
export interface OfferShown {
  offer: Offer;
  program: ProgramFacts;
  applicantType: ApplicantType | null;
  /** What the accepted offers ask for first. */
  alarm: OfferAlarm | undefined;
  /** The programs whose other offers are accepted, by name. */
  otherYeses: string[];
}

/** What stands on the card between its title and its last button, and the rest of what can be done. */
interface Body {
  answer: string;
  tone: Card['tone'];
  blocks: Block[];
  /** At most three; beside them there is room for one. */
  ways: (Button | undefined)[];
  more: Partial<Record<Act, string>>;
}

const adviceOn = ({ offer, program, applicantType }: OfferShown, { now }: Context) =>
  adviseOffer({
    applicantType,
    market: program.market ?? 'unknown',
    replyBy: offer.replyBy,
    now,
    zone: offer.zone,
  });

export const offerBody = (shown: OfferShown, context: Context): Body => bodies[shown.offer.state](shown, context);

const bodies: Record<AnswerState, (shown: OfferShown, context: Context) => Body> = {
  open: openOffer,
  accepted: acceptedOffer,
  declined: declinedOffer,
  expired: declinedOffer,
};

/** By when to answer, and what holds; what is not known is asked before any step. */
function openOffer(shown: OfferShown, context: Context): Body {
  const { offer, program, otherYeses } = shown;
  const { replyBy, zone: place } = offer;
  const { zone } = context;
  const { answer, rule: alone } = adviceOn(shown, context);
  const rule = otherYeses.length > 0 ? besideYes(alone, otherYeses) : alone;
  const differs = replyBy && clocksDiffer(replyBy, place, zone);
  return {
    answer: `${program.name}: ${answer}`,
    tone: rule.verdict === 'may' ? 'neutral' : 'careful',
    blocks: [
      ...(differs
        ? [{ type: 'fields' as const, fields: [{ label: 'On your clock', value: formatMoment(replyBy, zone) }] }]
        : []),
      { type: 'text', text: `${bold(rule.says)} ${rule.reason}` },
      ...steps(firstSteps(rule)),
      ...question(rule, shown),
    ],
    ...openWays(rule, shown),
  };
}

/** Before its question is answered, nothing accepts it; where a rule is broken, the writing comes first. */
function openWays({ asks, verdict }: OfferRule, shown: OfferShown): Pick<Body, 'ways' | 'more'> {
  const { id } = shown.offer;
  const check = { label: 'What to check', call: itemCall('offer', id, 'check') };
  const decline = { label: 'I declined', call: itemCall('offer', id, 'decline') };
  if (asks) return { ways: asks === 'program' ? programWays(shown) : [], more: { decline: decline.label } };
  if (verdict === 'may')
    return { ways: [check, { label: 'I accepted', call: itemCall('offer', id, 'accept') }, decline], more: {} };
  return {
    ways: verdict === 'write-first' ? [writeFirst(shown.program), check, decline] : [decline, check],
    more: { accept: 'I accepted' },
  };
}

const steps = (items: string[]): Block[] => (items.length > 0 ? [{ type: 'list', items, ordered: true }] : []);

const writeFirst = ({ name }: ProgramFacts): Button => ({
  label: 'Write to them first',
  call: formCall('draft', { kind: 'offer-question', program: name }),
});

/** What decides, asked first: about the program by its buttons, about the applicant by a menu. */
function question({ asks }: OfferRule, { offer, program }: OfferShown): Block[] {
  if (asks === 'applicant')
    return [
      { type: 'text', text: bold(questions.applicant) },
      {
        type: 'select',
        placeholder: 'I am',
        call: { ...itemCall('offer', offer.id), choose: 'type' },
        choices: choicesOf(applicantTypes),
      },
    ];
  if (asks === null) return [];
  const look = 'Look it up in NRMP’s program directory, or ask them: “Are all positions in the Match?”';
  return [{ type: 'text', text: program.market === 'unknown' ? look : bold(questions.program) }];
}

const programWays = ({ offer: { id }, program }: OfferShown): (Button | undefined)[] => [
  { label: 'In the Match', call: itemCall('offer', id, 'inside') },
  { label: 'Outside it', call: itemCall('offer', id, 'outside') },
  program.market === 'unknown'
    ? { label: 'How to find out', call: call('advice', { piece: 'outside-the-match' }) }
    : { label: 'I don’t know', call: itemCall('offer', id, 'unsure') },
];

/** What accepting asks for now: where a rule is broken or not known, nothing but to write or to find out. */
function acceptedOffer(shown: OfferShown, context: Context): Body {
  const { offer, program, alarm } = shown;
  const { rule } = adviceOn(shown, context);
  const answer = `${program.name}: ${answerStates.accepted.label}.`;
  const again = { label: 'Open it again', call: itemCall('offer', offer.id, 'reopen') };
  const isSecond = alarm && alarm.offers.length > 1;
  if (isSecond)
    return {
      answer: alarm.line,
      tone: 'careful',
      blocks: steps(alarm.steps),
      ways: [writeFirst(program), { label: program.name, call: itemCall('program', program.id) }, again],
      more: {},
    };
  const asked = rule.asks === 'program';
  if (rule.verdict !== 'may')
    return {
      answer,
      tone: 'careful',
      blocks: [
        { type: 'text', text: `${bold('Before anything else.')} ${rule.reason}` },
        ...steps(firstSteps(rule, true)),
        ...question(rule, shown),
      ],
      ways: asked ? programWays(shown) : [rule.verdict === 'write-first' ? writeFirst(program) : undefined, again],
      more: asked ? { reopen: again.label } : {},
    };
  const after = afterAccepting(rule, context.now, context.season);
  return {
    answer,
    tone: after.passed ? 'careful' : 'good',
    blocks: [
      ...steps(after.steps),
      ...(after.deadlineSentence ? [{ type: 'text', text: after.deadlineSentence } as const] : []),
    ],
    ways: [
      after.passed
        ? { label: 'The rules', call: call('advice', { topic: 'offers' }) }
        : { label: 'Write a withdrawal', call: formCall('draft', { kind: 'withdrawal' }) },
      { label: 'Your programs', call: call('programs') },
      again,
    ],
    more: {},
  };
}

const kindNo =
  'Tell them soon and in two kind sentences: thank you, and that you have decided. No reason is owed. Directors move, and they remember how someone said no.';

function declinedOffer({ offer, program }: OfferShown): Body {
  return {
    answer: `${program.name}: ${answerStates[offer.state].label}.`,
    tone: 'neutral',
    blocks: [{ type: 'text', text: kindNo }],
    ways: [
      { label: 'Write it', call: formCall('draft', { kind: 'decline-offer', program: program.name }) },
      { label: 'Open it again', call: itemCall('offer', offer.id, 'reopen') },
    ],
    more: {},
  };
}

/** What to check before any answer, who says so, and where to read it. */
export function checksOf(shown: OfferShown, context: Context): Pick<Card, 'answer' | 'blocks'> {
  const { checks, rule } = adviceOn(shown, context);
  const isOwnMatter = rule.first.length === 0;
  return {
    answer: isOwnMatter
      ? `Before you answer ${shown.program.name}, get these in writing.`
      : `${shown.program.name}: the first line comes before all the others.`,
    blocks: [
      { type: 'list', items: checks.map(({ text, source }) => `${text} (${source})`), ordered: !isOwnMatter },
      ...buttons(
        { label: 'Back to the offer', call: itemCall('offer', shown.offer.id) },
        { label: 'Why, in full', call: call('advice', { piece: 'before-you-accept-an-offer' }) },
        ...checks.flatMap(({ links }) => links.map(({ name, url }) => ({ label: name, url }))),
      ),
    ],
  };
}

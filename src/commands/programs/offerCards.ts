import { bold } from '../../core/cards/bold.ts';
import { type Block, buttons, type Card, card, type LinkButton } from '../../core/cards/card.ts';
import { type Call, call, formCall } from '../../core/commands/call.ts';
import { choicesOf } from '../../core/commands/choices.ts';
import type { Context } from '../../core/commands/command.ts';
import type { Offer, ProgramFacts } from '../../domain/notebook.ts';
import { adviseOffer, afterAccepting } from '../../domain/programs/offers.ts';
import type { SaidTime } from '../../domain/time/readTime.ts';
import { zoneWords } from '../../domain/time/zones.ts';
import { type AnswerState, type ApplicantType, answerStates, applicantTypes } from '../../domain/vocabulary.ts';
import { undoButton } from '../lists.ts';
import { gone } from '../people/find.ts';
import { absolutely, assertOneZone, momentIn, remarks, written } from '../sending/moments.ts';
import { answerReminders } from './answerReminders.ts';
import { itemCall, itemOf, knownZone, programOf, programToUse, readItem } from './programItems.ts';

interface Given {
  name: string;
  item?: string | undefined;
  by?: SaidTime | undefined;
  zone?: string | undefined;
}

/** Adds an offer, or changes the one that `item` names. */
export async function saveOffer({ name, item, by, zone }: Given, context: Context): Promise<Card> {
  if (by) assertOneZone(by, zone, 'by');
  const { program, isNew } = await programToUse(name, context);
  const { offers } = context.notebook;
  const place = zone ?? (await knownZone(program.name, context));
  const replyBy = by && momentIn(by, place);
  const facts = {
    programId: program.id,
    replyBy: replyBy?.toInstant() ?? null,
    zone: replyBy?.timeZoneId ?? place,
  };
  const { value, undoId } = item
    ? await offers.change(readItem(item).id, facts)
    : await offers.add({ ...facts, receivedOn: context.today, state: 'open' });
  const title = item ? 'Changed' : isNew ? `An offer, and ${program.name} is in your list` : 'An offer';
  return offerCard(value, program, context, { title, undoId, remarks: by && remarks(by) });
}

const offerOf = async (id: string, { notebook }: Context): Promise<Offer> =>
  (await notebook.offers.get(id)) ?? gone('That offer is not in your notebook any more.');

export async function showOffer(id: string, context: Context): Promise<Card> {
  const offer = await offerOf(id, context);
  const program = await programOf(offer.programId, context);
  return offerCard(offer, program, context, { title: `The offer of ${program.name}` });
}

export async function decideOffer(id: string, state: AnswerState, context: Context): Promise<Card> {
  const { value, undoId } = await context.notebook.offers.change(id, { state });
  const program = await programOf(value.programId, context);
  return offerCard(value, program, context, { title: titles[state], undoId });
}
const titles: Record<AnswerState, string> = {
  open: 'Open again',
  accepted: 'Accepted',
  declined: 'Declined',
  expired: 'Let go',
};

export async function removeOffer(id: string, context: Context): Promise<Card> {
  const { value, undoId } = await context.notebook.offers.remove(id);
  const program = await programOf(value.programId, context);
  return card('Removed', {
    answer: `The offer of ${program.name} is out of your notebook.`,
    blocks: buttons({ label: program.name, call: itemCall('program', program.id) }, undoButton(undoId)),
    footer: 'Undo works for ten minutes.',
  });
}

interface Shown {
  title: string;
  undoId?: string;
  /** What is to be said of the time as it was read. */
  remarks?: string | undefined;
}

async function offerCard(
  offer: Offer,
  program: ProgramFacts,
  context: Context,
  { title, undoId, remarks: said }: Shown,
) {
  const { applicantType } = await context.notebook.profile();
  const answered = offer.state === 'open' ? undefined : `${program.name}: ${answerStates[offer.state].label}.`;
  const last = undoId ? undoButton(undoId) : { label: program.name, call: itemCall('program', program.id) };
  const body = {
    open: () => openOffer(offer, program, applicantType, context),
    accepted: () => acceptedOffer(program, applicantType, context),
    declined: () => declinedOffer(program),
    expired: () => declinedOffer(program),
  }[offer.state]();
  return card(title, {
    ...body,
    answer: answered ?? body.answer,
    blocks: [
      ...(said ? [{ type: 'text', text: said } as const] : []),
      ...body.blocks,
      ...answerReminders(offer, { offers: [offer] }, context),
      ...buttons(
        offer.state === 'open'
          ? { label: 'Change', call: editCall(offer, program) }
          : { label: 'Open it again', call: itemCall('offer', offer.id, 'reopen') },
        { label: 'Remove', call: itemCall('offer', offer.id, 'remove') },
        last,
      ),
    ],
    footer: 'General information, not legal advice.',
  });
}

type Body = Pick<Card, 'answer' | 'tone' | 'blocks'>;

/** By when to answer, whether it fits the rules, and what to check, for this applicant. */
function openOffer(
  { id, replyBy, zone: place }: Offer,
  program: ProgramFacts,
  applicantType: ApplicantType | null,
  { now, zone, season }: Context,
): Body {
  const asked = { market: program.market ?? 'unknown', replyBy, now, zone: place } as const;
  const advice = adviseOffer({ ...asked, applicantType: applicantType ?? 'graduate' }, season);
  const clock: Block[] = replyBy
    ? [{ type: 'fields', fields: [{ label: 'Answer by', value: absolutely(replyBy, place, zone) }] }]
    : [];
  const answer = `${program.name}: ${advice.answer}`;
  if (applicantType === null) return { answer, tone: 'careful', blocks: [...clock, ...typeQuestion(id)] };
  const links = advice.checks.flatMap(({ source: { name, url } }): LinkButton[] => (url ? [{ label: name, url }] : []));
  return {
    answer,
    tone: advice.fit === 'fits' ? 'neutral' : 'careful',
    blocks: [
      ...clock,
      { type: 'text', text: `${bold(fits[advice.fit])} ${advice.fitReason}` },
      { type: 'list', items: advice.checks.map(({ text, source }) => `${text} (${source.name})`) },
      ...buttons(
        { label: 'What to check, and why', call: call('advice', { piece: 'before-you-accept-an-offer' }) },
        { label: 'I accepted', call: itemCall('offer', id, 'accept') },
        { label: 'I declined', call: itemCall('offer', id, 'decline') },
        ...links,
      ),
    ],
  };
}

const fits = { fits: 'It may be accepted.', 'does-not-fit': 'It does not fit the rules.', check: 'To find out first.' };

/** Which rule holds depends on who asks. */
const typeQuestion = (id: string): Block[] => [
  { type: 'text', text: 'What to check depends on who you are. Which applicant are you?' },
  {
    type: 'select',
    placeholder: 'I am',
    call: { ...itemCall('offer', id), choose: 'type' },
    choices: choicesOf(applicantTypes),
  },
];

/** What accepting asks for now, and until when. */
function acceptedOffer(program: ProgramFacts, applicantType: ApplicantType | null, { now, season }: Context): Body {
  const { steps, deadlineSentence, passed } = afterAccepting(applicantType ?? 'graduate', now, season);
  return {
    tone: passed ? 'careful' : 'good',
    blocks: [
      { type: 'list', items: steps, ordered: true },
      { type: 'text', text: `${bold('Withdraw before.')} ${deadlineSentence}` },
      ...(applicantType === null
        ? [
            {
              type: 'text',
              text: 'A US senior is withdrawn by the school: then go to your dean’s office first.',
            } as const,
          ]
        : []),
      ...buttons(
        { label: 'Write a withdrawal', call: formCall('draft', { kind: 'withdrawal' }) },
        { label: 'Cancel interviews', call: call('programs') },
        { label: 'The rules', call: call('advice', { topic: 'offers' }) },
      ),
    ],
    answer: program.name,
  };
}

const declinedOffer = (program: ProgramFacts): Body => ({
  tone: 'neutral',
  blocks: [
    {
      type: 'text',
      text: 'Tell them soon and in two kind sentences: thank you, and that you have decided. No reason is owed. Directors move, and they remember how somebody said no.',
    },
    ...buttons({
      label: 'Write it',
      call: formCall('draft', { kind: 'withdrawal', program: program.name }),
    }),
  ],
  answer: program.name,
});

/** Its form, filled in as it is. */
function editCall({ id, replyBy, zone }: Offer, program: ProgramFacts): Call {
  const by = replyBy?.toZonedDateTimeISO(zone).toPlainDateTime();
  return formCall('programs', {
    do: 'offer',
    item: itemOf('offer', id),
    name: program.name,
    ...(by && { by: written(by) }),
    zone: zoneWords(zone),
  });
}

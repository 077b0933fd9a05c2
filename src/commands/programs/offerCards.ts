import { buttons, type Card, card } from '../../core/cards/card.ts';
import { type Call, formCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import type { Offer, ProgramFacts } from '../../domain/notebook.ts';
import type { SaidTime } from '../../domain/time/readTime.ts';
import { zoneWords } from '../../domain/time/zones.ts';
import type { AnswerState, Market } from '../../domain/vocabulary.ts';
import { undoButton } from '../lists.ts';
import { gone } from '../people/find.ts';
import { assertOneZone, momentIn, remarks, written } from '../sending/moments.ts';
import { answerReminders } from './answerReminders.ts';
import { offerAlarm, otherYeses } from './offerAlarm.ts';
import { checksOf, type OfferShown, offerBody } from './offerBodies.ts';
import { itemCall, itemOf, knownZone, moreMenu, programOf, programToUse, readItem } from './programItems.ts';

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
  return offerCard(await shownOffer(value, program, context), context, { title, undoId, remarks: by && remarks(by) });
}

async function shownOffer(offer: Offer, program: ProgramFacts, context: Context): Promise<OfferShown> {
  const { notebook } = context;
  // It may have been said by the very tap that is answered.
  const user = await notebook.profile();
  const [alarm, others] = await Promise.all([offerAlarm({ notebook, user }), otherYeses(offer, context)]);
  const { applicantType } = user;
  return { offer, program, applicantType, alarm, otherYeses: others };
}

async function offerOf(id: string, context: Context): Promise<OfferShown> {
  const offer = (await context.notebook.offers.get(id)) ?? gone('That offer is not in your notebook any more.');
  return shownOffer(offer, await programOf(offer.programId, context), context);
}

export async function showOffer(id: string, context: Context): Promise<Card> {
  const shown = await offerOf(id, context);
  return offerCard(shown, context, { title: `Offer from ${shown.program.name}` });
}

/** What to check before it is answered. */
export async function showChecks(id: string, context: Context): Promise<Card> {
  const shown = await offerOf(id, context);
  return card('What to check', { ...checksOf(shown, context), footer: 'General information, not legal advice.' });
}

export async function decideOffer(id: string, state: AnswerState, context: Context): Promise<Card> {
  const { value, undoId } = await context.notebook.offers.change(id, { state });
  const program = await programOf(value.programId, context);
  return offerCard(await shownOffer(value, program, context), context, { title: titles[state], undoId });
}
const titles: Record<AnswerState, string> = {
  open: 'Open again',
  accepted: 'Accepted',
  declined: 'Declined',
  expired: 'Let go',
};

/** Says of the offer's program whether it is in the Match, and shows what follows for the offer. */
export async function sortOffer(id: string, market: Market, context: Context): Promise<Card> {
  const { offer } = await offerOf(id, context);
  const { value, undoId } = await context.notebook.programs.change(offer.programId, { market });
  return offerCard(await shownOffer(offer, value, context), context, { title: `Offer from ${value.name}`, undoId });
}

/** The way to its form, for where there is no room for it. */
export async function editOffer(id: string, context: Context): Promise<Card> {
  const { offer, program } = await offerOf(id, context);
  return card('Change the offer', {
    answer: 'Set the program, the time to answer or its zone.',
    blocks: buttons(
      { label: 'Change', call: editCall(offer, program) },
      { label: 'Back to the offer', call: itemCall('offer', id) },
    ),
  });
}

export async function removeOffer(id: string, context: Context): Promise<Card> {
  const { value, undoId } = await context.notebook.offers.remove(id);
  const program = await programOf(value.programId, context);
  return card('Removed', {
    answer: `Offer from ${program.name}: removed.`,
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

function offerCard(shown: OfferShown, context: Context, { title, undoId, remarks: said }: Shown): Card {
  const { offer, program } = shown;
  const { answer, tone, blocks, ways, more } = offerBody(shown, context);
  const last =
    offer.state === 'open'
      ? { label: 'Change', call: editCall(offer, program) }
      : { label: program.name, call: itemCall('program', program.id) };
  return card(title, {
    answer,
    ...(offer.state === 'open' && offer.replyBy && { at: offer.replyBy }),
    tone,
    blocks: [
      ...(said ? [{ type: 'text', text: said } as const] : []),
      ...blocks,
      ...answerReminders(offer, { offers: withOthers(shown), programs: [program] }, context),
      ...buttons(...ways, undoId ? undoButton(undoId) : last),
      moreMenu('offer', offer.id, { ...more, ...(undoId && { edit: 'Change it' }), remove: 'Remove it' }),
    ],
    footer: 'General information, not legal advice.',
  });
}

/** The offer beside the accepted ones that hold something back. */
const withOthers = ({ offer, alarm }: OfferShown): Offer[] => [
  offer,
  ...(alarm?.offers ?? []).filter(({ id }) => id !== offer.id),
];

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

import { type Block, type Button, buttons, type Card, card } from '../../core/cards/card.ts';
import type { Context } from '../../core/commands/command.ts';
import type { Offer } from '../../domain/notebook.ts';
import { firstSteps, heldBy, type OfferRule, secondSteps } from '../../domain/programs/offerRules.ts';
import { list } from '../../domain/words/sentences.ts';
import { itemCall } from './programItems.ts';

/** What has to be put in writing, or found out, before anything is called off for an accepted offer. */
export interface OfferAlarm {
  /** It alone, in one line. */
  line: string;
  steps: string[];
  button: Button;
  /** The accepted offers that it is about. */
  offers: Offer[];
}

/** Undefined where nothing is accepted, or one offer that may be. */
export async function offerAlarm({
  notebook,
  user: { applicantType },
}: Pick<Context, 'notebook' | 'user'>): Promise<OfferAlarm | undefined> {
  const [offers, programs] = await Promise.all([notebook.offers.all(), notebook.programs.all()]);
  const held = heldBy(offers, programs, applicantType);
  const [last] = held?.offers.slice(-1) ?? [];
  const [rule] = held?.rules ?? [];
  if (!held || !last || !rule) return undefined;
  const names = held.offers.map(({ programId }) => programs.find(({ id }) => id === programId)?.name ?? 'a program');
  const isSecond = names.length > 1;
  return {
    line: isSecond
      ? `${names.length === 2 ? 'Two' : names.length} offers are accepted: ${list(names)}. Only one can stand.`
      : firstOf(rule, names[0] ?? ''),
    steps: isSecond ? secondSteps(held.rules) : firstSteps(rule, true),
    button: { label: 'Open the offer', call: itemCall('offer', last.id) },
    offers: held.offers,
  };
}

function firstOf({ verdict, asks }: OfferRule, name: string): string {
  if (verdict === 'write-first') return `You said yes to ${name}. Put that in writing before anything else.`;
  return asks === 'program'
    ? `You said yes to ${name}. First: is it in the Match?`
    : `You said yes to ${name}. First: which applicant are you?`;
}

/** The programs whose other offers are accepted, by name. */
export async function otherYeses(offer: Offer, { notebook }: Pick<Context, 'notebook'>): Promise<string[]> {
  const [offers, programs] = await Promise.all([notebook.offers.all(), notebook.programs.all()]);
  const accepted = offers.filter(({ id, state }) => state === 'accepted' && id !== offer.id);
  return accepted.flatMap(({ programId }) => programs.find(({ id }) => id === programId)?.name ?? []);
}

/** The same as a part of a card. */
export const alarmBlocks = ({ line, steps }: OfferAlarm): Block[] => [
  { type: 'text', text: line },
  ...(steps.length > 0 ? [{ type: 'list', items: steps, ordered: true } as const] : []),
];

/** In place of what would call something off: no draft, and no step that carries the offer out. */
export const alarmCard = (alarm: OfferAlarm, back: Button): Card =>
  card('One thing first', {
    answer: alarm.line,
    tone: 'careful',
    blocks: [
      ...(alarm.steps.length > 0 ? [{ type: 'list', items: alarm.steps, ordered: true } as const] : []),
      ...buttons(alarm.button, back),
    ],
    footer: 'General information, not legal advice.',
  });

import { commands } from '../../src/commands/index.ts';
import type { Reading } from '../../src/commands/sending/digest.ts';
import { shownCard } from '../../src/commands/sending/shownNudge.ts';
import { type Card, isLink } from '../../src/core/cards/card.ts';
import { plainText } from '../../src/core/cards/plaintext.ts';
import { recipientOf } from '../../src/core/sending/recipient.ts';
import { noFacts } from '../../src/domain/nudges/nudgeFacts.ts';
import { momentsOf } from '../../src/domain/nudges/rules/index.ts';
import { type ApplicantType, applicantTypes, keysOf } from '../../src/domain/vocabulary.ts';
import { movableClock } from './bot.ts';
import { type Member, startCore } from './member.ts';

/** Where a program stands, as far as its user has said it. */
const programKinds = {
  outside: 'a program outside the Match',
  inside: 'a program in the Match',
  unasked: 'a program of which nothing was said',
  unknown: 'a program of which they answered that they don’t know',
} as const;
type ProgramKind = keyof typeof programKinds;

/** An applicant and a program. */
export interface Pair {
  type: ApplicantType | null;
  kind: ProgramKind;
}
export const pairs: Pair[] = [...keysOf(applicantTypes), null].flatMap(type =>
  keysOf(programKinds).map(kind => ({ type, kind })),
);
export const sayPair = ({ type, kind }: Pair): string => {
  const who = type ? applicantTypes[type].label : 'Applicant type not said';
  const byInstitution = type && !applicantTypes[type].independent && kind === 'outside';
  return `${who}, ${programKinds[kind]}${byInstitution ? ' (All-In holds by its institution)' : ''}`;
};

/** What is said of an offer in one place. `card`: undefined where it is never sent. */
export interface Said {
  where: string;
  card: Card | undefined;
  text: string;
}

// Wed, Oct 28, 2026, 2 PM in Chicago; what is to be answered ends in 60 hours.
const NOTED = '2026-10-28T14:00[America/Chicago]';
const ANSWER_BY = '2026-10-31 02:00';

/** Everything that is said about an offer, to every applicant about every kind of program, by the real commands. */
export async function offerTable(): Promise<{ pair: Pair; said: Said[] }[]> {
  const clock = movableClock(NOTED);
  const core = await startCore(commands, clock);
  const table = [];
  for (const [index, pair] of pairs.entries()) table.push({ pair, said: await saidTo(pair, index) });
  await core.stop();
  return table;

  async function saidTo({ type, kind }: Pair, index: number): Promise<Said[]> {
    const ana = core.member(`ana-${index}`);
    const said: Said[] = [];
    const add = (where: string, card: Card | undefined) => {
      said.push({ where, card, text: card ? plainText(card) : 'Never sent.' });
      return card;
    };
    const say = async (where: string, command: string, options: Record<string, string> = {}) =>
      add(where, (await ana.say(command, options)).card);
    clock.moveTo(NOTED);
    await ana.say('settings', { zone: 'America/Chicago', remind: 'weekly', next: 'done', ...(type && { type }) });
    const market = kind === 'unasked' ? {} : { market: kind };
    for (const name of ['Lakeside', 'Mercy']) await ana.say('programs', { do: 'add', name, ...market });
    await ana.say('programs', { do: 'interview', name: 'Mercy', when: 'Tue 10 Nov 9am' });
    const offer = (name: string) => ({ do: 'offer', name, by: ANSWER_BY });

    await say('The offer, noted', 'programs', offer('Lakeside'));
    const { interviews, offers, programs } = await ana.notebook();
    const [first] = await offers.all();
    const [interview] = await interviews.all();
    const mercy = (await programs.all()).find(({ name }) => name === 'Mercy');
    if (!first || !interview || !mercy) throw new Error('the notebook is empty');
    const item = `offer.${first.id}`;
    await say('What to check', 'programs', { item, act: 'check' });
    await say('The program’s page, with the offer open', 'programs', { name: 'Lakeside' });
    for (const hours of [48, 12]) {
      clock.moveTo(NOTED);
      clock.pass({ hours: 60 - hours });
      add(`The nudge, ${hours} hours before`, await nudge(ana, 'offer', first.id));
    }
    clock.moveTo(NOTED);
    await say('I declined', 'programs', { item, act: 'decline' });
    await say('The draft that declines the offer', 'draft', {
      kind: 'decline-offer',
      program: 'Lakeside',
      to: 'Dr. Rivera',
    });
    await say('I accepted', 'programs', { item, act: 'accept' });
    await say('The program’s page, once accepted', 'programs', { name: 'Lakeside' });
    await say('Home, once accepted', 'backchannel');
    add('The nudge before the withdrawal deadline', await nudge(ana, 'withdrawal', first.id));
    await say('Canceling an interview elsewhere, once accepted', 'programs', {
      item: `interview.${interview.id}`,
      act: 'cancel',
    });
    await say('Withdrawing an application elsewhere, once accepted', 'programs', {
      item: `program.${mercy.id}`,
      act: 'withdraw',
    });
    for (const draft of ['withdrawal', 'cancel-interview', 'offer-question', 'follow-up'])
      await say(`The draft "${draft}", once accepted`, 'draft', { kind: draft, program: 'Lakeside', to: 'Dr. Rivera' });

    clock.pass({ minutes: 1 });
    await say('A second offer, noted', 'programs', offer('Mercy'));
    const second = (await (await ana.notebook()).offers.all()).find(({ programId }) => programId === mercy.id);
    if (!second) throw new Error('the second offer is not there');
    add('The second offer’s nudge, 48 hours before', await nudge(ana, 'offer', second.id));
    await say('The second offer, accepted', 'programs', { item: `offer.${second.id}`, act: 'accept' });
    await say('The first offer, with the second accepted', 'programs', { item });
    await say('The program’s page, with two accepted', 'programs', { name: 'Mercy' });
    await say('Home, with two accepted', 'backchannel');
    add('The weekly digest, with two accepted', await shown(ana, 'digest', ''));
    add('The nudge before the withdrawal deadline, with two accepted', await nudge(ana, 'withdrawal', first.id));
    return said;
  }

  /** The nudge as it would be shown, where the rules plan one at all. */
  async function nudge(ana: Member, kind: 'offer' | 'withdrawal', subject: string): Promise<Card | undefined> {
    const notebook = await ana.notebook();
    const facts = { ...noFacts, offers: await notebook.offers.all(), programs: await notebook.programs.all() };
    const member = recipientOf(await notebook.profile(), null);
    const planned = momentsOf(member, facts, { from: clock(), now: clock() }, core.content.season);
    const comes = planned.some(moment => moment.kind === kind && moment.subject === subject);
    return comes ? shown(ana, kind, subject) : undefined;
  }

  async function shown(ana: Member, kind: 'offer' | 'withdrawal' | 'digest', subject: string): Promise<Card> {
    const notebook = await ana.notebook();
    const user = await notebook.profile();
    const zone = user.zone ?? 'UTC';
    const now = clock();
    const today = now.toZonedDateTimeISO(zone).toPlainDate();
    const context: Reading = { notebook, content: core.content, season: core.content.season, now, zone, today, user };
    return shownCard('delivery', [{ kind, subject, occurrence: '', dueAt: now, why: '' }], context, now);
  }
}

/** Everything that can be tapped on a card: its label. */
export const labelsOn = (card: Card): string[] =>
  card.blocks.flatMap(block => {
    if (block.type === 'buttons') return block.buttons.map(({ label }) => label);
    return block.type === 'select' ? block.choices.map(({ label }) => label) : [];
  });

/** The calls that a card's buttons and menus make, as text. */
export const callsOn = (card: Card): string[] =>
  card.blocks.flatMap(block => {
    if (block.type === 'buttons')
      return block.buttons.flatMap(button => (isLink(button) ? [] : [JSON.stringify(button.call)]));
    return block.type === 'select' ? block.choices.map(({ value }) => JSON.stringify({ ...block.call, value })) : [];
  });

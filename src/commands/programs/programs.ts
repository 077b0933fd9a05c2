import { z } from 'zod';
import type { Card } from '../../core/cards/card.ts';
import { type Context, defineCommand } from '../../core/commands/command.ts';
import { option } from '../../core/commands/options.ts';
import { zoneWords } from '../../domain/time/zones.ts';
import { applicantTypes, interviewKinds, markets, signalKinds, thankYous } from '../../domain/vocabulary.ts';
import { findProgram, gone } from '../people/find.ts';
import { cancelInterview, noteSent, saveInterview, showInterview } from './interviewCards.ts';
import { decideOffer, removeOffer, saveOffer, showOffer } from './offerCards.ts';
import { removeProgram, saveProgram } from './programEdits.ts';
import { type Act, acts, type ItemKind, knownZone, readItem } from './programItems.ts';
import { listPrograms } from './programList.ts';
import { showProgram } from './programPage.ts';
import { removeSignal, saveSignal, showSignal } from './signalCards.ts';

const doings = {
  list: { label: 'List' },
  add: { label: 'Add' },
  show: { label: 'Show' },
  interview: { label: 'Interview' },
  offer: { label: 'Offer' },
  signal: { label: 'Signal' },
};

/** What a tap does to one thing; without an act it is shown. */
const handlers: Record<ItemKind, Partial<Record<Act | 'show', (id: string, context: Context) => Promise<Card>>>> = {
  program: { show: showProgram, remove: removeProgram },
  interview: { show: showInterview, remove: cancelInterview, sent: noteSent },
  offer: {
    show: showOffer,
    accept: (id, context) => decideOffer(id, 'accepted', context),
    decline: (id, context) => decideOffer(id, 'declined', context),
    reopen: (id, context) => decideOffer(id, 'open', context),
    remove: removeOffer,
  },
  signal: { show: showSignal, remove: removeSignal },
};

const hidden = (label: string) => ({ label, description: label, hidden: true });

export const programs = defineCommand({
  name: 'programs',
  description: 'Your programs: interviews, offers, clues, and who there could speak of you',
  audience: 'everyone',
  options: z.strictObject({
    name: option.program({ label: 'Program', description: 'The program’s name' }).optional(),
    do: option.choice({ label: 'Do', description: 'List, add, show, interview, offer, signal' }, doings).optional(),
    when: option
      .dateTime({ label: 'Day and hour there', description: 'Of an interview: Tue 3 Nov 9am', hint: 'Tue 3 Nov 9am' })
      .optional(),
    by: option
      .dateTime({
        label: 'Answer by (empty if not said)',
        description: 'Of an offer: Fri 13 Nov 5pm, in 48 hours',
        hint: 'Fri 13 Nov 5pm, in 48 hours',
      })
      .optional(),
    zone: option
      .zone({
        label: 'The program’s time zone',
        description: 'Its city, or a zone; blank: yours',
        hint: 'Boston, or Central',
      })
      .optional(),
    kind: option
      .choice({ label: 'What kind', description: 'Interview, social or second visit' }, interviewKinds)
      .optional(),
    clue: option.choice({ label: 'What kind of clue', description: 'What it was' }, signalKinds).optional(),
    note: option
      .longText({ label: 'In their words', description: 'What was said or done. Never patient details' }, 500)
      .optional(),
    on: option.date({ label: 'When was it?', description: 'A day: yesterday, last Tue', hint: 'today' }).optional(),
    specialty: option.text({ ...hidden('Specialty'), hint: 'Internal medicine', screened: true }, 60).optional(),
    market: option.choice(hidden('Does it fill its places in the Match?'), markets).optional(),
    rotated: option.boolean(hidden('Did you rotate there?')).optional(),
    notes: option.choice(hidden('Are thank-you notes welcome?'), thankYous).optional(),
    item: option.text(hidden('Which one')).optional(),
    act: option.choice(hidden('What to do with it'), acts).optional(),
    type: option.choice(hidden('Applicant type'), applicantTypes).optional(),
  }),
  examples: ['', 'Lakeside', 'Lakeside do:interview when:"Tue 3 Nov 9am"', 'Lakeside do:offer by:"in 48 hours"'],
  actions: {
    by: 'do',
    of: {
      add: {
        needs: { name: 'What is the program called?' },
        takes: ['specialty', 'market', 'rotated', 'notes', 'item'],
        form: {
          title: 'A program',
          submit: 'Save',
          fields: ['name', 'specialty', 'market', 'rotated', 'notes'],
          opensIncomplete: true,
        },
      },
      interview: {
        needs: { name: 'Which program is it?', when: 'When is it? Try "Tue 3 Nov 9am".' },
        takes: ['kind', 'zone', 'item'],
        form: {
          title: 'An interview',
          submit: 'Save',
          fields: ['name', 'kind', 'when', 'zone'],
          opensIncomplete: true,
          prefill: zoneOf,
        },
      },
      offer: {
        needs: { name: 'Which program is it?' },
        takes: ['by', 'zone', 'item'],
        form: {
          title: 'An offer',
          submit: 'Save',
          fields: ['name', 'by', 'zone'],
          opensIncomplete: true,
          opensWithout: ['by'],
          prefill: zoneOf,
        },
      },
      signal: {
        needs: { name: 'Which program is it?', clue: 'What was the clue?' },
        takes: ['note', 'on'],
        form: { title: 'A clue', submit: 'Note it', fields: ['name', 'clue', 'note', 'on'], opensIncomplete: true },
      },
    },
    otherwise: { takes: ['name', 'item', 'act', 'type'] },
  },
  async run(options, context): Promise<Card> {
    switch (options.do) {
      case 'add':
        return saveProgram(options, context);
      case 'interview':
        return saveInterview(options, context);
      case 'offer':
        return saveOffer(options, context);
      case 'signal':
        return saveSignal(options, context);
    }
    const { name, item, act, type } = options;
    if (type) await context.notebook.changeProfile({ applicantType: type });
    if (item) {
      const { kind, id } = readItem(item);
      const handle = handlers[kind][act ?? 'show'] ?? gone('That is not possible any more.');
      return handle(id, context);
    }
    if (name) return showProgram((await findProgram(name, context)).id, context);
    return listPrograms(context);
  },
});

/** The zone that is known of the program, else the user's own. */
async function zoneOf(context: Context, { name = '' }: Record<string, string>): Promise<Record<string, string>> {
  return { zone: zoneWords(await knownZone(name, context)) };
}

import { z } from 'zod';
import type { Card } from '../../core/cards/card.ts';
import { call } from '../../core/commands/call.ts';
import { type Context, defineCommand } from '../../core/commands/command.ts';
import { option } from '../../core/commands/options.ts';
import { LONGEST_MAIL } from '../../domain/programs/invitationText.ts';
import { zoneWords } from '../../domain/time/zones.ts';
import { applicantTypes, clueKinds, interviewKinds, markets, thankYous } from '../../domain/vocabulary.ts';
import { asked } from '../../domain/words/reading.ts';
import { gone } from '../people/find.ts';
import { saveClue } from './clueCards.ts';
import { saveInterview } from './interviewCards.ts';
import { saveInvitation } from './invitationCards.ts';
import { handlers } from './itemHandlers.ts';
import { readMail } from './mailCard.ts';
import { namedProgram } from './namedProgram.ts';
import { saveNote } from './noteCards.ts';
import { saveOffer } from './offerCards.ts';
import { saveProgram } from './programEdits.ts';
import { acts, readItem, zoneThere } from './programItems.ts';
import { listPrograms } from './programList.ts';
import { showProgram } from './programPage.ts';

const doings = {
  list: { label: 'List' },
  add: { label: 'Add' },
  show: { label: 'Show' },
  interview: { label: 'Interview' },
  invitation: { label: 'Invitation' },
  offer: { label: 'Offer' },
  clue: { label: 'Clue' },
  note: { label: 'Note' },
  mail: { label: 'Paste an e-mail' },
};

/** A text that is too long for a name is a mail that was pasted. */
const asMail = { into: 'mail', with: { do: 'mail' } };

/** What somebody sends is one thing, what comes back is another; buttons from before say one for the other. */
const noClue = asked('A signal is what you send to a program. What comes back from one is a clue.', {
  label: 'Note a clue',
  words: 'clue',
});

const hidden = (label: string) => ({ label, description: label, hidden: true });

export const programs = defineCommand({
  name: 'programs',
  description: 'Your programs: interviews, invitations, offers, clues, and who there could speak of you',
  audience: 'everyone',
  options: z.strictObject({
    name: option.program({ label: 'Program', description: 'The program’s name', overflow: asMail }).optional(),
    do: option
      .choice(
        {
          label: 'Do',
          description: 'List, add, show, interview, invitation, offer, clue, note, mail',
          instead: { signal: noClue },
        },
        doings,
      )
      .optional(),
    when: option
      .dateTime({
        label: 'Day and hour there',
        description: 'Of an interview: Tue, Nov 3, 9am',
        hint: 'Tue, Nov 3, 9am',
        isEvening: ({ kind }) => kind === 'social',
      })
      .optional(),
    by: option
      .dateTime({
        label: 'Answer by (empty if not said)',
        description: 'Of an invitation or offer: Fri, Nov 13, 5pm, in 48 hours',
        hint: 'Fri, Nov 13, 5pm, in 48 hours',
        isDeadline: true,
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
    clue: option.choice({ label: 'What kind of clue', description: 'What it was' }, clueKinds).optional(),
    note: option
      .longText({ label: 'In their words, or yours', description: 'A clue’s words, or a note. Never patients' }, 2000)
      .optional(),
    on: option
      .date({ label: 'When was it?', description: 'A day: yesterday, last Tue', hint: 'today' }, 'back')
      .optional(),
    specialty: option.text({ ...hidden('Specialty'), hint: 'Internal medicine', screened: true }, 60).optional(),
    market: option.choice(hidden('Does it fill its places in the Match?'), markets).optional(),
    rotated: option.boolean(hidden('Did you rotate there?')).optional(),
    notes: option.choice(hidden('Are thank-you notes welcome?'), thankYous).optional(),
    item: option.text(hidden('Which one')).optional(),
    minutes: option.integer(hidden('Minutes'), 1, 2880).optional(),
    mail: option
      .longText({ ...hidden('Their e-mail'), hint: 'Paste it as it came', screened: false }, LONGEST_MAIL)
      .optional(),
    act: option.choice(hidden('What to do with it'), acts).optional(),
    type: option.choice(hidden('Applicant type'), applicantTypes).optional(),
  }),
  examples: ['', 'Lakeside', 'Lakeside when:"Tue, Nov 3, 9am"', 'Lakeside do:invitation by:"in 48 hours"'],
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
        needs: { name: 'Which program is it?', when: 'When is it? Try "Tue, Nov 3, 9am".' },
        takes: ['kind', 'zone', 'item', 'minutes'],
        form: {
          title: 'An interview',
          submit: 'Save',
          fields: ['name', 'kind', 'when', 'zone'],
          opensIncomplete: true,
          prefill: zoneOf,
        },
      },
      invitation: {
        needs: { name: 'Which program is it?' },
        takes: ['by', 'when', 'zone', 'item', 'minutes'],
        form: {
          title: 'An invitation',
          submit: 'Save',
          fields: ['name', 'by', 'when', 'zone'],
          opensIncomplete: true,
          opensWithout: ['by'],
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
      clue: {
        needs: { name: 'Which program is it?', clue: 'What was the clue?' },
        takes: ['note', 'on'],
        form: { title: 'A clue', submit: 'Note it', fields: ['name', 'clue', 'note', 'on'], opensIncomplete: true },
      },
      note: {
        needs: { name: 'Which program is it?', note: 'What shall I note?' },
        takes: ['item'],
        form: { title: 'A note', submit: 'Keep it', fields: ['name', 'note'], opensIncomplete: true },
      },
      mail: {
        needs: { mail: 'Which e-mail? Paste it as it came.' },
        takes: ['name', 'zone'],
        form: { title: 'Paste an e-mail', submit: 'Read it', fields: ['mail'], opensIncomplete: true },
      },
    },
    otherwise: { takes: ['name', 'item', 'act', 'type'] },
    implied: true,
  },
  async needsOwnZone(options, context) {
    if (options.do !== 'interview' && options.do !== 'invitation' && options.do !== 'offer') return false;
    const said = options.do === 'interview' ? options.when : options.by;
    // "In 48 hours" and "9 am ET" are the same moment on every clock.
    const isOnAClock = said?.at instanceof Temporal.PlainDateTime;
    return isOnAClock && !options.zone && (await zoneThere(options.name, context)) === undefined;
  },
  async run(options, context): Promise<Card> {
    switch (options.do) {
      case 'add':
        return saveProgram(options, context);
      case 'interview':
        return saveInterview(options, context);
      case 'invitation':
        return saveInvitation(options, context);
      case 'offer':
        return saveOffer(options, context);
      case 'clue':
        return saveClue(options, context);
      case 'note':
        return saveNote(options, context);
      case 'mail':
        return readMail(options, context);
    }
    const { name, item, act, type } = options;
    if (type) await context.notebook.changeProfile({ applicantType: type });
    if (item) {
      const { kind, id } = readItem(item);
      const handle = handlers[kind][act ?? 'show'] ?? gone('That is not possible any more.');
      return handle(id, context);
    }
    if (name) {
      const named = await namedProgram(name, context, {
        again: name => call('programs', { name }),
        otherwise: { label: 'No', call: call('programs') },
      });
      return 'blocks' in named ? named : showProgram(named.id, context);
    }
    return listPrograms(context);
  },
});

/** The zone that is known of the program, else the user's own, but never a guess. */
async function zoneOf(context: Context, { name = '' }: Record<string, string>): Promise<Record<string, string>> {
  const zone = (await zoneThere(name, context)) ?? context.user.zone;
  return zone ? { zone: zoneWords(zone) } : {};
}

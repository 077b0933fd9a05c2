import type { Card } from '../../core/cards/card.ts';
import { call, type RawOptions } from '../../core/commands/call.ts';
import { type Context, defineCommand } from '../../core/commands/command.ts';
import { zoneWords } from '../../domain/time/zones.ts';
import { gone } from '../people/find.ts';
import { saveClue } from './clueCards.ts';
import { saveDebrief } from './debriefCards.ts';
import { saveInterview } from './interviewCards.ts';
import { saveInvitation } from './invitationCards.ts';
import { handlers } from './itemHandlers.ts';
import { readMail } from './mailCard.ts';
import { namedProgram } from './namedProgram.ts';
import { saveNote } from './noteCards.ts';
import { saveOffer } from './offerCards.ts';
import { saveProgram } from './programEdits.ts';
import { readItem, zoneThere } from './programItems.ts';
import { listPrograms } from './programList.ts';
import { programOptions } from './programOptions.ts';
import { showProgram } from './programPage.ts';
import { openRankList } from './rankCards.ts';
import { saveSent } from './sentCards.ts';

export const programs = defineCommand({
  name: 'programs',
  description: 'Your programs: interviews, invitations, offers, clues, and who there could speak of you',
  audience: 'everyone',
  options: programOptions,
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
      debrief: {
        takes: ['name', 'wish', 'mood', 'flag', 'knew', 'line'],
        form: {
          title: 'Debrief',
          submit: 'Keep it',
          fields: ['wish', 'mood', 'flag', 'knew', 'line'],
          requires: ['wish'],
          opensWhere: isUndecided,
        },
      },
      sent: {
        needs: { name: 'Which program is it?' },
        takes: ['applied', 'signal'],
        form: {
          title: 'What you sent',
          submit: 'Note it',
          fields: ['name', 'signal', 'applied'],
          opensIncomplete: true,
        },
      },
      rank: {
        takes: ['name', 'market', 'beside', 'certify'],
        form: { title: 'Certify by', submit: 'Remind me', fields: ['certify'], requires: ['certify'] },
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
      case 'debrief':
        return saveDebrief(options, context);
      case 'sent':
        return saveSent(options, context);
      case 'rank':
        return openRankList(options, context);
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

/** A debrief that names its program and says nothing of it yet: its questions open. */
function isUndecided({ name, wish }: RawOptions): boolean {
  return Boolean(name?.trim()) && !wish?.trim();
}

/** The zone that is known of the program, else the user's own, but never a guess. */
async function zoneOf(context: Context, { name = '' }: Record<string, string>): Promise<Record<string, string>> {
  const zone = (await zoneThere(name, context)) ?? context.user.zone;
  return zone ? { zone: zoneWords(zone) } : {};
}

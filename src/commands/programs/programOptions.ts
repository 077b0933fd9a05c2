import { z } from 'zod';
import { option } from '../../core/commands/options.ts';
import { LONGEST_MAIL } from '../../domain/programs/invitationText.ts';
import { moods, rankWishes, redFlags, signalsSaid } from '../../domain/programs/programWords.ts';
import { applicantTypes, clueKinds, interviewKinds, markets, thankYous } from '../../domain/vocabulary.ts';
import { asked } from '../../domain/words/reading.ts';
import { acts } from './programItems.ts';

const doings = {
  list: { label: 'List' },
  add: { label: 'Add' },
  show: { label: 'Show' },
  interview: { label: 'Interview' },
  invitation: { label: 'Invitation' },
  offer: { label: 'Offer' },
  sent: { label: 'Applied, signaled' },
  debrief: { label: 'Debrief' },
  rank: { label: 'Rank list' },
  clue: { label: 'Clue' },
  note: { label: 'Note' },
  mail: { label: 'Paste an e-mail' },
};

/** A text that is too long for a name is a mail that was pasted, where a mail can be about what is done. */
const asMail = { into: 'mail', with: { do: 'mail' }, unless: ['sent', 'debrief', 'rank', 'clue', 'note'] };

/** What somebody sends is one thing, what comes back is another; buttons from before say one for the other. */
const noClue = asked(
  'A signal is what you send to a program. What comes back from one is a clue.',
  { label: 'Note a clue', words: 'clue' },
  { label: 'Note what I sent', words: 'sent' },
);

const hidden = (label: string) => ({ label, description: label, hidden: true });

/** What can be said of a program and of what is kept of it. */
export const programOptions = z.strictObject({
  name: option.program({ label: 'Program', description: 'The program’s name', overflow: asMail }).optional(),
  do: option
    .choice(
      {
        label: 'Do',
        description: 'List, add, show, sent, interview, invitation, offer, debrief, rank, clue, note, mail',
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
  applied: option.boolean(hidden('Did you apply there?')).optional(),
  signal: option
    .choice({ ...hidden('Did you send a preference signal?'), also: ['signaled', 'signalled'] }, signalsSaid)
    .optional(),
  beside: option.program({ ...hidden('Beside which other one?'), screened: false }).optional(),
  certify: option.date({ ...hidden('Certify it by which day?'), hint: 'Fri, Feb 26' }, 'ahead').optional(),
  wish: option.choice(hidden('Would you rank it?'), rankWishes).optional(),
  mood: option.choice(hidden('The residents’ mood'), moods).optional(),
  flag: option.choice(hidden('A red flag'), redFlags).optional(),
  knew: option.boolean(hidden('Did they know your name already?')).optional(),
  line: option
    .text({ ...hidden('One line for all of it'), hint: 'What you want to recall in February', screened: true }, 300)
    .optional(),
});

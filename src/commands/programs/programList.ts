import { bold } from '../../core/cards/bold.ts';
import { buttons, type Card, card } from '../../core/cards/card.ts';
import { call, formCall, selectCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import type { ProgramFacts } from '../../domain/notebook.ts';
import { listCard } from '../lists.ts';
import { aheadOf } from '../sending/agenda.ts';
import { about } from './programFacts.ts';
import { itemOf } from './programItems.ts';

/** All programs, the one with the next interview or deadline first. */
export async function listPrograms(context: Context): Promise<Card> {
  const [programs, ahead] = await Promise.all([context.notebook.programs.all(), aheadOf(context)]);
  if (programs.length === 0) return none();
  const key = ({ id, name }: ProgramFacts) => `${ahead.get(id)?.at ?? '9'} ${name.toLowerCase()}`;
  const sorted = programs.toSorted((one, other) => key(one).localeCompare(key(other)));
  const next = ahead.get(sorted[0]?.id ?? '');
  return listCard({
    title: 'Programs',
    answer: next ? `Next: ${sorted[0]?.name}, ${next.words}.` : 'No interview or deadline is ahead.',
    items: sorted,
    line: program => {
      const facts = about(program);
      const words = ahead.get(program.id)?.words;
      return `${bold(program.name)}${facts && ` (${facts})`}${words ? `: ${words}` : ''}`;
    },
    open: {
      placeholder: 'Open one',
      call: selectCall('programs', 'item'),
      label: ({ name }) => name,
      value: ({ id }) => itemOf('program', id),
    },
    call: call('programs'),
    page: context.page,
    rows: [
      { label: 'Add an interview', call: formCall('programs', { do: 'interview' }) },
      { label: 'Add a program', call: formCall('programs', { do: 'add' }) },
      { label: 'My rank list', call: call('programs', { do: 'rank' }) },
      { label: 'Network', call: call('network') },
    ],
  });
}

const none = (): Card =>
  card('No programs yet', {
    answer: 'Here you will see each program with its interviews, its deadlines, and who there could speak of you.',
    blocks: [
      { type: 'text', text: 'Which program do you hope to hear from first? A name is enough: “Lakeside IM”.' },
      ...buttons(
        { label: 'Add the first', call: formCall('programs', { do: 'add' }) },
        { label: 'Add an interview', call: formCall('programs', { do: 'interview' }) },
      ),
    ],
    footer: 'Only you see this.',
  });

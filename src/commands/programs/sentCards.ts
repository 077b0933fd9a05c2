import { buttons, type Card, card } from '../../core/cards/card.ts';
import { buttonLabel } from '../../core/cards/limits.ts';
import { call, formCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { networkFor } from '../../domain/network/network.ts';
import type { ProgramFacts } from '../../domain/notebook.ts';
import type { SignalSaid } from '../../domain/programs/programWords.ts';
import { sayCourse, signalGap } from '../../domain/programs/sent.ts';
import { capital } from '../../domain/words/sentences.ts';
import { loggedFacts } from '../facts.ts';
import { undoButton } from '../lists.ts';
import { itemCall, programToUse } from './programItems.ts';

interface Given {
  name: string;
  signal?: SignalSaid | undefined;
  applied?: boolean | undefined;
}

/** Notes what the user sent to a program, and sets it against the map. */
export async function saveSent({ name, signal, applied }: Given, context: Context): Promise<Card> {
  const { notebook } = context;
  const { program } = await programToUse(name, context);
  // Whoever signals a program applies there.
  const isSignaled = signal !== undefined && signal !== 'none';
  const { value, undoId } = await notebook.programs.change(program.id, {
    ...(signal && { signal: signal === 'none' ? null : signal }),
    ...((isSignaled || applied !== undefined) && { applied: applied ?? true }),
  });
  const [facts, invitations, interviews] = await Promise.all([
    loggedFacts(notebook),
    notebook.invitations.all(),
    notebook.interviews.all(),
  ]);
  const isHere = ({ programId }: { programId: string }) => programId === value.id;
  const invited = [...invitations, ...interviews].some(isHere);
  const { mended, scene } = facts;
  const network = networkFor(facts.people, facts.entries, { program: value, mended, scene });
  const gap = signalGap(value, network);
  const course = sayCourse({ ...value, invited, interviewed: false });
  return card('Noted', {
    answer: gap ?? `${value.name}: ${course || 'nothing sent'}. ${value.signal ? network.answer : ''}`.trim(),
    tone: gap ? 'neutral' : 'good',
    blocks: [
      ...(gap
        ? [
            {
              type: 'text',
              text: `${capital(course)}. One person who knows you and is heard there is enough to begin.`,
            } as const,
          ]
        : []),
      ...buttons(
        gap !== undefined && reachCall(value),
        { label: gap ? 'Who could be called' : 'The map there', call: call('network', { program: value.name }) },
        { label: buttonLabel(value.name), call: itemCall('program', value.id) },
        undoButton(undoId),
      ),
    ],
    footer: 'A signal is what you send. What comes back is a clue.',
  });
}

/** The one way to change it: somebody there who saw the user work. */
export const reachCall = ({ name }: Pick<ProgramFacts, 'name'>) => ({
  label: 'Log someone there',
  call: formCall('log', { where: name }),
});

import { buttons, type Card, card } from '../../core/cards/card.ts';
import { call } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { UserError } from '../../core/ports/errors.ts';
import type { ImportRead } from '../../exchange/import.ts';
import { type Answers, answersFromText, answersToText } from '../../exchange/questions.ts';
import { readFileApart } from '../../exchange/readFile.ts';
import { undoButton } from '../lists.ts';
import { countLines } from './countLines.ts';
import { detailsCard, eventCard, previewCard } from './importPreview.ts';

/** A file that waits for its import, and what was said about it. */
interface Kept {
  kept: string;
  sure?: 'yes' | 'all' | undefined;
  answers?: string | undefined;
  ask?: string | undefined;
  as?: string | undefined;
  show?: 'all' | undefined;
}

/** Shows what an import would do; nothing is written before the tap. */
export async function previewFile(file: string, context: Context): Promise<Card> {
  const read = await readIn(file, {}, context);
  // Kept once, for whichever button is tapped; it goes with its import, or after a day.
  const kept = await context.notebook.keepPendingCall(call('my-data', { file }));
  return preview(read, { kept }, {}, context);
}

/** The same once more, with what was answered since. */
export async function previewKept(given: Kept, context: Context): Promise<Card> {
  const answers = answersIn(given);
  const read = await readIn(await fileOf(given.kept, context), answers, context);
  return preview(read, given, answers, context);
}

async function preview(read: ImportRead, { kept, show }: Kept, answers: Answers, context: Context): Promise<Card> {
  const { adds, known } = await context.notebook.previewImport(read.rows);
  const shown = { read, would: countLines(adds), known, kept, answers: answersToText(answers) };
  if (read.event) return eventCard(shown, read.event);
  return show ? detailsCard(shown) : previewCard(shown);
}

export async function importKept(given: Kept, context: Context): Promise<Card> {
  const file = await fileOf(given.kept, context);
  const { rows } = await readIn(file, answersIn(given), context, given.sure === 'all');
  const { value, undoId } = await context.notebook.importAll(rows);
  await context.notebook.dropPendingCall(given.kept);
  const lines = countLines(value);
  if (lines.length === 0) throw new UserError('There was nothing new in that file.');
  return card('Imported', {
    answer: `Added: ${lines.join(', ')}.`,
    tone: 'good',
    blocks: buttons(
      value.Contact ? { label: 'People', call: call('people') } : { label: 'Programs', call: call('programs') },
      { label: 'Your data', call: call('my-data') },
      undoButton(undoId),
    ),
    footer: 'Undo works for ten minutes.',
  });
}

/** What was answered before, and now. */
function answersIn({ answers, ask, as }: Kept): Answers {
  const before = answersFromText(answers);
  return ask === undefined || as === undefined ? before : { ...before, [ask]: as };
}

/** @throws UserError where it is kept no more */
async function fileOf(kept: string, { notebook }: Context): Promise<string> {
  const { file } = (await notebook.pendingCall(kept))?.options ?? {};
  if (file === undefined) throw new UserError('That file is not kept any more. Choose it again.');
  return file;
}

async function readIn(file: string, answers: Answers, context: Context, confirmed = false): Promise<ImportRead> {
  const { notebook, zone, now } = context;
  const [known, programs, interviews] = await Promise.all([
    notebook.people.all(),
    notebook.programs.all(),
    notebook.interviews.all(),
  ]);
  const zoneOf = new Map(interviews.map(({ programId, zone }) => [programId, zone]));
  const zones = Object.fromEntries(
    programs.flatMap(({ id, name }) => {
      const known = zoneOf.get(id);
      return known === undefined ? [] : [[name, known] as const];
    }),
  );
  return readFileApart(file, {
    ...{ now, zone, zones, answers, confirmed },
    known: known.map(({ name, role, place }) => ({ name, role, place })),
  });
}

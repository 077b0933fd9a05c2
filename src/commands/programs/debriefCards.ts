import { type Block, buttons, type Card, card } from '../../core/cards/card.ts';
import { buttonLabel } from '../../core/cards/limits.ts';
import { type Call, call, formCall, selectCall } from '../../core/commands/call.ts';
import type { Context } from '../../core/commands/command.ts';
import { UserError } from '../../core/ports/errors.ts';
import type { ProgramFacts } from '../../domain/notebook.ts';
import { readClue } from '../../domain/programs/clues.ts';
import { sayDebrief } from '../../domain/programs/debriefs.ts';
import type { Mood, RankWish, RedFlag } from '../../domain/programs/programWords.ts';
import { undoButton } from '../lists.ts';
import { startOf } from '../sending/agenda.ts';
import { itemCall, programOf, programToUse } from './programItems.ts';

interface Given {
  name?: string | undefined;
  wish?: RankWish | undefined;
  mood?: Mood | undefined;
  flag?: RedFlag | undefined;
  knew?: boolean | undefined;
  line?: string | undefined;
}

/** Writes down how it was at a program; where none is named, asks which one it was. */
export async function saveDebrief(given: Given, context: Context): Promise<Card> {
  const { name, wish, mood, flag, knew, line } = given;
  if (!name) return whichProgram(context, given);
  if (!wish && !mood && !flag && knew === undefined && !line) throw nothingSaid();
  const { program } = await programToUse(name, context);
  const { value, undoId } = await context.notebook.debriefProgram(
    program.id,
    {
      wish: wish ?? null,
      mood: mood ?? null,
      redFlag: flag ?? null,
      knewName: knew ?? null,
      debrief: line ?? null,
      debriefedOn: program.debriefedOn ?? context.today,
    },
    // What comes back from a program is a clue: noted once, however often the debrief is changed.
    knew === true && program.knewName !== true
      ? { programId: program.id, kind: 'knew-name', note: null, day: context.today }
      : null,
  );
  return debriefCard(value, context, program.debriefedOn ? 'Changed' : 'Debriefed', undoId);
}

const nothingSaid = (): UserError =>
  new UserError(
    'A debrief says at least one thing: would you rank it (yes, maybe, no), the residents’ mood, a red flag, whether they knew your name, or one line.',
    { wish: 'Yes, maybe or no.' },
  );

export async function showDebrief(id: string, context: Context): Promise<Card> {
  const program = await programOf(id, context);
  return debriefCard(program, context, `${program.name}, your debrief`);
}

export async function removeDebrief(id: string, { notebook }: Context): Promise<Card> {
  const nothing = { wish: null, mood: null, redFlag: null, knewName: null, debrief: null, debriefedOn: null };
  const { value, undoId } = await notebook.debriefProgram(id, nothing, null);
  return card('Removed', {
    answer: `Your debrief of ${value.name} is removed. A clue that came with it stays.`,
    blocks: buttons({ label: buttonLabel(value.name), call: itemCall('program', id) }, undoButton(undoId)),
    footer: 'Undo works for ten minutes.',
  });
}

/** The form of a debrief, filled in as it is: its program is known, so that five fields are left. */
export const debriefCall = ({ name, wish, mood, redFlag, knewName, debrief }: ProgramFacts): Call =>
  formCall('programs', {
    do: 'debrief',
    name,
    ...(wish && { wish }),
    ...(mood && { mood }),
    ...(redFlag && { flag: redFlag }),
    ...(knewName !== null && { knew: knewName ? 'yes' : 'no' }),
    ...(debrief && { line: debrief }),
  });

function debriefCard(program: ProgramFacts, { user }: Context, title: string, undoId?: string): Card {
  const { id, name, debrief, knewName, redFlag, market } = program;
  if (!program.debriefedOn)
    return card(`${name}, not debriefed yet`, {
      answer: 'Five quick questions while the day is fresh. Thirty seconds now are worth an hour in February.',
      blocks: buttons(
        { label: 'Debrief', call: debriefCall(program) },
        { label: buttonLabel(name), call: itemCall('program', id) },
      ),
    });
  const meaning = readClue('knew-name', user.applicantType ?? 'graduate', market ?? 'unknown');
  return card(title, {
    answer: `${name}: ${sayDebrief(program)}.`,
    tone: undoId ? 'good' : 'neutral',
    blocks: [
      ...(debrief ? [{ type: 'quote', text: debrief } as const] : []),
      ...(knewName ? text(`They knew your name: noted as a clue. ${meaning.howWeak}`) : []),
      ...(redFlag === 'serious'
        ? text('A serious flag is worth a second view: ask a resident there, or a mentor who knows the place.')
        : []),
      ...buttons(
        market === 'outside'
          ? { label: 'Who knows the place', call: call('network', { program: name }) }
          : { label: 'On my rank list', call: call('programs', { do: 'rank', name }) },
        { label: 'Edit', call: debriefCall(program) },
        { label: 'Remove it', call: itemCall('debrief', id, 'remove') },
        undoId ? undoButton(undoId) : { label: buttonLabel(name), call: itemCall('program', id) },
      ),
    ],
    footer: undoId ? 'Undo works for ten minutes.' : 'Your own words. No program sees them.',
  });
}

const text = (words: string): Block[] => [{ type: 'text', text: words }];

/** As many as a menu is read through in a glance. */
const MOST = 10;

/** The programs that were seen, the last one first; all others where none was. */
async function whichProgram({ notebook, now }: Context, { wish, mood, flag, line }: Given): Promise<Card> {
  const [programs, interviews] = await Promise.all([notebook.programs.all(), notebook.interviews.all()]);
  const seen = interviews
    .filter(interview => Temporal.Instant.compare(startOf(interview), now) <= 0)
    .toSorted((one, other) => Temporal.Instant.compare(startOf(other), startOf(one)))
    .map(({ programId }) => programId);
  const named = [...new Set([...seen, ...programs.map(({ id }) => id)])]
    .flatMap(id => programs.find(program => program.id === id) ?? [])
    .slice(0, MOST);
  const given = { do: 'debrief', ...(wish && { wish }), ...(mood && { mood }), ...(flag && { flag }), line } as const;
  return card('Which program was it?', {
    answer: named.length > 0 ? 'Pick it, and five quick questions open.' : 'No program is in your list yet.',
    blocks:
      named.length > 0
        ? [
            {
              type: 'select',
              placeholder: 'The program',
              call: { ...selectCall('programs', 'name', given), form: true },
              choices: named.map(({ name }) => ({ value: name, label: buttonLabel(name) })),
            },
          ]
        : buttons({ label: 'Add a program', call: formCall('programs', { do: 'add' }) }),
    footer: 'Nothing was saved.',
  });
}

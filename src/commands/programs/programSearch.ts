import { bold } from '../../core/cards/bold.ts';
import { type Block, buttons } from '../../core/cards/card.ts';
import { clip } from '../../core/cards/clip.ts';
import { buttonLabel } from '../../core/cards/limits.ts';
import type { Context } from '../../core/commands/command.ts';
import type { Clue, ProgramFacts } from '../../domain/notebook.ts';
import { sayDebrief } from '../../domain/programs/debriefs.ts';
import { itemCall } from './programItems.ts';

/** As many as still leave the entries in sight. */
const MOST = 3;
const SHOWN = 120;

interface Asked {
  words?: string | undefined;
  place?: string | undefined;
}

/** What was written down of programs that has these words: debriefs, notes and clues; nothing where none was asked for. */
export async function programsWith({ words, place }: Asked, { notebook }: Context): Promise<Block[]> {
  const wanted = `${words ?? ''} ${place ?? ''}`.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const [programs, clues] = await Promise.all([notebook.programs.all(), notebook.clues.all()]);
  const found = programs
    .map(program => ({ program, texts: writtenOf(program, clues) }))
    .filter(({ texts }) => texts.length > 0)
    .map(({ program, texts }) => ({ program, texts, all: [program.name, ...texts].join(' ').toLowerCase() }))
    .filter(({ all }) => wanted.every(word => all.includes(word)))
    .slice(0, MOST);
  if (found.length === 0) return [];
  return [
    { type: 'text', text: bold('In your programs') },
    { type: 'list', items: found.map(({ program, texts }) => `${program.name}: ${clip(texts.join(' / '), SHOWN)}`) },
    ...buttons(
      ...found.map(({ program: { id, name } }) => ({ label: buttonLabel(name), call: itemCall('program', id) })),
    ),
  ];
}

function writtenOf(program: ProgramFacts, clues: readonly Clue[]): string[] {
  const { id, debriefedOn, debrief, note } = program;
  const theirs = clues.filter(({ programId }) => programId === id).map(clue => clue.note);
  return [debriefedOn ? sayDebrief(program) : '', debrief ?? '', note ?? '', ...theirs].flatMap(text => text || []);
}

import { clip } from '../../core/cards/clip.ts';
import { type Role, roles } from '../../domain/vocabulary.ts';
import { textOf } from '../file/table.ts';
import type { Answers } from '../questions.ts';
import { type ChoiceWords, understandWords } from './choiceWords.ts';
import { nameFrom, type ReadName } from './names.ts';
import { nothingRead, type Reading, type RowCells, type RowsRead, rowCells, tooLong } from './reading.ts';
import type { Shape } from './shape.ts';
import { titleIn } from './titles.ts';

/** Rows of people. */
export function readPeople(shape: Shape, { answers, ids }: Reading): RowsRead {
  const words = roleWords(textsUnder(shape, 'role'), answers);
  const read = { ...nothingRead(), questions: words.questions };
  for (const row of shape.rows) {
    const cells = rowCells(shape, row);
    const { where, text } = cells;
    const named = nameIn(cells, shape);
    const wrong = tooLong(cells) ?? (named.name === '' ? nobody(text('place')) : undefined);
    if (wrong) read.mistakes.push(`${where}: ${wrong}`);
    else read.pieces.push({ where, tables: { Contact: [personOf(cells, named, words, ids)] } });
  }
  return read;
}

const nobody = (place: string): string =>
  place === '' ? 'nobody is named' : `nobody is named, only "${clip(place, 40)}"`;

/** The words for roles in a column, each asked about once where it is none that is known. */
export const roleWords = (texts: readonly string[], answers: Answers): ChoiceWords<Role> =>
  understandWords(texts, {
    topic: 'role',
    list: roles,
    read: titleIn,
    ask: (word, rows) => `What is "${word}" (${rows})? Until you say, it comes in as someone else.`,
    waits: false,
    answers,
  });

export const textsUnder = ({ columns, rows }: Shape, meaning: keyof Shape['columns']): string[] => {
  const index = columns[meaning]?.index ?? -1;
  return rows.map(({ cells }) => textOf(cells[index]));
};

/** Who a row names; what they are, where the name or the head above it says so. */
export function nameIn({ text }: RowCells, { columns }: Shape): ReadName {
  const { name, role = columns.name?.role } = nameFrom({
    ...{ whole: text('name'), prefix: text('prefix'), suffix: text('suffix') },
    ...{ first: text('first'), middle: text('middle'), last: text('last') },
  });
  return { name, role };
}

/** A row of the people's table. `isTheirs`: its place is where they work, and tells two of a name apart. */
export function personOf(
  { text }: Pick<RowCells, 'text'>,
  { name, role: ofName }: ReadName,
  words: ChoiceWords<Role>,
  ids: Reading['ids'],
  isTheirs = true,
) {
  const role = words.of(text('role')) ?? ofName ?? 'other';
  const place = text('place') || null;
  const knownAt = text('knownAt')
    .split(/[;,]/)
    .map(one => one.trim())
    .filter(Boolean);
  return { id: ids.person(name, role, isTheirs ? place : null), name, role, place, knownAt };
}

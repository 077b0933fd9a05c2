import { clip } from '../../core/cards/clip.ts';
import { type Role, roles } from '../../domain/vocabulary.ts';
import { textOf } from '../file/table.ts';
import type { Answers } from '../questions.ts';
import { type ChoiceWords, understandWords } from './choiceWords.ts';
import { nameFrom, type ReadName } from './names.ts';
import { nothingRead, type Reading, type RowCells, type RowsRead, rowCells, tooLong } from './reading.ts';
import type { Shape } from './shape.ts';
import { titleIn } from './titles.ts';
import { isUnsaid, NO, YES } from './words.ts';

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
    else {
      const letter = letterIn(text('letter'));
      if (letter === undefined) read.noted.push(`${where}: "${clip(text('letter'), 40)}" is neither yes nor no`);
      const person = personOf(cells, named, words, ids);
      read.pieces.push({ where, tables: { Contact: [{ ...person, letter: letter === true }] } });
    }
  }
  return read;
}

const nobody = (place: string): string =>
  place === '' ? 'nobody is named' : `nobody is named, only "${clip(place, 40)}"`;

/** What trackers write of a letter that is sure, and of one that is not yet. */
const WRITES =
  /^(?:agreed|submitted|uploaded|received|writing|done|in|sent|complete(?:d)?|confirmed|will(?: write)?|✅)$/;
const WRITES_NOT = /^(?:declined|asked|requested|not yet|maybe|to ask|will ask|waiting|need to ask)$/;

/** Whether they write one; null where nothing is said, undefined where what is said is neither. */
function letterIn(text: string): boolean | null | undefined {
  const said = text.trim().toLowerCase();
  if (isUnsaid(said) && said !== 'none') return null;
  if (YES.has(said) || WRITES.test(said)) return true;
  return NO.has(said) || said === 'none' || WRITES_NOT.test(said) ? false : undefined;
}

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
  const id = ids.person(name, role, isTheirs ? place : null);
  return { id, name, role, place, knownAt: placesIn(text('knownAt')), trainedAt: placesIn(text('trainedAt')) };
}

const placesIn = (text: string): string[] =>
  text
    .split(/[;,]/)
    .map(one => one.trim())
    .filter(one => !isUnsaid(one));

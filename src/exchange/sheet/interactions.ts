import { clip } from '../../core/cards/clip.ts';
import { readChoices, spokenOf } from '../../core/commands/choices.ts';
import { dimensions, keysOf, stances } from '../../domain/vocabulary.ts';
import { understandWords } from './choiceWords.ts';
import { understandDays } from './days.ts';
import { nameIn, personOf, roleWords, textsUnder } from './people.ts';
import { daysAs, nothingRead, type Reading, type RowsRead, rowCells, tooLong } from './reading.ts';
import type { Shape } from './shape.ts';
import { dimensionIn, stanceIn } from './words.ts';

/** Rows of interactions: who would say what, and since when. */
export function readInteractions(shape: Shape, { clock, answers, ids }: Reading): RowsRead {
  const today = clock.now.toZonedDateTimeISO(clock.zone).toPlainDate();
  const { head = '', index = -1, order } = shape.columns.day ?? {};
  const cells = shape.rows.map(row => row.cells[index] ?? '');
  const days = understandDays([{ head, side: 'behind', cells, isWorkbook: shape.isWorkbook, order }], clock, answers);
  const titles = roleWords(textsUnder(shape, 'role'), answers);
  const tones = understandWords(textsUnder(shape, 'they'), {
    topic: 'they',
    list: stances,
    read: stanceIn,
    ask: (word, rows) => `"${word}" (${rows}): what would they say about you?`,
    waits: true,
    answers,
  });
  const questions = [...days.questions, ...tones.questions, ...titles.questions];
  const read: RowsRead = { ...nothingRead(), questions, days: daysAs(days.columns[0]) };

  for (const row of shape.rows) {
    const of = rowCells(shape, row);
    const { where, text, cell } = of;
    const not = (why: string) => void read.mistakes.push(`${where}: ${why}`);
    const named = nameIn(of, shape);
    const wrong = tooLong(of) ?? (named.name === '' ? 'nobody is named' : undefined);
    if (wrong) {
      not(wrong);
      continue;
    }
    const stance = tones.of(text('they'));
    const day = cell('day') === '' ? undefined : days.columns[0]?.read(cell('day'));
    const [worry, about] = [dimensionIn(text('worry')), dimensionsIn(text('about'))];
    if (text('they') === '') not('nothing says what they would say');
    else if (!stance) read.waiting.push(`${where}: "${clip(text('they'), 40)}" may mean several things`);
    else if (!day) not('no day is said');
    else if (day.outcome === 'asked') read.waiting.push(`${where}: "${clip(text('day'), 40)}" can be read two ways`);
    else if (day.outcome === 'refused') not(day.because);
    else if (Temporal.PlainDate.compare(day.value.day, today) > 0) not(`"${clip(text('day'))}" has not come yet`);
    else if (text('worry') !== '' && worry.outcome !== 'understood') not(noneOf(text('worry')));
    else if (!about) not(noneOf(text('about')));
    else {
      const person = personOf(of, named, titles, ids, false);
      const entry = {
        id: ids.other('entry', where),
        contactId: person.id,
        stance,
        worry: worry.outcome === 'understood' ? worry.value : null,
        dimensions: about,
        sentence: text('sentence') || null,
        place: text('place') || null,
        day: day.value.day.toString(),
        loggedAt: clock.now.toString({ smallestUnit: 'millisecond' }),
      };
      read.pieces.push({ where, tables: { Contact: [person], LogEntry: [entry] } });
    }
  }
  return read;
}

const noneOf = (given: string): string => `"${clip(given)}" is none of: ${keysOf(dimensions).join(', ')}`;

const dimensionsIn = (text: string): string[] | undefined =>
  text === '' ? [] : readChoices({ choices: spokenOf(dimensions) }, text.replaceAll(';', ','));

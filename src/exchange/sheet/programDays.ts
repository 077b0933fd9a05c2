import type { Reading as Read } from '../../domain/words/reading.ts';
import type { Cell } from '../file/table.ts';
import type { Question } from '../questions.ts';
import { type DayCells, understandDays } from './days.ts';
import type { Reading, RowsRead } from './reading.ts';
import type { LeftOut, Shape } from './shape.ts';
import { isUnsaid, type SaidMoment } from './words.ts';

/** The columns of a table of programs that hold days, with the side on which each lies. */
const SIDES = { day: 'ahead', invited: 'behind', replyBy: 'ahead' } as const;
type Dated = keyof typeof SIDES;

/** Days in their columns; undefined where a row says none, or its column holds none at all. */
export interface ProgramDays {
  read(column: Dated, cell: Cell): Read<SaidMoment> | undefined;
  questions: Question[];
  leftOut: LeftOut[];
  days: RowsRead['days'];
}

/** Reads the days of a table of programs together: what proves the order of one column speaks for the others. */
export function readProgramDays({ rows, columns, isWorkbook }: Shape, { clock, answers }: Reading): ProgramDays {
  const present = (Object.keys(SIDES) as Dated[]).flatMap(meaning => {
    const column = columns[meaning];
    return column ? [{ ...column, meaning }] : [];
  });
  const given = present.map(({ meaning, index, head, order }): DayCells => {
    const cells = rows.map(row => row.cells[index] ?? '').filter(cell => !isUnsaid(cell));
    return { head, side: SIDES[meaning], cells, isWorkbook, order };
  });
  const understood = understandDays(given, clock, answers);
  // A column in which there is no day at all is another matter than a day that cannot be read.
  const ofDays = new Map(
    present.flatMap(({ meaning }, at) => {
      const column = understood.columns[at];
      const isOfDays = given[at]?.cells.some(cell => column?.read(cell).outcome !== 'refused');
      return column && isOfDays ? [[meaning, column] as const] : [];
    }),
  );
  // "Yes" under "Invited" says something too.
  const empty = present.filter(({ meaning }) => !ofDays.has(meaning) && meaning !== 'invited');
  const ordered = [...ofDays.values()].find(({ order }) => order);
  return {
    read: (column, cell) => (isUnsaid(cell) ? undefined : ofDays.get(column)?.read(cell)),
    questions: ofDays.size > 0 ? understood.questions : [],
    leftOut: empty.map(({ head }) => ({ head, why: 'there is no day in it' })),
    days: ordered?.order && { order: ordered.order, isProven: ordered.isProven },
  };
}

import { clip } from '../core/cards/clip.ts';
import { readChoice, readChoices, spokenOf } from '../core/commands/choices.ts';
import type { Columns, Sheet } from '../domain/entities/entity.ts';
import { entities } from '../domain/notebook.ts';
import { readDay, readTime } from '../domain/time/readDay.ts';
import { readZone } from '../domain/time/zones.ts';
import {
  dimensions,
  interviewKinds,
  keysOf,
  markets,
  roles,
  schools,
  stances,
  thankYous,
} from '../domain/vocabulary.ts';
import type { Tables } from './screenRows.ts';

/** What the words of a file are read against. */
export interface Reading {
  now: Temporal.Instant;
  zone: string;
  /** The id that everybody of this name has in the file, people and programs apart. */
  idOf(kind: 'who' | 'program', name: string): string;
}

/** The cell under a head of this meaning; '' where there is none. */
type Cell = (meaning: string) => string;

interface SheetKind {
  needs: readonly string[];
  /** What the row says, or in a few words what is wrong with it. */
  read(cell: Cell, id: string, reading: Reading): Tables | string;
}

/** Heads that mean the same, in any case. */
const HEADS: Record<string, readonly string[]> = {
  who: ['who', 'person', 'name', 'contact'],
  name: ['name', 'who', 'person', 'contact'],
  they: ['they', 'what they would say', 'tone', 'stance'],
  day: ['day', 'date', 'when'],
  role: ['role', 'title', 'position'],
  place: ['place', 'where', 'hospital', 'institution'],
  sentence: ['sentence', 'note', 'notes', 'comment'],
  about: ['about', 'dimensions'],
  program: ['program', 'programme'],
  time: ['time', 'start', 'hour'],
  zone: ['zone', 'time zone', 'timezone'],
  kind: ['kind', 'type'],
};

/** As much as a form takes. */
const LONGEST: Readonly<Record<string, number>> = { who: 80, program: 80, place: 80, specialty: 60, sentence: 1000 };

/** What is longer in a row than a form would take, in a few words. */
export function tooLong(cell: Cell): string | undefined {
  const [found] = Object.entries(LONGEST).filter(([meaning, most]) => cell(meaning).length > most);
  return found && `"${clip(cell(found[0]), 30)}" has more than ${found[1].toLocaleString('en-US')} characters`;
}

/** The column of a meaning, where there is one. */
export const columnOf = (columns: readonly string[], meaning: string): string | undefined =>
  (HEADS[meaning] ?? [meaning]).find(head => columns.includes(head));

/** The kinds of spreadsheet that are read; the first whose heads are all there is meant. */
export const sheetKinds: readonly SheetKind[] = [
  {
    needs: ['who', 'they', 'day'],
    read(cell, id, { now, zone, idOf }) {
      const [who, they, day] = [cell('who'), keyOf(stances, cell('they')), readDay(cell('day'), now, zone)];
      const [worry, about] = [keyOf(dimensions, cell('worry')), keysIn(dimensions, cell('about'))];
      if (!who) return 'nobody is named';
      if (!they) return `"${clip(cell('they'))}" is none of: ${keysOf(stances).join(', ')}`;
      if (!day) return `"${clip(cell('day'))}" is no day`;
      if (Temporal.PlainDate.compare(day, now.toZonedDateTimeISO(zone).toPlainDate()) > 0)
        return `"${clip(cell('day'))}" has not come yet`;
      if (cell('worry') && !worry) return noneOf(cell('worry'));
      if (cell('about') && !about) return noneOf(cell('about'));
      return {
        Contact: [person(cell, idOf('who', who), who)],
        LogEntry: [
          {
            id,
            contactId: idOf('who', who),
            stance: they,
            worry: worry ?? null,
            dimensions: about ?? [],
            ...textsOf(entities.LogEntry, cell),
            day: day.toString(),
            loggedAt: now.toString({ smallestUnit: 'millisecond' }),
          },
        ],
      };
    },
  },
  {
    needs: ['program', 'day', 'time'],
    read(cell, id, { now, zone, idOf }) {
      const [program, day] = [cell('program'), readDay(cell('day'), now, zone)];
      const time = day && readTime(`${day} ${cell('time')}`, now, zone);
      const place = cell('zone') ? readZone(cell('zone')) : zone;
      if (!program) return 'no program is named';
      if (!day) return `"${clip(cell('day'))}" is no day`;
      if (!(time instanceof Temporal.PlainDateTime))
        return `"${clip(cell('time'))}" is no time such as 14:30 or 2:30 pm`;
      if (!place) return `"${clip(cell('zone'))}" is no time zone`;
      return {
        Program: [{ id: idOf('program', program), name: program }],
        Interview: [
          {
            id,
            programId: idOf('program', program),
            kind: keyOf(interviewKinds, cell('kind')) ?? 'interview',
            day: day.toString(),
            time: time.toPlainTime().toString(),
            zone: place,
            followUpSentOn: null,
          },
        ],
      };
    },
  },
  {
    needs: ['name', 'specialty'],
    read(cell, _, { idOf }) {
      if (!cell('name')) return 'no program is named';
      return {
        Program: [
          {
            id: idOf('program', cell('name')),
            name: cell('name'),
            ...textsOf(entities.Program, cell),
            market: keyOf(markets, cell('market')) ?? null,
            school: keyOf(schools, cell('school')) ?? null,
            rotated: cell('rotated').toLowerCase() === 'yes',
            thankYou: keyOf(thankYous, cell('thank-you notes')) ?? 'unknown',
          },
        ],
      };
    },
  },
  {
    needs: ['name'],
    read: (cell, _, { idOf }) =>
      cell('name') ? { Contact: [person(cell, idOf('who', cell('name')), cell('name'))] } : 'nobody is named',
  },
];

const person = (cell: Cell, id: string, name: string) => ({
  id,
  name,
  role: keyOf(roles, cell('role')) ?? 'other',
  ...textsOf(entities.Contact, cell),
  knownAt: cell('knows somebody at')
    .split(/[;,]/)
    .map(one => one.trim())
    .filter(Boolean),
});

/** The texts that a thing may have, under the heads by which an export writes them. */
const textsOf = ({ columns, sheet }: { columns: Columns; sheet?: Sheet<never> }, cell: Cell) =>
  Object.fromEntries(
    Object.entries<string>(sheet?.heads ?? {})
      .filter(([, column]) => columns[column]?.encrypted && columns[column].type.safeParse(null).data === null)
      .map(([head, column]) => [column, cell(head) || null]),
  );

const noneOf = (given: string): string => `"${clip(given)}" is none of: ${keysOf(dimensions).join(', ')}`;

type Labels = Parameters<typeof spokenOf>[0];
const keyOf = <List extends Labels>(list: List, given: string) =>
  given ? keysOf(list).find(key => key === readChoice({ choices: spokenOf(list) }, given)) : undefined;
const keysIn = (list: Labels, given: string) => (given ? readChoices({ choices: spokenOf(list) }, given) : undefined);

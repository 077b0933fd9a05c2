import { clip } from '../core/cards/clip.ts';
import { forYou } from '../domain/time/bothClocks.ts';
import { formatClock, formatDay, formatMoment } from '../domain/time/localTime.ts';
import { shortZone } from '../domain/time/zoneNames.ts';
import { type InterviewKind, interviewKinds, keyIn, roles, roleWord, stances } from '../domain/vocabulary.ts';
import { parts } from '../domain/words/sentences.ts';
import type { Tables } from './screenRows.ts';

type Row = Tables[string][number];

const MOST = 3;
/** What says the most of a file goes first. */
const ORDER = ['LogEntry', 'Interview', 'Invitation', 'Contact', 'Program'] as const;

/** Three rows as they will be stored, days in words: one of each kind, then more of the first. */
export function samplesOf(tables: Tables, zone: string): string[] {
  const say = sayers(tables, zone);
  const lists = ORDER.map(table => (tables[table] ?? []).slice(0, MOST).map(row => clip(say[table](row), 160)));
  const firsts = lists.flatMap(([first]) => (first === undefined ? [] : [first]));
  const more = lists.flatMap(list => list.slice(1));
  return [...firsts, ...more].slice(0, MOST);
}

/** The interviews that lie behind, in words. */
export function pastOf(tables: Tables, now: Temporal.Instant, zone: string): string[] {
  const say = sayers(tables, zone);
  return (tables.Interview ?? [])
    .filter(row => {
      const start = startOf(row);
      return start && Temporal.Instant.compare(start, now) < 0;
    })
    .map(row => say.Interview(row));
}

function sayers(tables: Tables, zone: string): Record<(typeof ORDER)[number], (row: Row) => string> {
  const namesOf = (table: string) => new Map((tables[table] ?? []).map(({ id, name }) => [id, String(name)]));
  const [people, programs] = [namesOf('Contact'), namesOf('Program')];
  return {
    LogEntry: ({ contactId, stance, day, sentence }) =>
      parts(
        people.get(contactId),
        stances[keyIn(stances, String(stance)) ?? 'little'].phrase,
        dayText(day),
        typeof sentence === 'string' ? `"${clip(sentence, 50)}"` : null,
      ),
    Interview: row =>
      parts(
        programs.get(row.programId),
        kindWord(row.kind),
        momentText(row, zone),
        row.minutes ? `${row.minutes} minutes` : null,
      ),
    Invitation: ({ programId, state, receivedAt, replyBy, zone: there }) =>
      parts(
        programs.get(programId),
        `invitation (${state})`,
        receivedAt ? `received ${instantText(receivedAt, there)}` : null,
        replyBy ? `answer by ${instantText(replyBy, there)}` : null,
      ),
    Contact: ({ name, role, place }) =>
      parts(
        String(name),
        roleWord(keyIn(roles, String(role)) ?? 'other') || 'someone else',
        place ? String(place) : null,
      ),
    Program: ({ name, specialty }) => parts(String(name), 'a program', specialty ? String(specialty) : null),
  };
}

const kindWord = (kind: unknown): string =>
  interviewKinds[(keyIn(interviewKinds, String(kind)) ?? 'interview') satisfies InterviewKind].label;

const dayText = (day: unknown): string => {
  try {
    return formatDay(Temporal.PlainDate.from(String(day)));
  } catch {
    return String(day);
  }
};

/** "Tue, Nov 3, 5 PM CT". */
function instantText(at: unknown, zone: unknown): string {
  try {
    return formatMoment(Temporal.Instant.from(String(at)), String(zone));
  } catch {
    return String(at);
  }
}

function startOf({ day, time, zone }: Row): Temporal.Instant | undefined {
  try {
    return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(String(zone)).toInstant();
  } catch {
    return undefined;
  }
}

/** Its day and hour there, and the hour for the member where it is another. */
function momentText(row: Row, own: string): string {
  const there = String(row.zone);
  const start = startOf(row);
  if (!start) return dayText(row.day);
  const local = start.toZonedDateTimeISO(there);
  const said = `${formatDay(local.toPlainDate())}, ${formatClock(local.toPlainTime())} ${shortZone(start, there)}`;
  return `${said}${forYou(start, there, own, formatDay)}`;
}

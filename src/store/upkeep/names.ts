import { basename, dirname, join } from 'node:path';

/** A moment in a file's name: `2026-11-28T15-04-05Z`. */
export const stampOf = (now: Temporal.Instant): string => now.toString({ smallestUnit: 'second' }).replaceAll(':', '-');

/** Where copies of a database lie, unless the operator says otherwise. */
export const copiesFolder = (database: string, given: string | undefined): string =>
  given ?? join(dirname(database), 'backups');

const nameOf = (database: string): string => basename(database).replace(/\.(db|sqlite3?)$/, '');

/** The copy that somebody asked for. */
export const copyName = (database: string, now: Temporal.Instant): string => `${nameOf(database)}-${stampOf(now)}.db`;

/** The copies that are made by themselves are told from others by their names, by which they go again. */
export const dailyName = (database: string, day: Temporal.PlainDate): string => `${nameOf(database)}-daily-${day}.db`;

/** The day of such a copy, or of a draft of one; undefined for any other file. */
export function dayOfDaily(database: string, file: string): Temporal.PlainDate | undefined {
  const start = `${nameOf(database)}-daily-`;
  const day = file.startsWith(start) ? file.slice(start.length, start.length + 10) : '';
  return /^\d{4}-\d\d-\d\d$/.test(day) && /^\.db(\.partial)?$/.test(file.slice(start.length + 10))
    ? Temporal.PlainDate.from(day)
    : undefined;
}

import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../../core/ports/errors.ts';
import { sqlitePath } from '../driver/url.ts';
import { copySqlite } from './copySqlite.ts';
import { copiesFolder, dailyName, dayOfDaily } from './names.ts';

interface DailyParts {
  /** The database's file. */
  database: string;
  folder: string;
  /** How many days' copies are kept; 0: none is made. */
  days: number;
  /** Told in one sentence where a day's copy could not be made, once until one could. */
  announce(line: string): void;
}

export interface DailyCopies {
  /** Begins the day's copy where it is not there yet, and waits for nothing. */
  look(now: Temporal.Instant): void;
  /** Ends when no copy is being made. */
  idle(): Promise<void>;
}

/** As the settings say; PostgreSQL has tools of its own for that. */
export function dailyCopiesFor(
  config: { databaseUrl: string; backupDir: string | undefined; backupDays: number },
  announce: (line: string) => void,
): DailyCopies {
  const database = sqlitePath(config.databaseUrl);
  return database === undefined
    ? { look: () => {}, idle: async () => {} }
    : createDailyCopies({
        database,
        folder: copiesFolder(database, config.backupDir),
        days: config.backupDays,
        announce,
      });
}

/** A copy a day, by UTC, and as many as are kept: what lies longer goes. */
export function createDailyCopies({ database, folder, days, announce }: DailyParts): DailyCopies {
  let making: Promise<void> | undefined;
  let said: string | undefined;

  async function make(day: Temporal.PlainDate): Promise<void> {
    try {
      await copySqlite(database, join(folder, dailyName(database, day)));
      said = undefined;
      removeBefore(day.subtract({ days: days - 1 }));
    } catch (error) {
      const why = error instanceof StartError ? error.message : 'It failed for an unknown reason.';
      if (why !== said) announce(`Today's copy of the database was not made, and is tried again every hour. ${why}`);
      said = why;
    }
  }

  /** Not before a newer one is there: of a bot that can make none, the last one stays. */
  function removeBefore(first: Temporal.PlainDate): void {
    for (const file of readdirSync(folder)) {
      const day = dayOfDaily(database, file);
      if (day && Temporal.PlainDate.compare(day, first) < 0) rmSync(join(folder, file), { force: true });
    }
  }

  return {
    look(now) {
      const day = now.toZonedDateTimeISO('UTC').toPlainDate();
      if (days === 0 || making || existsSync(join(folder, dailyName(database, day)))) return;
      making = make(day).finally(() => {
        making = undefined;
      });
    },
    idle: async () => making,
  };
}

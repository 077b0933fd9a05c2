import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.ts';
import { type Running, start } from '../../src/start.ts';
import { content } from './content.ts';

/** A time that passes when a test says so. */
export interface MovableClock {
  (): Temporal.Instant;
  /** Moves to a moment given with its zone: `2026-10-19T09:01[America/Chicago]`. */
  moveTo(moment: string): void;
  pass(duration: Temporal.DurationLike): void;
}

export function movableClock(start: string): MovableClock {
  let now = Temporal.ZonedDateTime.from(start).toInstant();
  return Object.assign(() => now, {
    moveTo: (moment: string) => {
      now = Temporal.ZonedDateTime.from(moment).toInstant();
    },
    pass: (duration: Temporal.DurationLike) => {
      now = now.add(duration);
    },
  });
}

export interface Bot extends Running {
  /** The lines that the operator sees. */
  lines: string[];
  folder: string;
  /** Stops, and starts again on the same database. */
  restart(): Promise<Bot>;
  /** Stops and forgets everything. */
  remove(): Promise<void>;
}

/** The whole bot on a database of its own, in this process, with the environment that an operator would set. */
export async function startBot(
  environment: Record<string, string | undefined>,
  clock: MovableClock,
  folder = mkdtempSync(join(tmpdir(), 'backchannel-test-')),
): Promise<Bot> {
  const lines: string[] = [];
  const config = readConfig({
    DATABASE_URL: `file:${join(folder, 'backchannel.db')}`,
    PORT: '0',
    TICK_SECONDS: '1',
    LOG_LEVEL: 'error',
    BACKUP_DAYS: '0',
    ...environment,
  });
  const running = await start(config, {
    clock,
    announce: line => lines.push(line),
    ...(config.contentDir === undefined && { content }),
  });
  return {
    ...running,
    lines,
    folder,
    async restart() {
      await running.stop();
      return startBot(environment, clock, folder);
    },
    async remove() {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

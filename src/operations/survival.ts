import type { Counters } from '../core/runtime/counters.ts';
import { errorName, framesOf } from './errorName.ts';

/** An error that nothing caught: a promise that was left alone, or an exception out of a callback. */
export interface Stray {
  kind: 'rejection' | 'exception';
  error: unknown;
}

/** More in a minute, and something is broken that will not mend by itself. */
const MOST_A_MINUTE = 100;
const FATAL = new Set(['ERR_OUT_OF_MEMORY', 'ENOMEM', 'SQLITE_NOMEM', 'SQLITE_CORRUPT', 'SQLITE_NOTADB']);
/** Where this process holds what must fit together: who waits for the database, what is being sent. */
const OUR_STATE = /\/src\/(store|core|dispatcher)\//;

/**
 * Why this process can be trusted no more after it, or undefined where it goes on. A library's stray error, on a socket
 * say, leaves our own state as it was; an exception that broke off our own work halfway does not.
 * @param lastMinute how many there were in the last minute, with this one
 */
export function distrust({ kind, error }: Stray, lastMinute: number): string | undefined {
  const { code } = (error ?? {}) as { code?: unknown };
  if (typeof code === 'string' && FATAL.has(code)) return code;
  if (kind === 'exception' && framesOf(error).some(frame => OUR_STATE.test(frame))) return 'its own work broke off';
  return lastMinute > MOST_A_MINUTE ? `more than ${MOST_A_MINUTE} in a minute` : undefined;
}

interface Survivors {
  counters: Counters;
  log: { error(about: object, message: string): void };
  /** Ends the process, once what is being sent was recorded. */
  end(code: number): void;
  announce(line: string): void;
}

/** Keeps the process alive through errors that nothing caught: each is logged, without its words, and counted. */
export function surviveStrays({ counters, log, end, announce }: Survivors): void {
  let recent: number[] = [];
  const meet = (stray: Stray): void => {
    const now = performance.now();
    recent = [...recent.filter(at => at > now - 60_000), now];
    counters.count('strays', stray.kind);
    log.error({ kind: stray.kind, ...errorName(stray.error) }, 'an error that nothing caught');
    const why = distrust(stray, recent.length);
    if (why === undefined) return;
    announce(`Backchannel ends after an error that nothing caught (${why}), to be started again.`);
    end(1);
  };
  process.on('unhandledRejection', error => meet({ kind: 'rejection', error }));
  process.on('uncaughtException', error => meet({ kind: 'exception', error }));
}

import type { Writable } from 'node:stream';
import { type Logger, pino } from 'pino';

/** Lines for who looks after the bot, without anybody's words: JSON, or readable where a person sits at a terminal. */
export async function logFor(level: string, out: Writable & { isTTY?: boolean } = process.stdout): Promise<Logger> {
  const options = { level, base: null };
  if (!out.isTTY) return pino(options, out);
  const { default: pretty } = await import('pino-pretty');
  return pino(options, pretty({ destination: out, sync: true, translateTime: 'SYS:HH:MM:ss' }));
}

import { type Logger, pino } from 'pino';

/** Lines for who looks after the bot, without anybody's words: JSON, or readable where a person sits at a terminal. */
export async function logFor(level: string): Promise<Logger> {
  const options = { level, base: null };
  if (!process.stdout.isTTY) return pino(options);
  const { default: pretty } = await import('pino-pretty');
  return pino(options, pretty({ sync: true, translateTime: 'SYS:HH:MM:ss' }));
}

import { existsSync } from 'node:fs';
import { createEnding, hearSignals } from './operations/ending.ts';

/**
 * The process: it hears signals from its first line, before the seconds that loading everything else takes, and says in
 * one sentence why it cannot start.
 */
// Everybody's zone is their own; the process's is the one in which no hour comes twice, as the ticks need it.
process.env.TZ = 'UTC';
const ending = createEnding();
hearSignals(ending);
if (existsSync('.env')) process.loadEnvFile();
try {
  const [{ readConfig }, { createCounters }, { start }, { logFor }, { surviveStrays }] = await Promise.all([
    import('./config.ts'),
    import('./core/runtime/counters.ts'),
    import('./start.ts'),
    import('./operations/log.ts'),
    import('./operations/survival.ts'),
  ]);
  const config = readConfig(process.env);
  const [log, counters, announce] = [await logFor(config.logLevel), createCounters(), console.log];
  surviveStrays({ counters, log, announce, end: ending.end });
  await start(config, { log, counters, announce, stopBy: ending.stopBy });
} catch (error) {
  const isTheOperators = error instanceof Error && ['StartError', 'ContentError'].includes(error.name);
  console.error(isTheOperators ? error.message : error);
  ending.end(1);
}

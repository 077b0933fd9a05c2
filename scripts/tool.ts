import { existsSync } from 'node:fs';
import { type Config, readConfig } from '../src/config.ts';
import { StartError } from '../src/core/ports/errors.ts';

/** Runs an operator's tool on the same settings as the bot, and says in one sentence what is in its way. */
export async function runTool(work: (config: Config, given: readonly string[]) => Promise<void>): Promise<void> {
  try {
    if (existsSync('.env')) process.loadEnvFile();
    await work(readConfig(process.env), process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

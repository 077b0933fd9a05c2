// Lists what could not be worked on: npm run stuck. Lets it go: npm run stuck -- release REFERENCE, or release all.
import { existsSync } from 'node:fs';
import { readConfig } from '../src/config.ts';
import { StartError } from '../src/core/ports/errors.ts';
import { openBeside } from '../src/store/driver/beside.ts';
import { listStuck, releaseStuck } from '../src/store/sending/stuck.ts';

const [verb = 'list', reference] = process.argv.slice(2);
const time = (date: Date) => date.toISOString().slice(0, 16).replace('T', ' ');

async function main(): Promise<void> {
  if (verb !== 'list' && !(verb === 'release' && reference))
    throw new StartError('Use: npm run stuck, or npm run stuck -- release REFERENCE (or all).');
  if (existsSync('.env')) process.loadEnvFile();
  const client = openBeside(readConfig(process.env).databaseUrl);
  try {
    if (verb === 'release') {
      const released = await releaseStuck(client, Temporal.Now.instant(), reference === 'all' ? undefined : reference);
      console.log(released === 0 ? 'Nothing of that reference is set aside.' : `Released: ${released}.`);
      return;
    }
    const rows = await listStuck(client);
    if (rows.length === 0) console.log('Nothing is set aside.');
    for (const { reference, model, error, failures, since, nextAt } of rows)
      console.log(
        `${reference}  ${model}  ${error}  ${failures} times since ${time(since)} UTC${nextAt ? `, next try ${time(nextAt)} UTC` : ''}`,
      );
  } finally {
    await client.$disconnect();
  }
}

await main().catch(error => {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
});

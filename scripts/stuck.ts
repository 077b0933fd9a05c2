// Lists what could not be worked on: npm run stuck. Lets it go: npm run stuck -- release REFERENCE, or release all.
import { StartError } from '../src/core/ports/errors.ts';
import { openBeside } from '../src/store/driver/beside.ts';
import { listStuck, releaseStuck } from '../src/store/sending/stuck.ts';
import { runTool } from './tool.ts';

const time = (date: Date) => date.toISOString().slice(0, 16).replace('T', ' ');

await runTool(async ({ databaseUrl }, [verb = 'list', reference]) => {
  if (verb !== 'list' && !(verb === 'release' && reference))
    throw new StartError('Use: npm run stuck, or npm run stuck -- release REFERENCE (or all).');
  const client = openBeside(databaseUrl);
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
});

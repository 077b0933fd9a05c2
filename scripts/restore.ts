// Puts a copy in the place of the database, the bot being stopped: npm run restore -- PATH
import { StartError } from '../src/core/ports/errors.ts';
import { count } from '../src/domain/words/sentences.ts';
import { sqlitePath } from '../src/store/driver/url.ts';
import { existingKeysFor } from '../src/store/encryption/key.ts';
import { progressLines } from '../src/store/upkeep/progress.ts';
import { restore } from '../src/store/upkeep/restore.ts';
import { runTool } from './tool.ts';

await runTool(async (config, [from]) => {
  const to = sqlitePath(config.databaseUrl);
  if (to === undefined)
    throw new StartError('DATABASE_URL names a PostgreSQL database: pg_restore does it, see docs/backups-and-keys.md.');
  if (!from) throw new StartError('Name the copy: npm run restore -- data/backups/backchannel-2026-11-28T15-04-05Z.db');
  const { keys } = existingKeysFor(config);
  const done = await restore({ from, to, keys, now: Temporal.Now.instant(), progress: progressLines(console.log) });
  console.log(
    `Restored ${count(done.rows, 'row', 'rows')} from ${from} to ${done.path}. Start the bot: it looks up what it may have sent.`,
  );
  if (done.before) console.log(`What was there before is at ${done.before}: delete it when you are sure.`);
});

// Carries everything to another database, the bot being stopped: npm run move -- --from file:... --to postgres://...
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { StartError } from '../src/core/ports/errors.ts';
import { count } from '../src/domain/words/sentences.ts';
import { sqlitePath } from '../src/store/driver/url.ts';
import { move } from '../src/store/upkeep/move.ts';
import { progressLines } from '../src/store/upkeep/progress.ts';
import { runTool } from './tool.ts';

const USE = 'Use: npm run move -- --from file:data/backchannel.db --to postgres://user:password@host/database';
const isUrl = (url: string | undefined): url is string => /^(file:.|postgres(ql)?:\/\/.)/.test(url ?? '');

function read(args: readonly string[]): { from?: string; to?: string } {
  try {
    return parseArgs({ args: [...args], options: { from: { type: 'string' }, to: { type: 'string' } } }).values;
  } catch {
    throw new StartError(`${USE}.`);
  }
}

await runTool(async ({ encryptionKey }, args) => {
  const { from, to } = read(args);
  if (!isUrl(from) || !isUrl(to)) throw new StartError(`${USE}.`);
  const { rows, tables, isRepeat } = await move({ from, to, progress: progressLines(console.log) });
  const what = `${count(rows, 'row', 'rows')} in ${tables} tables`;
  console.log(
    isRepeat ? `All of it is there already: ${what}, equal by checksum.` : `Moved ${what}, equal by checksum.`,
  );
  const path = sqlitePath(from);
  const key =
    encryptionKey || path === undefined
      ? 'ENCRYPTION_KEY as it is'
      : `ENCRYPTION_KEY set to what stands in ${join(dirname(path), 'encryption.key')}`;
  console.log(`Start the bot on it with DATABASE_URL set to the new address and ${key}. The old one was not changed.`);
});
